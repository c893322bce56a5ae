import { bestesF1, durchschnittspraezision, trefferImBudget } from "./masse.ts";

/** Scores of points with the truth about them. */
export type Messpunkte = {
  score: ArrayLike<number>;
  tag: ArrayLike<number>;
  /** Kind of fault, undefined where all is well. */
  art: (i: number) => string | undefined;
  /** A day that the calendar makes special. */
  besonders: (i: number) => boolean;
};
export type Messung = {
  durchschnittspraezision: number;
  bestesF1: number;
  /** Share of the faults among the 20 highest of each day. */
  treffer: number;
  jeArt: Record<string, { anzahl: number; treffer: number }>;
  besondereTage: { durchschnittspraezision: number; treffer: number; anzahl: number };
};

export const BUDGET = 20;

export function messe({ score, tag, art, besonders }: Messpunkte, budget = BUDGET): Messung {
  const wahr = (i: number) => art(i) !== undefined;
  const { anteil, gefunden } = trefferImBudget({ tag, score }, wahr, budget);
  const jeArt: Messung["jeArt"] = {};
  const besondere: number[] = [];
  for (let i = 0; i < score.length; i++) {
    if (besonders(i)) besondere.push(i);
    const name = art(i);
    if (name === undefined) continue;
    jeArt[name] ??= { anzahl: 0, treffer: 0 };
    jeArt[name].anzahl++;
    if (gefunden.has(i)) jeArt[name].treffer++;
  }
  for (const each of Object.values(jeArt)) each.treffer /= each.anzahl;
  const echte = besondere.filter(wahr);
  return {
    durchschnittspraezision: durchschnittspraezision(score, wahr),
    bestesF1: bestesF1(score, wahr).f1,
    treffer: anteil,
    jeArt: Object.fromEntries(Object.entries(jeArt).sort(([a], [b]) => (a < b ? -1 : 1))),
    besondereTage: {
      durchschnittspraezision: durchschnittspraezision(
        besondere.map((i) => score[i] as number),
        (q) => wahr(besondere[q] as number),
      ),
      treffer: echte.length === 0 ? 0 : echte.filter((i) => gefunden.has(i)).length / echte.length,
      anzahl: echte.length,
    },
  };
}
