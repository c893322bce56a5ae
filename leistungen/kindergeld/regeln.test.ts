import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Fakten, offeneFragen, werteAus, zuletzt } from "#baukasten";
import { plusTage } from "#kalender";
import { kindergeldsatz } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";

const tag = (von: string, tage: number) => fc.integer({ min: 0, max: tage }).map((zahl) => plusTage(von, zahl));
const fakten = fc.record(
  {
    geburtsdatum: tag("1998-01-01", 10_900),
    kindschaft: fc.constantFrom("eigenes", "haushalt", "pflege", "anderes"),
    lebtImHaushalt: fc.boolean(),
    lebtDortSeit: tag("2020-01-01", 2_600),
    lebtBeimAnderen: fc.boolean(),
    andererImHaushalt: fc.boolean(),
    bestimmt: fc.boolean(),
    hoechsterUnterhalt: fc.boolean(),
    wohntInDeutschland: fc.boolean(),
    staat: fc.constantFrom("deutsch", "union", "andere"),
    inDeutschlandSeit: tag("2022-01-01", 2_000),
    einkuenfteImInland: fc.boolean(),
    andereLeistung: fc.boolean(),
    lage: fc.constantFrom("ausbildung", "uebergang", "ohnePlatz", "freiwilligendienst", "arbeitsuchend", "behinderung", "nichts"),
    lageVon: tag("2022-01-01", 2_000),
    lageBis: tag("2023-01-01", 2_000),
    ersteAusbildungFertig: fc.boolean(),
    wochenstunden: fc.constantFrom(0, 10, 20, 21, 40),
    nurUnschaedlich: fc.boolean(),
    beantragt: fc.boolean(),
    weiteresKind: fc.boolean(),
    ibanBekannt: fc.boolean(),
    elternArbeitenImInland: fc.boolean(),
  },
  { requiredKeys: [] },
);
const imBestand = tag("2023-01-01", 1_820);
const laeufe = { numRuns: 2_000 };

describe("the rules, for any facts", () => {
  test("one fact more settles a case or leaves it; what was settled stays as it was", () => {
    fc.assert(
      fc.property(fakten, fc.array(fc.boolean(), { maxLength: 23 }), imBestand, (mehr, behalten, am) => {
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
        assert.equal(offeneFragen(regelwerk, bekannt, am, auswertung).length > 0, auswertung.anspruch === undefined);
      }),
      laeufe,
    );
  });
});

test("a day before or after all figures finds the nearest for where to look, and none for a result", () => {
  assert.deepEqual([zuletzt(kindergeldsatz, "1999-01-01"), zuletzt(kindergeldsatz, "2040-01-01")], [25_000, 25_900]);
  for (const am of ["2022-12-31", "2028-01-01"]) assert.throws(() => kindergeldsatz.am(am), /kein Satz/);
});
