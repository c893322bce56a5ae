import type { Bestand } from "../contract.ts";
import type { Tagarten } from "../kalender/tagarten.ts";
import { kalenderDer, reihe } from "../lernen/erste-stufe.ts";

/** The plain method to beat: mean and deviation of the same weekday in the days that teach. Row by row, NaN days are never conspicuous. */
export function wochentagsZ(bestand: Bestand, lernenBis: number, { von, bis }: { von: number; bis: number }): Float64Array {
  const breite = bis - von;
  const aus = new Float64Array(bestand.jobs.length * breite);
  const kalender = kalenderDer(bestand);
  for (let j = 0; j < bestand.jobs.length; j++) {
    const werte = reihe(bestand, j);
    const k = kalender[j] as Tagarten;
    const n = new Float64Array(7);
    const summe = new Float64Array(7);
    const quadrate = new Float64Array(7);
    for (let t = 0; t < lernenBis; t++) {
      const wert = werte[t] as number;
      if (!(wert >= 0)) continue;
      const wd = k.wochentag[t] as number;
      n[wd] = (n[wd] as number) + 1;
      summe[wd] = (summe[wd] as number) + wert;
      quadrate[wd] = (quadrate[wd] as number) + wert * wert;
    }
    for (let t = von; t < bis; t++) {
      const wd = k.wochentag[t] as number;
      const anzahl = n[wd] as number;
      const mittel = anzahl === 0 ? 0 : (summe[wd] as number) / anzahl;
      const abweichung = anzahl === 0 ? 1 : Math.sqrt(Math.max(0, (quadrate[wd] as number) / anzahl - mittel * mittel));
      const wert = werte[t] as number;
      aus[j * breite + t - von] = anzahl === 0 || !(wert >= 0) ? 0 : Math.abs(wert - mittel) / Math.max(abweichung, 1);
    }
  }
  return aus;
}

/** Days on which plain weekday arithmetic fails: holidays, bridge days, days behind or before more rest than a weekend, ends of the month. */
export function istKalendertag(k: Tagarten, t: number): boolean {
  if (k.feiertag[t] || k.bruecke[t]) return true;
  if (k.ruht[t]) return false;
  const davor = k.davorRuhend[t] as number;
  const danach = k.danachRuhend[t] as number;
  const wieImmer =
    (davor === 0 || (davor === 2 && k.wochentag[t] === 0)) && (danach === 0 || (danach === 2 && k.wochentag[t] === 4));
  return !wieImmer || (k.werktagVonHinten[t] as number) <= 1 || (k.werktagVonVorn[t] as number) <= 1;
}
