import { z } from "zod";

const IsoDatum = z.iso.date();
const Anlage = z.object({
  feld: z.string(),
  name: z.string(),
  typ: z.string(),
  groesse: z.int().nonnegative(),
  sha256: z.string().length(64),
});
export type Anlage = z.infer<typeof Anlage>;

/** How the written form was kept (§ 36a SGB I): by a log-in of sufficient trust, or by hand on paper. */
const Schriftform = z.discriminatedUnion("art", [
  z.object({ art: z.literal("anmeldung"), vertrauensniveau: z.enum(["substantiell", "hoch"]) }),
  z.object({ art: z.literal("unterschrift"), eingegangenAm: IsoDatum }),
  z.object({ art: z.literal("nichtNoetig") }),
]);

/** The decision as the kit made it; its inner shape belongs to `#baukasten`, which can replay it. */
const Entscheidung = z.looseObject({ art: z.enum(["bewilligt", "abgelehnt", "vonHand"]) });

const Abschnitte = z.array(z.object({ von: z.string(), bis: z.string(), betragCent: z.int().nonnegative() }));
/** Answers of pages that changed; null: the page is no longer on the way. */
const Seiten = z.record(z.string(), z.record(z.string(), z.unknown()).nullable());

/** A Vorgang that changes a running benefit: which one, why, from which day, and what is new. */
const Aenderungsanlass = z.object({
  bezug: z.uuid(),
  anlass: z.enum(["meldung", "register", "stichtag", "saetze", "verlaengerung", "ueberzahlung", "ende", "amt", "abhilfe"]),
  ab: IsoDatum,
  /** The day on which the thing itself changed; missing: the day from which it counts. */
  seit: IsoDatum.optional(),
  /** Of an overpayment: the change that it comes from. */
  ursache: z.uuid().optional(),
  /** What was reported, or which day it is, as a sentence. */
  grund: z.string(),
  seiten: Seiten,
  /** Why a person must look at it, whatever the rules make of it. */
  mensch: z.string().optional(),
});
export type Aenderungsanlass = z.infer<typeof Aenderungsanlass>;

/** How far a person lets a change of a running benefit reach. */
const umfang = z.enum(["ganz", "zukunft", "keine"]).optional();

