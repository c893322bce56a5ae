import { type IsoDatum, type Monat, monatVon } from "#kalender";
import type { Grund, Offen } from "./gruende.ts";
import type { Spurzeile } from "./werte-aus.ts";

/** Where a fact comes from, as the person reads it. */
export type Herkunft = { quelle: string; stand: string | null };

/** What the rules judge, and what for: months of the calendar, months of a child's life, years that the person pays for, or one day. */
export type Ergebnisart = "monatlich" | "jeLebensmonat" | "jaehrlich" | "einmalig";

/** An administrative act; a record or receipt, which decides nothing; or a hint, of which nothing follows. */
export type Rechtsnatur = "verwaltungsakt" | "bescheinigung" | "hinweis";

/** A period of days, both counted, with how it is called: "3. Lebensmonat", "2026". */
export type Zeitraum = { von: IsoDatum; bis: IsoDatum; name: string };
/** What we pay for a period of days. Cents. */
export type Zeitbetrag = Zeitraum & { betragCent: number };
/** What the person owes: a fee for what was granted, or the amount of a year or a part of it. Cents. */
export type Forderung = {
  art: "gebuehr" | "jahresbetrag" | "erstattung";
  titel: string;
  norm: string;
  betragCent: number;
  /** The days it is owed for; missing for a fee. */
  von?: IsoDatum;
  bis?: IsoDatum;
};

/** Months in a row with the same amount. Cents a month. */
export type Abschnitt = { von: Monat; bis: Monat; betragCent: number };
export type Rechenschritt = { text: string; norm: string; betragCent: number };
/** `von` and `bis`: months, or days where the Leistung does not reckon in months of the calendar. */
export type Rechnung = { von: Monat | IsoDatum; bis: Monat | IsoDatum; schritte: Rechenschritt[] };
export type Tatsache = { text: string; wert: string; herkunft: Herkunft };

/** A decision, or the proposal of one. Plain data: it is stored, shown, explained and replayed. */
export type Entscheidung = {
  art: "bewilligt" | "abgelehnt" | "vonHand";
  leistung: string;
  version: string;
  /** What the rules would say; for `vonHand` the proposal, or undefined where they cannot say. */
  vorschlag?: "bewilligt" | "abgelehnt";
  /** Missing: monatlich. Decisions stored before there was another kind do not say. */
  ergebnis?: Ergebnisart;
  /** Missing: verwaltungsakt. */
  rechtsnatur?: Rechtsnatur;
  /** Months of the calendar and what we pay for them; empty for every other kind. */
  abschnitte: Abschnitt[];
  /** What we pay for each Lebensmonat, 0 where none is due. */
  zeitraeume?: Zeitbetrag[];
  /** What the person owes, if it is granted. */
  forderungen?: Forderung[];
  gruende: Grund[];
  tatsachen: Tatsache[];
  rechnung: Rechnung[];
  /** Why a person must decide. */
  vonHand: string[];
  /** What a person looks at after it was decided. */
  nachsehen?: string[];
  /** The rules propose a grant, and it waits for a person only because the law says so of every case: many can be released at once. */
  vorbereitet?: true;
  offen: Offen[];
  /** The evaluation of the first month that decided, node by node. */
  spur: Spurzeile[];
  /** SHA-512 over version, facts, judgements, months and their amounts: the same inputs give the same. */
  hash: string;
};

/** What is paid, month by month; a Lebensmonat is named by the month in which it begins. */
export const monateAus = ({
  abschnitte = [],
  zeitraeume = [],
}: Partial<Pick<Entscheidung, "abschnitte" | "zeitraeume">>): Abschnitt[] => [
  ...abschnitte,
  ...zeitraeume.map(({ von, betragCent }) => ({ von: monatVon(von), bis: monatVon(von), betragCent })),
];
