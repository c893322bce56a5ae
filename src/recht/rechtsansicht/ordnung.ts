import { type Fundstelle, liesNorm, vergleicheStellen } from "./norm.ts";

type MitNorm = { norm: string; schluessel: string };
export type Gesetzesgruppe<K> = { gesetz: string; stelle: string; knoten: K[] };

/** Facts and the day that is judged have no norm: they are what the statute is applied to. */
export const OHNE_NORM = "Tatsachen";

/**
 * In the order of the statute, by the first place that each norm names: first the law on which the claim rests, then the laws it calls, by
 * name, last the facts. Within one place the order of the graph: what goes in stands before what comes out.
 */
export function ordneNachGesetz<K extends MitNorm>(knoten: readonly K[], hauptnorm: string): K[] {
  const hauptgesetz = ersteStelle(hauptnorm)?.gesetz;
  const rang = (stelle: Fundstelle | undefined) => (stelle === undefined ? 2 : stelle.gesetz === hauptgesetz ? 0 : 1);
  return knoten
    .map((each, stelle) => ({ each, stelle, fundstelle: ersteStelle(each.norm) }))
    .sort((a, b) => {
      const [x, y] = [a.fundstelle, b.fundstelle];
      if (rang(x) !== rang(y) || !x || !y) return rang(x) - rang(y) || a.stelle - b.stelle;
      return x.gesetz.localeCompare(y.gesetz, "de") || vergleicheStellen(x, y) || a.stelle - b.stelle;
    })
    .map(({ each }) => each);
}

/** Neighbours of the same law and §, under one heading. */
export function gruppiere<K extends MitNorm>(geordnet: readonly K[]): Gesetzesgruppe<K>[] {
  const gruppen: Gesetzesgruppe<K>[] = [];
  for (const knoten of geordnet) {
    const stelle = ersteStelle(knoten.norm);
    const [gesetz, text] = stelle ? [stelle.gesetz, ueberschrift(stelle)] : [OHNE_NORM, ""];
    const letzte = gruppen.at(-1);
    if (letzte?.gesetz === gesetz && letzte.stelle === text) letzte.knoten.push(knoten);
    else gruppen.push({ gesetz, stelle: text, knoten: [knoten] });
  }
  return gruppen;
}

const ersteStelle = (norm: string): Fundstelle | undefined => liesNorm(norm).stellen[0];

function ueberschrift({ paragraph, artikel, anlage }: Fundstelle): string {
  if (anlage !== undefined) return anlage === "" ? "Anlage" : `Anlage ${anlage}`;
  if (artikel !== undefined) return `Art. ${artikel}`;
  return paragraph === undefined ? "" : `§ ${paragraph}`;
}
