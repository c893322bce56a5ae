import type { Knoten } from "../baum.ts";
import type { Pruefung } from "./weg.ts";

/**
 * The elements a rule speaks about. Within one Muster an element belongs to the first Anlass that fits and to no other: so the official rules
 * are read, and several of them are asked less often than their wording promises.
 */
export type Anlass = {
  readonly name: string;
  readonly muster: string;
  readonly element: string | ((name: string) => boolean);
  readonly wenn?: Pruefung;
  /** Where several Anlaesse differ only by what stands in the element: which of them it is, if any. */
  readonly welcher?: (k: Knoten) => string | undefined;
};

/**
 * Declares an Anlass by the path that leads to its elements: `a/b` is a `b` in an `a` anywhere, `/a/b` starts at the root, `*` is any element.
 * Several paths, separated by blanks, are alternatives.
 */
export function anlass(muster: string, name: string, pfade: string, wenn?: Pruefung): Anlass[] {
  return pfade.split(" ").map((pfad) => {
    const vonWurzel = pfad.startsWith("/");
    const schritte = (vonWurzel ? pfad.slice(1) : pfad).split("/");
    const element = schritte.pop() ?? "";
    const eltern = schritte.reverse();
    const bedingung: Pruefung | undefined =
      eltern.length > 0 || vonWurzel ? (k, d) => liegtUnter(k, eltern, vonWurzel) && (!wenn || wenn(k, d)) : wenn;
    return { name, muster, element, ...(bedingung ? { wenn: bedingung } : {}) };
  });
}

function liegtUnter(k: Knoten, eltern: readonly string[], vonWurzel: boolean): boolean {
  let oben = k.eltern;
  for (const name of eltern) {
    if (!oben || (name !== "*" && oben.name !== name)) return false;
    oben = oben.eltern;
  }
  return !vonWurzel || oben === undefined;
}

/** Several Anlaesse of one path, told apart by what stands in the element. */
export const anlassJe = (muster: string, pfade: string, welcher: (k: Knoten) => string | undefined): Anlass[] =>
  anlass(muster, "", pfade).map((einer) => ({ ...einer, welcher }));

/** An Anlass whose elements are known by the end of their name. */
export const anlassNachEnde = (muster: string, name: string, passt: (name: string) => boolean, wenn?: Pruefung): Anlass[] => [
  { name, muster, element: passt, ...(wenn ? { wenn } : {}) },
];
