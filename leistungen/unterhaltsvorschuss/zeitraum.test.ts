import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Abweichung, type Fall, klein, meldung, nichts, unterschiede } from "./musterfall.ts";

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, fall] of Object.entries(faelle)) test(name, () => assert.deepEqual(unterschiede(fall), []));
}

const zuhauseSeit = (seit: string, eingegangenAm = "2026-11-24"): Abweichung => ({
  eingegangenAm,
  antworten: { zuhause: { lebtBeiMir: true, seit } },
});
const getrenntSeit = (seit: string): Abweichung => ({
  antworten: { familienstand: { stand: "getrennt" }, trennung: { seit } },
  nachweise: { familienstand: meldung("verheiratet") },
});
const rueckwirkend = (bemueht: boolean, eingegangenAm = "2026-11-24", geboren = "2022-03-24"): Abweichung => ({
  eingegangenAm,
  geboren,
  antworten: { rueckwirkend: { vormonat: true, bemueht } },
});

describe("Zeitraum", () =>
  pruefe({
    "Antrag im Dezember 2025: bis zum Ende dieses Jahres": [{ eingegangenAm: "2025-12-10" }, "bewilligt", "2025-12: 227 €"],
    "Antrag im Januar 2026: das ganze Jahr": [{ eingegangenAm: "2026-01-05" }, "bewilligt", "2026-01 bis 2026-12: 227 €"],
    "Antrag im Dezember 2023: Sätze von 2023": [{ eingegangenAm: "2023-12-31" }, "bewilligt", "2023-12: 187 €"],
    "Antrag im Januar 2024 mit Vormonat: zwei Sätze": [
      rueckwirkend(true, "2024-01-02"),
      "bewilligt",
      "2023-12: 187 €, 2024-01 bis 2024-12: 230 €",
    ],
    "eingezogen am 16.": [zuhauseSeit("2026-11-16"), "bewilligt", "2026-11: 114 €, 2026-12: 227 €", /noch nicht bei Ihnen/],
    "eingezogen am Ersten": [zuhauseSeit("2026-11-01"), "bewilligt", klein],
    "eingezogen am Zweiten eines Monats mit 31 Tagen": [zuhauseSeit("2026-12-02", "2026-12-03"), "bewilligt", "2026-12: 227 €"],
    "eingezogen am 15. Februar: 14 Tage": [
      zuhauseSeit("2026-02-15", "2026-02-20"),
      "bewilligt",
      "2026-02: 106 €, 2026-03 bis 2026-12: 227 €",
    ],
    "zieht im nächsten Jahr ein": [zuhauseSeit("2027-01-01"), "abgelehnt", nichts, "§ 1 Abs. 1 Nr. 2 UhVorschG"],
    "getrennt seit Jahren": [getrenntSeit("2024-02-01"), "bewilligt", klein, "§ 1 Abs. 1 Nr. 2, Abs. 2 UhVorschG"],
    "getrennt mitten im Monat": [
      getrenntSeit("2026-11-16"),
      "bewilligt",
      "2026-11: 114 €, 2026-12: 227 €",
      /noch nicht getrennt/,
    ],
    "geboren mitten im Monat": [{ geboren: "2026-11-16" }, "bewilligt", "2026-11: 114 €, 2026-12: 227 €", /noch nicht geboren/],
    "Teil eines Monats unter 5 €": [
      { antworten: { zuhause: { lebtBeiMir: true, seit: "2026-11-29" }, unterhalt: { betrag: 20_000 } } },
      "bewilligt",
      "2026-11: 0 €, 2026-12: 27 €",
      "§ 9 Abs. 3 Satz 3 UhVorschG",
    ],
    "Vormonat, um Unterhalt bemüht": [rueckwirkend(true), "bewilligt", "2026-10 bis 2026-12: 227 €"],
    "Vormonat, nicht bemüht": [rueckwirkend(false), "bewilligt", klein],
    "Vormonat, Kind erst in ihm geboren": [
      rueckwirkend(true, "2026-11-24", "2026-10-22"),
      "bewilligt",
      "2026-10: 76 €, 2026-11 bis 2026-12: 227 €",
    ],
    "Antrag vor 2023": [
      { eingegangenAm: "2022-12-31", geboren: "2020-01-01" },
      "vonHand",
      "",
      /31\.12\.2022|01\.12\.2022.*kein Satz/,
    ],
    "Antrag im Januar 2023 mit Vormonat": [rueckwirkend(true, "2023-01-10"), "vonHand", "", /kein Satz „Mindestunterhalt“/],
    "Antrag nach 2026": [
      { eingegangenAm: "2027-01-04" },
      "vonHand",
      "",
      "Für den 01.01.2027 ist kein Satz „Mindestunterhalt“ hinterlegt.",
    ],
    "Antrag nach 2026 mit Vormonat: kein Monat fällt still weg": [
      rueckwirkend(true, "2027-01-04"),
      "vonHand",
      "2026-12: 227 €",
      /^Für den 01\.01\.2027 ist kein Satz/,
    ],
  }));
