import { z } from "zod";
import { Kopf } from "./kopf.ts";

const Tag = z.iso.date();
const Cent = z.int();
const Sha256 = z.string().length(64);

/** `person`: in the name of the office. `lieferant`: nobody logged in, known by what they sent. */
export const Akteur = z.discriminatedUnion("art", [
  z.object({ art: z.literal("amt"), kennung: z.string().min(1), name: z.string() }),
  z.object({ art: z.literal("system"), teil: z.string(), version: z.string() }),
  z.object({ art: z.literal("lieferant"), weg: z.string() }),
]);
export type Akteur = z.infer<typeof Akteur>;
/** Whoever acts by hand. */
export type Person = Extract<Akteur, { art: "amt" }>;

export const kanaele = ["api", "upload", "ordner", "email", "peppol", "papier", "weitergabe"] as const;
export type Kanal = (typeof kanaele)[number];

const Befund = z.object({ regel: z.string(), ort: z.string(), text: z.string() });
/** Terms of early payment as they stand in BT-20. `prozent` in hundredths: 225 is 2,25 %. */
export const Skontozeile = z.object({
  tage: z.int().nonnegative(),
  prozent: z.int().positive(),
  basisCent: Cent.nullable(),
  /** Last day, and what paying until then saves. */
  bis: Tag,
  ersparnisCent: Cent,
});
export type Skontozeile = z.infer<typeof Skontozeile>;

export const Abweichung = z.object({
  art: z.enum([
    "preis",
    "menge",
    "position",
    "summe",
    "kreditor",
    "bestellung",
    "waehrung",
    "rhythmus",
    "betrag",
    "bezug",
    "zahlungsziel",
    "zahlweg",
    "erfasst",
  ]),
  text: z.string(),
  /** Within the Mandant's tolerance: shown, but nobody must give a reason for it. */
  inToleranz: z.boolean(),
});
export type Abweichung = z.infer<typeof Abweichung>;

export const Kontierung = z.object({
  kostenstelle: z.string().min(1).max(40),
  sachkonto: z.string().max(40).optional(),
  betragCent: Cent.positive(),
});
export type Kontierung = z.infer<typeof Kontierung>;

