import type { Knoten, Syntax } from "../baum.ts";
import { type Pfad, pfad } from "../pfad.ts";

/** Where a business term stands in each syntax, from its group's element on; the language of the paths is that of `pfad`. */
export type Feld = { readonly art: "wert"; readonly bt: string; readonly ubl: Pfad; readonly cii: Pfad };
export type Gruppe<F extends Felder> = {
  readonly art: "gruppe";
  readonly bg: string;
  readonly ubl: Pfad;
  readonly cii: Pfad;
  readonly felder: F;
};
export type Felder = { readonly [name: string]: Feld | Gruppe<Felder> };

/** What the reader makes of the table: every term all its elements in document order (none: []), every group all its occurrences. */
export type Modell<F extends Felder> = { readonly knoten: Knoten } & {
  readonly [K in keyof F]: F[K] extends Gruppe<infer G> ? readonly Modell<G>[] : readonly Knoten[];
};

export const wert = (bt: string, ubl: string, cii: string): Feld => ({ art: "wert", bt, ubl: pfad(ubl), cii: pfad(cii) });
export const gruppe = <const F extends Felder>(bg: string, ubl: string, cii: string, felder: F): Gruppe<F> => ({
  art: "gruppe",
  bg,
  ubl: pfad(ubl),
  cii: pfad(cii),
  felder,
});

type Leser = new (knoten: Knoten) => object;
const leser = new WeakMap<Felder, Partial<Record<Syntax, Leser>>>();

/**
 * A term is looked up when somebody asks for it, once: the rules of one invoice ask for a few dozen, and with thousands of lines the rest
 * would be most of the work.
 */
export function liesFelder<F extends Felder>(felder: F, syntax: Syntax, knoten: Knoten): Modell<F> {
  let jeSyntax = leser.get(felder);
  if (!jeSyntax) {
    jeSyntax = {};
    leser.set(felder, jeSyntax);
  }
  jeSyntax[syntax] ??= baueLeser(felder, syntax);
  return new jeSyntax[syntax](knoten) as Modell<F>;
}

function baueLeser(felder: Felder, syntax: Syntax): Leser {
  class Gelesenes {
    readonly knoten: Knoten;
    constructor(knoten: Knoten) {
      this.knoten = knoten;
    }
  }
  for (const [name, feld] of Object.entries(felder))
    Object.defineProperty(Gelesenes.prototype, name, {
      enumerable: true,
      get(this: Gelesenes) {
        const stellen = feld[syntax](this.knoten);
        const value = feld.art === "wert" ? stellen : stellen.map((stelle) => liesFelder(feld.felder, syntax, stelle));
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  return Gelesenes;
}
