import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Entscheidung, entscheide, type Leistung, wasWaereWenn } from "#baukasten";
import { leistungen } from "#leistungen";
import { faktenVon, kontextMit, nurRegeln, zeitfakten } from "./helpers/zufall.ts";

/** What holds of every Leistung that is registered, for any facts: a new one is proven the moment it has its line in `leistungen/index.ts`. */
let frueh = 0;
let erzaehlt = 0;
for (const registriert of leistungen) {
  const leistung: Leistung = nurRegeln(registriert);
  const fakten = faktenVon(registriert);
  const namen = registriert.regelwerk.eintraege.flatMap(({ bauplan }) => (bauplan.art === "fakt" ? [bauplan.name] : []));
  // What the period is taken from stays: over another period something else is decided, and neither is a refusal of the other.
  const nur = (alle: Record<string, unknown>, behalten: readonly string[]) => {
    const zeit = zeitfakten(registriert, alle);
    return Object.fromEntries(Object.entries(alle).filter(([name]) => behalten.includes(name) || zeit.has(name)));
  };

  describe(`${registriert.name}, for any facts`, () => {
    test("what is unknown never turns into a refusal: whatever else comes to be known, a refusal stays one", () => {
      fc.assert(
        fc.property(fakten, fc.subarray(namen), (alle, behalten) => {
          const weniger = entscheide(leistung, kontextMit(nur(alle, behalten)));
          if (weniger.offen.length > 0) assert.deepEqual([weniger.art, weniger.vorschlag], ["vonHand", undefined]);
          if (weniger.vorschlag !== "abgelehnt") return;
          assert.equal(entscheide(leistung, kontextMit(alle)).vorschlag, "abgelehnt");
        }),
        { numRuns: 150 },
      );
    });
    test("more evidence never turns what was decided automatically into something open", () => {
      fc.assert(
        fc.property(fakten, fc.subarray(namen), (alle, behalten) => {
          const weniger = entscheide(leistung, kontextMit(nur(alle, behalten)));
          if (weniger.art === "vonHand") return;
          frueh++;
          const mehr = entscheide(leistung, kontextMit(alle));
          assert.equal(mehr.art, weniger.art, mehr.vonHand.join(" "));
          assert.deepEqual(mehr.abschnitte, weniger.abschnitte);
          assert.deepEqual(mehr.zeitraeume, weniger.zeitraeume);
          assert.deepEqual(mehr.forderungen, weniger.forderungen);
        }),
        { numRuns: 150 },
      );
    });
    test("the same facts give the same decision with the same hash, in any order, and leave the facts as they were", () => {
      fc.assert(
        fc.property(fakten, (alle) => {
          const vorher = structuredClone(alle);
          const entscheidung = entscheide(leistung, kontextMit(alle));
          const umgekehrt = Object.fromEntries(Object.entries(structuredClone(alle)).reverse());
          assert.equal(entscheide(leistung, kontextMit(umgekehrt)).hash, entscheidung.hash);
          assert.deepEqual(
            JSON.parse(JSON.stringify(entscheide(leistung, kontextMit(alle)))),
            JSON.parse(JSON.stringify(entscheidung)),
          );
          assert.deepEqual(alle, vorher);
        }),
        { numRuns: 80 },
      );
    });
    test("amounts are whole cents, and never negative", () => {
      fc.assert(
        fc.property(fakten, (alle) => {
          const { abschnitte, zeitraeume = [], forderungen = [] } = entscheide(leistung, kontextMit(alle));
          for (const { betragCent } of [...abschnitte, ...zeitraeume, ...forderungen])
            assert.ok(Number.isSafeInteger(betragCent) && betragCent >= 0, String(betragCent));
        }),
        { numRuns: 150 },
      );
    });
    test("what would have changed the result is true: with that value it comes out the other way", () => {
      fc.assert(
        fc.property(fakten, (alle) => {
          const entscheidung = entscheide(leistung, kontextMit(alle));
          const umstaende = wasWaereWenn(leistung, kontextMit(alle), entscheidung);
          assert.ok(umstaende.length <= 6);
          for (const { fakt, wert, text } of umstaende) {
            const anders = entscheide(leistung, kontextMit({ ...alle, [fakt]: wert }));
            assert.notDeepEqual(ergebnis(anders), ergebnis(entscheidung), text);
            erzaehlt++;
          }
        }),
        { numRuns: 20 },
      );
    });
  });
}

test("none of this was proven of nothing", () => {
  assert.ok(frueh > 50, `only ${frueh} cases were decided on a part of their facts`);
  assert.ok(erzaehlt > 10, `only ${erzaehlt} circumstances were told`);
});

const ergebnis = ({ vorschlag, abschnitte, zeitraeume, forderungen }: Entscheidung) => [
  vorschlag,
  abschnitte,
  zeitraeume,
  forderungen,
];
