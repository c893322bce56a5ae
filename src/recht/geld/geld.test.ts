import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  anteilig,
  euro,
  formatiereEuro,
  formatiereIban,
  leseEuro,
  pruefeIban,
  rundeAufVolleEuroAuf,
  rundeKaufmaennisch,
} from "./index.ts";

const eingaben = {
  "227": 22_700,
  "227 €": 22_700,
  "1.234,56": 123_456,
  "1234,5": 123_450,
  "12.50": 1_250,
  "1.234": 123_400,
  "-3,99": -399,
  "0": 0,
  "1,234": undefined,
  "1.23.4": undefined,
  zwölf: undefined,
  "": undefined,
  "12,": undefined,
} as const;
for (const [eingabe, erwartet] of Object.entries(eingaben))
  test(`„${eingabe}“ is read as ${erwartet ?? "no amount"}`, () => assert.equal(leseEuro(eingabe), erwartet));

test("what is written can be read back", () => {
  fc.assert(fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cent) => leseEuro(formatiereEuro(cent)) === cent));
});
test("whole euros may stand short", () => assert.equal(formatiereEuro(22_700, "kurz"), "227\u00a0€"));
test("an amount with tenths of a cent is refused", () => assert.throws(() => euro(4.999)));
test("4,99 Euro are 499 cents, whatever floating point says", () => assert.equal(euro(4.99), 499));
test("rounding up: never less, less than one euro more, whole euros", () => {
  fc.assert(
    fc.property(fc.nat(1e9), (cent) => {
      const auf = rundeAufVolleEuroAuf(cent);
      return auf >= cent && auf - cent < 100 && auf % 100 === 0;
    }),
  );
});
test("commercial rounding errs by at most a half, and is symmetric", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e5 }), (zaehler, nenner) => {
      const gerundet = rundeKaufmaennisch(zaehler, nenner);
      return Math.abs(gerundet * nenner - zaehler) * 2 <= nenner && rundeKaufmaennisch(-zaehler, nenner) + gerundet === 0;
    }),
  );
});
test("12 of 30 days of 227 Euro", () => assert.equal(anteilig(22_700, 12, 30), 9_080));

test("valid IBANs are accepted with blanks and small letters", () =>
  assert.deepEqual(pruefeIban("de02 1203 0000 0000 2020 51"), { art: "gueltig", iban: "DE02120300000000202051" }));
test("every single wrong digit of an IBAN is noticed", () => {
  const iban = "DE02120300000000202051";
  for (let stelle = 2; stelle < iban.length; stelle++)
    for (let ziffer = 0; ziffer <= 9; ziffer++) {
      const andere = iban.slice(0, stelle) + ziffer + iban.slice(stelle + 1);
      if (andere !== iban) assert.equal(pruefeIban(andere).art, "mangel", andere);
    }
});
for (const falsch of ["", "DE", "DE0212030000000020205", "XX02120300000000202051", "DE02<script>"])
  test(`„${falsch}“ is no IBAN`, () => assert.equal(pruefeIban(falsch).art, "mangel"));
test("IBANs are shown in groups of four", () =>
  assert.equal(formatiereIban("DE02120300000000202051"), "DE02 1203 0000 0000 2020 51"));
