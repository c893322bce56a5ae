import assert from "node:assert/strict";
import { test } from "node:test";
import { alsCsv, csvKopf } from "./csv.ts";
import type { Sollzeile } from "./store.ts";

const zeile = (schuldner: string): Sollzeile => ({
  id: "",
  vorgangId: "",
  aktenzeichen: "MB-26-AAAA-BBBB",
  leistung: "meldebescheinigung",
  bezeichnung: "Meldebescheinigung",
  kassenzeichen: "481209371146",
  person: null,
  schuldner,
  ueberPostfach: false,
  posten: [],
  betragCent: 120_005,
  faelligAm: "2026-12-24",
  istErstattung: false,
  eroeffnetAm: new Date("2026-11-24T08:00:00Z"),
  nummer: 1,
  zustand: "offen",
  offenCent: 9,
  stand: { sollCent: 120_005, bezahltCent: 119_996, erstattetCent: 0, zahlungen: [], erstattungen: [], storniert: false },
});

const zelleVon = (schuldner: string) =>
  alsCsv([zeile(schuldner)])
    .split("2026-11-24")[0]
    ?.split("Meldebescheinigung;")[1];

test("a line of the list: amounts with comma, the last column is what is open", () => {
  const [kopf, erste] = `${csvKopf}${alsCsv([zeile("Anna Beispiel")])}`.split("\r\n");
  assert.match(kopf ?? "", /^\ufeffKassenzeichen;Aktenzeichen/);
  assert.match(
    erste ?? "",
    /^4812 0937 1146;MB-26-AAAA-BBBB;meldebescheinigung;Meldebescheinigung;Anna Beispiel;.*;1200,05;1199,96;0,00;0,09$/,
  );
});
for (const [name, [schuldner, erwartet]] of Object.entries({
  "a name that a spreadsheet would run": ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0;"],
  "a semicolon": ["Meier; Sohn", '"Meier; Sohn";'],
  quotes: ['Anna "Anni"', '"Anna ""Anni""";'],
  "an umlaut": ["Jörg Öztürk", "Jörg Öztürk;"],
}))
  test(name, () => assert.equal(zelleVon(schuldner ?? ""), erwartet));

test("opened shortly after midnight: the day as the office counts it", () => {
  const nachts = { ...zeile("Anna"), eroeffnetAm: new Date("2026-06-30T22:30:00Z") };
  assert.match(alsCsv([nachts]), /;2026-07-01;/);
});
