import type { Bestand, Jobmodell } from "../contract.ts";
import { merkmalstafel } from "../kalender/merkmale.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { schluesselcodes } from "../kalender/tagschluessel.ts";
import { istZahl, kalenderDer, reihe } from "../lernen/erste-stufe.ts";
import { summe } from "../rechnen/ridge.ts";

/** Days of history that the level needs: what lies further back weighs less than a millionth. */
export const ANLAUF = 200;
const NIVEAU = 0.12;
const NIVEAU_NEU = 0.5;
const TAGE_NEU = 5;
const UNRUHE = 0.05;
/** Residual that stands for "should have come and did not". */
export const FEHLT = -4;

/** What a second expectation says of one job and day: mean and scale of the logarithm, probability to run. */
export type Zweitmeinung = (j: number, t: number, aus: Float32Array) => void;

/**
 * Everything the judge may know of the days [von, bis), a row a job: expectations made of days before, how the job did until yesterday,
 * and how far every job is off on the day itself. Nothing behind a day enters its column.
 */
export type Lage = {
  von: number;
  bis: number;
  breite: number;
  kalender: Tagarten[];
  jobmodelle: readonly Jobmodell[];
  /** Logarithm of the count that the regression expects, level included. */
  muRegression: Float32Array;
  muNetz: Float32Array;
  mu: Float32Array;
  streuungNetz: Float32Array;
  laeuftRegression: Float32Array;
  laeuftNetz: Float32Array;
  laeuft: Float32Array;
  niveau: Float32Array;
  schnell: Float32Array;
  gestern: Float32Array;
  unruhe: Float32Array;
  /** How far off the day is; FEHLT where a likely run did not come, NaN where nothing can be said. */
  rest: Float32Array;
  hatNetz: boolean;
  anteil: number;
};

export function berechneLage(
  bestand: Bestand,
  jobmodelle: readonly Jobmodell[],
  von: number,
  bis: number,
  zweit?: { meinung: Zweitmeinung; anteil: number },
): Lage {
  const breite = bis - von;
  const feld = () => new Float32Array(bestand.jobs.length * breite);
  const lage: Lage = {
    von,
    bis,
    breite,
    kalender: kalenderDer(bestand),
    jobmodelle,
    muRegression: feld(),
    muNetz: feld(),
    mu: feld(),
    streuungNetz: feld(),
    laeuftRegression: feld(),
    laeuftNetz: feld(),
    laeuft: feld(),
    niveau: feld(),
    schnell: feld(),
    gestern: feld(),
    unruhe: feld(),
    rest: feld(),
    hatNetz: zweit !== undefined,
    anteil: 0,
  };
  const aus = new Float32Array(3);
  for (let j = 0; j < bestand.jobs.length; j++) {
    verfolge(lage, bestand, j);
    for (let t = von; zweit && t < bis; t++) {
      const i = j * breite + t - von;
      zweit.meinung(j, t, aus);
      lage.muNetz[i] = (aus[0] as number) + (lage.niveau[i] as number);
      lage.streuungNetz[i] = aus[1] as number;
      lage.laeuftNetz[i] = aus[2] as number;
    }
  }
  mische(lage, bestand, zweit?.anteil ?? 0);
  return lage;
}

/** Blends both expectations anew, and with them how far everybody is off. */
export function mische(lage: Lage, bestand: Bestand, anteil: number): void {
  lage.anteil = anteil;
  for (let j = 0; j < bestand.jobs.length; j++) {
    const werte = reihe(bestand, j);
    for (let t = lage.von; t < lage.bis; t++) {
      const i = j * lage.breite + t - lage.von;
      const mu = lage.muRegression[i] as number;
      const p = lage.laeuftRegression[i] as number;
      lage.mu[i] = anteil === 0 ? mu : mu + anteil * ((lage.muNetz[i] as number) - mu);
      lage.laeuft[i] = anteil === 0 ? p : p + anteil * ((lage.laeuftNetz[i] as number) - p);
      lage.rest[i] = restVon(werte[t] as number, lage.mu[i] as number, lage.laeuft[i] as number);
    }
  }
}

export function restVon(wert: number, mu: number, laeuft: number): number {
  if (!istZahl(wert)) return Number.NaN;
  if (wert === 0) return laeuft > 0.5 ? FEHLT : Number.NaN;
  return Math.max(FEHLT, Math.min(-FEHLT, Math.log(wert) - mu));
}

/** Level, unrest and yesterday of one job, day by day, from what was known the evening before. */
function verfolge(lage: Lage, bestand: Bestand, j: number): void {
  const { mitte, streuung, beiwerte, schluessel, laeuft } = lage.jobmodelle[j] as Jobmodell;
  const k = lage.kalender[j] as Tagarten;
  const tafel = merkmalstafel(k);
  const code = schluesselcodes(k)[schluessel] as Uint8Array;
  const werte = reihe(bestand, j);
  const neu = bestand.niveauwechsel?.get(bestand.jobs[j]?.id ?? "") ?? [];
  let niveau = 0;
  let schnell = 0;
  let unruhe = 0;
  let gestern = 0;
  let seitWechsel = TAGE_NEU;
  for (let t = Math.max(0, lage.von - ANLAUF); t < lage.bis; t++) {
    const mu = mitte + summe(tafel, t, beiwerte);
    const p = laeuft[code[t] as number] as number;
    if (neu.includes(t)) seitWechsel = 0;
    if (t >= lage.von) {
      const i = j * lage.breite + t - lage.von;
      lage.muRegression[i] = mu + niveau;
      lage.laeuftRegression[i] = p;
      lage.niveau[i] = niveau;
      lage.schnell[i] = schnell;
      lage.gestern[i] = gestern;
      lage.unruhe[i] = unruhe;
    }
    const wert = werte[t] as number;
    // A day that people took out moves no level either.
    if (!istZahl(wert) || bestand.ausgenommen?.[j * bestand.tage + t] === 1) continue;
    if (wert > 0) {
      const e = Math.log(wert) - mu - niveau;
      const frisch = seitWechsel < TAGE_NEU;
      const grenze = frisch ? 5 : 2 * streuung;
      niveau += (frisch ? NIVEAU_NEU : NIVEAU) * Math.max(-grenze, Math.min(grenze, e));
      if (frisch) seitWechsel++;
      unruhe += UNRUHE * (Math.min(Math.abs(e), 4 * streuung) / streuung - unruhe);
      gestern = Math.max(-3, Math.min(3, e));
      schnell = 0.6 * schnell + 0.4 * gestern;
    } else if (p > 0.5) gestern = -3;
    else gestern *= 0.5;
  }
}
