import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { euro } from "#geld";
import { type Abweichung, ergebnis, netto, plan } from "./musterfall.ts";

const geboren = "2026-03-10";
type Fall = [Abweichung, string, number?];
function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, erwartet, monat]] of Object.entries(faelle))
    test(name, () => assert.equal(ergebnis(abweichung, monat), erwartet));
}
/** A net of 2,000 euros: 1,300 for a month of Basiselterngeld, 650 for one of Elterngeld Plus. `.` is a month without. */
const mit = (eigene: string, andere = "", mehr: Abweichung = {}): Abweichung => ({
  geburtsdatum: geboren,
  erwerbVor: netto(mehr.geburtsdatum ?? geboren, euro(2000)),
  plan: plan(eigene),
  planDesAnderen: plan(andere),
  ...mehr,
});
const zehn = ".".repeat(10);
const zwoelf = ".".repeat(12);

describe("Rahmen der Lebensmonate (§ 4 Abs. 1)", () =>
  pruefe({
    "vor der Geburt": [mit("BB"), "nein", 0],
    "nicht beantragter Monat": [mit("BB"), "nein", 3],
    "Basis im 14. Lebensmonat": [mit(`${zwoelf}BB`), "1.300 €", 14],
    "Basis im 15. Lebensmonat": [mit(`${zwoelf}BBB`), "nein", 15],
    "Plus im 15. Lebensmonat": [mit(`${zwoelf}BBP`), "650 €", 15],
    "Plus im 16. Lebensmonat nach einer Lücke": [mit(`${zwoelf}BB.P`), "nein", 16],
    "die Lücke füllt der andere Elternteil": [mit(`${zwoelf}BB.P`, `${zwoelf}..P`), "650 €", 16],
    "Lücke im 14. Lebensmonat schadet nicht": [mit(`${zwoelf}B.PP`), "650 €", 16],
    "Plus im 32. Lebensmonat": [mit(`${zwoelf}..${"P".repeat(18)}`), "650 €", 32],
    "Plus im 33. Lebensmonat": [mit(`${zwoelf}..${"P".repeat(19)}`), "nein", 33],
  }));

const frueh = (wochenZuFrueh: number, eigene: string) => mit(eigene, "", { wochenZuFrueh });

describe("Frühe Geburt (§ 4 Abs. 5)", () =>
  pruefe({
    "fünf Wochen: nichts mehr": [frueh(5, `${zwoelf}.BB`), "nein", 15],
    "sechs Wochen: einen Monat mehr": [frueh(6, `${zwoelf}.BB`), "1.300 €", 15],
    "sieben Wochen: nicht zwei": [frueh(7, `${zwoelf}..BB`), "nein", 16],
    "acht Wochen: zwei": [frueh(8, `${zwoelf}..BB`), "1.300 €", 16],
    "elf Wochen: nicht drei": [frueh(11, `${zwoelf}...BB`), "nein", 17],
    "zwölf Wochen: drei": [frueh(12, `${zwoelf}...BB`), "1.300 €", 17],
    "fünfzehn Wochen: nicht vier": [frueh(15, `${zwoelf}....BB`), "nein", 18],
    "sechzehn Wochen: vier": [frueh(16, `${zwoelf}....BB`), "1.300 €", 18],
    "sechzehn Wochen: nicht fünf": [frueh(16, `${zwoelf}.....BB`), "nein", 19],
    "auch die Höchstzahl wächst mit": [frueh(6, "B".repeat(13)), "1.300 €"],
  }));

describe("Wie viele Monate (§ 4 Abs. 3 und 4, § 4c)", () =>
  pruefe({
    "ein Monat ist zu wenig": [mit("B"), "nein"],
    "zwei Monate": [mit("BB"), "1.300 €"],
    "zwölf Monate": [mit("B".repeat(12)), "1.300 €"],
    "dreizehn Monate": [mit("B".repeat(13)), "nein"],
    "zwölf Monate Basis und ein Plus": [mit(`${"B".repeat(12)}P`), "nein"],
    "elf Monate Basis und zwei Plus": [mit(`${"B".repeat(11)}PP`), "1.300 €"],
    "vierzehn Monate allein": [mit("B".repeat(14), "", { alleinerziehend: true }), "1.300 €"],
    "vierzehn Monate und ein Plus allein": [mit(`${"B".repeat(14)}P`, "", { alleinerziehend: true }), "nein"],
    "zwölf und zwei für den anderen": [mit("B".repeat(12), `${zwoelf}BB`), "1.300 €"],
    "zwölf und drei Plus-Paare für den anderen": [mit("B".repeat(12), `${zwoelf}BPP`), "1.300 €"],
    "zwölf und ein halber zu viel für den anderen": [mit("B".repeat(12), `${zwoelf}BPPP`), "nein"],
  }));

