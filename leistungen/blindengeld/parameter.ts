import { defineParameter, defineTafel } from "#baukasten";
import { euro } from "#geld";

/** The Laender for which rates are entered. */
export const laender = ["NW", "NI"] as const;
export type Blindengeldland = (typeof laender)[number];

const demo = "Demodaten, nicht nach dem Gesetzblatt geprüft";
/** North Rhine-Westphalia: up to sixty the Blindenhilfe of the SGB XII, from sixty on a fixed amount. */
const zeilen = (unter18: number, unter60: number) =>
  [
    { wenn: { land: "NW", alter: { unter: 18 } }, dann: euro(unter18), norm: "§ 2 Abs. 1 GHBG, § 72 Abs. 2 SGB XII" },
    { wenn: { land: "NW", alter: { ab: 18, unter: 60 } }, dann: euro(unter60), norm: "§ 2 Abs. 1 GHBG, § 72 Abs. 2 SGB XII" },
    { wenn: { land: "NW", alter: { ab: 60 } }, dann: euro(473), norm: "§ 2 Abs. 1 GHBG" },
    { wenn: { land: "NI" }, dann: euro(450), norm: "§ 2 Abs. 1 LBlindGG" },
  ] as const;

/** Cents a month. */
export const blindengeldsatz = defineTafel({
  schluessel: "blindengeldsatz",
  titel: "Blindengeld nach Land und Alter",
  einheit: "Euro im Monat",
  treffer: "unique",
  spalten: {
    land: { art: "auswahl", titel: "Land", werte: laender, worte: { NW: "Nordrhein-Westfalen", NI: "Niedersachsen" } },
    alter: { art: "zahl", titel: "Alter", ab: 0 },
  },
  saetze: [
    { gueltigAb: "2023-07-01", wert: zeilen(421.61, 841.77), quelle: demo },
    { gueltigAb: "2024-07-01", wert: zeilen(440.9, 880.28), quelle: demo },
    { gueltigAb: "2025-07-01", wert: zeilen(457.38, 913.19), quelle: `${demo}; ab Juli 2026 fortgeschrieben` },
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
