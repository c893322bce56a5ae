import type { IsoDatum } from "#kalender";
import type { Knotenart } from "./knoten.ts";
import { planFuer } from "./plan.ts";
import type { Regelwerk } from "./regelwerk.ts";

/** Facts by name; a fact that is missing or undefined is unknown. */
export type Fakten = Readonly<Record<string, unknown>>;
export type Urteile = Readonly<Record<string, boolean>>;
export type Spurzeile = {
  schluessel: string;
  titel: string;
  norm: string;
  art: Knotenart;
  /** undefined: unknown. */
  wert: unknown;
  /** The values that went in, by name. */
  eingaben: Readonly<Record<string, unknown>>;
  quelle?: string;
  /** Of a decision table: the rows that were hit, or could be as long as something is unknown. */
  zeilen?: { nummer: number; text: string; norm?: string }[];
};
export type Auswertung = {
  readonly anspruch: boolean | undefined;
  /** 0 where the rules know no amount. */
  readonly betragCent: number | undefined;
  /** 0 where the rules know no fee. */
  readonly gebuehrCent: number | undefined;
  /** What every node holds, in the order of the graph. */
  readonly werte: readonly unknown[];
  /** One line a node, in the order of the graph. */
  readonly spur: readonly Spurzeile[];
};

/**
 * Evaluates every node once, in order. Three-valued: a function whose input is unknown is unknown; `alle`, `eine`, `nicht` follow
 * Kleene's logic, so that one known condition can settle what another leaves open.
 *
 * @param tag the day that is judged: parameters are taken as of this day
 * @param tage days of the month with a claim, 30 for a whole month
 * @param bis last day of the period that is judged
 * @throws {KeinSatz} where a parameter that is needed has no figure for the day
 */
export function werteAus(
  regelwerk: Regelwerk,
  fakten: Fakten,
  tag: IsoDatum,
  tage = 30,
  urteile: Urteile = {},
  bis: IsoDatum = tag,
): Auswertung {
  return new Ausgewertet(regelwerk, planFuer(regelwerk).werte(fakten, tag, tage, urteile, bis), tag);
}

/** What every node holds is all that the trace says; its lines are written when somebody reads them. */
class Ausgewertet implements Auswertung {
  readonly anspruch: boolean | undefined;
  readonly betragCent: number | undefined;
  readonly gebuehrCent: number | undefined;
  readonly werte: readonly unknown[];
  readonly #regelwerk: Regelwerk;
  readonly #tag: IsoDatum;
  #spur: readonly Spurzeile[] | undefined;

  constructor(regelwerk: Regelwerk, werte: readonly unknown[], tag: IsoDatum) {
    this.anspruch = werte[regelwerk.anspruch.nummer] as boolean | undefined;
    this.betragCent = regelwerk.betrag ? (werte[regelwerk.betrag.nummer] as number | undefined) : 0;
    this.gebuehrCent = regelwerk.gebuehr ? (werte[regelwerk.gebuehr.nummer] as number | undefined) : 0;
    this.werte = werte;
    this.#regelwerk = regelwerk;
    this.#tag = tag;
  }

  get spur(): readonly Spurzeile[] {
    this.#spur ??= planFuer(this.#regelwerk).spur(this.werte, this.#tag);
    return this.#spur;
  }
}

/** Whether something unknown leaves the result, or what is paid or owed with it, open. */
export const istOffen = ({ anspruch, betragCent, gebuehrCent }: Auswertung): boolean =>
  anspruch === undefined || (anspruch && (betragCent === undefined || gebuehrCent === undefined));
