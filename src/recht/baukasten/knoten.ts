import type { IsoDatum } from "#kalender";
import type { Parameter } from "./parameter.ts";
import type { Satzung } from "./satzung.ts";
import type { Tafel } from "./tafel.ts";

/** A named place in the graph. `T` is what it holds where it is known; unknown is `undefined`. */
export type Knoten<T> = {
  readonly nummer: number;
  readonly schluessel: string;
  readonly titel: string;
  readonly norm: string;
  readonly art: Knotenart;
  /** For the compiler only: nothing is stored here. */
  readonly typ?: T;
};
export type Knotenart =
  | "fakt"
  | "parameter"
  | "bedingung"
  | "rechnung"
  | "rundung"
  | "tafel"
  | "alle"
  | "eine"
  | "nicht"
  | "ermessen"
  | "beurteilung";

export type Eingaben = Record<string, Knoten<unknown>>;
export type Werte<E extends Eingaben> = { [N in keyof E]: E[N] extends Knoten<infer T> ? T : never };

/** Sentences for the person: why it speaks for them, why against them. An empty one is not worth saying. */
export type Satzpaar = { ja: string; nein: string };

export type FaktAngaben<T> = {
  titel: string;
  /** Name of the Nachweis, or of the form's page, that settles this fact. */
  klaertDurch: string;
  /** A register is asked before a person is. */
  quelle: "register" | "person";
  /** Values that stand for all: tried out to see whether knowing this fact would settle the case. */
  proben: readonly T[];
  /**
   * Whether a person could plausibly be in another position here, so that it is worth telling what would follow; of a choice, the values
   * worth telling. Default: yes-or-no and numbers that the person says. Never what nobody chooses: birth, origin, disability.
   */
  aenderbar?: boolean | readonly T[];
};

/** How a node gets its value; the evaluator switches on it. */
export type Bauplan =
  | { art: "fakt"; name: string; angaben: FaktAngaben<unknown> }
  | { art: "tag" }
  | { art: "tage" }
  | { art: "bis" }
  | Parameterplan
  | { art: "funktion"; namen: readonly string[]; eingaben: readonly number[]; funktion: (werte: never, tag: IsoDatum) => unknown }
  /** Its first input holds the rows, the others are the columns in their order. */
  | { art: "tafel"; tafel: Tafel; namen: readonly string[]; eingaben: readonly number[] }
  | { art: "alle" | "eine"; eingaben: readonly number[] }
  | { art: "nicht"; eingaben: readonly [number] }
  | { art: "person"; name: string };

/** Under this name the trace and the lawyer's view tell which node holds the day of a figure. */
export const TAG_DES_SATZES = "Tag des Satzes";
/** `satzung`: each Mandant has its own figure, and it is not put in yet. */
export type Parameterplan = {
  art: "parameter";
  parameter: Parameter<unknown>;
  satzung?: Satzung<unknown>;
  /** The node that holds the day of the figure; none: the day that is judged. */
  eingaben: readonly [] | readonly [number];
  /** That node holds several days, this one a figure for each, by day. */
  jeTag?: true;
};

export type Eintrag = { knoten: Knoten<unknown>; bauplan: Bauplan; satz?: Satzpaar };
