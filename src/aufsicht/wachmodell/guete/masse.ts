/** Points in the order of their scores, highest first. Equal scores keep their order, so that a figure is the same on every machine. */
export function rangfolge(scores: ArrayLike<number>): Uint32Array {
  const folge = Uint32Array.from({ length: scores.length }, (_, i) => i);
  return folge.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** Average precision: mean over the true ones of the precision at their rank. `gewichte`: how many points a point stands for. */
export function durchschnittspraezision(
  scores: ArrayLike<number>,
  wahr: (i: number) => boolean,
  gewicht: (i: number) => number = () => 1,
): number {
  let treffer = 0;
  let gesehen = 0;
  let summe = 0;
  for (const i of rangfolge(scores)) {
    const g = gewicht(i);
    gesehen += g;
    if (!wahr(i)) continue;
    treffer += g;
    summe += (g * treffer) / gesehen;
  }
  return treffer === 0 ? 0 : summe / treffer;
}

/** Highest harmonic mean of precision and recall over all thresholds. */
export function bestesF1(scores: ArrayLike<number>, wahr: (i: number) => boolean): { f1: number; schwelle: number } {
  const folge = rangfolge(scores);
  const alle = folge.reduce((summe, i) => summe + (wahr(i) ? 1 : 0), 0);
  let treffer = 0;
  let bestes = { f1: 0, schwelle: Number.POSITIVE_INFINITY };
  folge.forEach((i, rang) => {
    if (wahr(i)) treffer++;
    const f1 = (2 * treffer) / (rang + 1 + alle);
    if (f1 > bestes.f1) bestes = { f1, schwelle: scores[i] as number };
  });
  return bestes;
}

/** Share of the true ones among the `budget` highest of each day. */
export function trefferImBudget(
  punkte: { tag: ArrayLike<number | string>; score: ArrayLike<number> },
  wahr: (i: number) => boolean,
  budget: number,
): { anteil: number; gefunden: Set<number> } {
  const jeTag = new Map<number | string, number[]>();
  for (let i = 0; i < punkte.score.length; i++) {
    const tag = punkte.tag[i] as number | string;
    const liste = jeTag.get(tag);
    if (liste) liste.push(i);
    else jeTag.set(tag, [i]);
  }
  const gefunden = new Set<number>();
  let alle = 0;
  for (const liste of jeTag.values()) {
    for (const i of liste) if (wahr(i)) alle++;
    liste.sort((a, b) => (punkte.score[b] as number) - (punkte.score[a] as number) || a - b);
    for (const i of liste.slice(0, budget)) if (wahr(i)) gefunden.add(i);
  }
  return { anteil: alle === 0 ? 0 : gefunden.size / alle, gefunden };
}
