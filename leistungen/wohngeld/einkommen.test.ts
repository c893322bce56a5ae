import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Auswertung } from "#baukasten";
import { euro } from "#geld";
import type { IsoDatum } from "#kalender";
import type { Person, Unterhalt } from "./fakten.ts";
import { kind, person, rechne, wert } from "./musterfall.ts";

/** Cents, not rounded: a cent of a year must be seen. */
const imMonat = (auswertung: Auswertung) => Number(wert(auswertung, "Gesamteinkommen im Jahr in Hundertstel Cent")) / 1200;

/** Members, the income of the month in cents, and the day where it matters. */
type Zeile = readonly [readonly Person[], number, IsoDatum?];
function pruefe(zeilen: Record<string, Zeile>): void {
  for (const [name, [personen, erwartet, tag]] of Object.entries(zeilen))
    test(name, () => assert.equal(imMonat(rechne({ personen }, tag)), erwartet));
}
const mit = (einkuenfte: Partial<Person["einkuenfte"]>, mehr: Partial<Omit<Person, "einkuenfte" | "zahlt">> = {}, abzuege = 0) =>
  person(0, mehr, einkuenfte, abzuege);
const lohn = { lohnCent: euro(13_230) };

describe("Einkünfte (§ 14 WoGG)", () =>
  pruefe({
    "Lohn nach dem Pauschbetrag von 1.230 Euro": [[mit(lohn)], euro(1000)],
    "höhere Werbungskosten zählen": [[mit({ ...lohn, werbungskostenCent: euro(2430) })], euro(900)],
    "weniger Lohn als der Pauschbetrag: nichts, auch kein Verlust": [
      [mit({ lohnCent: euro(600) }), mit({ selbstaendigCent: euro(12_000) })],
      euro(1000),
    ],
    "Rente nach 102 Euro": [[mit({ gesetzlicheRenteCent: euro(12_102) })], euro(1000)],
    "zwei Renten einer Person: ein Pauschbetrag": [
      [mit({ gesetzlicheRenteCent: euro(6000), andereRenteCent: euro(6102) })],
      euro(1000),
    ],
    "Kapitalerträge über 100 Euro": [[mit({ kapitalCent: euro(12_100) })], euro(1000)],
    "Kapitalerträge bis 100 Euro bleiben frei": [[mit({ kapitalCent: euro(100), sonstigeCent: euro(12_000) })], euro(1000)],
    "Verlust aus Gewerbe oder Vermietung mindert nichts": [
      [mit({ selbstaendigCent: -euro(500), vermietungCent: -euro(500), sonstigeCent: euro(12_000) })],
      euro(1000),
    ],
    "Vermietung und alles andere zählen": [[mit({ vermietungCent: euro(6000), sonstigeCent: euro(6000) })], euro(1000)],
    "wer ausgeschlossen ist, zählt nicht": [[mit(lohn), mit(lohn, { ausgeschlossen: true })], euro(1000)],
  }));

test("the notice shows the twelfth to the cent", () =>
  assert.equal(wert(rechne({ personen: [mit({ sonstigeCent: euro(1000) })] }), "Gesamteinkommen im Monat"), 8333));

describe("Pauschaler Abzug (§ 16 WoGG)", () =>
  pruefe({
    "nichts zu zahlen: kein Abzug": [[mit(lohn, {}, 0)], euro(1000)],
    "nur Steuern: 10 Prozent": [[mit(lohn, {}, 1)], euro(900)],
    "Steuern und Krankenversicherung: 20 Prozent": [[mit(lohn, {}, 2)], euro(800)],
    "auch Rentenversicherung: 30 Prozent": [[mit(lohn, {}, 3)], euro(700)],
    "jede Person für sich": [[mit(lohn, {}, 3), mit(lohn, {}, 1)], euro(1600)],
  }));

