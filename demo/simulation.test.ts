import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fingerabdruck } from "#baukasten";
import { getLeistung } from "#leistungen";
import { fasseZusammen, liesAenderung, vergleicheFall, wendeAn } from "#wirkung";
import { faelleFuer, simulierbareLeistungen } from "./simulation.ts";

const ab = "2026-07-01";

/** `jeder`: of so many cases one. */
function simuliere(schluessel: string, text: string, jeder = 1) {
  const leistung = getLeistung(schluessel);
  const gelesen = liesAenderung(leistung, text, ab);
  if (gelesen.art === "fehler") throw new Error(gelesen.text);
  const neu = wendeAn(leistung, [gelesen.aenderung]);
  return faelleFuer(leistung, ab)
    .filter((_, nummer) => nummer % jeder === 0)
    .map((fall) => vergleicheFall(leistung, neu, fall, "2026-07"));
}

describe("the whole population as cases", () => {
  for (const schluessel of simulierbareLeistungen)
    test(`${schluessel}: every form is complete, both Mandanten are there, and the same twice`, () => {
      const leistung = getLeistung(schluessel);
      const faelle = faelleFuer(leistung, ab);
      for (const { kennung, kontext } of faelle)
        assert.equal(leistung.formular.ersteOffene(kontext.antworten, ab), undefined, kennung);
      assert.equal(new Set(faelle.map(({ kennung }) => kennung)).size, faelle.length);
      assert.deepEqual([...new Set(faelle.map(({ gruppe }) => gruppe))].sort(), ["Landkreis Beispielkreis", "Stadt Musterstadt"]);
      assert.equal(fingerabdruck(faelle), fingerabdruck(faelleFuer(leistung, ab)));
    });
});

describe("what a change does", () => {
  test("the figures as they are: nobody gains or loses", () => {
    const { gesamt, neuBewilligt, neuAbgelehnt } = fasseZusammen(simuliere("unterhaltsvorschuss", "mindesteinkommen=600"));
    assert.deepEqual([gesamt.mehr, gesamt.weniger, gesamt.differenzJahrCent, neuBewilligt, neuAbgelehnt], [0, 0, 0, 0, 0]);
    assert.ok(gesamt.gleich > 500 && gesamt.vorherMonatCent > 0, JSON.stringify(gesamt));
  });
  test("ten Euro more of Unterhaltsvorschuss: who gets it for a whole month gets ten Euro more, and nobody less", () => {
    const faelle = simuliere("unterhaltsvorschuss", "mindestunterhalt=[49600,56800,66300]");
    const ganze = faelle.filter(
      ({ vorher, nachher }) => vorher.art === "bewilligt" && nachher.monatCent - vorher.monatCent === 1_000,
    );
    assert.ok(ganze.length > 400, String(ganze.length));
    assert.equal(fasseZusammen(faelle).gesamt.weniger, 0);
    assert.ok(faelle.every(({ vorher, nachher }) => nachher.monatCent - vorher.monatCent <= 2_000));
  });
  test("Kindergeld: ten Euro for every child that gets it", () => {
    const { gesamt } = fasseZusammen(simuliere("kindergeld", "kindergeldsatz=269"));
    assert.ok(gesamt.mehr > 1_500, JSON.stringify(gesamt));
    assert.equal(gesamt.gleich + gesamt.weniger, 0);
  });
  test("a lower limit makes losers, a higher one winners", () => {
    const weniger = fasseZusammen(simuliere("wohngeld", "hoechstbetraege=-20%", 5));
    const mehr = fasseZusammen(simuliere("wohngeld", "hoechstbetraege=+20%", 5));
    assert.ok(weniger.gesamt.weniger > 10 && weniger.gesamt.mehr === 0, JSON.stringify(weniger.gesamt));
    assert.ok(mehr.gesamt.mehr > 10 && mehr.gesamt.weniger === 0, JSON.stringify(mehr.gesamt));
    assert.ok(weniger.gesamt.differenzJahrCent < 0 && mehr.gesamt.differenzJahrCent > 0);
  });
  test("Wohngeld of all households in less than ten seconds of one core", () => {
    const beginn = process.cpuUsage();
    const { gesamt } = fasseZusammen(simuliere("wohngeld", "mindestbetrag=20"));
    const { user, system } = process.cpuUsage(beginn);
    const sekunden = (user + system) / 1e6;
    assert.ok(gesamt.faelle > 4_000 && sekunden < 10, `${gesamt.faelle} cases in ${sekunden} s`);
  });
});
