import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { euro } from "#geld";
import { type Abweichung, ergebnis, erwerb, netto, plan } from "./musterfall.ts";

const geboren = "2026-03-10";
/** What differs, what comes out, and in which Lebensmonat. */
type Fall = [Abweichung, string, number?];
function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, erwartet, monat]] of Object.entries(faelle))
    test(name, () => assert.equal(ergebnis(abweichung, monat), erwartet));
}
const nach = (betrag: number, tag = geboren): Abweichung => ({ geburtsdatum: tag, erwerbVor: netto(tag, euro(betrag)) });

describe("Ersatzrate (§ 2 Abs. 1, 2 und 4)", () =>
  pruefe({
    "netto 1.100 €: 67 Prozent": [nach(1100), "737 €"],
    "netto 1.200 €: noch 67 Prozent": [nach(1200), "804 €"],
    "netto 1.201,99 €: der Schritt ist noch nicht voll": [nach(1201.99), "805,33 €"],
    "netto 1.202 €: 66,9 Prozent": [nach(1202), "804,14 €"],
    "netto 1.220 €: 66 Prozent": [nach(1220), "805,20 €"],
    "netto 1.238 €: 65,1 Prozent": [nach(1238), "805,94 €"],
    "netto 1.240 €: 65 Prozent": [nach(1240), "806 €"],
    "netto 2.000 €: nicht unter 65 Prozent": [nach(2000), "1.300 €"],
    "netto 1.000 €: 67 Prozent": [nach(1000), "670 €"],
    "netto 998,01 €: der Schritt ist noch nicht voll": [nach(998.01), "668,67 €"],
    "netto 998 €: 67,1 Prozent": [nach(998), "669,66 €"],
    "netto 790 €: 77,5 Prozent": [nach(790), "612,25 €"],
    "netto 342 €: 99,9 Prozent": [nach(342), "341,66 €"],
    "netto 340 €: 100 Prozent": [nach(340), "340 €"],
    "netto 320 €: nicht über 100 Prozent": [nach(320), "320 €"],
    "netto 300,01 €: über dem Mindestbetrag": [nach(300.01), "300,01 €"],
    "netto 250 €: Mindestbetrag": [nach(250), "300 €"],
    "kein Einkommen: Mindestbetrag": [{ erwerbVor: [] }, "300 €"],
    "netto 2.769,22 €: knapp unter dem Höchstbetrag": [nach(2769.22), "1.799,99 €"],
    "netto 2.769,24 €: Höchstbetrag": [nach(2769.24), "1.800 €"],
    "netto 5.000 €: Höchstbetrag": [nach(5000), "1.800 €"],
    "3.000 € brutto in Klasse I": [{}, "1.274,65 €"],
  }));

const danach = (monate: readonly string[], betrag: number) => [erwerb("minijob", monate, euro(betrag) + euro(102.5))];
const arbeitet = (vorher: number, nachher: number, art = "BBBBBBBBBBBB"): Abweichung => ({
  ...nach(vorher),
  plan: plan(art, { wochenstunden: 20 }),
  erwerbNach: danach(["2026-03", "2026-04"], nachher),
});

