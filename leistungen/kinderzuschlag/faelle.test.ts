import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Fall, type Familie, kind, unterschiede } from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, fall] of Object.entries(faelle)) test(name, () => assert.deepEqual(unterschiede(fall), []));
}
const paar = (am: string): Familie => ({ am, arbeit: [[3000, 2400]], miete: 900 });
const allein = (am: string): Familie => ({ am, partner: "allein", arbeit: [[2400, 1900]], miete: 900 });
const sechsStufen: Familie = { kinder: [5, 6, 13, 14, 17, 18].map((alter) => kind(alter)), miete: 1500 };

describe("Jahre", () =>
  pruefe({
    "2023: Höchstbetrag bis Dezember": [{ am: "2023-12-31" }, "ja", "2023-12: 250 €"],
    "2024: Höchstbetrag ab Januar": [{ am: "2024-01-01" }, "ja", "2024-01 bis 2024-06: 292 €"],
    "2024: Höchstbetrag im Dezember": [{ am: "2024-12-01" }, "ja", "2024-12: 292 €"],
    "2025: Höchstbetrag ab Januar, sechs Monate": [{ am: "2025-01-31" }, "ja", "2025-01 bis 2025-06: 297 €"],
    "2026: Höchstbetrag, bis zum Ende des Jahres": [{ am: "2026-09-01" }, "ja", "2026-09 bis 2026-12: 297 €"],
    "Paar 2023": [paar("2023-12-10"), "ja", "78,46 €"],
    "Paar 2023, hohe Miete, drei Kinder": [
      { am: "2023-08-10", arbeit: [[5000, 4400]], kinder: [kind(8), kind(8), kind(8)], miete: 2600 },
      "ja",
      "53,14 €",
    ],
    "Paar 2024": [paar("2024-01-10"), "ja", "174,18 €"],
    "Paar Ende 2024": [paar("2024-12-10"), "ja", "174,18 €"],
    "Paar 2025": [paar("2025-01-10"), "ja", "177,82 €"],
    "Paar Ende 2025": [paar("2025-12-10"), "ja", "177,82 €"],
    "Paar 2026": [paar("2026-01-10"), "ja", "179,48 €"],
    "Alleinerziehend 2023": [allein("2023-07-10"), "ja", "130,89 €"],
    "Alleinerziehend 2024": [allein("2024-01-10"), "ja", "202,79 €"],
    "Alleinerziehend 2025": [allein("2025-01-10"), "ja", "208,28 €"],
    "Alleinerziehend 2026": [allein("2026-01-10"), "ja", "208,20 €"],
    "2027: kein Satz hinterlegt": [{ am: "2027-01-05" }, "offen", "nichts", /01.01.2027 ist kein Satz/],
  }));

describe("Mindesteinkommen", () =>
  pruefe({
    "Paar, 900 Euro": [
      {
        wohngeld: 2000,
        arbeit: [
          [600, 500],
          [300, 280],
        ],
      },
      "ja",
      "297,00 €",
      "§ 6a Abs. 1 Nr. 2 BKGG",
    ],
    "Paar, ein Cent weniger": [
      {
        arbeit: [
          [600, 500],
          [299.99, 280],
        ],
      },
      "nein",
      "nichts",
      /unter dem Mindesteinkommen/,
    ],
    "Alleinerziehend, 600 Euro": [{ partner: "allein", arbeit: [[0, 0]], anderes: 600 }, "ja", "297,00 €"],
    "Alleinerziehend, ein Cent weniger": [
      { partner: "allein", arbeit: [[599.99, 500]] },
      "nein",
      "nichts",
      /unter dem Mindesteinkommen/,
    ],
    "ohne Partner, aber nicht allein erziehend: 900 Euro": [
      { partner: "unterstuetzt", arbeit: [[899.99, 800]] },
      "nein",
      "nichts",
      /unter dem Mindesteinkommen/,
    ],
  }));

