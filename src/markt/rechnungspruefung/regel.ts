import type { Knoten, Syntax } from "./baum.ts";
import type { Rechnung } from "./modell.ts";

export type Schwere = "fehler" | "warnung" | "hinweis";

/**
 * Where a rule comes from, and so which scenarios apply it: the norm; XRechnung for all its kinds; its extension; its kind for vehicles
 * (CVD); what this house adds (Leitweg-ID, IBAN, implausible dates).
 */
export type Werk = "en16931" | "xrechnung" | "xrechnung-extension" | "xrechnung-cvd" | "fachwerk";

/** What breaks the rule: the element itself, or the one in which something is missing; perhaps with the figures that show it. */
export type Stelle = Knoten | { readonly knoten: Knoten; readonly zusatz: string };

/** One entry a rule. */
export type Regel = {
  readonly id: string;
  readonly werk: Werk;
  /** Of the norm; a scenario may set another. */
  readonly schwere: Schwere;
  /** German sentence for the supplier: what must be, in the words of an invoice. */
  readonly text: string;
  /** The business terms it touches, `BT-1`, `BG-4`. */
  readonly bt: readonly string[];
  /** Only for documents of this syntax; the same id may have an entry for each. */
  readonly syntax?: Syntax;
  /** Pure. Nothing found: the rule holds. Whatever it throws is reported as an error of the engine, never as a pass. */
  readonly pruefe: (rechnung: Rechnung) => Iterable<Stelle>;
};
