import { z } from "zod";
import { type Antworten, defineNachweise, type Nachweis } from "#baukasten";
import { fahrzeugAus, type KzAntworten } from "./formular.ts";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
export const Meldedaten = z.object({
  idnr: z.string(),
  anschrift: Anschrift.nullable(),
  /** Key of the Mandant in whose register the person stands. */
  meldebehoerde: z.string().nullish(),
  auskunftssperre: z.boolean(),
});
export const Fahrzeugdaten = z.object({
  fin: z.string(),
  kennzeichen: z.string().nullable(),
  status: z.enum(["zugelassen", "ausserBetrieb", "neu"]),
  /** Whether the codes that were typed are those of the papers; the register tells no code. null: there is no such paper yet. */
  codeTeil1Stimmt: z.boolean().nullable(),
  codeTeil2Stimmt: z.boolean(),
  hauptuntersuchungBis: z.iso.date().nullable(),
  gesucht: z.boolean(),
  halterIstAntragsteller: z.boolean(),
});
export const Versicherung = z.object({
  idnr: z.string(),
  evb: z.string(),
  versicherer: z.string(),
  gueltigAb: z.iso.date(),
  gueltigBis: z.iso.date().nullable(),
});
export const Rueckstaende = z.object({ idnr: z.string(), kfzSteuer: z.boolean(), gebuehren: z.boolean() });
export const Kennzeichen = z.object({ idnr: z.string(), kennzeichen: z.string() });

type Frage = Parameters<Nachweis["anfrage"]>[0];
const frage =
  (mehr: (antworten: KzAntworten) => Record<string, unknown> | undefined = () => ({})) =>
  ({ antworten, antragsteller: { idnr } }: Frage) => {
    const angaben = mehr(antworten as KzAntworten);
    return idnr && angaben ? { idnr, anfrage: { idnr, ...angaben } } : undefined;
  };
const fahrzeugregister = { register: "kraftfahrzeugregister", registerName: "Zentrales Fahrzeugregister" } as const;
const gemeinsam = { betroffen: "antragsteller", anlass: "antrag" } as const;

export const nachweise = defineNachweise({
  meldung: {
    ...gemeinsam,
    titel: "Ihre Wohnung",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    zweck: "Prüfen, ob wir für Ihr Fahrzeug zuständig sind, und die Papiere an die richtige Anschrift schicken",
    norm: "§ 34 Abs. 1 BMG, § 26 Abs. 3 FZV mit Anlage 11",
    antwort: Meldedaten,
    anfrage: frage(),
  },
  fahrzeug: {
    ...gemeinsam,
    ...fahrzeugregister,
    titel: "Fahrzeug und Sicherheitscodes",
    auskunft: "fahrzeug",
    zweck: "Prüfen, ob Sie die Papiere des Fahrzeugs haben und ob es zugelassen werden kann",
    norm: "§ 26 Abs. 3 FZV mit Anlage 11",
    antwort: Fahrzeugdaten,
    anfrage: frage((a) => {
      const { fin, kennzeichen, codeTeil1, codeTeil2 } = fahrzeugAus(a);
      return fin ? { fin, kennzeichen, codeTeil1, codeTeil2 } : undefined;
    }),
  },
  versicherung: {
    ...gemeinsam,
    ...fahrzeugregister,
    titel: "Haftpflichtversicherung",
    auskunft: "versicherung",
    zweck: "Die eVB-Nummer prüfen",
    norm: "§ 19 Abs. 2, § 26 Abs. 2 FZV",
    antwort: Versicherung,
    anfrage: frage((a) => (a.versicherung?.evb ? { evb: a.versicherung.evb.toUpperCase() } : undefined)),
  },
  rueckstaende: {
    ...gemeinsam,
    ...fahrzeugregister,
    titel: "Rückstände bei Steuer und Gebühren",
    auskunft: "rueckstaende",
    zweck: "Prüfen, ob Kraftfahrzeugsteuer oder Gebühren offen sind",
    norm: "§ 19 Abs. 2 FZV, § 13 KraftStG",
    antwort: Rueckstaende,
    anfrage: frage(),
  },
  kennzeichen: {
    ...gemeinsam,
    ...fahrzeugregister,
    titel: "Neues Kennzeichen",
    auskunft: "kennzeichen",
    zweck: "Ein freies Kennzeichen oder Ihr Wunschkennzeichen zuteilen",
    norm: "§ 9 Abs. 1 FZV",
    antwort: Kennzeichen,
    anfrage: frage((a) => ({
      fin: fahrzeugAus(a).fin,
      wunsch: fahrzeugAus(a).wahl === "wunsch" ? a.wunsch?.kennzeichen : undefined,
    })),
    noetig: ({ antworten }: { antworten: Antworten }) => fahrzeugAus(antworten as KzAntworten).wahl !== "behalten",
  },
});
