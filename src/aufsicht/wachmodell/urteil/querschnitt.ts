import type { Bestand } from "../contract.ts";
import { FEHLT, type Lage } from "./lage.ts";

// A Mandant with thousands of jobs is told by forty of them as well.
const NACHBARN = 40;
// Fewer say nothing of a Land.
const MINDESTENS = 4;

/** Of every job the others of its Mandant. */
export function nachbarn(bestand: Bestand): Int32Array[] {
  const je = new Map<string, number[]>();
  bestand.jobs.forEach(({ mandant }, j) => {
    const gruppe = je.get(mandant);
    if (gruppe) gruppe.push(j);
    else je.set(mandant, [j]);
  });
  const feste = new Map<string, number[]>();
  for (const [mandant, gruppe] of je)
    feste.set(
      mandant,
      gruppe.length <= NACHBARN ? gruppe : gruppe.filter((_, i) => i % Math.ceil(gruppe.length / NACHBARN) === 0),
    );
  return bestand.jobs.map(({ mandant }, j) => Int32Array.from((feste.get(mandant) ?? []).filter((anderer) => anderer !== j)));
}

/** Median of how far all jobs, and those of each Land, are off on each day: what moves everybody is nobody's fault. */
export type Gesamtlage = { land: Float32Array[]; alle: Float32Array };

export function gesamtlage(bestand: Bestand, lage: Lage): Gesamtlage {
  const laender = [...new Set(bestand.jobs.map(({ land }) => land))];
  const gruppen = laender.map((land) => bestand.jobs.flatMap((job, j) => (job.land === land ? [j] : [])));
  const medianVon = (jobs: readonly number[], mindestens: number) =>
    Float32Array.from({ length: lage.breite }, (_, s) => {
      const werte: number[] = [];
      for (const j of jobs) {
        const r = lage.rest[j * lage.breite + s] as number;
        if (r === r) werte.push(r);
      }
      if (werte.length < mindestens) return 0;
      return Float32Array.from(werte).sort()[werte.length >> 1] ?? 0;
    });
  const jeLand = gruppen.map((jobs) => medianVon(jobs, MINDESTENS));
  return {
    alle: medianVon(
      bestand.jobs.map((_, j) => j),
      6,
    ),
    land: bestand.jobs.map(({ land }) => jeLand[laender.indexOf(land)] as Float32Array),
  };
}

const puffer = new Float32Array(NACHBARN + 1);
export const BREITE_MANDANT = 8;

/**
 * How the other jobs of the Mandant do on the same morning, those that run on closed days apart: a local closure leaves them alone, a
 * disturbance does not. `verschiebung` is what an injected disturbance does to all of them.
 */
export function mandantenlage(
  lage: Lage,
  andere: Int32Array,
  t: number,
  verschiebung: number,
  aus: Float32Array,
  ab: number,
): void {
  let rund = 0;
  let nRund = 0;
  let uebrige = 0;
  let nUebrige = 0;
  let tief = 0;
  let n = 0;
  for (let a = 0; a < andere.length; a++) {
    const j = andere[a] as number;
    let r = lage.rest[j * lage.breite + t - lage.von] as number;
    if (r !== r) continue;
    if (r > FEHLT + 0.01) r = Math.max(FEHLT, r + verschiebung);
    puffer[n++] = r;
    if (r < -0.5) tief++;
    if ((lage.jobmodelle[j]?.ruhetags ?? 0) > 0.5) {
      rund += r;
      nRund++;
    } else {
      uebrige += r;
      nUebrige++;
    }
  }
  const sortiert = puffer.subarray(0, n).sort();
  const rang = (anteil: number) => (n > 2 ? (sortiert[Math.floor(n * anteil)] as number) : 0);
  aus[ab] = nRund ? rund / nRund : 0;
  aus[ab + 1] = nUebrige ? uebrige / nUebrige : 0;
  aus[ab + 2] = Math.min(nRund, 5) / 5;
  aus[ab + 3] = Math.min(nUebrige, 10) / 10;
  aus[ab + 4] = n ? tief / n : 0;
  aus[ab + 5] = rang(0.5);
  aus[ab + 6] = rang(0.85);
  aus[ab + 7] = rang(0.15);
}
