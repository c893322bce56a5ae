import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { anfangsfelder, euroText, liesAufteilung } from "./aufteilung.ts";

const felder = (betrag: string, ...anteile: [string, string][]) => ({
  betrag,
  zeilen: String(anteile.length),
  ...Object.fromEntries(
    anteile.flatMap(([stelle, wert], n) => [
      [`kostenstelle.${n}`, stelle],
      [`anteil.${n}`, wert],
    ]),
  ),
});

describe("a split over cost centres, as it is typed", () => {
  for (const [name, eingabe, restCent, fehler] of [
    ["adds up", felder("119,00", ["40100", "59,50"], ["33100", "59,50"]), 0, []],
    ["one share takes the rest", felder("100", ["40100", "33,33"], ["33100", "33,33"], ["22100", ""]), 0, []],
    ["empty lines are none", felder("100,00", ["40100", "100"], ["", ""]), 0, []],
    ["a cent is missing", felder("100,00", ["40100", "50"], ["33100", "49,99"]), 1, []],
    ["a cent too much", felder("100,00", ["40100", "50"], ["33100", "50,01"]), -1, []],
    ["two shares want the rest", felder("100,00", ["40100", ""], ["33100", ""]), 100_00, ["anteil.1"]],
    ["nothing is left for the last", felder("100,00", ["40100", "100"], ["33100", ""]), 0, ["anteil.1"]],
    ["an amount without a cost centre", felder("100,00", ["", "100"]), 0, ["kostenstelle.0"]],
    ["below zero", felder("100,00", ["40100", "150"], ["33100", "-50"]), -50_00, ["anteil.1"]],
    ["no amount", felder("hundert", ["40100", "100"]), -100_00, ["betrag"]],
  ] as const)
    test(name, () => {
      const gelesen = liesAufteilung(eingabe);
      assert.deepEqual([gelesen.restCent, Object.keys(gelesen.fehler)], [restCent, fehler]);
    });

  test("what order or contract propose is read back as it was", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 12 }), (betraege) => {
        const kontierung = betraege.map((betragCent, n) => ({ kostenstelle: `K${n}`, betragCent }));
        const summe = betraege.reduce((a, b) => a + b, 0);
        const gelesen = liesAufteilung(anfangsfelder(kontierung, summe));
        assert.deepEqual([gelesen.kontierung, gelesen.restCent, gelesen.fehler], [kontierung, 0, {}]);
      }),
    );
  });

  test("without faults and rest the shares are the amount, to the cent", () => {
    const betrag = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(betrag, fc.array(fc.option(betrag), { minLength: 1, maxLength: 6 }), (ganz, teile) => {
        const gelesen = liesAufteilung(
          felder(euroText(ganz), ...teile.map((teil): [string, string] => ["40100", teil === null ? "" : euroText(teil)])),
        );
        if (Object.keys(gelesen.fehler).length > 0 || gelesen.restCent !== 0) return;
        assert.equal(
          gelesen.kontierung.reduce((summe, { betragCent }) => summe + betragCent, 0),
          ganz,
        );
        assert.ok(gelesen.kontierung.every(({ betragCent }) => betragCent > 0));
      }),
    );
  });
});