const ab = (cent: number) => (euro(24_000) - cent) / 12;
const reich = { sonstigeCent: euro(24_000) };
describe("Freibeträge (§§ 17, 17a WoGG)", () =>
  pruefe({
    "schwerbehindert: 1.800 Euro": [[mit(reich, { schwerbehindert: true })], ab(euro(1800))],
    "Opfer der Verfolgung: 750 Euro": [[mit(reich, { verfolgt: true })], ab(euro(750))],
    "beides zusammen": [[mit(reich, { schwerbehindert: true, verfolgt: true })], ab(euro(2550))],
    "allein mit Kind von 17: 1.320 Euro": [[mit(reich), kind("2007-06-02")], ab(euro(1320)), "2025-06-01"],
    "allein mit Kind ab 18: keiner": [[mit(reich), kind("2007-06-01")], ab(0), "2025-06-01"],
    "mit zweiter erwachsener Person: keiner": [[mit(reich), mit({}), kind("2015-01-01")], ab(0)],
    "zweite erwachsene Person ausgeschlossen: auch keiner": [
      [mit(reich), mit({}, { ausgeschlossen: true }), kind("2015-01-01")],
      ab(0),
    ],
    "Kind von 24 arbeitet: höchstens 1.200 Euro": [
      [mit(reich), mit({}), kind("2000-06-02", {}, euro(13_230))],
      ab(euro(1200) - euro(12_000)),
      "2025-06-01",
    ],
    "Kind ab 25 arbeitet: keiner": [[mit(reich), mit({}), kind("2000-06-01", {}, euro(13_230))], ab(-euro(12_000)), "2025-06-01"],
    "Kind verdient weniger: so viel": [[mit(reich), mit({}), kind("2008-01-01", {}, euro(900))], ab(euro(900))],
    "Grundrentenzeiten, kleine Rente: ganz frei": [[mit({ gesetzlicheRenteCent: euro(900) }, { grundrentenzeiten: true })], 0],
    "Grundrentenzeiten: 1.200 Euro und 30 Prozent vom Rest": [
      [mit({ gesetzlicheRenteCent: euro(7302) }, { grundrentenzeiten: true })],
      (euro(7200) - euro(1200) - euro(1830.6)) / 12,
    ],
    "Grundrentenzeiten: höchstens die Hälfte des Regelbedarfs, 2023": [
      [mit({ gesetzlicheRenteCent: euro(24_102) }, { grundrentenzeiten: true })],
      euro(2000 - 251),
      "2023-12-31",
    ],
    "Grundrentenzeiten: höchstens die Hälfte des Regelbedarfs, ab 2024": [
      [mit({ gesetzlicheRenteCent: euro(24_102) }, { grundrentenzeiten: true })],
      euro(2000 - 281.5),
      "2024-01-01",
    ],
    "Freibeträge machen das Einkommen nie kleiner als null": [[mit({ sonstigeCent: euro(100) }, { schwerbehindert: true })], 0],
  }));

describe("Gezahlter Unterhalt (§ 18 WoGG)", () => {
  const grenzen = { auswaerts: 3000, getrennteEltern: 3000, frueherePartner: 6000, sonstige: 3000 } as const;
  for (const [an, grenze] of Object.entries(grenzen) as [Unterhalt["an"], number][]) {
    const im = (betrag: number, titel: boolean) =>
      imMonat(rechne({ personen: [mit(reich)], unterhalt: [{ an, betragCent: euro(betrag), titel }] }));
    test(`${an}: ohne Titel höchstens ${grenze} Euro im Jahr`, () => {
      assert.equal(im(12_000, false), ab(euro(grenze)));
      assert.equal(im(1200, false), ab(euro(1200)));
    });
    test(`${an}: mit Titel ganz`, () => assert.equal(im(12_000, true), ab(euro(12_000))));
  }
});

describe("Bedarf, mit dem das Einkommen verglichen wird", () => {
  const zeilen: Record<string, readonly [readonly Person[], number, IsoDatum]> = {
    "allein 2023": [[person()], 502, "2023-12-31"],
    "allein 2024": [[person()], 563, "2024-01-01"],
    "Paar 2023": [[person(0, { mitPartner: true }), person(0, { mitPartner: true })], 902, "2023-12-31"],
    "Paar 2024": [[person(0, { mitPartner: true }), person(0, { mitPartner: true })], 1012, "2024-01-01"],
    "Kind von 5": [[person(), kind("2019-06-02")], 563 + 357, "2025-06-01"],
    "Kind von 6": [[person(), kind("2019-06-01")], 563 + 390, "2025-06-01"],
    "Kind von 13": [[person(), kind("2011-06-02")], 563 + 390, "2025-06-01"],
    "Kind von 14": [[person(), kind("2011-06-01")], 563 + 471, "2025-06-01"],
    "Kind von 17": [[person(), kind("2007-06-02")], 563 + 471, "2025-06-01"],
    "Kind von 18": [[person(), kind("2007-06-01")], 563 + 451, "2025-06-01"],
    "Kind von 24": [[person(), kind("2000-06-02")], 563 + 451, "2025-06-01"],
    "Kind von 25: eigener Haushaltsvorstand": [[person(), kind("2000-06-01")], 563 + 563, "2025-06-01"],
    "Kinder 2023": [
      [person(), kind("2019-01-01"), kind("2012-01-01"), kind("2007-01-01"), kind("2004-01-01")],
      502 + 318 + 348 + 420 + 402,
      "2023-12-31",
    ],
    "Kinder 2023, gerade älter": [
      [person(), kind("2017-06-01"), kind("2009-06-01"), kind("2005-06-01")],
      502 + 348 + 420 + 402,
      "2023-06-01",
    ],
    "Kinder 2023, gerade jünger": [
      [person(), kind("2017-06-02"), kind("2009-06-02"), kind("2005-06-02")],
      502 + 318 + 348 + 420,
      "2023-06-01",
    ],
  };
  for (const [name, [personen, regelbedarf, tag]] of Object.entries(zeilen))
    test(name, () => assert.equal(wert(rechne({ personen }, tag), "Bedarf für den Lebensunterhalt"), euro(regelbedarf + 650)));
  test("where some are excluded or others live there, the rent counts by heads", () => {
    const personen = [person(), person(0, { ausgeschlossen: true })];
    assert.equal(wert(rechne({ personen, mitbewohner: 2, miete: 750 }), "Bedarf für den Lebensunterhalt"), euro(563 + 200));
  });
});