const beide = (gleiche: number, geburtsdatum = geboren, mehr: Abweichung = {}) =>
  mit("B".repeat(6), `${"B".repeat(gleiche)}`, { geburtsdatum, ...mehr });

describe("Gleichzeitig Basiselterngeld (§ 4 Abs. 6)", () =>
  pruefe({
    "ein Monat": [beide(1), "1.300 €"],
    "zwei Monate": [beide(2), "nein"],
    "geboren am 31.3.2024: zwei Monate": [beide(2, "2024-03-31"), "1.300 €"],
    "geboren am 1.4.2024: zwei Monate": [beide(2, "2024-04-01"), "nein"],
    "geboren am 31.3.2024: sieben Monate": [mit("B".repeat(7), "B".repeat(7), { geburtsdatum: "2024-03-31" }), "1.300 €"],
    "geboren am 31.3.2024: im 14. Lebensmonat": [
      mit(`${zwoelf}BB`, `${zwoelf}BB`, { geburtsdatum: "2024-03-31" }),
      "1.300 €",
      14,
    ],
    "im zwölften Lebensmonat": [mit(`${zehn}BB`, `${zehn}.BB`), "1.300 €", 12],
    "im dreizehnten Lebensmonat": [mit(`${zehn}.BBB`, `PP${zehn}B`), "nein", 13],
    "Plus neben Basis ist frei": [mit("B".repeat(6), "PPPP"), "1.300 €"],
    Zwillinge: [beide(2, geboren, { mehrlinge: 2 }), "1.600 €"],
    "sechs Wochen zu früh": [beide(2, geboren, { wochenZuFrueh: 6 }), "1.300 €"],
    "Kind mit Behinderung": [beide(2, geboren, { kindMitBehinderung: true }), "1.300 €"],
  }));

const bonus = (eigene: string, stunden: number, andere: string, stundenAnderer: number, mehr: Abweichung = {}): Abweichung =>
  mit("", "", {
    plan: plan(eigene, { wochenstunden: stunden }),
    planDesAnderen: plan(andere, { wochenstunden: stundenAnderer }),
    ...mehr,
  });

describe("Partnerschaftsbonus (§ 4b, § 4c Abs. 2)", () =>
  pruefe({
    "zwei Monate mit 24 Stunden": [bonus("BBXX", 24, "..XX", 24), "650 €", 3],
    "23 Stunden": [bonus("BBXX", 23, "..XX", 24), "nein", 3],
    "der andere 23 Stunden": [bonus("BBXX", 24, "..XX", 23), "nein", 3],
    "der andere 32 Stunden": [bonus("BBXX", 24, "..XX", 32), "650 €", 3],
    "der andere 33 Stunden": [bonus("BBXX", 24, "..XX", 33), "nein", 3],
    "der andere nicht im selben Monat": [bonus("BBXX", 24, "XX..", 24), "nein", 3],
    "ein Monat": [bonus("BBX", 24, "..X", 24), "nein", 3],
    "vier Monate": [bonus("BBXXXX", 24, "..XXXX", 24), "650 €", 3],
    "fünf Monate": [bonus("BBXXXXX", 24, "..XXXXX", 24), "nein", 3],
    "nicht in Folge": [bonus("BBX.X", 24, "..X.X", 24), "nein", 3],
    allein: [bonus("BBXX", 24, "", 0, { alleinerziehend: true }), "650 €", 3],
    "kommt zu zwölf Monaten hinzu": [bonus(`${"B".repeat(12)}XX`, 24, `${zwoelf}XX`, 24), "650 €", 13],
  }));

describe("Rückwirkung (§ 7 Abs. 1 Satz 2)", () =>
  pruefe({
    "Antrag im vierten Lebensmonat: der erste noch": [mit("BBBBBB", "", { eingang: "2026-06-10" }), "1.300 €", 1],
    "Antrag im fünften Lebensmonat: der erste nicht mehr": [mit("BBBBBB", "", { eingang: "2026-07-10" }), "nein", 1],
    "am Tag davor noch": [mit("BBBBBB", "", { eingang: "2026-07-09" }), "1.300 €", 1],
    "der zweite ja": [mit("BBBBBB", "", { eingang: "2026-07-10" }), "1.300 €", 2],
  }));

describe("Lebensmonate am Ende des Monats", () =>
  pruefe({
    "geboren am 31. Januar: der zweite beginnt am 28. Februar": [mit("BB", "", { geburtsdatum: "2026-01-31" }), "1.300 €", 2],
    "geboren am 29. Februar": [mit("B".repeat(12), "", { geburtsdatum: "2024-02-29" }), "1.300 €", 12],
  }));
