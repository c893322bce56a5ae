import type { Bestand } from "../contract.ts";
import type { Lage } from "../urteil/lage.ts";
import { medianVon } from "./lerne-job.ts";

const TAGE = 14;
const VERSCHOBEN = Math.log(1.25);

/** Mean residual of the last days in scales of the job, median over the jobs: all of them drifting one way. */
export function drift(bestand: Bestand, lage: Lage): number {
  const mittel = bestand.jobs.flatMap((_, j) => {
    const reste = Array.from(lage.rest.subarray((j + 1) * lage.breite - TAGE, (j + 1) * lage.breite)).filter((r) => r > -4);
    const streuung = lage.jobmodelle[j]?.streuung ?? 1;
    return reste.length < 4 ? [] : [reste.reduce((s, r) => s + r, 0) / reste.length / streuung];
  });
  return mittel.length === 0 ? 0 : medianVon(mittel);
}

/** Share of jobs that stand a quarter above or below what the first part of the training time expected of them. */
export function niveauVerschoben(bestand: Bestand, lage: Lage): number {
  const verschoben = bestand.jobs.filter((_, j) => Math.abs(lage.niveau[(j + 1) * lage.breite - 1] ?? 0) > VERSCHOBEN).length;
  return bestand.jobs.length === 0 ? 0 : verschoben / bestand.jobs.length;
}

/** Mean distance between stated probability and observed share over ten bins, weighted by how many points fall in each. */
export function eichfehler(wahrscheinlichkeiten: ArrayLike<number>, wahr: (i: number) => boolean): number {
  const faecher = Array.from({ length: 10 }, () => ({ p: 0, ja: 0, n: 0 }));
  for (let i = 0; i < wahrscheinlichkeiten.length; i++) {
    const p = wahrscheinlichkeiten[i] as number;
    const fach = faecher[Math.min(9, Math.floor(p * 10))];
    if (!fach) continue;
    fach.p += p;
    fach.ja += wahr(i) ? 1 : 0;
    fach.n++;
  }
  const alle = faecher.reduce((s, { n }) => s + n, 0);
  return alle === 0 ? 0 : faecher.reduce((s, { p, ja }) => s + Math.abs(p - ja), 0) / alle;
}
