import { z } from "zod";
import { defineNachweise } from "#baukasten";
import { type KgAntworten, ohneAntragBegonnen } from "./formular.ts";

export const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
const Name = { vornamen: z.string(), nachname: z.string(), geburtsdatum: z.iso.date() };

export const Meldedaten = z.object({
  idnr: z.string(),
  ...Name,
  familienstand: z.string(),
  anschrift: Anschrift.nullable(),
  auskunftssperre: z.boolean(),
  staatsangehoerigkeit: z.string().optional(),
  kinder: z.array(z.object({ idnr: z.string(), ...Name, auskunftssperre: z.boolean() })),
});
export const Haushalt = z.object({
  lebtBeiElternteil: z.boolean(),
  andererElternteilGleicheAnschrift: z.boolean().nullable(),
  auskunftssperre: z.boolean(),
  seit: z.iso.date(),
});
export const Geburt = z.object({
  kind: z.object(Name),
  mutter: z.object({ idnr: z.string(), name: z.string() }),
  vater: z.object({ idnr: z.string(), name: z.string() }).nullable(),
  gestorben: z.object({ mutter: z.boolean(), vater: z.boolean() }),
});
/** What the Familienkasse and the Bundeszentralamt für Steuern know of a parent; asked only where nobody applied. */
export const Stammdaten = z.object({
  /** Kindergeld for an older child goes to this person, or to somebody else of the family. */
  zahltFuerAelteresKind: z.boolean(),
  empfaengerIdnr: z.string().nullable(),
  iban: z.string().nullable(),
  elternteilArbeitetImInland: z.boolean(),
  vergleichbareLeistung: z.boolean(),
  schonFestgesetzt: z.boolean(),
});

type Anfragender = { antworten: object; antragsteller: { idnr: string | null } };
const kindIdnr = (antworten: object) => (antworten as KgAntworten).kind?.idnr;
const vonAntragsteller = ({ antragsteller: { idnr } }: Anfragender) => (idnr ? { idnr, anfrage: { idnr } } : undefined);

export const nachweise = defineNachweise({
  eigeneMeldedaten: {
    titel: "Ihre Meldedaten",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Angaben im Antrag auf Kindergeld übernehmen",
    norm: "§ 34 Abs. 1 BMG, § 29b Abs. 1 AO",
    anlass: "vorbefuellung",
    antwort: Meldedaten,
    anfrage: vonAntragsteller,
  },
  meldung: {
    titel: "Wohnsitz und Staatsangehörigkeit",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob die antragstellende Person in Deutschland wohnt und welche Staatsangehörigkeit sie hat",
    norm: "§ 62 EStG, § 34 Abs. 1 BMG, § 29b Abs. 1 AO",
    anlass: "antrag",
    antwort: Meldedaten,
    anfrage: vonAntragsteller,
  },
  haushalt: {
    titel: "Haushalt des Kindes",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "haushalt",
    betroffen: "kind",
    zweck: "Prüfen, in wessen Haushalt das Kind lebt",
    norm: "§ 64 Abs. 2 EStG, § 34 Abs. 1 BMG, § 29b Abs. 1 AO",
    anlass: "antrag",
    antwort: Haushalt,
    anfrage({ antworten, antragsteller }) {
      const idnr = kindIdnr(antworten);
      return idnr && antragsteller.idnr ? { idnr, anfrage: { idnr, elternteilIdnr: antragsteller.idnr } } : undefined;
    },
  },
  geburt: {
    titel: "Geburtseintrag des Kindes",
    register: "personenstandsregister",
    registerName: "Personenstandsregister",
    auskunft: "geburt",
    betroffen: "kind",
    zweck: "Geburtsdatum und Eltern des Kindes feststellen",
    norm: "§ 32 Abs. 1, § 63 Abs. 1 EStG, § 65 PStG, § 29b Abs. 1 AO",
    anlass: "antrag",
    antwort: Geburt,
    anfrage({ antworten }) {
      const idnr = kindIdnr(antworten);
      return idnr ? { idnr, anfrage: { idnr } } : undefined;
    },
  },
  familienkasse: {
    titel: "Bankverbindung und laufende Zahlungen",
    register: "familienkasse",
    registerName: "Familienkasse",
    auskunft: "stammdaten",
    betroffen: "antragsteller",
    zweck: "Kindergeld ohne Antrag zahlen: bekannte Bankverbindung, älteres Kind, doppelte Zahlung",
    norm: "§ 139b Abs. 3a AO, § 29b Abs. 1 AO",
    anlass: "antrag",
    antwort: Stammdaten,
    // Who applies says it themselves; then nobody may ask.
    noetig: ({ antworten }) => ohneAntragBegonnen(antworten),
    anfrage: vonAntragsteller,
  },
});
