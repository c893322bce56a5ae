import type { Monat } from "#kalender";
import type { Grund, Offen } from "./gruende.ts";
import type { Spurzeile } from "./werte-aus.ts";

/** Where a fact comes from, as the person reads it. */
export type Herkunft = { quelle: string; stand: string | null };

/** Months in a row with the same amount. Cents a month. */
export type Abschnitt = { von: Monat; bis: Monat; betragCent: number };
export type Rechenschritt = { text: string; norm: string; betragCent: number };
export type Rechnung = { von: Monat; bis: Monat; schritte: Rechenschritt[] };
export type Tatsache = { text: string; wert: string; herkunft: Herkunft };

/** A decision, or the proposal of one. Plain data: it is stored, shown, explained and replayed. */
export type Entscheidung = {
  art: "bewilligt" | "abgelehnt" | "vonHand";
  leistung: string;
  version: string;
  /** What the rules would say; for `vonHand` the proposal, or undefined where they cannot say. */
  vorschlag?: "bewilligt" | "abgelehnt";
  abschnitte: Abschnitt[];
  gruende: Grund[];
  tatsachen: Tatsache[];
  rechnung: Rechnung[];
  /** Why a person must decide. */
  vonHand: string[];
  offen: Offen[];
  /** The evaluation of the first month that decided, node by node. */
  spur: Spurzeile[];
  /** SHA-512 over version, facts, judgements, months and their amounts: the same inputs give the same. */
  hash: string;
};
