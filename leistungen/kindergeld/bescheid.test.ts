import assert from "node:assert/strict";
import { test } from "node:test";
import { entscheide } from "#baukasten";
import { bescheid } from "./bescheid.ts";
import { kindergeld } from "./leistung.ts";
import { kontextFuer, ohneAntragFuer } from "./musterfall.ts";

const einfach = (text: string) => text.replaceAll("\u00a0", " ");

test("one amount is named, several are left to the table", () => {
  for (const [eingegangenAm, satz] of [
    ["2026-11-24", "Für Mia Beispiel wird ab Mai 2026 Kindergeld festgesetzt, monatlich 259 €."],
    ["2026-01-10", "Für Mia Beispiel wird ab Juli 2025 Kindergeld festgesetzt, in der unten genannten Höhe."],
  ] as const) {
    const kontext = kontextFuer({ eingegangenAm });
    assert.equal(einfach(bescheid.tenor(entscheide(kindergeld, kontext), kontext.antworten)), satz);
  }
});
test("a refusal says so", () => {
  const kontext = kontextFuer({ antworten: { empfaenger: { ich: false } } });
  assert.equal(
    bescheid.tenor(entscheide(kindergeld, kontext), kontext.antworten),
    "Für Mia Beispiel wird kein Kindergeld festgesetzt.",
  );
});
test("whoever did not apply reads why the letter comes", () => {
  const { antworten } = ohneAntragFuer("2027-11-05", "2027-11-20");
  assert.match(bescheid.einleitung(antworten, "2027-11-20"), /von der Geburt erfahren.*ohne dass Sie einen Antrag stellen/);
  assert.match(
    bescheid.einleitung(kontextFuer({}).antworten, "2026-11-24"),
    /^auf Ihren Antrag vom 24\.11\.2026 für Mia Beispiel, geboren am 24\.03\.2022,/,
  );
});
