import type { Bestand, Jobmodell } from "../contract.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { reihe } from "../lernen/erste-stufe.ts";
import type { Lage } from "./lage.ts";
import { unwahrscheinlichkeit } from "./likelihood.ts";
import { BREITE_MANDANT, type Gesamtlage, gesamtlage, mandantenlage, nachbarn } from "./querschnitt.ts";

/** What the judge sees of one point. */
export const BREITE = 60;
const AB_MANDANT = 30;
/** Where the likelihood of the blend stands, in fifths: it has a word of its own beside the judge. */
export const STELLE_LIKELIHOOD = AB_MANDANT + BREITE_MANDANT + 9;

export type Blick = { bestand: Bestand; lage: Lage; gesamt: Gesamtlage; nachbarn: Int32Array[] };

export const richteBlick = (bestand: Bestand, lage: Lage): Blick => ({
  bestand,
  lage,
  gesamt: gesamtlage(bestand, lage),
  nachbarn: nachbarn(bestand),
});

const grenze = (wert: number, um: number) => Math.max(-um, Math.min(um, wert));
const ja = (wahr: boolean) => (wahr ? 1 : 0);

/** Fills `aus` from `ab` for job j on day t, as if `wert` had come and the Mandant were moved by `verschiebung`. */
export function beschreibe(
  blick: Blick,
  j: number,
  t: number,
  wert: number,
  verschiebung: number,
  aus: Float32Array,
  ab: number,
): void {
  const { bestand, lage, gesamt } = blick;
  const i = j * lage.breite + t - lage.von;
  const spalte = t - lage.von;
  const modell = lage.jobmodelle[j] as Jobmodell;
  const k = lage.kalender[j] as Tagarten;
  const s = Math.max(modell.streuung, 0.05);
  const p = lage.laeuft[i] as number;
  const mu = lage.muRegression[i] as number;
  const kam = wert > 0;
  const log = kam ? Math.log(wert) : 0;
  const r = kam ? grenze(log - mu, 5) : 0;
  const streuung = Math.sqrt(s * s + Math.min(1, Math.exp(-mu)));
  const z = r / streuung;
  aus[ab] = ja(kam);
  aus[ab + 1] = r;
  aus[ab + 2] = Math.abs(r);
  aus[ab + 3] = grenze(z, 8) / 3;
  aus[ab + 4] = Math.min(8, Math.abs(z)) / 3;
  aus[ab + 5] = Math.log(Math.max(0.003, p)) / 3;
  aus[ab + 6] = Math.log(Math.max(0.003, 1 - p)) / 3;
  aus[ab + 7] = s * 3 - 1;
  aus[ab + 8] = mu / 5 - 1;
  aus[ab + 9] = Math.min(2, modell.n / 300) - 1;
  aus[ab + 10] = modell.ruhetags;
  aus[ab + 11] = k.ruht[t] as number;
  aus[ab + 12] = k.feiertag[t] as number;
  aus[ab + 13] = k.bruecke[t] as number;
  aus[ab + 14] = Math.min(k.davorRuhend[t] as number, 4) / 3;
  aus[ab + 15] = Math.min(k.danachRuhend[t] as number, 4) / 3;
  aus[ab + 16] = ja((k.werktagVonVorn[t] as number) <= 2);
  aus[ab + 17] = ja((k.werktagVonHinten[t] as number) <= 2);
  aus[ab + 18] = (lage.gestern[i] as number) / 2;
  aus[ab + 19] = (lage.unruhe[i] as number) - 1;
  aus[ab + 20] = (lage.niveau[i] as number) * 2;
  const land = gesamt.land[j]?.[spalte] ?? 0;
  aus[ab + 21] = land;
  aus[ab + 22] = gesamt.alle[spalte] as number;
  aus[ab + 23] = r - land;
  aus[ab + 24] = ja((k.tag[t] as number) >= 13 && (k.tag[t] as number) <= 18);
  aus[ab + 25] = ja(k.wochentag[t] === 0);
  aus[ab + 26] = ja((k.wochentag[t] as number) >= 5);
  wochenvergleich(bestand, k, j, t, kam, log, aus, ab + 27);
  const verdoppelt = kam ? r - Math.LN2 : 0;
  aus[ab + 29] = kam ? Math.exp(-0.5 * (verdoppelt / streuung) ** 2) : 0;
  mandantenlage(lage, blick.nachbarn[j] as Int32Array, t, verschiebung, aus, ab + AB_MANDANT);
  const mitte = aus[ab + AB_MANDANT + 5] as number;
  let q = ab + AB_MANDANT + BREITE_MANDANT;
  aus[q++] = r - mitte;
  aus[q++] = Math.abs(r - mitte);
  aus[q++] = mitte * modell.ruhetags;
  aus[q++] = kam ? 0 : (aus[ab + AB_MANDANT + 4] as number);
  aus[q++] = Math.log(wert + 1) / 8;
  aus[q++] = ja(wert <= 3);
  aus[q++] = lage.schnell[i] as number;
  aus[q++] = r - (lage.schnell[i] as number);
  aus[q++] = unwahrscheinlichkeit(lage, j, t, wert, 0) / 5;
  aus[q++] = unwahrscheinlichkeit(lage, j, t, wert, lage.hatNetz ? 0.5 : 0) / 5;
  q = zweiteErwartung(lage, i, kam, log, mitte, aus, q);
  aus.fill(0, q, ab + BREITE);
}

/** The last six days of the same weekday and the same openness. */
function wochenvergleich(
  bestand: Bestand,
  k: Tagarten,
  j: number,
  t: number,
  kam: boolean,
  log: number,
  aus: Float32Array,
  ab: number,
) {
  const werte = reihe(bestand, j);
  let summe = 0;
  let n = 0;
  for (let zurueck = 7; zurueck <= 42; zurueck += 7) {
    const u = t - zurueck;
    if (u < 0 || k.ruht[u] !== k.ruht[t] || !((werte[u] as number) > 0)) continue;
    summe += Math.log(werte[u] as number);
    n++;
  }
  aus[ab] = n === 0 ? 0 : kam ? grenze(log - summe / n, 3) : -3;
  aus[ab + 1] = n / 6;
}

/** Residuals against the expecting network, and against the blend. */
function zweiteErwartung(lage: Lage, i: number, kam: boolean, log: number, mitte: number, aus: Float32Array, ab: number): number {
  if (!lage.hatNetz) return ab;
  const r = kam ? grenze(log - (lage.muNetz[i] as number), 5) : 0;
  const s = lage.streuungNetz[i] as number;
  const rMischung = kam ? grenze(log - (lage.mu[i] as number), 5) : 0;
  aus[ab] = r;
  aus[ab + 1] = grenze(r / s, 8) / 3;
  aus[ab + 2] = Math.min(8, Math.abs(r / s)) / 3;
  aus[ab + 3] = s * 3 - 1;
  aus[ab + 4] = rMischung;
  aus[ab + 5] = Math.abs(rMischung - mitte);
  aus[ab + 6] = kam ? Math.exp(-0.5 * ((rMischung - Math.LN2) / s) ** 2) : 0;
  aus[ab + 7] = Math.log(Math.max(0.003, lage.laeuftRegression[i] as number)) / 3;
  return ab + 8;
}
