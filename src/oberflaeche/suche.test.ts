import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { alleLebenslagen, lebenslagen } from "#baukasten";
import { leistungen } from "#leistungen";
import { abstand, falte, meintenSie, sucheLebenslagen, sucheLeistungen } from "./suche.ts";

const erste = (anfrage: string, wieviele = 1) =>
  sucheLeistungen(leistungen, anfrage)
    .slice(0, wieviele)
    .map(({ schluessel }) => schluessel);

/** What people type, and what must stand first. */
const faelle: Record<string, string> = {
  Kindergeld: "kindergeld",
  kindergeldantrag: "kindergeld",
  "Antrag auf Kindergeld": "kindergeld",
  Kindrgeld: "kindergeld",
  "kinder geld": "kindergeld",
  "Kindergedl beantragen": "kindergeld",
  ELTERNGELD: "elterngeld",
  Elterngeldes: "elterngeld",
  "Eltern geld plus": "elterngeld",
  "Vater zahlt nicht": "unterhaltsvorschuss",
  "mein Vater zahlt keinen Unterhalt": "unterhaltsvorschuss",
  Unterhaltsvorschuß: "unterhaltsvorschuss",
  Unterhaltsforschuss: "unterhaltsvorschuss",
  Wohngeld: "wohngeld",
  "Zuschuss zur Miete": "wohngeld",
  blind: "blindengeld",
  "ich bin blind": "blindengeld",
  Hund: "hundesteuer",
  Hunde: "hundesteuer",
  Fuehrerschein: "fuehrerschein-umtausch",
  Führerscheine: "fuehrerschein-umtausch",
};
const schluesselVon = (wunsch: string) =>
  leistungen.find(({ schluessel }) => schluessel === wunsch)?.schluessel ??
  leistungen.find(({ schluessel }) => schluessel.startsWith(wunsch.split("-")[0] ?? wunsch))?.schluessel;

describe("the search", () => {
  for (const [anfrage, wunsch] of Object.entries(faelle))
    test(`„${anfrage}“ finds ${wunsch} first`, () => assert.deepEqual(erste(anfrage), [schluesselVon(wunsch)]));

  test("umlauts in every spelling are one word", () => {
    for (const wort of ["Führerschein", "Fuehrerschein", "fuhrerschein", "FÜHRERSCHEIN", "Fu\u0308hrerschein"])
      assert.equal(falte(wort), "fuhrerschein");
  });
  test("nothing typed, or only words that everybody types and nothing has: all are shown, or none is claimed to fit", () => {
    assert.equal(sucheLeistungen(leistungen, "").length, leistungen.length);
    assert.equal(sucheLeistungen(leistungen, "!?").length, leistungen.length);
  });
  test("words that no Leistung has find nothing, and the nearest word is offered where there is one", () => {
    assert.deepEqual(erste("Quantenphysik"), []);
    assert.equal(meintenSie(leistungen, "Quantenphysik"), undefined);
    assert.equal(meintenSie(leistungen, "Wongelt"), "Wohngeld");
  });
  test("situations of life are found by other words, too", () => {
    assert.ok(sucheLebenslagen("wir bekommen ein Baby").includes("Geburt"));
    assert.ok(sucheLebenslagen("umziehen").includes("Wohnen und Umzug"));
    assert.deepEqual(sucheLebenslagen(""), []);
  });
  test("distance counts swapped letters once", () => {
    assert.deepEqual([abstand("geld", "gedl"), abstand("geld", "geld"), abstand("", "geld")], [1, 0, 4]);
  });
  test("any text is answered quickly and without an error; what it finds are ours", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: "binary" }), (anfrage) => {
        const gefunden = sucheLeistungen(leistungen, anfrage);
        assert.equal(new Set(gefunden).size, gefunden.length);
        meintenSie(leistungen, anfrage);
      }),
      { numRuns: 50 },
    );
  });
  test("every Leistung is found first by its own name", () => {
    for (const { name, schluessel } of leistungen) assert.deepEqual(erste(name), [schluessel]);
  });
});

test("situations have addresses of their own", () => {
  assert.equal(new Set(alleLebenslagen.map((lage) => lebenslagen[lage].pfad)).size, alleLebenslagen.length);
});