describe("Kinder", () =>
  pruefe({
    "24 Jahre, mit Kindergeld": [{ ...paar("2026-01-10"), kinder: [kind(24)] }, "ja", "165,98 €"],
    "25 Jahre": [{ kinder: [kind(25)] }, "nein", "nichts", "§ 6a Abs. 1 Nr. 1 BKGG"],
    verheiratet: [{ kinder: [{ alter: 20, verheiratet: true }] }, "nein", "nichts", "§ 6a Abs. 1 Nr. 1 BKGG"],
    "ohne Kindergeld": [{ kinder: [{ alter: 8, ohneKindergeld: true }] }, "nein", "nichts", "§ 6a Abs. 1 Nr. 1 BKGG"],
    "noch nicht geboren": [{ kinder: [{ geboren: "2026-03-01" }] }, "ja", "2026-01 bis 2026-02: 0 €, 2026-03 bis 2026-06: 297 €"],
    "eines mit, eines ohne Kindergeld: nur für eines": [
      { kinder: [kind(8), { alter: 20, ohneKindergeld: true }] },
      "ja",
      "297,00 €",
    ],
    "Unterhaltsvorschuss mindert um 45 Prozent": [{ kinder: [kind(8, 227), kind(14, 394)], miete: 1000 }, "ja", "314,55 €"],
    "ein Kind verdient genug, das andere nicht": [{ kinder: [kind(8), kind(17, 800)], miete: 1000 }, "ja", "297,00 €"],
    "Kind verdient bis auf den letzten Cent alles": [{ kinder: [kind(8, 660)] }, "nein", "nichts", "§ 6a Abs. 6 BKGG"],
    "Bruchteile von Cent, gerundet": [
      { ...paar("2026-01-10"), arbeit: [[3000, 2400.01]], kinder: [kind(8, 0.55)] },
      "ja",
      "179,23 €",
    ],
    "Kinder fehlen": [{ ohne: ["kinder"] }, "offen", "nichts", /Nicht geklärt: Kinder im Haushalt/],
  }));

const mehrbedarf = (...alter: number[]): Familie => ({ ...allein("2026-01-10"), kinder: alter.map((each) => kind(each)) });
const vieleKinder = (...alter: number[]): Familie => ({ ...mehrbedarf(...alter), arbeit: [[3400, 2500]] });
describe("Mehrbedarf für Alleinerziehende", () =>
  pruefe({
    "ein Kind unter sieben: 36 Prozent": [mehrbedarf(6), "ja", "269,01 €"],
    "ein Kind ab sieben: 12 Prozent": [mehrbedarf(7), "ja", "208,20 €"],
    "zwei unter sechzehn: 36 Prozent": [mehrbedarf(15, 8), "ja", "507,85 €"],
    "nur eines unter sechzehn: 24 Prozent": [mehrbedarf(16, 8), "ja", "477,45 €"],
    "drei unter sechzehn": [vieleKinder(15, 14, 13), "ja", "494,95 €"],
    "vier: 48 Prozent": [vieleKinder(8, 8, 8, 8), "ja", "793,28 €"],
    "fünf: 60 Prozent": [vieleKinder(8, 8, 8, 8, 8), "ja", "1.098,56 €"],
    "sechs: nicht mehr als 60 Prozent": [vieleKinder(8, 8, 8, 8, 8, 8), "ja", "1.378,16 €"],
    "zwei minderjährige ab sechzehn: 24 Prozent": [mehrbedarf(17, 16), "ja", "477,45 €"],
    "eines volljährig: 12 Prozent": [mehrbedarf(18, 16), "ja", "447,05 €"],
    "nicht allein erziehend: keiner": [{ ...allein("2026-01-10"), partner: "unterstuetzt" }, "ja", "177,80 €"],
  }));

describe("Absetzbeträge", () =>
  pruefe({
    "bis Juni 2023, mit minderjährigem Kind": [allein("2023-06-30"), "ja", "109,29 €"],
    "bis Juni 2023, jüngstes Kind 17": [
      { ...allein("2023-06-30"), kinder: [kind(17)], partner: "unterstuetzt" },
      "ja",
      "82,18 €",
    ],
    "bis Juni 2023, jüngstes Kind 18": [
      { ...allein("2023-06-30"), kinder: [kind(18)], partner: "unterstuetzt" },
      "ja",
      "68,68 €",
    ],
    "2026, jüngstes Kind 17": [{ ...paar("2026-01-10"), kinder: [kind(17)] }, "ja", "179,48 €"],
    "2026, jüngstes Kind 18": [{ ...paar("2026-01-10"), kinder: [kind(18)] }, "ja", "165,98 €"],
    "zwei Löhne": [
      {
        arbeit: [
          [2000, 1800],
          [800, 780],
        ],
        kinder: [kind(8), kind(4)],
        miete: 700,
      },
      "ja",
      "403,51 €",
    ],
    "anderes Einkommen über dem Bedarf zählt ganz": [{ arbeit: [[1000, 900]], anderes: 1500, miete: 900 }, "ja", "156,98 €"],
  }));

describe("Wohnung", () =>
  pruefe({
    "fünf Menschen, drei davon die Familie": [{ ...paar("2026-01-10"), miete: 1200, personen: 5 }, "ja", "112,09 €"],
    "weniger Menschen als die Familie: die Familie zählt": [{ ...paar("2026-01-10"), personen: 2 }, "ja", "179,48 €"],
  }));

