import type { Jobmodell } from "../contract.ts";
import { merkmalstafel } from "../kalender/merkmale.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { schluesselcodes, tagschluessel } from "../kalender/tagschluessel.ts";
import { type Anlehnung, median, ridge } from "../rechnen/ridge.ts";

/** Days that teach: from `von` to before `bis`, known and not taken out. */
export type Lernzeit = { von: number; bis: number; gilt: (t: number) => boolean };

// Counts of a table before anything was seen: a fifth of two fifths of a day.
const VOR_JA = 0.2;
const VOR_ALLE = 0.4;

/** Regression of the logarithm on the calendar and the table of days on which the job runs; both from one series. */
export function lerneJob(werte: Float32Array, k: Tagarten, zeit: Lernzeit, anlehnung?: Anlehnung): Jobmodell {
  const laeufe: number[] = [];
  let ruhetage = 0;
  let ruhetagsGelaufen = 0;
  for (let t = zeit.von; t < zeit.bis; t++) {
    if (!zeit.gilt(t)) continue;
    const lief = (werte[t] as number) > 0;
    if (lief) laeufe.push(t);
    if (k.ruht[t]) {
      ruhetage++;
      if (lief) ruhetagsGelaufen++;
    }
  }
  const y = Float64Array.from(laeufe, (t) => Math.log(werte[t] as number));
  const { mitte, streuung, n, beiwerte } = ridge(merkmalstafel(k), Int32Array.from(laeufe), y, anlehnung);
  const rhythmus = lerneRhythmus(werte, k, zeit);
  return {
    mitte: n === 0 ? 0 : mitte,
    streuung: n < 3 ? 1 : streuung,
    n,
    ...rhythmus,
    ruhetags: ruhetage === 0 ? 0 : ruhetagsGelaufen / ruhetage,
    beiwerte,
  };
}

/** The key under which the job's days are likeliest, each day judged by the others (leave one out). */
function lerneRhythmus(werte: Float32Array, k: Tagarten, zeit: Lernzeit): { schluessel: number; laeuft: Float32Array } {
  const codes = schluesselcodes(k);
  let bester = Number.NEGATIVE_INFINITY;
  let wahl = { schluessel: 0, laeuft: new Float32Array(tagschluessel[0]?.breite ?? 0).fill(0.5) };
  for (let s = 0; s < codes.length; s++) {
    const code = codes[s] as Uint8Array;
    const ja = new Float64Array(tagschluessel[s]?.breite ?? 0).fill(VOR_JA);
    const alle = new Float64Array(ja.length).fill(VOR_ALLE);
    for (let t = zeit.von; t < zeit.bis; t++) {
      if (!zeit.gilt(t)) continue;
      const c = code[t] as number;
      ja[c] = (ja[c] as number) + ((werte[t] as number) > 0 ? 1 : 0);
      alle[c] = (alle[c] as number) + 1;
    }
    let likelihood = 0;
    for (let t = zeit.von; t < zeit.bis; t++) {
      if (!zeit.gilt(t)) continue;
      const c = code[t] as number;
      const lief = (werte[t] as number) > 0;
      const q = Math.min(0.999, Math.max(0.001, ((ja[c] as number) - (lief ? 1 : 0)) / ((alle[c] as number) - 1)));
      likelihood += Math.log(lief ? q : 1 - q);
    }
    if (likelihood > bester) {
      bester = likelihood;
      wahl = { schluessel: s, laeuft: Float32Array.from(ja, (j, c) => j / (alle[c] as number)) };
    }
  }
  return wahl;
}

export const medianVon = (werte: readonly number[]): number => median(Float64Array.from(werte).sort());
