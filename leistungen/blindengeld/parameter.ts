import { defineParameter } from "#baukasten";
import { euro } from "#geld";

/** The Laender for which rates are entered. */
export type Blindengeldland = "NW" | "NI";
/** Cents a month from an age on, youngest first. */
export type Altersstufen = readonly { ab: number; cent: number }[];

const demo = "Demodaten, nicht nach dem Gesetzblatt geprüft";
const niedersachsen: Altersstufen = [{ ab: 0, cent: euro(450) }];
/** North Rhine-Westphalia: up to sixty the Blindenhilfe of the SGB XII, from sixty on a fixed amount. */
const nordrheinWestfalen = (unter18: number, unter60: number): Altersstufen => [
  { ab: 0, cent: euro(unter18) },
  { ab: 18, cent: euro(unter60) },
  { ab: 60, cent: euro(473) },
];

export const blindengeldsatz = defineParameter<Readonly<Record<Blindengeldland, Altersstufen>>>({
  schluessel: "blindengeldsatz",
  titel: "Blindengeld nach Land und Alter",
  einheit: "Euro im Monat",
  saetze: [
    {
      gueltigAb: "2023-07-01",
      wert: { NW: nordrheinWestfalen(421.61, 841.77), NI: niedersachsen },
      quelle: `${demo}: NW § 2 Abs. 1 GHBG mit § 72 Abs. 2 SGB XII; NI § 2 Abs. 1 LBlindGG`,
    },
    {
      gueltigAb: "2024-07-01",
      wert: { NW: nordrheinWestfalen(440.9, 880.28), NI: niedersachsen },
      quelle: `${demo}: NW § 2 Abs. 1 GHBG mit § 72 Abs. 2 SGB XII; NI § 2 Abs. 1 LBlindGG`,
    },
    {
      gueltigAb: "2025-07-01",
      wert: { NW: nordrheinWestfalen(457.38, 913.19), NI: niedersachsen },
      quelle: `${demo}: NW § 2 Abs. 1 GHBG mit § 72 Abs. 2 SGB XII; NI § 2 Abs. 1 LBlindGG; ab Juli 2026 fortgeschrieben`,
    },
  ],
  geprueftBis: "2026-12-31",
});

/** What is left of it in a home that others pay for. */
export const anteilImHeim = defineParameter<number>({
  schluessel: "anteilImHeim",
  titel: "Anteil in einer Einrichtung",
  einheit: "Prozent",
  saetze: [{ gueltigAb: "2023-07-01", wert: 50, quelle: `${demo}: für beide Länder die Hälfte` }],
  geprueftBis: "2026-12-31",
});
