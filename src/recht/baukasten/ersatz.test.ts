import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { beginneRegelwerk, defineLeistung, defineParameter, entscheide, mitParametern, mitSatz, parameterVon } from "./index.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";

const satz = defineParameter({
  schluessel: "satz",
  titel: "Satz",
  einheit: "Euro im Monat",
  saetze: [
    { gueltigAb: "2026-01-01", wert: 3_000, quelle: "BGBl. I S. 1" },
    { gueltigAb: "2026-06-01", wert: 4_000, quelle: "BGBl. I S. 2" },
  ],
  geprueftBis: "2026-12-31",
});
const r = beginneRegelwerk("probe", "1");
const erfuellt = r.fakt<boolean>("erfuellt", { titel: "Erfüllt", klaertDurch: "seite", quelle: "person", proben: [true, false] });
const hoehe = r.parameter(satz, "§ 2");
const betrag = r.rechne("Betrag", "§ 2", { hoehe }, (f) => f.hoehe);
const anspruch = r.knoten("Anspruch", "§ 1", { erfuellt }, (f) => f.erfuellt, { ja: "Ja.", nein: "Nein." });
const probe = defineLeistung({
  ...grundangaben,
  regelwerk: r.schliesse({ anspruch, betrag, rechenweg: [betrag] }),
  zeitraum: () => ({ von: "2026-03", bis: "2026-06", wechsel: [] }),
});
const betraege = (leistung: typeof probe) =>
  entscheide(leistung, kontextMit({ erfuellt: true })).abschnitte.map(({ von, betragCent }) => `${von} ${betragCent}`);

describe("other figures", () => {
  test("hold from their day, and those of later days stay", () => {
    const neu = mitSatz(satz, { gueltigAb: "2026-04-01", wert: 3_500, quelle: "geplant" });
    assert.deepEqual(betraege(mitParametern(probe, { satz: neu })), ["2026-03 3000", "2026-04 3500", "2026-06 4000"]);
  });
  test("replace the figure of the same day", () => {
    const neu = mitSatz(satz, { gueltigAb: "2026-06-01", wert: 5_000, quelle: "Berichtigung" });
    assert.deepEqual(betraege(mitParametern(probe, { satz: neu })), ["2026-03 3000", "2026-06 5000"]);
  });
  test("leave the Leistung itself as it was, and its decision with the same hash", () => {
    const vorher = entscheide(probe, kontextMit({ erfuellt: true }));
    mitParametern(probe, { satz: mitSatz(satz, { gueltigAb: "2026-04-01", wert: 1, quelle: "x" }) });
    assert.deepEqual(entscheide(probe, kontextMit({ erfuellt: true })), vorher);
    assert.deepEqual(betraege(probe), ["2026-03 3000", "2026-06 4000"]);
  });
  test("the same figures give the same hash", () =>
    assert.equal(
      entscheide(mitParametern(probe, { satz: satz }), kontextMit({ erfuellt: true })).hash,
      entscheide(probe, kontextMit({ erfuellt: true })).hash,
    ));
  test("of a parameter the rules do not know are refused", () =>
    assert.throws(() => mitParametern(probe, { hebesatz: satz }), /den Parameter „hebesatz“ gibt es hier nicht/));
  test("may reach beyond the day that was checked, up to their own", () => {
    const neu = mitSatz(satz, { gueltigAb: "2027-01-01", wert: 6_000, quelle: "geplant" });
    assert.equal(neu.geprueftBis, "2027-01-01");
    assert.equal(neu.am("2027-01-01").wert, 6_000);
    assert.equal(
      mitSatz(satz, { gueltigAb: "2027-01-01", wert: 6_000, quelle: "geplant" }, "2027-12-31").am("2027-08-01").wert,
      6_000,
    );
  });
  test("each parameter of the rules is named once", () =>
    assert.deepEqual(
      parameterVon(probe).map(({ schluessel }) => schluessel),
      ["satz"],
    ));
});
