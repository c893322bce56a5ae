import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { werteAus } from "#baukasten";
import { euro } from "#geld";
import { type Abweichung, fakten, netto, plan } from "./musterfall.ts";
import { regelwerk } from "./regeln.ts";

const geburtsdatum = "2025-06-15";
/** A case of the office, of any kind. */
const fall = fc
  .record({
    vorher: fc.integer({ min: 0, max: 600_000 }),
    monate: fc.constantFrom("BB", "BBBBBBBBBBBB", "PPPP", "BBBBPPPP", "BBXX", "B"),
    geschwister: fc.array(
      fc.record({ geburtsdatum: fc.constantFrom("2019-07-01", "2022-07-01", "2024-01-01"), behinderung: fc.boolean() }),
      {
        maxLength: 3,
      },
    ),
    mehrlinge: fc.integer({ min: 1, max: 3 }),
    lebtImHaushalt: fc.boolean(),
    betreutSelbst: fc.boolean(),
    alleinerziehend: fc.boolean(),
    zuVersteuern: fc.integer({ min: 0, max: 30_000_000 }),
    wochenstunden: fc.integer({ min: 0, max: 45 }),
  })
  .map(
    ({ vorher, monate, zuVersteuern, wochenstunden, ...rest }): Abweichung => ({
      geburtsdatum,
      ...rest,
      erwerbVor: vorher === 0 ? [] : netto(geburtsdatum, vorher),
      zuVersteuerndesEinkommenCent: zuVersteuern,
      plan: plan(monate, { wochenstunden }),
    }),
  );
const werte = (abweichung: Abweichung, ohne: readonly string[] = []) => {
  const bekannt = Object.fromEntries(Object.entries(fakten(abweichung)).filter(([name]) => !ohne.includes(name)));
  return werteAus(regelwerk, bekannt, geburtsdatum);
};

describe("for any facts", () => {
  test("what is missing never refuses what the whole would grant, nor grants what it would refuse", () => {
    const namen = Object.keys(fakten({}));
    fc.assert(
      fc.property(fall, fc.subarray(namen), (abweichung, ohne) => {
        const ganz = werte(abweichung);
        const teil = werte(abweichung, ohne);
        assert.notEqual(ganz.anspruch, undefined);
        if (teil.anspruch !== undefined) assert.equal(teil.anspruch, ganz.anspruch);
        if (teil.betragCent !== undefined) assert.equal(teil.betragCent, ganz.betragCent);
      }),
    );
  });
  test("between the least and the most of § 2, bonus and supplement included", () => {
    fc.assert(
      fc.property(fall, (abweichung) => {
        const { betragCent = 0 } = werte(abweichung);
        const weitere = Number(abweichung.mehrlinge) - 1;
        assert.ok(Number.isSafeInteger(betragCent));
        assert.ok(
          betragCent >= euro(150) + weitere * euro(150) && betragCent <= euro(1980) + weitere * euro(300),
          String(betragCent),
        );
      }),
    );
  });
  test("never less Elterngeld for a euro more before the birth, beyond the step of the rate", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), (vorher) => {
        const mit = (cent: number) => werte({ geburtsdatum, erwerbVor: netto(geburtsdatum, cent) }).betragCent ?? 0;
        // A step of one thousandth of at most 1,240 euros is what the sliding rate can take away.
        assert.ok(mit(vorher + 100) >= mit(vorher) - 124);
      }),
    );
  });
});