describe("Vermögen", () =>
  pruefe({
    "genau an der Grenze": [{ vermoegen: 70_000 }, "ja", "2026-01 bis 2026-06: 297 €"],
    "hundert Euro darüber: im ersten Monat weniger": [{ vermoegen: 70_100 }, "ja", "2026-01: 197 €, 2026-02 bis 2026-06: 297 €"],
    "um einen ganzen Monatsbetrag darüber": [{ vermoegen: 70_297 }, "ja", "2026-01: 0 €, 2026-02 bis 2026-06: 297 €"],
    "einen Cent mehr": [{ vermoegen: 70_297.01 }, "nein", "nichts", "§ 6a Abs. 3 Satz 6 BKGG"],
    "allein mit einem Kind: 55.000 Euro": [{ partner: "allein", vermoegen: 55_010 }, "ja", "287,00 €"],
  }));

const knapp: Familie = { partner: "allein", arbeit: [[100, 90]], anderes: 1000, miete: 900 };
describe("Grundsicherung wird vermieden", () =>
  pruefe({
    "ohne Wohngeld gedeckt: es muss niemand danach fragen": [
      { ...paar("2026-01-10"), wohngeld: "unbekannt" },
      "ja",
      "179,48 €",
      /reicht Ihr Einkommen/,
    ],
    "Wohngeld unbekannt und nötig": [{ wohngeld: "unbekannt" }, "offen", "nichts", /Nicht geklärt: Wohngeld/],
    "Wohngeld reicht auf den Cent": [
      { ...sechsStufen, wohngeld: 484, bezieht: true },
      "ja",
      "1.782,00 €",
      /Mit Kinderzuschlag und Wohngeld/,
    ],
    "ein Cent fehlt": [
      { ...sechsStufen, wohngeld: 483.99, bezieht: true },
      "nein",
      "nichts",
      /Auch mit Kinderzuschlag und Wohngeld/,
    ],
    "2023: Wohngeld reicht auf den Cent": [
      { ...sechsStufen, am: "2023-08-01", wohngeld: 436, bezieht: true },
      "ja",
      "1.500,00 €",
    ],
    "2023: ein Cent fehlt": [{ ...sechsStufen, am: "2023-08-01", wohngeld: 435.99, bezieht: true }, "nein"],
    "24 Jahre: Regelbedarf für Volljährige": [{ kinder: [kind(24)], miete: 900, wohngeld: 555, bezieht: true }, "ja"],
    "24 Jahre: ein Cent fehlt": [{ kinder: [kind(24)], miete: 900, wohngeld: 554.99, bezieht: true }, "nein"],
    "erweiterter Zugang: genau hundert Euro fehlen": [
      { ...knapp, wohngeld: 264.56 },
      "ja",
      "297,00 €",
      "§ 6a Abs. 1a Nr. 1 BKGG",
    ],
    "erweiterter Zugang: ein Cent zu viel fehlt": [{ ...knapp, wohngeld: 264.55 }, "nein", "nichts"],
    "erweiterter Zugang: Absetzbeträge unter hundert Euro": [
      { ...knapp, arbeit: [[99.99, 90]], wohngeld: 264.56 },
      "nein",
      "nichts",
    ],
    "erweiterter Zugang: nicht mit Geld vom Jobcenter": [{ ...knapp, wohngeld: 264.56, bezieht: true }, "nein", "nichts"],
    "erweiterter Zugang ohne Wohngeld": [
      { ...allein("2026-01-10"), kinder: [kind(6)], wohngeld: "unbekannt" },
      "ja",
      "269,01 €",
      /höchstens 100 Euro/,
    ],
    "kein Wohngeld": [{ ...knapp, wohngeld: "nein" }, "nein", "nichts", /Auch mit Kinderzuschlag/],
  }));

describe("unvollständig", () =>
  pruefe({
    "ein Kind ohne Einkommen": [{ kinder: [kind(8), { alter: 9, einkommen: null }] }, "offen", "nichts", /Kinder im Haushalt/],
    "Lohn des Partners fehlt": [{ ohne: ["einkommenPartner"] }, "offen", "nichts", /Einkommen aus Arbeit/],
    "mehr netto als brutto": [{ arbeit: [[1000, 1600]] }, "ja", "297,00 €", /Nettolohn ist höher/],
    "Vermögen fehlt": [{ ohne: ["vermoegen"] }, "offen", "nichts", /Vermögen der Familie/],
  }));