/** What each kind of step carries. The content can be deleted lawfully; that the step happened cannot. */
export const inhalte = {
  eingegangen: z.object({
    /** `amtswegen`: begun without an Antrag. */
    kanal: z.enum(["online", "schalter", "papier", "amtswegen"]),
    antragsteller: z.object({ idnr: z.string().nullable(), vornamen: z.string(), nachname: z.string() }),
    antworten: z.record(z.string(), z.unknown()),
    anlagen: z.array(Anlage),
    schriftform: Schriftform,
    einwilligungPostfach: z.boolean(),
    eingegangenAm: IsoDatum,
    aenderung: Aenderungsanlass.optional(),
  }),
  nachweisAngefragt: z.object({ abrufe: z.array(z.object({ abrufId: z.uuid(), nachweis: z.string(), register: z.string() })) }),
  nachweisErhalten: z.object({
    abrufId: z.uuid(),
    nachweis: z.string(),
    ergebnis: z.enum(["gefunden", "keinEintrag"]),
    stand: z.string(),
    daten: z.record(z.string(), z.unknown()).optional(),
  }),
  nachweisVerweigert: z.object({ abrufId: z.uuid(), nachweis: z.string(), grund: z.string() }),
  nachweisNichtErreichbar: z.object({ abrufId: z.uuid(), nachweis: z.string(), grund: z.string() }),
  vorgeschlagen: z.object({
    entscheidung: Entscheidung,
    gruende: z.array(z.string()),
    /** Nobody has released these rules yet: it is examined again when somebody does. */
    wartetAufFreigabe: z.literal(true).optional(),
  }),
  zugewiesen: z.object({ an: z.string().nullable(), name: z.string().nullable() }),
  nachgefordert: z.object({ frage: z.string().min(1), frist: IsoDatum, norm: z.string() }),
  nachgereicht: z.object({ antwort: z.string(), anlagen: z.array(Anlage) }),
  /** `worte`: what a clerk added, also part of the `mitteilung`. */
  angehoert: z.object({ mitteilung: z.string(), frist: IsoDatum, worte: z.string().optional() }),
  entschieden: z.object({
    ergebnis: z.enum(["bewilligt", "abgelehnt"]),
    automatisch: z.boolean(),
    norm: z.string(),
    entscheidung: Entscheidung,
    begruendung: z.string().optional(),
    /** What a person judged, by the name of the question. */
    urteile: z.record(z.string(), z.boolean()).optional(),
    umfang,
    /** Of a change: what it moves, month by month; its inner shape belongs to `#dauerleistungen`. */
    gegenueberstellung: z.looseObject({}).optional(),
  }),
  freigegeben: z.object({}),
  /** The fee is due before the notice is made; the notice waits until the day `frist` is over. */
  zahlungAngefordert: z.object({ betragCent: z.int().positive(), frist: IsoDatum }),
  zahlungEingegangen: z.object({ am: IsoDatum }),
  beschieden: z.object({
    bescheidId: z.uuid(),
    postfachSha256: z.string().length(64),
    akteSha256: z.string().length(64),
    massgeblich: z.enum(["postfach", "akte"]),
  }),
  /** `bekanntAm`: the day from which the act counts as announced, by law and channel. */
  zugestellt: z.object({ weg: z.enum(["postfach", "brief"]), am: IsoDatum, bekanntAm: IsoDatum, norm: z.string() }),
  bekanntgegeben: z.object({ am: IsoDatum, norm: z.string(), widerspruchBis: IsoDatum }),
  widersprochen: z.object({ begruendung: z.string(), am: IsoDatum, anlagen: z.array(Anlage) }),
  abgeholfen: z.object({ begruendung: z.string() }),
  vorgelegt: z.object({ an: z.string() }),
  zurueckgewiesen: z.object({ begruendung: z.string() }),
  geklagt: z.object({ gericht: z.string(), am: IsoDatum }),
  bestandskraeftig: z.object({ am: IsoDatum }),
  abgegeben: z.object({ an: z.string(), grund: z.string() }),
  /** `rueckforderung`: the person owes; the id is that of the Sollstellung. */
  angewiesen: z.object({
    anordnungId: z.uuid(),
    art: z.enum(["neu", "aenderung", "einstellung", "rueckforderung"]),
    summeCent: z.int(),
    monate: z.int().nonnegative(),
  }),
  /** On the running benefit: a change took effect. `abschnitte` replace what was decided from their first month on. */
  geaendert: z.object({
    grund: z.string(),
    durch: z.uuid().optional(),
    ab: IsoDatum.optional(),
    seiten: Seiten.optional(),
    abschnitte: Abschnitte.optional(),
    /** The end that a notice had set is taken back: the benefit goes on. */
    weiter: z.literal(true).optional(),
    konto: z.object({ empfaenger: z.string(), iban: z.string() }).optional(),
  }),
  /** Nothing is paid from `ab` on. */
  aufgehoben: z.object({
    grund: z.string(),
    durch: z.uuid().optional(),
    ab: IsoDatum.optional(),
    seiten: Seiten.optional(),
    abschnitte: Abschnitte.optional(),
  }),
  zurueckgezogen: z.object({ grund: z.string() }),
  abgeschlossen: z.object({ grund: z.string(), umfang }),
  /** Content of all steps before was deleted, as its retention rule says. */
  inhaltGeloescht: z.object({}),
  /** `nachgesehen`: with it somebody has looked at what was left to a person after the decision. */
  notiz: z.object({ text: z.string().min(1), nachgesehen: z.literal(true).optional() }),
} as const;

export type Art = keyof typeof inhalte;
export const arten = Object.keys(inhalte) as Art[];
export type Inhalt<A extends Art> = z.infer<(typeof inhalte)[A]>;

/** Who did it. No names of citizens here: the step outlives its content. */
export const Akteur = z.discriminatedUnion("art", [
  z.object({ art: z.literal("buerger"), person: z.string().nullable() }),
  z.object({ art: z.literal("amt"), kennung: z.string(), name: z.string() }),
  z.object({ art: z.literal("system"), teil: z.string(), version: z.string() }),
]);
export type Akteur = z.infer<typeof Akteur>;

/** A step to append: what, by whom, when, and the key under which repeating it changes nothing. */
export type NeuerSchritt = {
  [A in Art]: { art: A; daten: Inhalt<A>; akteur: Akteur; zeitpunkt: Date; transaktion: string };
}[Art];
/** A step as it stands in the log; `daten` is null once its content was deleted. */
export type Schritt = { [A in Art]: { nummer: number; art: A; daten: Inhalt<A> | null; akteur: Akteur; zeitpunkt: Date } }[Art];
