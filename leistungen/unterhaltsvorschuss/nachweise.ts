import { z } from "zod";
import { defineNachweise, zuletzt } from "#baukasten";
import { geburtstag, jahrVon } from "#kalender";
import type { UvAntworten } from "./formular.ts";
import { altersgrenzen } from "./parameter.ts";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });

export const Meldedaten = z.object({
  idnr: z.string(),
  vornamen: z.string(),
  nachname: z.string(),
  geburtsdatum: z.iso.date(),
  familienstand: z.string(),
  anschrift: Anschrift.nullable(),
  auskunftssperre: z.boolean(),
  kinder: z.array(
    z.object({
      idnr: z.string(),
      vornamen: z.string(),
      nachname: z.string(),
      geburtsdatum: z.iso.date(),
      auskunftssperre: z.boolean(),
    }),
  ),
});
export const Haushalt = z.object({
  lebtBeiElternteil: z.boolean(),
  andererElternteilGleicheAnschrift: z.boolean().nullable(),
  auskunftssperre: z.boolean(),
  seit: z.iso.date(),
});
export const Geburt = z.object({
  kind: z.object({ vornamen: z.string(), nachname: z.string(), geburtsdatum: z.iso.date() }),
  mutter: z.object({ idnr: z.string(), name: z.string() }),
  vater: z.object({ idnr: z.string(), name: z.string() }).nullable(),
  gestorben: z.object({ mutter: z.boolean(), vater: z.boolean() }),
});
export const Leistungsbezug = z.object({
  bezieht: z.boolean(),
  bedarfsgemeinschaft: z
    .object({ einkommenElternteilCent: z.int(), hilfebeduerftigkeitDurchUvVermeidbar: z.boolean() })
    .optional(),
});
export const LaufendeLeistung = z.object({ bezieht: z.boolean(), jugendamt: z.string().optional(), bis: z.iso.date().nullish() });

const kindVon = (antworten: object) => (antworten as UvAntworten).kind;
const amKind = (antworten: object, anfrage: Record<string, unknown> = {}) => {
  const idnr = kindVon(antworten)?.idnr;
  return idnr ? { idnr, anfrage: { idnr, ...anfrage } } : undefined;
};

export const nachweise = defineNachweise({
  eigeneMeldedaten: {
    titel: "Ihre Meldedaten",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Angaben im Antrag auf Unterhaltsvorschuss übernehmen",
    norm: "§ 34 Abs. 1 BMG, § 67a Abs. 1 SGB X",
    anlass: "vorbefuellung",
    antwort: Meldedaten,
    anfrage: ({ antragsteller }) =>
      antragsteller.idnr ? { idnr: antragsteller.idnr, anfrage: { idnr: antragsteller.idnr } } : undefined,
  },
  familienstand: {
    titel: "Familienstand der antragstellenden Person",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob der Elternteil ledig, verwitwet, geschieden oder verheiratet ist",
    norm: "§ 1 Abs. 1 Nr. 2 UhVorschG, § 67a Abs. 2 SGB X, § 34 Abs. 1 BMG",
    anlass: "antrag",
    antwort: Meldedaten,
    anfrage: ({ antragsteller }) =>
      antragsteller.idnr ? { idnr: antragsteller.idnr, anfrage: { idnr: antragsteller.idnr } } : undefined,
  },
  haushalt: {
    titel: "Haushalt des Kindes",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "haushalt",
    betroffen: "kind",
    zweck: "Prüfen, ob das Kind bei dem Elternteil lebt und der andere Elternteil nicht im Haushalt ist",
    norm: "§ 1 Abs. 1 Nr. 2 und Abs. 3 UhVorschG, § 67a Abs. 2 SGB X, § 34 Abs. 1 BMG",
    anlass: "antrag",
    antwort: Haushalt,
    anfrage: ({ antworten, antragsteller }) =>
      antragsteller.idnr ? amKind(antworten, { elternteilIdnr: antragsteller.idnr }) : undefined,
  },
  geburt: {
    titel: "Geburtseintrag des Kindes",
    register: "personenstandsregister",
    registerName: "Personenstandsregister",
    auskunft: "geburt",
    betroffen: "kind",
    zweck: "Geburtsdatum und Eltern des Kindes feststellen",
    norm: "§ 1 Abs. 1 UhVorschG, § 65 PStG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Geburt,
    anfrage: ({ antworten }) => amKind(antworten),
  },
  jobcenter: {
    titel: "Bürgergeld des Kindes",
    register: "jobcenter",
    registerName: "Jobcenter",
    auskunft: "leistungsbezug",
    betroffen: "kind",
    zweck: "Ab zwölf Jahren: prüfen, ob das Kind Leistungen nach dem SGB II bezieht",
    norm: "§ 1 Abs. 1a UhVorschG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Leistungsbezug,
    // Younger children do not need it, so nobody may ask.
    noetig: ({ antworten, eingegangenAm }) => {
      const geburtsdatum = kindVon(antworten)?.geburtsdatum;
      return (
        geburtsdatum !== undefined &&
        geburtstag(geburtsdatum, zuletzt(altersgrenzen, eingegangenAm).ohneWeiteres) <= `${jahrVon(eingegangenAm)}-12-31`
      );
    },
    anfrage: ({ antworten }) => amKind(antworten),
  },
  andereJugendaemter: {
    titel: "Unterhaltsvorschuss anderer Jugendämter",
    register: "uvregister",
    registerName: "Unterhaltsvorschusskassen",
    auskunft: "laufendeLeistung",
    betroffen: "kind",
    zweck: "Doppelte Zahlung für dasselbe Kind ausschließen",
    norm: "§ 20, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: LaufendeLeistung,
    anfrage: ({ antworten }) => amKind(antworten),
  },
});
