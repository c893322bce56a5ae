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
// biome-ignore lint/suspicious/noExplicitAny: a group inside a group has fields of any names; the names are inferred, not widened
export type Felder = { readonly [name: string]: Feld | Gruppe<any> };

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

export function liesFelder<F extends Felder>(felder: F, syntax: Syntax, knoten: Knoten): Modell<F> {
  const gelesen: Record<string, unknown> = { knoten };
  for (const name in felder) {
    const feld = felder[name];
    if (!feld) continue;
    const stellen = feld[syntax](knoten);
    gelesen[name] = feld.art === "wert" ? stellen : stellen.map((stelle) => liesFelder(feld.felder as Felder, syntax, stelle));
  }
  return gelesen as Modell<F>;
}
