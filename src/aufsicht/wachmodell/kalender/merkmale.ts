import type { Tagarten } from "./tagarten.ts";

/** Group of features that is named to people as one contribution. */
export type Merkmalsgruppe =
  | "Wochentag"
  | "Feiertag"
  | "nach Ruhetagen"
  | "vor Ruhetagen"
  | "Monatslage"
  | "Fälligkeit"
  | "Quartal und Jahr"
  | "Jahreszeit";
export type Merkmal = { name: string; gruppe: Merkmalsgruppe | "Grundwert"; wert: (k: Tagarten, t: number) => number };

const offen = (k: Tagarten, t: number) => k.ruht[t] === 0;
const zahl = (wahr: boolean) => (wahr ? 1 : 0);
const hier = (feld: Uint8Array, t: number) => feld[t] ?? 0;
/** First working day on or after the d-th. */
const faellig = (k: Tagarten, t: number, d: number) =>
  offen(k, t) && hier(k.tag, t) >= d && hier(k.tag, t) - d <= hier(k.davorRuhend, t);
const werktagDavor = (k: Tagarten, t: number) => {
  let u = t - 1;
  while (u > 0 && k.ruht[u]) u--;
  return u;
};
const amWochenanfang = (k: Tagarten, t: number) => k.wochentag[t] === 0 && k.davorRuhend[t] === 2;
const WOCHENTAGE = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const je = <T>(werte: readonly T[], mache: (wert: T) => Merkmal) => werte.map(mache);

