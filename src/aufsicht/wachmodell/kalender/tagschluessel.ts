import type { Tagarten } from "./tagarten.ts";

/**
 * Ways to sort days, one of which a job's rhythm follows: by weekday, by working day of the month from either end, by date, by weekday
 * behind closed days, by the weekdays that a shifted weekly job would catch up on, by working day of the quarter, by date shifted to the next
 * working day. Codes are the same in every year, because a model keeps its tables by code.
 */
export const tagschluessel: readonly { name: string; breite: number; code: (k: Tagarten, t: number) => number }[] = [
  { name: "Wochentag", breite: 14, code: nachWochentag },
  { name: "Werktag des Monats", breite: 17, code: (k, t) => (k.ruht[t] ? 0 : 1 + Math.min(zahl(k.werktagVonVorn, t), 15)) },
  { name: "Werktag vor Monatsende", breite: 17, code: (k, t) => (k.ruht[t] ? 0 : 1 + Math.min(zahl(k.werktagVonHinten, t), 15)) },
  { name: "Tag des Monats", breite: 32, code: (k, t) => zahl(k.tag, t) },
  {
    name: "Wochentag nach Ruhetagen",
    breite: 43,
    code: (k, t) => (k.ruht[t] ? 0 : 1 + zahl(k.wochentag, t) * 8 + Math.min(zahl(k.davorRuhend, t), 7)),
  },
  { name: "verschobener Wochentag", breite: 128, code: nachgeholteWochentage },
  {
    name: "Werktag des Quartals",
    breite: 49,
    code: (k, t) => (k.ruht[t] ? 0 : 1 + ((zahl(k.monat, t) - 1) % 3) * 16 + Math.min(zahl(k.werktagVonVorn, t), 15)),
  },
  {
    name: "Werktag vor Quartalsende",
    breite: 49,
    code: (k, t) => (k.ruht[t] ? 0 : 1 + ((zahl(k.monat, t) - 1) % 3) * 16 + Math.min(zahl(k.werktagVonHinten, t), 15)),
  },
];

function zahl(feld: Uint8Array, t: number): number {
  return feld[t] ?? 0;
}

function nachWochentag(k: Tagarten, t: number): number {
  const wd = zahl(k.wochentag, t);
  if (k.ruht[t]) return wd >= 5 && !k.feiertag[t] ? wd - 5 : 2;
  const nachRuhe = zahl(k.davorRuhend, t) > 0 && !(wd === 0 && k.davorRuhend[t] === 2);
  return 3 + wd * 2 + (nachRuhe ? 1 : 0);
}

function nachgeholteWochentage(k: Tagarten, t: number): number {
  if (k.ruht[t]) return 0;
  let maske = 0;
  for (let zurueck = 0; zurueck <= Math.min(zahl(k.davorRuhend, t), 6); zurueck++)
    maske |= 1 << ((zahl(k.wochentag, t) - zurueck + 7) % 7);
  return maske;
}

const gerechnet = new WeakMap<Tagarten, Uint8Array[]>();

/** Code of every day by every key. */
export function schluesselcodes(k: Tagarten): Uint8Array[] {
  const alt = gerechnet.get(k);
  if (alt) return alt;
  const neu = tagschluessel.map(({ code }) => Uint8Array.from({ length: k.tage }, (_, t) => code(k, t)));
  gerechnet.set(k, neu);
  return neu;
}
