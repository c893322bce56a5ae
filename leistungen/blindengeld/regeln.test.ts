import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Fakten, offeneFragen, werteAus } from "#baukasten";
import { plusTage } from "#kalender";
import { regelwerk } from "./regeln.ts";

const tag = (von: string, tage: number) => fc.integer({ min: 0, max: tage }).map((zahl) => plusTage(von, zahl));
const fakten = fc.record(
  {
    geburtsdatum: tag("1930-01-01", 35_500),
    wohntHier: fc.boolean(),
    land: fc.constantFrom("NW", "NI"),
    merkzeichenBl: fc.boolean(),
    blindSeit: tag("2022-01-01", 1_800),
    blindBis: tag("2023-07-01", 2_000),
    imHeim: fc.boolean(),
    andereLeistung: fc.boolean(),
  },
  { requiredKeys: [] },
);
const urteile = fc.record({ gewoehnlicherAufenthalt: fc.boolean(), blindNachAttest: fc.boolean() }, { requiredKeys: [] });
const imBestand = tag("2023-07-01", 1_200);
const laeufe = { numRuns: 2_000 };

describe("the rules, for any facts", () => {
  test("one fact more settles a case or leaves it; what was settled stays as it was", () => {
    fc.assert(
      fc.property(fakten, urteile, fc.array(fc.boolean(), { maxLength: 8 }), imBestand, (mehr, person, behalten, am) => {
        const weniger: Fakten = Object.fromEntries(Object.entries(mehr).filter((_, stelle) => behalten[stelle] ?? true));
        const voll = werteAus(regelwerk, mehr, am, 30, person);
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
});
