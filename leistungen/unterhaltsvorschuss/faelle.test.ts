import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type Abweichung,
  buergergeld,
  type Fall,
  gefunden,
  jahresende,
  jugendlich,
  keinEintrag,
  klein,
  nichts,
  schweigt,
  sgb2,
  unterschiede,
  verstorben,
} from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, fall] of Object.entries(faelle)) test(name, () => assert.deepEqual(unterschiede(fall), []));
}

const ohneSgb2 = { antworten: sgb2(false), nachweise: { jobcenter: keinEintrag } };
const mitSgb2 = (geboren: string, einkommenCent: number, vermeidbar = false): Abweichung => ({
  geboren,
  antworten: sgb2(true, einkommenCent),
  nachweise: { jobcenter: buergergeld(einkommenCent, vermeidbar) },
});

describe("Alter", () =>
  pruefe({
    "Kind 4 Jahre, kein Unterhalt": [{}, "bewilligt", klein, "§ 1 Abs. 1 Nr. 1 UhVorschG"],
    "6. Geburtstag im Dezember": [{ geboren: "2020-12-15" }, "bewilligt", "2026-11: 227 €, 2026-12: 299 €"],
    "6. Geburtstag am letzten Tag des Monats": [{ geboren: "2020-12-31" }, "bewilligt", "2026-11: 227 €, 2026-12: 299 €"],
    "6. Geburtstag am Zweiten": [{ geboren: "2020-12-02" }, "bewilligt", "2026-11: 227 €, 2026-12: 299 €"],
    "6. Geburtstag am Ersten: vollendet am Tag davor": [{ geboren: "2020-12-01" }, "bewilligt", `${jahresende}: 299 €`],
    "6. Geburtstag am 29. Februar, der ein 1. März ist": [
      { eingegangenAm: "2026-02-10", geboren: "2020-02-29" },
      "bewilligt",
      "2026-02 bis 2026-12: 299 €",
    ],
    "12. Geburtstag im Dezember, kein Bürgergeld": [
      { geboren: "2014-12-15", ...ohneSgb2 },
      "bewilligt",
      "2026-11: 299 €, 2026-12: 394 €",
    ],
    "12. Geburtstag im Dezember, danach Bürgergeld ohne Einkommen": [
      mitSgb2("2014-12-15", 0),
      "bewilligt",
      "2026-11: 299 €, 2026-12: 184 €",
      "§ 1 Abs. 1a Satz 1 Nr. 2 UhVorschG",
    ],
    "12. Geburtstag am Tag nach dem Antrag, Bürgergeld": [
      mitSgb2("2014-11-25", 0),
      "bewilligt",
      "2026-11: 316 €, 2026-12: 0 €",
      "§ 1 Abs. 1a Satz 1 Nr. 1 UhVorschG",
    ],
    "12. Geburtstag am Ersten des Antragsmonats, Bürgergeld": [
      mitSgb2("2014-11-01", 0),
      "abgelehnt",
      nichts,
      "§ 1 Abs. 1a Satz 1 Nr. 2 UhVorschG",
    ],
    "12. Geburtstag am letzten Tag des Jahres, Jobcenter schweigt": [
      { geboren: "2014-12-31", antworten: sgb2(false), nachweise: { jobcenter: schweigt } },
      "vonHand",
      "2026-11: 299 €, 2026-12: 0 €",
      /jobcenter.* nicht erhalten/,
    ],
    "18. Geburtstag am Ersten des Antragsmonats": [
      { geboren: "2008-11-01", ...ohneSgb2 },
      "abgelehnt",
      nichts,
      "§ 1 Abs. 1a UhVorschG: Das Kind ist achtzehn",
    ],
    "18. Geburtstag am Zweiten: ein Tag": [{ geboren: "2008-11-02", ...ohneSgb2 }, "bewilligt", "2026-11: 14 €, 2026-12: 0 €"],
    "18. Geburtstag am 15.: vierzehn Tage": [
      { geboren: "2008-11-15", ...ohneSgb2 },
      "bewilligt",
      "2026-11: 184 €, 2026-12: 0 €",
      "§ 1 Abs. 1a UhVorschG: Das Kind ist achtzehn",
    ],
    "18. Geburtstag am 31.: dreißig Tage sind ein Monat": [{ geboren: "2008-12-31", ...ohneSgb2 }, "bewilligt", jugendlich],
    "18. Geburtstag am 29. Februar, der ein 1. März ist": [
      { eingegangenAm: "2026-02-10", geboren: "2008-02-29", ...ohneSgb2 },
      "bewilligt",
      "2026-02: 394 €, 2026-03 bis 2026-12: 0 €",
    ],
    "Kind 19 Jahre": [{ geboren: "2007-03-01", ...ohneSgb2 }, "abgelehnt", nichts, "§ 1 Abs. 1a UhVorschG"],
    "Kind noch nicht geboren": [{ geboren: "2027-02-01" }, "abgelehnt", nichts, "§ 1 BGB"],
  }));