describe("Einkommen nach der Geburt (§ 2 Abs. 3, § 4a)", () =>
  pruefe({
    "1.000 €, danach 200 €": [arbeitet(1000, 200), "536 €"],
    "im Monat ohne Einkommen: ganzer Betrag": [arbeitet(1000, 200), "670 €", 3],
    "2.770 €, danach 1.000 €": [arbeitet(2770, 1000), "1.150,50 €"],
    "3.500 €, danach 1.000 €: gerechnet mit 2.770 €": [arbeitet(3500, 1000), "1.150,50 €"],
    "danach mehr als vorher: Mindestbetrag": [arbeitet(1000, 1500), "300 €"],
    "verschieden viel: der Durchschnitt zählt": [
      {
        ...arbeitet(2000, 0),
        erwerbNach: [...danach(["2026-03"], 300), ...danach(["2026-04"], 500)],
      },
      "1.040 €",
    ],
    "Plus ohne Einkommen: die Hälfte": [{ ...nach(2000), plan: plan("PPPP") }, "650 €"],
    "Plus, halber Cent: aufgerundet": [{ ...nach(2000.02), plan: plan("PPPP") }, "650,01 €"],
    "Plus, danach 600 €: noch die Hälfte": [arbeitet(2000, 600, "PPPP"), "650 €"],
    "Plus, danach 1.200 €: der Unterschied": [arbeitet(2000, 1200, "PPPP"), "520 €"],
    "Plus, danach mehr als vorher: halber Mindestbetrag": [arbeitet(1000, 1500, "PPPP"), "150 €"],
    "Plus ohne Einkommen vorher": [{ erwerbVor: [], plan: plan("PPPP") }, "150 €"],
    "Basis und Plus werden getrennt gerechnet": [
      {
        ...nach(2000),
        plan: plan("BBPP", { wochenstunden: 20 }),
        erwerbNach: [...danach(["2026-03"], 400), ...danach(["2026-05"], 1600)],
      },
      "1.040 €",
    ],
    "Mutterschaftsleistungen für den ganzen Monat werden abgezogen": [
      { ...nach(2000), plan: plan("BB", { mutterschaftCent: euro(400), mutterschaftTage: 31 }) },
      "900 €",
    ],
    "Mutterschaftsleistungen über dem Elterngeld: nichts": [
      { ...nach(2000), plan: plan("BB", { mutterschaftCent: euro(1400), mutterschaftTage: 31 }) },
      "0 €",
    ],
    "für 26 von 31 Tagen, mehr als das Elterngeld dieser Tage: das Elterngeld der fünf anderen Tage bleibt": [
      { ...nach(2000), plan: plan("BB", { mutterschaftCent: euro(1800), mutterschaftTage: 26 }) },
      "209,68 €",
    ],
    "für 26 von 31 Tagen, weniger als das Elterngeld dieser Tage: alles wird abgezogen": [
      { ...nach(2000), plan: plan("BB", { mutterschaftCent: euro(400), mutterschaftTage: 26 }) },
      "900 €",
    ],
    "für einen einzigen Tag": [
      { ...nach(2000), plan: plan("BB", { mutterschaftCent: euro(69), mutterschaftTage: 1 }) },
      "1.258,06 €",
    ],
  }));

const kind = (geburtsdatum: string, behinderung = false) => ({ geburtsdatum, behinderung });
const mitGeschwistern = (...geschwister: ReturnType<typeof kind>[]): Abweichung => ({ ...nach(2000), geschwister });

describe("Geschwister und Mehrlinge (§ 2a)", () =>
  pruefe({
    "Geschwister unter drei: zehn Prozent": [mitGeschwistern(kind("2023-03-11")), "1.430 €"],
    "dritter Geburtstag am Tag der Geburt": [mitGeschwistern(kind("2023-03-10")), "1.300 €"],
    "dritter Geburtstag im ersten Lebensmonat: der Monat noch, dann nicht mehr": [
      mitGeschwistern(kind("2023-03-11")),
      "1.300 €",
      2,
    ],
    "ein Kind von fünf: kein Bonus": [mitGeschwistern(kind("2021-01-01")), "1.300 €"],
    "zwei Kinder unter sechs": [mitGeschwistern(kind("2021-01-01"), kind("2020-03-11")), "1.430 €"],
    "eines von beiden ist sechs": [mitGeschwistern(kind("2021-01-01"), kind("2020-03-10")), "1.300 €"],
    "mit Behinderung unter vierzehn": [mitGeschwistern(kind("2012-03-11", true)), "1.430 €"],
    "mit Behinderung vierzehn": [mitGeschwistern(kind("2012-03-10", true)), "1.300 €"],
    "mindestens 75 €": [{ ...nach(500), geschwister: [kind("2024-01-01")] }, "535 €"],
    "zehn Prozent, wenn es mehr ist": [{ ...nach(1130), geschwister: [kind("2024-01-01")] }, "832,81 €"],
    "beim Mindestbetrag 75 €": [{ erwerbVor: [], geschwister: [kind("2024-01-01")] }, "375 €"],
    "Plus: mindestens 37,50 €": [{ erwerbVor: [], plan: plan("PPPP"), geschwister: [kind("2024-01-01")] }, "187,50 €"],
    "über dem Höchstbetrag": [{ ...nach(5000), geschwister: [kind("2024-01-01")] }, "1.980 €"],
    Zwillinge: [{ ...nach(2000), mehrlinge: 2 }, "1.600 €"],
    Drillinge: [{ ...nach(2000), mehrlinge: 3 }, "1.900 €"],
    "Zwillinge, Plus": [{ ...nach(2000), mehrlinge: 2, plan: plan("PPPP") }, "800 €"],
    "Zwillinge und ein Kind von zwei": [{ ...nach(2000), mehrlinge: 2, geschwister: [kind("2024-01-01")] }, "1.730 €"],
  }));

