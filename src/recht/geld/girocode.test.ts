import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { girocode } from "./girocode.ts";

const auftrag = {
  empfaenger: "Stadt Musterstadt",
  iban: "DE02 1203 0000 0000 2020 51",
  betragCent: 1_205,
  verwendungszweck: "4812 0937 1146",
};

describe("the text of a GiroCode (EPC069-12)", () => {
  test("eleven elements in the order of the guideline; no BIC in version 002", () =>
    assert.deepEqual(girocode(auftrag).split("\n"), [
      "BCD",
      "002",
      "1",
      "SCT",
      "",
      "Stadt Musterstadt",
      "DE02120300000000202051",
      "EUR12.05",
      "",
      "",
      "4812 0937 1146",
    ]));

  const betraege = { 1: "EUR0.01", 9: "EUR0.09", 100: "EUR1.00", 110: "EUR1.10", 99_999_999_999: "EUR999999999.99" };
  for (const [cent, text] of Object.entries(betraege))
    test(`${cent} cents are ${text}`, () =>
      assert.equal(girocode({ ...auftrag, betragCent: Number(cent) }).split("\n")[7], text));

  const unmoeglich = {
    "nothing to pay": { betragCent: 0 },
    "a negative amount": { betragCent: -1 },
    "half a cent": { betragCent: 0.5 },
    "more than the guideline allows": { betragCent: 100_000_000_000 },
    "a wrong IBAN": { iban: "DE03120300000000202051" },
    "no name": { empfaenger: " " },
    "a name of 71 signs": { empfaenger: "x".repeat(71) },
    "a line break in the reference": { verwendungszweck: "4812\n0937" },
    "a reference of 141 signs": { verwendungszweck: "x".repeat(141) },
    "more than 331 bytes": { empfaenger: "ü".repeat(70), verwendungszweck: "ü".repeat(140) },
  };
  for (const [name, mehr] of Object.entries(unmoeglich))
    test(`refused: ${name}`, () => assert.throws(() => girocode({ ...auftrag, ...mehr }), /GiroCode/));

  test("whatever the amount, reading it back gives the same cents", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (betragCent) => {
        const [, ganze, teil] = /^EUR(\d+)\.(\d\d)$/.exec(girocode({ ...auftrag, betragCent }).split("\n")[7] ?? "") ?? [];
        assert.equal(Number(ganze) * 100 + Number(teil), betragCent);
      }),
    ));
});
