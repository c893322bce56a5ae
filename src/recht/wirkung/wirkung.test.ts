import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { entscheide, fingerabdruck } from "#baukasten";
import { getLeistung } from "#leistungen";
import { gelesen, kontext, uv } from "../../../test/helpers/unterhaltsvorschuss.ts";
import { type Fallvergleich, fasseZusammen, liesAenderung, schreibeFort, vergleicheFall, wendeAn } from "./index.ts";

describe("a change as it is typed", () => {
  const gut: [string, unknown][] = [
    ["mindesteinkommen=650", 65_000],
    ["mindesteinkommen = 650,50 €", 65_050],
    ["mindesteinkommen=1.000", 100_000],
    ["mindesteinkommen=+10%", 66_000],
    ["mindestunterhalt=-3,5 %", [46_899, 53_847, 63_015]],
    ["mindestunterhalt=[50000,56000,66000]", [50_000, 56_000, 66_000]],
  ];
  for (const [text, wert] of gut) test(text, () => assert.deepEqual(gelesen(uv, text).wert, wert));
  test("says what it changes, in words", () => {
    const ergebnis = liesAenderung(uv, "mindesteinkommen=650", "2026-07-01");
    assert.equal(
      ergebnis.art === "gelesen" ? ergebnis.inWorten : "",
      "Mindesteinkommen des Elternteils: ab 01.07.2026 650,00 € statt 600,00 €",
    );
  });
  const schlecht: Record<string, [string, RegExp]> = {
    "no sign of equality": ["mindesteinkommen 650", /ist keine Änderung/],
    "a parameter that is none": ["hebesatz=400", /kein Parameter von Unterhaltsvorschuss\. Vorhanden: .*mindestunterhalt/],
    "one figure for three": ["mindestunterhalt=500", /kein Wert für „Mindestunterhalt“/],
    "figures too large for exact sums": ["mindestunterhalt=[9e15,9e15,9e15]", /kein Wert/],
    "an amount too large": ["mindesteinkommen=99999999999999", /kein Wert/],
    "two figures for three": ["mindestunterhalt=[50000,56000]", /kein Wert/],
    "a word": ["mindesteinkommen=viel", /kein Wert/],
    "a negative amount": ["mindesteinkommen=-5", /kein Wert/],
    "negative figures": ["mindestunterhalt=[-1,56000,66000]", /kein Wert/],
    "no value at all": ["mindesteinkommen=", /ist keine Änderung/],
  };
  for (const [name, [text, meldung]] of Object.entries(schlecht))
    test(`refused: ${name}`, () => {
      const ergebnis = liesAenderung(uv, text, "2026-07-01");
      assert.match(ergebnis.art === "fehler" ? ergebnis.text : "", meldung);
    });
  test("refused: a day before there was any figure", () => {
    const ergebnis = liesAenderung(uv, "mindestunterhalt=+1%", "2001-01-01");
    assert.match(ergebnis.art === "fehler" ? ergebnis.text : "", /noch keinen Satz/);
  });
  test("limits of age in a table of amounts stay", () =>
    assert.deepEqual(
      (gelesen(getLeistung("kinderzuschlag"), "regelbedarf=+10%").wert as { kinder: { unter: number }[] }).kinder[0]?.unter,
      6,
    ));
});

describe("one case under both laws", () => {
  const neu = wendeAn(uv, [gelesen(uv, "mindestunterhalt=[50000,56000,66000]")]);
  const fall = (unterhaltCent: number) => ({
    kennung: "mia",
    gruppe: "musterstadt",
    einkommenCent: 0,
    kontext: kontext(unterhaltCent),
  });
  const faelle: [number, string, number, string, number][] = [
    [0, "bewilligt", 22_700, "bewilligt", 24_100],
    [10_000, "bewilligt", 12_700, "bewilligt", 14_100],
    [22_700, "abgelehnt", 0, "bewilligt", 1_400],
    [90_000, "abgelehnt", 0, "abgelehnt", 0],
  ];
  for (const [unterhaltCent, artVorher, vorher, artNachher, nachher] of faelle)
    test(`${unterhaltCent / 100} Euro paid: ${vorher / 100} before, ${nachher / 100} after`, () => {
      const vergleich = vergleicheFall(uv, neu, fall(unterhaltCent), "2026-07");
      assert.deepEqual(vergleich.vorher, { art: artVorher, monatCent: vorher });
      assert.deepEqual(vergleich.nachher, { art: artNachher, monatCent: nachher });
    });
  test("the registered Leistung decides as before", () =>
    assert.equal(entscheide(uv, kontext()).abschnitte[0]?.betragCent, 22_700));
  test("a day nobody has checked: both sides carry the last figures on, and it is said", () => {
    assert.equal(vergleicheFall(uv, uv, { ...fall(0), kontext: kontext(0, "2027-02-01") }, "2027-02").vorher.art, "offen");
    const { leistung, fortgeschrieben } = schreibeFort(uv, "2027-02-01");
    assert.deepEqual(vergleicheFall(leistung, leistung, { ...fall(0), kontext: kontext(0, "2027-02-01") }, "2027-02").vorher, {
      art: "bewilligt",
      monatCent: 22_700,
    });
    assert.ok(fortgeschrieben().includes("Mindestunterhalt"));
    assert.deepEqual(schreibeFort(uv, "2026-07-01").fortgeschrieben(), []);
  });
});