const einkommen = (geburtsdatum: string, zuVersteuern: number, alleinerziehend = false): Abweichung => ({
  ...nach(2000, geburtsdatum),
  zuVersteuerndesEinkommenCent: euro(zuVersteuern),
  alleinerziehend,
});

describe("Einkommensgrenze nach dem Tag der Geburt (§ 1 Abs. 8)", () =>
  pruefe({
    "geboren 31.3.2024, Paar, 300.000 €": [einkommen("2024-03-31", 300_000), "1.300 €"],
    "geboren 31.3.2024, Paar, ein Cent mehr": [einkommen("2024-03-31", 300_000.01), "nein"],
    "geboren 31.3.2024, allein, 250.000 €": [einkommen("2024-03-31", 250_000, true), "1.300 €"],
    "geboren 31.3.2024, allein, ein Cent mehr": [einkommen("2024-03-31", 250_000.01, true), "nein"],
    "geboren 1.4.2024, Paar, 200.000 €": [einkommen("2024-04-01", 200_000), "1.300 €"],
    "geboren 1.4.2024, Paar, ein Cent mehr": [einkommen("2024-04-01", 200_000.01), "nein"],
    "geboren 1.4.2024, allein, 200.000 €": [einkommen("2024-04-01", 200_000, true), "1.300 €"],
    "geboren 1.4.2024, allein, ein Cent mehr": [einkommen("2024-04-01", 200_000.01, true), "nein"],
    "geboren 31.3.2025, Paar, 200.000 €": [einkommen("2025-03-31", 200_000), "1.300 €"],
    "geboren 1.4.2025, Paar, 175.000 €": [einkommen("2025-04-01", 175_000), "1.300 €"],
    "geboren 1.4.2025, Paar, ein Cent mehr": [einkommen("2025-04-01", 175_000.01), "nein"],
    "geboren 1.4.2025, allein, 175.000 €": [einkommen("2025-04-01", 175_000, true), "1.300 €"],
    "geboren 1.4.2025, allein, ein Cent mehr": [einkommen("2025-04-01", 175_000.01, true), "nein"],
  }));

describe("Voraussetzungen (§ 1)", () =>
  pruefe({
    "wohnt nicht in Deutschland": [{ wohntInDeutschland: false }, "nein"],
    "Kind lebt nicht im Haushalt": [{ lebtImHaushalt: false }, "nein"],
    "betreut nicht selbst": [{ betreutSelbst: false }, "nein"],
    "32 Wochenstunden": [{ ...nach(2000), plan: plan("BBBB", { wochenstunden: 32 }) }, "1.300 €"],
    "33 Wochenstunden": [{ ...nach(2000), plan: plan("BBBB", { wochenstunden: 33 }) }, "nein"],
    "Aufenthaltstitel: offen, bis ein Mensch urteilt": [{ deutschOderEu: false }, "offen"],
    "Haushalt unbekannt: offen": [{ lebtImHaushalt: undefined }, "offen"],
    "Haushalt unbekannt, aber Einkommen zu hoch: abgelehnt": [
      { ...einkommen("2025-04-01", 500_000), lebtImHaushalt: undefined },
      "nein",
    ],
  }));