/** The full calendar of a regression. An ordinary Monday is no "day after closed days". */
export const merkmale: readonly Merkmal[] = [
  { name: "Grundwert", gruppe: "Grundwert", wert: () => 1 },
  ...je([1, 2, 3, 4, 5, 6], (d) => ({
    name: WOCHENTAGE[d] ?? "",
    gruppe: "Wochentag",
    wert: (k, t) => zahl(k.wochentag[t] === d),
  })),
  { name: "Feiertag", gruppe: "Feiertag", wert: (k, t) => hier(k.feiertag, t) },
  { name: "Feiertag unter der Woche", gruppe: "Feiertag", wert: (k, t) => zahl(k.feiertag[t] === 1 && hier(k.wochentag, t) < 5) },
  ...je([1, 2, 3], (n) => ({
    name: `nach ${n} ${n === 1 ? "Ruhetag" : "Ruhetagen"}`,
    gruppe: "nach Ruhetagen",
    wert: (k, t) => zahl(offen(k, t) && k.davorRuhend[t] === n && !amWochenanfang(k, t)),
  })),
  {
    name: "nach vier und mehr Ruhetagen",
    gruppe: "nach Ruhetagen",
    wert: (k, t) => zahl(offen(k, t) && hier(k.davorRuhend, t) >= 4),
  },
  ...je([1, 3], (n) => ({
    name: `vor ${n === 1 ? "einem Ruhetag" : "drei Ruhetagen"}`,
    gruppe: "vor Ruhetagen",
    wert: (k, t) => zahl(offen(k, t) && k.danachRuhend[t] === n),
  })),
  {
    name: "vor vier und mehr Ruhetagen",
    gruppe: "vor Ruhetagen",
    wert: (k, t) => zahl(offen(k, t) && hier(k.danachRuhend, t) >= 4),
  },
  { name: "Brückentag", gruppe: "Feiertag", wert: (k, t) => hier(k.bruecke, t) },
  ...je([1, 2, 3], (n) => ({
    name: `${n}. Werktag des Monats`,
    gruppe: "Monatslage",
    wert: (k, t) => zahl(offen(k, t) && k.werktagVonVorn[t] === n),
  })),
  ...je([1, 2, 3], (n) => ({
    name: n === 1 ? "letzter Werktag des Monats" : `${n}.-letzter Werktag des Monats`,
    gruppe: "Monatslage",
    wert: (k, t) => zahl(offen(k, t) && k.werktagVonHinten[t] === n),
  })),
  ...je([10, 15, 20, 25], (d) => ({
    name: `Fälligkeit zum ${d}.`,
    gruppe: "Fälligkeit",
    wert: (k, t) => zahl(faellig(k, t, d)),
  })),
  {
    name: "letzter Werktag bis zum 15.",
    gruppe: "Fälligkeit",
    wert: (k, t) => zahl(offen(k, t) && hier(k.tag, t) <= 15 && 15 - hier(k.tag, t) <= hier(k.danachRuhend, t)),
  },
  { name: "Monatserster", gruppe: "Monatslage", wert: (k, t) => zahl(k.tag[t] === 1) },
  { name: "15. des Monats", gruppe: "Monatslage", wert: (k, t) => zahl(k.tag[t] === 15) },
  {
    name: "Steuertermin (15. Februar, Mai, August, November)",
    gruppe: "Fälligkeit",
    wert: (k, t) => zahl(faellig(k, t, 15) && [2, 5, 8, 11].includes(hier(k.monat, t))),
  },
  {
    name: "Tag nach dem Steuertermin",
    gruppe: "Fälligkeit",
    wert: (k, t) => zahl(t > 0 && offen(k, t) && [2, 5, 8, 11].includes(hier(k.monat, t)) && faellig(k, werktagDavor(k, t), 15)),
  },
  {
    name: "Tag nach der Fälligkeit zum 15.",
    gruppe: "Fälligkeit",
    wert: (k, t) => zahl(t > 0 && offen(k, t) && faellig(k, werktagDavor(k, t), 15)),
  },
  {
    name: "Steuertermin (10. März, Juni, September, Dezember)",
    gruppe: "Fälligkeit",
    wert: (k, t) => zahl(faellig(k, t, 10) && [3, 6, 9, 12].includes(hier(k.monat, t))),
  },
  {
    name: "erster Werktag des Quartals",
    gruppe: "Quartal und Jahr",
    wert: (k, t) => zahl(offen(k, t) && k.werktagVonVorn[t] === 1 && hier(k.monat, t) % 3 === 1),
  },
  {
    name: "letzter Werktag des Quartals",
    gruppe: "Quartal und Jahr",
    wert: (k, t) => zahl(offen(k, t) && k.werktagVonHinten[t] === 1 && hier(k.monat, t) % 3 === 0),
  },
  {
    name: "Jahreswechsel",
    gruppe: "Quartal und Jahr",
    wert: (k, t) => zahl((k.monat[t] === 12 && hier(k.tag, t) >= 24) || (k.monat[t] === 1 && hier(k.tag, t) <= 5)),
  },
  ...[1, 2].flatMap((h): Merkmal[] => [
    { name: `Jahreszeit ${h}a`, gruppe: "Jahreszeit", wert: (k, t) => Math.sin(2 * Math.PI * h * (k.jahresanteil[t] ?? 0)) },
    { name: `Jahreszeit ${h}b`, gruppe: "Jahreszeit", wert: (k, t) => Math.cos(2 * Math.PI * h * (k.jahresanteil[t] ?? 0)) },
  ]),
];

/** The features of every day as one row a day, and the non-zero ones as lists: nine of ten are zero. */
export type Merkmalstafel = { breite: number; dicht: Float32Array; stellen: Int16Array[]; werte: Float32Array[] };

const tafeln = new WeakMap<Tagarten, Merkmalstafel>();

export function merkmalstafel(k: Tagarten): Merkmalstafel {
  const alt = tafeln.get(k);
  if (alt) return alt;
  const breite = merkmale.length;
  const dicht = new Float32Array(k.tage * breite);
  const stellen: Int16Array[] = [];
  const werte: Float32Array[] = [];
  for (let t = 0; t < k.tage; t++) {
    const zeile = merkmale.map((merkmal) => merkmal.wert(k, t));
    dicht.set(zeile, t * breite);
    const belegt = zeile.flatMap((wert, stelle) => (wert === 0 ? [] : [stelle]));
    stellen.push(Int16Array.from(belegt));
    werte.push(Float32Array.from(belegt.map((stelle) => zeile[stelle] ?? 0)));
  }
  const tafel = { breite, dicht, stellen, werte };
  tafeln.set(k, tafel);
  return tafel;
}
