import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Fakten, offeneFragen, werteAus } from "#baukasten";
import { euro } from "#geld";
import { plusTage } from "#kalender";
import { kindergeldsatz } from "../kindergeld/parameter.ts";
import { hoechstbetrag } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";

const cent = fc.integer({ min: 0, max: 400_000 });
const tag = (von: string, tage: number) => fc.integer({ min: 0, max: tage }).map((zahl) => plusTage(von, zahl));
const fakten = fc.record(
  {
    kinder: fc.array(
      fc.record({
        geburtsdatum: tag("1999-01-01", 10_000),
        verheiratet: fc.boolean(),
        mitKindergeld: fc.boolean(),
        einkommenCent: fc.integer({ min: 0, max: 90_000 }),
      }),
      { maxLength: 6 },
    ),
    mitPartner: fc.boolean(),
    alleinerziehend: fc.boolean(),
    erwerb: fc.array(fc.record({ bruttoCent: cent, nettoCent: cent, absetzungenCent: fc.option(cent) }), { maxLength: 2 }),
    anderesEinkommenCent: cent,
    warmmieteCent: cent,
    personenInWohnung: fc.integer({ min: 1, max: 12 }),
    bescheinigterMehrbedarfCent: fc.option(cent),
    vermoegenCent: fc.integer({ min: 0, max: 20_000_000 }),
    wohngeldCent: cent,
    beziehtSgb: fc.boolean(),
    ersterMonat: fc.constantFrom("2024-01", "2025-06"),
  },
  { requiredKeys: [] },
);
const imBestand = tag("2023-01-01", 1_460);
const laeufe = { numRuns: 2_000 };

describe("the rules, for any facts", () => {
  test("one fact more settles a case or leaves it; what was settled stays as it was", () => {
    fc.assert(
      fc.property(fakten, fc.array(fc.boolean(), { maxLength: 12 }), imBestand, (mehr, behalten, am) => {
        const weniger: Fakten = Object.fromEntries(Object.entries(mehr).filter((_, stelle) => behalten[stelle] ?? true));
        const voll = werteAus(regelwerk, mehr, am);
        for (const [nummer, wert] of werteAus(regelwerk, weniger, am).werte.entries())
          if (wert !== undefined) assert.deepEqual(voll.werte[nummer], wert);
      }),
      laeufe,
    );
  });
  test("an open case names a question, and only open cases do", () => {
    fc.assert(
      fc.property(fakten, imBestand, (bekannt, am) => {
        const auswertung = werteAus(regelwerk, bekannt, am);
        const offen = auswertung.anspruch === undefined || (auswertung.anspruch && auswertung.betragCent === undefined);
        assert.equal(offeneFragen(regelwerk, bekannt, am, auswertung).length > 0, offen);
      }),
      laeufe,
    );
  });
  test("full euros, never below nothing, never above the maximum for each child", () => {
    fc.assert(
      fc.property(fakten, imBestand, (bekannt, am) => {
        const { betragCent } = werteAus(regelwerk, bekannt, am);
        if (betragCent === undefined) return;
        assert.equal(betragCent % 100, 0);
        assert.ok(betragCent >= 0 && betragCent <= hoechstbetrag.am(am).wert * (bekannt.kinder?.length ?? 0));
      }),
      laeufe,
    );
  });
});

/** Euros a year for a child without education (§ 6a Abs. 2 Satz 1 BKGG): Regelbedarf, home, heating. */
const existenzminimum = { "2024": 4764 + 1188 + 312, "2025": 4764 + 1236 + 300, "2026": 4764 + 1272 + 312 };
test("the maximum follows from the Existenzminimum, Kindergeld, the year before and the Sofortzuschlag", () => {
  let vorjahr = euro(250);
  for (const [jahr, minimum] of Object.entries(existenzminimum)) {
    const ohneZuschlag = Math.max(vorjahr, euro(minimum) / 12 - kindergeldsatz.am(`${jahr}-01-01`).wert);
    assert.equal(hoechstbetrag.am(`${jahr}-01-01`).wert, ohneZuschlag + (jahr < "2025" ? euro(20) : euro(25)), jahr);
    vorjahr = ohneZuschlag;
  }
});