describe("Bürgergeld ab zwölf", () =>
  pruefe({
    "kein Bezug": [{ geboren: "2012-05-05", ...ohneSgb2 }, "bewilligt", jugendlich, "§ 1 Abs. 1a Satz 1 Nr. 1 UhVorschG"],
    "Bezug, Einkommen 599,99 €": [mitSgb2("2012-05-05", 59_999), "abgelehnt", nichts, /weniger als 600 Euro/],
    "Bezug, Einkommen 600 €, vom Jobcenter bestätigt": [
      mitSgb2("2012-05-05", 60_000),
      "bewilligt",
      jugendlich,
      /mindestens 600 Euro/,
    ],
    "Bezug, der durch die Leistung vermieden wird": [
      mitSgb2("2012-05-05", 0, true),
      "bewilligt",
      jugendlich,
      /braucht das Kind kein Bürgergeld mehr/,
    ],
    "Bezug, Jobcenter nennt kein Einkommen, Belege liegen vor": [
      { geboren: "2012-05-05", antworten: sgb2(true, 90_000), nachweise: { jobcenter: gefunden({ bezieht: true }) } },
      "vonHand",
      nichts,
      /Einkommen nach Belegen glaubhaft/,
    ],
    "dasselbe, ein Mensch hält die Belege für glaubhaft": [
      {
        geboren: "2012-05-05",
        antworten: sgb2(true, 90_000),
        nachweise: { jobcenter: gefunden({ bezieht: true }) },
        urteile: { einkommenGlaubhaft: true },
      },
      "bewilligt",
      jugendlich,
      /eingereichten Belege nachgewiesen/,
    ],
    "dasselbe, nicht glaubhaft: noch offen, ob die Leistung Bürgergeld vermeidet": [
      {
        geboren: "2012-05-05",
        antworten: sgb2(true, 90_000),
        nachweise: { jobcenter: gefunden({ bezieht: true }) },
        urteile: { einkommenGlaubhaft: false },
      },
      "vonHand",
      nichts,
      /vermeidet die Hilfebedürftigkeit/,
    ],
    "Jobcenter schweigt": [
      { geboren: "2012-05-05", antworten: sgb2(false), nachweise: { jobcenter: schweigt } },
      "vonHand",
      nichts,
      /Nicht geklärt: Das Kind bezieht Leistungen nach dem SGB II/,
    ],
    "Jobcenter verweigert": [
      {
        geboren: "2012-05-05",
        antworten: sgb2(false),
        nachweise: { jobcenter: { art: "verweigert", grund: "keine Rechtsgrundlage" } },
      },
      "vonHand",
      nichts,
      /keine Rechtsgrundlage/,
    ],
    "Jobcenter weiß von Bezug, Antrag nicht": [
      { geboren: "2012-05-05", antworten: sgb2(false), nachweise: { jobcenter: buergergeld(0, false) } },
      "vonHand",
      nichts,
      /laut Antrag nicht/,
    ],
    "Antrag nennt 700 €, Jobcenter 500 €": [
      { geboren: "2012-05-05", antworten: sgb2(true, 70_000), nachweise: { jobcenter: buergergeld(50_000, false) } },
      "vonHand",
      nichts,
      /nach dem Jobcenter nicht/,
    ],
    "Antwort des Jobcenters unlesbar": [
      { geboren: "2012-05-05", antworten: sgb2(false), nachweise: { jobcenter: gefunden({ bezieht: "nein" }) } },
      "vonHand",
      nichts,
      /nicht lesen/,
    ],
    "keine Schule, eigene Ausbildungsvergütung": [
      {
        geboren: "2009-05-05",
        antworten: { ...sgb2(false), schule: { besucht: false, einkuenfte: 80_000 } },
        nachweise: { jobcenter: keinEintrag },
      },
      "vonHand",
      jugendlich,
      /§ 2 Abs\. 4/,
    ],
  }));

const unterhalt = (betrag: number): Abweichung => ({ antworten: { unterhalt: { betrag } } });

describe("Höhe", () =>
  pruefe({
    "Unterhalt 100 €": [unterhalt(10_000), "bewilligt", `${jahresende}: 127 €`],
    "Unterhalt 100,01 €: aufgerundet": [unterhalt(10_001), "bewilligt", `${jahresende}: 127 €`],
    "es bleiben 5 €": [unterhalt(22_200), "bewilligt", `${jahresende}: 5 €`],
    "es bleiben 4,99 €, aufgerundet 5 €": [unterhalt(22_201), "bewilligt", `${jahresende}: 5 €`],
    "es bleiben 4 €": [unterhalt(22_300), "abgelehnt", nichts, "§ 9 Abs. 3 Satz 3 UhVorschG"],
    "Unterhalt in Höhe der Leistung": [unterhalt(22_700), "abgelehnt", nichts, "§ 1 Abs. 1 Nr. 3 UhVorschG"],
    "Unterhalt weit darüber": [unterhalt(90_000), "abgelehnt", nichts, "§ 1 Abs. 1 Nr. 3 UhVorschG"],
    "Vater verstorben, keine Waisenrente": [verstorben(0), "bewilligt", klein],
    "Vater verstorben, Waisenrente 150 €": [verstorben(15_000), "bewilligt", `${jahresende}: 77 €`],
    "Vater verstorben, Waisenrente 300 €": [verstorben(30_000), "abgelehnt", nichts, /Waisenbezüge mindestens/],
    "Kindergeld beim anderen Elternteil": [
      { antworten: { kindergeld: { wer: "andererElternteil" } } },
      "bewilligt",
      `${jahresende}: 486 €`,
    ],
    "Kindergeld bei den Großeltern": [{ antworten: { kindergeld: { wer: "dritte" } } }, "bewilligt", klein],
  }));
