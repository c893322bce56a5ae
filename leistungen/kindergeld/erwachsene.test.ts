import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Fall, nichts, unterschiede, voll, volljaehrig } from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, fall] of Object.entries(faelle)) test(name, () => assert.deepEqual(unterschiede(fall), []));
}

describe("Alter", () =>
  pruefe({
    "18. Geburtstag am Ersten: der Monat zählt nicht mehr": [
      { geboren: "2008-10-01", antworten: volljaehrig("nichts") },
      "bewilligt",
      "2026-05 bis 2026-09: 259 €, 2026-10 bis 2026-12: 0 €",
      "§ 32 Abs. 3 EStG: Das Kind ist achtzehn",
    ],
    "18. Geburtstag am Zweiten: der Monat zählt ganz": [
      { geboren: "2008-10-02", antworten: volljaehrig("nichts") },
      "bewilligt",
      "2026-05 bis 2026-10: 259 €, 2026-11 bis 2026-12: 0 €",
    ],
    "18 und in Ausbildung": [
      { geboren: "2008-03-01", antworten: volljaehrig("ausbildung") },
      "bewilligt",
      voll,
      "§ 32 Abs. 4 Satz 1 Nr. 2",
    ],
    "18 und nichts davon": [
      { geboren: "2008-03-01", antworten: volljaehrig("nichts") },
      "abgelehnt",
      nichts,
      /weder in Ausbildung/,
    ],
    "25. Geburtstag am Ersten, in Ausbildung": [
      { geboren: "2001-09-01", antworten: volljaehrig("ausbildung") },
      "bewilligt",
      "2026-05 bis 2026-08: 259 €, 2026-09 bis 2026-12: 0 €",
      /fünfundzwanzig Jahre alt/,
    ],
    "25. Geburtstag am Zweiten, in Ausbildung": [
      { geboren: "2001-09-02", antworten: volljaehrig("ausbildung") },
      "bewilligt",
      "2026-05 bis 2026-09: 259 €, 2026-10 bis 2026-12: 0 €",
    ],
    "21. Geburtstag am Ersten, arbeitsuchend": [
      { geboren: "2005-09-01", antworten: volljaehrig("arbeitsuchend") },
      "bewilligt",
      "2026-05 bis 2026-08: 259 €, 2026-09 bis 2026-12: 0 €",
      /21. Geburtstag/,
    ],
    "21. Geburtstag am Zweiten, arbeitsuchend": [
      { geboren: "2005-09-02", antworten: volljaehrig("arbeitsuchend") },
      "bewilligt",
      "2026-05 bis 2026-09: 259 €, 2026-10 bis 2026-12: 0 €",
    ],
    "Geburtstag am 29. Februar, der ein 1. März ist": [
      { eingegangenAm: "2026-03-20", geboren: "2008-02-29", antworten: volljaehrig("nichts") },
      "bewilligt",
      "2025-09 bis 2025-12: 255 €, 2026-01 bis 2026-02: 259 €, 2026-03 bis 2026-12: 0 €",
    ],
  }));

const erwachsen = (art: string, erwerb: Record<string, unknown> = {}, von?: string, bis?: string) => ({
  geboren: "2004-03-24",
  antworten: volljaehrig(art, erwerb, von, bis),
});
const fertig = { abgeschlossen: true };

describe("Ab achtzehn", () =>
  pruefe({
    "erstes Studium, Arbeit schadet nicht": [
      erwachsen("ausbildung", { stunden: 21 }),
      "bewilligt",
      voll,
      /noch keine Berufsausbildung/,
    ],
    "zweite Ausbildung, zwanzig Stunden": [
      erwachsen("ausbildung", { ...fertig, stunden: 20 }),
      "bewilligt",
      voll,
      /höchstens zwanzig/,
    ],
    "zweite Ausbildung, mehr als zwanzig Stunden": [
      erwachsen("ausbildung", { ...fertig, stunden: 21 }),
      "abgelehnt",
      nichts,
      /mehr als zwanzig Stunden/,
    ],
    "zweite Ausbildung im Ausbildungsdienstverhältnis": [
      erwachsen("ausbildung", { ...fertig, stunden: 21, unschaedlich: true }),
      "bewilligt",
      voll,
      /Ausbildungsdienstverhältnis/,
    ],
    "Ausbildung endet am 31. August": [
      erwachsen("ausbildung", {}, "2020-08-01", "2026-08-31"),
      "bewilligt",
      "2026-05 bis 2026-08: 259 €, 2026-09 bis 2026-12: 0 €",
      /schon beendet/,
    ],
    "Ausbildung beginnt am 30. September": [
      erwachsen("ausbildung", {}, "2026-09-30"),
      "bewilligt",
      "2026-05 bis 2026-08: 0 €, 2026-09 bis 2026-12: 259 €",
      /noch nicht begonnen/,
    ],
    "vier Monate zwischen Schule und Studium": [
      erwachsen("uebergang", {}, "2026-06-16", "2026-10-31"),
      "bewilligt",
      "2026-05: 0 €, 2026-06 bis 2026-10: 259 €, 2026-11 bis 2026-12: 0 €",
      /zwischen zwei Ausbildungsabschnitten/,
    ],
    "fünf Monate zwischen Schule und Studium": [
      erwachsen("uebergang", {}, "2026-06-16", "2026-11-30"),
      "abgelehnt",
      nichts,
      /länger als vier Monate/,
    ],
    "ohne Ausbildungsplatz": [erwachsen("ohnePlatz"), "bewilligt", voll, "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. c EStG"],
    Freiwilligendienst: [erwachsen("freiwilligendienst"), "bewilligt", voll, "§ 32 Abs. 4 Satz 1 Nr. 2 Buchst. d EStG"],
    "arbeitsuchend mit Arbeit": [
      { geboren: "2007-03-24", antworten: volljaehrig("arbeitsuchend", { stunden: 20 }) },
      "abgelehnt",
      nichts,
      /hat eine Beschäftigung/,
    ],
    "arbeitsuchend mit Minijob": [
      { geboren: "2007-03-24", antworten: volljaehrig("arbeitsuchend", { stunden: 20, unschaedlich: true }) },
      "bewilligt",
      voll,
      /Minijob/,
    ],
    "Behinderung: ein Mensch beurteilt": [
      erwachsen("behinderung"),
      "vonHand",
      nichts,
      /Nicht geklärt: Kann sich wegen Behinderung/,
    ],
    "Behinderung, beurteilt": [
      { ...erwachsen("behinderung"), geboren: "1990-03-24", urteile: { ausserstandeSichZuUnterhalten: true } },
      "bewilligt",
      voll,
      "§ 32 Abs. 4 Satz 1 Nr. 3 EStG",
    ],
    "Belege liest ein Mensch": [
      {
        ...erwachsen("ausbildung"),
        antworten: {
          ...volljaehrig("ausbildung"),
          lage: { art: "ausbildung", von: "2020-08-01", bis: "2030-07-31", belege: [{ name: "a.pdf" }] },
        },
      },
      "vonHand",
      voll,
      /liest ein Mensch/,
    ],
  }));
