import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fingerabdruck, parameterVon } from "#baukasten";
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
  test("Elterngeld: for births from the day on, and only at the cap; the births of another year are the same ones", () => {
    const faelle = simuliere("elterngeld", "hoechstbetrag=2000");
    const { gesamt } = fasseZusammen(faelle);
    assert.ok(gesamt.mehr > 2 && gesamt.weniger === 0, JSON.stringify(gesamt));
    for (const { vorher, nachher } of faelle) assert.ok(nachher.monatCent - vorher.monatCent <= 20_000);
    const elterngeld = getLeistung("elterngeld");
    const [imJahr, spaeter] = ["2026-01-01", "2028-01-01"].map((tag) => faelleFuer(elterngeld, tag));
    assert.equal(imJahr?.length, spaeter?.length);
    for (const { kontext } of spaeter ?? []) {
      const { geburtsdatum = "" } = kontext.antworten.kind as { geburtsdatum?: string };
      assert.match(geburtsdatum, /^2028-/);
      const { vorher } = vergleicheFall(
        elterngeld,
        elterngeld,
        { kennung: "", gruppe: "", einkommenCent: 0, kontext },
        "2028-01",
      );
      assert.equal(vorher.art, "offen", "no figures are known for births of 2028");
    }
  });
  for (const schluessel of simulierbareLeistungen)
    test(`${schluessel}: every figure can be tried out, those beside the rules too`, () => {
      const leistung = getLeistung(schluessel);
      const faelle = faelleFuer(leistung, ab).slice(0, 3);
      for (const parameter of parameterVon(leistung)) {
        const bisher = parameter.saetze.findLast(({ gueltigAb }) => gueltigAb <= ab)?.wert;
        const text = `${parameter.schluessel}=${typeof bisher === "number" ? "+10%" : JSON.stringify(bisher)}`;
        const gelesen = liesAenderung(leistung, text, ab);
        assert.equal(gelesen.art, "gelesen", "text" in gelesen ? gelesen.text : "");
        if (gelesen.art !== "gelesen") continue;
        const neu = wendeAn(leistung, [gelesen.aenderung]);
        for (const fall of faelle) vergleicheFall(leistung, neu, fall, "2026-07");
      }
    });
  test("a figure beside the rules: the age up to which Unterhaltsvorschuss runs ends the months at another birthday", () => {
    const bis = (jahre: number) =>
      fasseZusammen(simuliere("unterhaltsvorschuss", `altersgrenzen={"ohneWeiteres":12,"hoechstens":${jahre}}`)).gesamt;
    assert.ok(bis(17).weniger > 5 && bis(17).mehr === 0, JSON.stringify(bis(17)));
    assert.deepEqual([bis(18).weniger, bis(18).mehr], [0, 0]);
  });
  test("Wohngeld of all households in less than ten seconds of one core", () => {
    const beginn = process.cpuUsage();
    const { gesamt } = fasseZusammen(simuliere("wohngeld", "mindestbetrag=20"));
    const { user, system } = process.cpuUsage(beginn);
    const sekunden = (user + system) / 1e6;
    assert.ok(gesamt.faelle > 4_000 && sekunden < 10, `${gesamt.faelle} cases in ${sekunden} s`);
  });
});