/** What each kind of step carries. The content can be deleted lawfully; that the step happened cannot. */
export const inhalte = {
  eingegangen: z.object({
    kanal: z.enum(kanaele),
    dateiname: z.string(),
    groesse: z.int().positive(),
    sha256: Sha256,
    /** Mail address, token or participant from which it came. */
    absender: z.string().nullable(),
  }),
  /** Paper: what a machine believes to read; nothing of it counts before a person confirmed it. */
  gescannt: z.object({ werkzeug: z.string().nullable(), vorschlag: z.record(z.string(), z.string()) }),
  /** Paper: a person has read it and answers for the fields. */
  erfasst: z.object({ kopf: Kopf }),
  geprueft: z.object({
    format: z.string(),
    szenario: z.string().nullable(),
    gueltig: z.boolean(),
    fehler: z.array(Befund),
    warnungen: z.array(Befund),
    kopf: Kopf.nullable(),
  }),
  abgewiesen: z.object({ grund: z.enum(["formal", "sachlich", "nichtZustaendig"]), text: z.string(), an: z.string().nullable() }),
  zugeordnet: z.object({ amt: z.string(), ueber: z.enum(["leitwegId", "bestellung", "vertrag", "person"]) }),
  unzustellbar: z.object({ grund: z.string() }),
  weitergeleitet: z.object({ mandant: z.string(), rechnungId: z.uuid() }),
  dublettenGeprueft: z.object({ verglichen: z.int() }),
  dubletteErkannt: z.object({
    zu: z.uuid(),
    eingangsnummer: z.string(),
    sicherheit: z.enum(["gleicheDatei", "gleicheNummer", "aehnlich"]),
    gruende: z.array(z.string()),
  }),
  dubletteVerneint: z.object({ begruendung: z.string().min(1) }),
  dubletteBestaetigt: z.object({ zu: z.uuid() }),
  kreditorGefunden: z.object({
    kreditorId: z.uuid(),
    nummer: z.string(),
    name: z.string(),
    ueber: z.array(z.string()),
    iban: z.string().nullable(),
  }),
  kreditorUnklar: z.object({ grund: z.string(), kandidaten: z.array(z.uuid()) }),
  kreditorZugewiesen: z.object({ kreditorId: z.uuid(), nummer: z.string(), name: z.string() }),
  ibanGeaendert: z.object({
    kreditorId: z.uuid(),
    nummer: z.string(),
    name: z.string(),
    bekannte: z.array(z.string()),
    neu: z.string(),
  }),
  /** First person: how they found out that the account is really the creditor's. */
  ibanGeprueft: z.object({ iban: z.string(), nachweis: z.string().min(1) }),
  /** Second person. From now on the account is known. */
  ibanFreigegeben: z.object({ iban: z.string() }),
  ibanAbgelehnt: z.object({ iban: z.string(), grund: z.string().min(1) }),
  abgeglichen: z.object({
    gegen: z.array(
      z.object({
        art: z.enum(["bestellung", "vertrag", "festlegung", "marktplatz", "dauerrechnung", "rechnung"]),
        id: z.uuid(),
        nummer: z.string(),
      }),
    ),
    abweichungen: z.array(Abweichung),
    kontierung: z.array(Kontierung),
  }),
  terminiert: z.object({ faelligAm: Tag, quelle: z.string(), skonto: z.array(Skontozeile), hinweise: z.array(z.string()) }),
  zugewiesen: z.object({ an: z.string().nullable(), name: z.string().nullable() }),
  festgestellt: z.object({
    betragCent: Cent.positive(),
    gekuerztCent: Cent.nonnegative(),
    grund: z.string().nullable(),
    kontierung: z.array(Kontierung).min(1),
  }),
  zurueckgegeben: z.object({ grund: z.string().min(1) }),
  /** Somebody was asked by mail to order; their link does not grow old by asking somebody else as well. */
  freigabeErbeten: z.object({ an: z.string(), name: z.string() }),
  /** The first of two signatures, where the amount needs two. */
  mitgezeichnet: z.object({ betragCent: Cent.positive(), fuer: z.string().nullable(), weg: z.enum(["seite", "link"]) }),
  angeordnet: z.object({
    betragCent: Cent.positive(),
    auftragId: z.uuid(),
    fuer: z.string().nullable(),
    weg: z.enum(["seite", "link"]),
  }),
  uebergeben: z.object({
    auftragId: z.uuid(),
    zahlbetragCent: Cent,
    skontoCent: Cent,
    skontoBis: Tag.nullable(),
    zahlbarAm: Tag,
    anschluss: z.string(),
  }),
  quittiert: z.object({ auftragId: z.uuid(), beleg: z.string() }),
  uebergabeAbgelehnt: z.object({ auftragId: z.uuid(), grund: z.string() }),
  bezahlt: z.object({ beleg: z.string(), betragCent: Cent, am: Tag, ueber: z.enum(["auftrag", "andererWeg"]) }),
  skontoGewarnt: z.object({ bis: Tag, ersparnisCent: Cent }),
  skontoVerfallen: z.object({ bis: Tag, verlorenCent: Cent }),
  skontoGewonnen: z.object({ bis: Tag, ersparnisCent: Cent }),
  /** The time of retention is over: content of all steps before is gone. */
  inhaltGeloescht: z.object({}),
  kommentiert: z.object({ text: z.string().min(1).max(4000) }),
} as const;

export type Art = keyof typeof inhalte;
export const arten = Object.keys(inhalte) as Art[];
export type Inhalt<A extends Art> = z.infer<(typeof inhalte)[A]>;

type Rahmen = { akteur: Akteur; zeitpunkt: Date };
/** A step to be appended. `transaktion`: the same key twice is one step. */
export type NeuerSchritt = { [A in Art]: Rahmen & { art: A; daten: Inhalt<A>; transaktion: string } }[Art];
/** `daten` is null once the content was deleted. */
export type Schritt = { [A in Art]: Rahmen & { art: A; daten: Inhalt<A> | null; nummer: number } }[Art];
