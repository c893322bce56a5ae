import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { untersuche } from "#rechnungspruefung";
import { beispielCii } from "../../../../test/helpers/rechnungen/beispiel-cii.ts";
import { beispielUbl } from "../../../../test/helpers/rechnungen/beispiel-ubl.ts";
import { liesBild, type Rechnungsbild } from "./lies-bild.ts";

function bildVon(text: string): Rechnungsbild {
  const { rechnung } = untersuche("rechnung.xml", Buffer.from(text));
  assert.ok(rechnung);
  return liesBild(rechnung);
}
const ohneTrenner = (text: string) => text.replaceAll("\u00a0", " ");
const angabe = (bild: Rechnungsbild, name: string) => [...bild.angaben, ...bild.zahlung].find((a) => a.name === name)?.wert;

describe("the picture of an invoice", () => {
  for (const [syntax, beispiel] of [
    ["UBL", beispielUbl],
    ["CII", beispielCii],
  ] as const)
    test(`says the same in both syntaxes: ${syntax}`, () => {
      const bild = bildVon(beispiel);
      assert.equal(bild.titel, "Rechnung R-2026-17");
      assert.deepEqual(
        [bild.verkaeufer.name, ...bild.verkaeufer.zeilen],
        ["Muster Bau GmbH", "Werkstraße 4", "12345 Beispielstadt"],
      );
      assert.equal(bild.kaeufer.name, "Stadt Musterstadt");
      assert.equal(angabe(bild, "Rechnungsdatum"), "02.11.2026");
      assert.equal(angabe(bild, "Leitweg-ID"), "04011000-12345-03");
      assert.equal(angabe(bild, "IBAN"), "DE89 3704 0044 0532 0130 00");
      assert.equal(angabe(bild, "Zu zahlen bis"), "02.12.2026");
      assert.deepEqual(
        bild.positionen.map(({ bezeichnung, preis, steuer, netto }) => [bezeichnung, preis, steuer, netto].map(ohneTrenner)),
        [
          ["Malerarbeiten", "50,00 €", "19 %", "200,00 €"],
          ["Fachbuch", "21,43 €", "7 %", "64,29 €"],
        ],
      );
      assert.deepEqual(
        bild.nachlaesse.map(({ text, betrag }) => [text, betrag].map(ohneTrenner)),
        [["Nachlass: Treuerabatt (10 % von 200,00 €)", "−20,00 €"]],
      );
      assert.equal(ohneTrenner(bild.summen.at(-1)?.betrag ?? ""), "282,99 €");
    });

  test("what is broken is shown as it stands, what is missing is left out", () => {
    const bild = bildVon(
      beispielUbl
        .replace("<cbc:IssueDate>2026-11-02", "<cbc:IssueDate>2026-02-30")
        .replace(">50.00<", ">fünfzig<")
        .replace(/<cac:LegalMonetaryTotal>.*<\/cac:LegalMonetaryTotal>/, ""),
    );
    assert.equal(angabe(bild, "Rechnungsdatum"), "2026-02-30");
    assert.equal(ohneTrenner(bild.positionen[0]?.preis ?? ""), "fünfzig €");
    assert.deepEqual(bild.summen, []);
  });

  test("large figures are grouped, other currencies keep their code", () => {
    const bild = bildVon(beispielUbl.replaceAll(/(PayableAmount currencyID=")EUR">282\.99/g, '$1CHF">1234567.80'));
    assert.equal(ohneTrenner(bild.summen.at(-1)?.betrag ?? ""), "1.234.567,80 CHF");
  });
});
