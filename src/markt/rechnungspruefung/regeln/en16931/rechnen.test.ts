import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { beispielUbl } from "../../../../../test/helpers/rechnungen/beispiel-ubl.ts";
import { pruefeRegeln } from "../../pruefe.ts";
import { naheAn } from "./rechnen-teile.ts";

const cent = (betrag: number) =>
  `${betrag < 0 ? "-" : ""}${Math.trunc(Math.abs(betrag) / 100)}.${String(Math.abs(betrag) % 100).padStart(2, "0")}`;
/** As the norm rounds: a half goes up. */
const prozentVon = (betrag: number, satz: number) => Math.floor((betrag * satz) / 100 + 0.5);
type Zeile = { netto: number; satz: number };

/** An invoice with these lines whose sums are right, reckoned in whole cents apart from the code that checks them. */
function rechnungAus(zeilen: readonly Zeile[], fehlbetrag = 0): string {
  const saetze = [...new Set(zeilen.map(({ satz }) => satz))];
  const jeSatz = saetze.map((satz) => {
    const basis = zeilen.filter((zeile) => zeile.satz === satz).reduce((summe, { netto }) => summe + netto, 0);
    return { satz, basis, steuer: prozentVon(basis, satz) };
  });
  const netto = zeilen.reduce((summe, zeile) => summe + zeile.netto, 0);
  const steuer = jeSatz.reduce((summe, zeile) => summe + zeile.steuer, 0);
  const kategorie = (satz: number) =>
    `<cbc:ID>S</cbc:ID><cbc:Percent>${satz}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>`;
  const betrag = (name: string, wert: number) => `<cbc:${name} currencyID="EUR">${cent(wert)}</cbc:${name}>`;
  const summen = [
    `<cac:TaxTotal>${betrag("TaxAmount", steuer)}`,
    ...jeSatz.map(
      (z) =>
        `<cac:TaxSubtotal>${betrag("TaxableAmount", z.basis)}${betrag("TaxAmount", z.steuer)}<cac:TaxCategory>${kategorie(z.satz)}</cac:TaxCategory></cac:TaxSubtotal>`,
    ),
    "</cac:TaxTotal><cac:LegalMonetaryTotal>",
    betrag("LineExtensionAmount", netto + fehlbetrag),
    betrag("TaxExclusiveAmount", netto),
    betrag("TaxInclusiveAmount", netto + steuer),
    betrag("PayableAmount", netto + steuer),
    "</cac:LegalMonetaryTotal>",
    ...zeilen.map(
      (z, nr) =>
        `<cac:InvoiceLine><cbc:ID>${nr + 1}</cbc:ID><cbc:InvoicedQuantity unitCode="C62">${z.netto < 0 ? -1 : 1}</cbc:InvoicedQuantity>${betrag("LineExtensionAmount", z.netto)}<cac:Item><cbc:Name>Ware</cbc:Name><cac:ClassifiedTaxCategory>${kategorie(z.satz)}</cac:ClassifiedTaxCategory></cac:Item><cac:Price>${betrag("PriceAmount", Math.abs(z.netto))}</cac:Price></cac:InvoiceLine>`,
    ),
  ];
  return beispielUbl.replace(/<cac:AllowanceCharge>[\s\S]*<\/cac:InvoiceLine>/, summen.join(""));
}

const zeilen = fc.array(
  fc.record({ netto: fc.integer({ min: -5_000_000, max: 900_000_000 }), satz: fc.constantFrom(7, 19, 16, 5.5) }),
  {
    minLength: 1,
    maxLength: 12,
  },
);
const verletzt = (text: string) => pruefeRegeln(Buffer.from(text)).map(({ regel }) => regel);

describe("reckoning", () => {
  test("whoever adds up right is right, whatever the lines are", () => {
    fc.assert(
      fc.property(zeilen, (alle) => {
        assert.deepEqual(verletzt(rechnungAus(alle)), []);
      }),
      { numRuns: 60 },
    );
  });
  test("a cent too much or too little in the sum of the lines is always found, and named with its figures", () => {
    fc.assert(
      fc.property(zeilen, fc.constantFrom(-1, 1), (alle, cents) => {
        const befunde = pruefeRegeln(Buffer.from(rechnungAus(alle, cents)));
        assert.deepEqual(
          befunde.map(({ regel }) => regel),
          ["BR-CO-10", "BR-CO-13"],
        );
        assert.match(befunde[0]?.text ?? "", /Gerechnet: .*; angegeben -?\d+,\d\d\.$/);
      }),
      { numRuns: 40 },
    );
  });
  test("the tax of a row may be nearly one unit off, either way; the two syntaxes differ in the whole unit", () => {
    const d = (cents: number) => ({ ganz: BigInt(cents), stellen: 2 });
    for (const [ist, knapp, erwartet] of [
      [10_099, true, true],
      [10_100, true, false],
      [10_100, false, true],
      [10_101, false, false],
      [9_901, true, true],
      [9_900, true, false],
      [9_900, false, true],
      [9_899, false, false],
    ] as const)
      assert.equal(naheAn(d(ist), d(10_000), knapp), erwartet, `${ist} ${knapp}`);
  });
});