describe("summed up", () => {
  const ergebnis = fc
    .record({ art: fc.constantFrom("bewilligt", "abgelehnt", "offen"), monatCent: fc.integer({ min: 0, max: 100_000 }) })
    .map(({ art, monatCent }) => ({ art, monatCent: art === "bewilligt" ? monatCent : 0 }) as Fallvergleich["vorher"]);
  const vergleich: fc.Arbitrary<Fallvergleich> = fc.record({
    kennung: fc.uuid(),
    gruppe: fc.constantFrom("musterstadt", "beispielkreis"),
    einkommenCent: fc.integer({ min: 0, max: 800_000 }),
    vorher: ergebnis,
    nachher: ergebnis,
  });
  test("groups, tenths and amounts hold every case once, and the same money", () =>
    fc.assert(
      fc.property(fc.array(vergleich, { maxLength: 60 }), (faelle) => {
        const wirkung = fasseZusammen(faelle);
        const { gesamt, jeGruppe, jeZehntel, jeBetrag } = wirkung;
        assert.equal(gesamt.mehr + gesamt.weniger + gesamt.gleich + gesamt.offen, faelle.length);
        for (const baender of [jeGruppe, jeZehntel]) {
          assert.equal(
            baender.reduce((summe, band) => summe + band.faelle, 0),
            faelle.length,
          );
          assert.equal(
            baender.reduce((summe, band) => summe + band.differenzJahrCent, 0),
            gesamt.differenzJahrCent,
          );
        }
        assert.equal(
          jeBetrag.reduce((summe, band) => summe + band.faelle, 0),
          faelle.length - gesamt.offen,
        );
        assert.equal(
          jeBetrag.reduce((summe, band) => summe + band.differenzJahrCent, 0),
          gesamt.differenzJahrCent,
        );
        assert.equal(gesamt.differenzJahrCent, 12 * (gesamt.nachherMonatCent - gesamt.vorherMonatCent));
      }),
      { numRuns: 200 },
    ));
  test("the order of the cases does not matter", () =>
    fc.assert(
      fc.property(fc.array(vergleich, { maxLength: 30 }), (faelle) =>
        assert.equal(fingerabdruck(fasseZusammen(faelle)), fingerabdruck(fasseZusammen(faelle.toReversed()))),
      ),
      { numRuns: 100 },
    ));
  test("new claims and lost ones are counted", () => {
    const fall = (vorher: "bewilligt" | "abgelehnt", nachher: "bewilligt" | "abgelehnt", cent: number): Fallvergleich => ({
      kennung: String(cent),
      gruppe: "a",
      einkommenCent: 0,
      vorher: { art: vorher, monatCent: vorher === "bewilligt" ? cent : 0 },
      nachher: { art: nachher, monatCent: nachher === "bewilligt" ? cent : 0 },
    });
    const wirkung = fasseZusammen([
      fall("abgelehnt", "bewilligt", 12_000),
      fall("bewilligt", "abgelehnt", 5_000),
      fall("bewilligt", "bewilligt", 1),
    ]);
    assert.deepEqual([wirkung.neuBewilligt, wirkung.neuAbgelehnt], [1, 1]);
    assert.deepEqual([wirkung.hoechsterGewinnCent, wirkung.hoechsterVerlustCent], [12_000, -5_000]);
    assert.deepEqual(
      wirkung.jeBetrag.filter(({ faelle }) => faelle > 0).map(({ titel }) => titel),
      ["über 20 € bis 50 € weniger", "unverändert", "mehr als 100 € mehr"],
    );
  });
});
