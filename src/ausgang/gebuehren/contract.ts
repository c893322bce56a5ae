import { z } from "zod";

const Cent = z.int().positive();
/** How money came in. */
export const Zahlweg = z.enum(["online", "ueberweisung", "bar", "karte"]);
export type Zahlweg = z.infer<typeof Zahlweg>;
/** How money goes back: through the payment provider, by an order to the treasury, or over the counter. */
export const Erstattungsweg = z.enum(["anbieter", "ueberweisung", "bar"]);
export type Erstattungsweg = z.infer<typeof Erstattungsweg>;

/** `teilVon`: the position of which this is a part with a due day of its own. */
export const Posten = z.object({ titel: z.string(), norm: z.string(), betragCent: Cent, teilVon: z.string().optional() });
export type Posten = z.infer<typeof Posten>;

/** What somebody owes: positions of one notice with the same due day, under one Kassenzeichen. Never changed; what happens to it is its log. */
export type Sollstellung = {
  id: string;
  vorgangId: string;
  aktenzeichen: string;
  leistung: string;
  bezeichnung: string;
  kassenzeichen: string;
  /** Pseudonym of the person who owes, where they are known beyond doubt. */
  person: string | null;
  schuldner: string;
  /** Whether messages about it go into the mailbox. */
  ueberPostfach: boolean;
  posten: Posten[];
  betragCent: number;
  faelligAm: string;
  eroeffnetAm: Date;
};

/** What can happen to a Sollstellung. A payment and a refund are known by an id of ours, which is also the key at the provider. */
export const inhalte = {
  eroeffnet: z.object({ betragCent: Cent }),
  zahlungBegonnen: z.object({ zahlungId: z.uuid(), betragCent: Cent, rueckkehr: z.string() }),
  zahlungAngelegt: z.object({ zahlungId: z.uuid(), anbieterId: z.string(), weiterUrl: z.string() }),
  zahlungGescheitert: z.object({
    zahlungId: z.uuid(),
    grund: z.enum(["abgebrochen", "fehlgeschlagen", "abgelaufen", "nieAngelegt"]),
  }),
  bezahlt: z.object({
    weg: Zahlweg,
    betragCent: Cent,
    am: z.iso.date(),
    referenz: z.string(),
    zahlungId: z.uuid().optional(),
    mittel: z.string().optional(),
  }),
  /** The provider booked something else than we asked for: a person must look. */
  abweichung: z.object({
    zahlungId: z.uuid(),
    betragCent: z.int(),
    waehrung: z.string(),
    referenz: z.string(),
    am: z.iso.date(),
  }),
  klaerungErledigt: z.object({ zahlungId: z.uuid(), verbucht: z.boolean(), grund: z.string() }),
  erstattungAngeordnet: z.object({
    erstattungId: z.uuid(),
    betragCent: Cent,
    weg: Erstattungsweg,
    grund: z.string().min(1),
    zweite: z.boolean(),
    zahlungId: z.uuid().optional(),
    iban: z.string().optional(),
  }),
  erstattungFreigegeben: z.object({ erstattungId: z.uuid() }),
  erstattungAbgelehnt: z.object({ erstattungId: z.uuid(), grund: z.string() }),
  erstattet: z.object({ erstattungId: z.uuid(), referenz: z.string() }),
  erstattungGescheitert: z.object({ erstattungId: z.uuid(), grund: z.string() }),
  storniert: z.object({ grund: z.string().min(1) }),
  /** Above the Mandant's limit one person cannot waive alone: another one releases or refuses it. */
  stornoAngeordnet: z.object({ stornoId: z.uuid(), grund: z.string().min(1) }),
  stornoFreigegeben: z.object({ stornoId: z.uuid() }),
  stornoAbgelehnt: z.object({ stornoId: z.uuid(), grund: z.string() }),
  gemahnt: z.object({ frist: z.iso.date() }),
  /** By how much the surcharge for lateness grew, or was too much: a payment may be dated earlier than we learned of it. */
  saeumniszuschlag: z.object({ betragCent: z.int(), monate: z.int().nonnegative(), norm: z.string() }),
  ratenGewaehrt: z.object({
    raten: z.array(z.object({ faelligAm: z.iso.date(), betragCent: Cent })).min(2),
    grund: z.string().min(1),
  }),
  rateGemahnt: z.object({ nummer: z.int().positive(), frist: z.iso.date() }),
  /** Given up by the office, or an instalment stayed away: the whole rest is due. */
  ratenBeendet: z.object({ ausgefallen: z.boolean(), grund: z.string().min(1) }),
} as const;
export type Ereignisart = keyof typeof inhalte;
export type Inhalt<A extends Ereignisart> = z.infer<(typeof inhalte)[A]>;

type Rahmen = { akteur: Handelnder; zeitpunkt: Date };
/** Who did it: the person who pays, somebody of the office, or the system. */
export type Handelnder = { art: "buerger" } | { art: "amt"; kennung: string; name: string } | { art: "system"; teil: string };
/** Something to append; `transaktion` makes repeating it harmless. */
export type NeuesEreignis = { [A in Ereignisart]: { art: A; daten: Inhalt<A>; transaktion: string } & Rahmen }[Ereignisart];
export type Ereignis = { [A in Ereignisart]: { nummer: number; art: A; daten: Inhalt<A> } & Rahmen }[Ereignisart];
