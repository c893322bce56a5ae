import type { Bestand, Jobmodell } from "../contract.ts";
import { merkmale, merkmalstafel } from "../kalender/merkmale.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { schluesselcodes } from "../kalender/tagschluessel.ts";
import { summe } from "../rechnen/ridge.ts";
import { kalenderDer, lernzeitVon, reihe } from "./erste-stufe.ts";

// Where what stands in the first layer of the expecting network.
export const EINBETTUNG_JOB = 6;
export const EINBETTUNG_MANDANT = 4;
const STECKBRIEF = 17;
const AB_STECKBRIEF = merkmale.length - 1;
export const AB_JOB = AB_STECKBRIEF + STECKBRIEF;
export const AB_MANDANT = AB_JOB + EINBETTUNG_JOB;
const AB_REGRESSION = AB_MANDANT + EINBETTUNG_MANDANT;
export const EIN = AB_REGRESSION + 2;

/** What the days [von, bis) say of a job in 17 numbers; the network knows a new job by these at once. */
export function steckbriefe(bestand: Bestand, modelle: readonly Jobmodell[], von: number, bis: number): Float32Array {
  const aus = new Float32Array(bestand.jobs.length * STECKBRIEF);
  const kalender = kalenderDer(bestand);
  modelle.forEach((modell, j) => {
    const werte = reihe(bestand, j);
    const zeit = lernzeitVon(bestand, j, von, bis);
    const k = kalender[j] as Tagarten;
    const tage = new Float32Array(7);
    const laeufe = new Float32Array(7);
    const summen = new Float32Array(7);
    for (let t = von; t < bis; t++) {
      if (!zeit.gilt(t)) continue;
      const wd = k.wochentag[t] as number;
      tage[wd] = (tage[wd] as number) + 1;
      const wert = werte[t] as number;
      if (wert <= 0) continue;
      laeufe[wd] = (laeufe[wd] as number) + 1;
      summen[wd] = (summen[wd] as number) + Math.log(wert) - modell.mitte;
    }
    const ab = j * STECKBRIEF;
    for (let d = 0; d < 7; d++) {
      aus[ab + d] = ((laeufe[d] as number) + 0.5) / ((tage[d] as number) + 1);
      aus[ab + 7 + d] = (summen[d] as number) / ((laeufe[d] as number) + 1);
    }
    aus[ab + 14] = modell.ruhetags;
    aus[ab + 15] = modell.mitte / 5 - 1;
    aus[ab + 16] = modell.streuung * 3 - 1;
  });
  return aus;
}

export type Einbettungen = { jobs: Float32Array; mandanten: Float32Array };
/** `stelle` and `m` below zero: never seen, embedding zero. */
export function fuelle(
  ein: Float32Array,
  k: Tagarten,
  t: number,
  brief: Float32Array,
  j: number,
  aus: Einbettungen,
  stelle: number,
  m: number,
  modell: Jobmodell,
) {
  const tafel = merkmalstafel(k);
  // Without the column of ones: the network has its own zeros.
  for (let p = 1; p < tafel.breite; p++) ein[p - 1] = tafel.dicht[t * tafel.breite + p] as number;
  for (let p = 0; p < STECKBRIEF; p++) ein[AB_STECKBRIEF + p] = brief[j * STECKBRIEF + p] as number;
  for (let p = 0; p < EINBETTUNG_JOB; p++) ein[AB_JOB + p] = stelle < 0 ? 0 : (aus.jobs[stelle * EINBETTUNG_JOB + p] as number);
  for (let p = 0; p < EINBETTUNG_MANDANT; p++)
    ein[AB_MANDANT + p] = m < 0 ? 0 : (aus.mandanten[m * EINBETTUNG_MANDANT + p] as number);
  ein[AB_REGRESSION] = Math.max(-3, Math.min(3, summe(tafel, t, modell.beiwerte)));
  const p = modell.laeuft[(schluesselcodes(k)[modell.schluessel] as Uint8Array)[t] as number] as number;
  ein[AB_REGRESSION + 1] = Math.log((p + 0.003) / (1.003 - p)) / 3;
}
