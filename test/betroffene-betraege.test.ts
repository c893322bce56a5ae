import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Antworten, entscheide, fuerMandant, type Kontext, type Leistung, type Mandantenrecht } from "#baukasten";
import { getLeistung } from "#leistungen";
import { berechneNeu, leistungWieBekanntAm, type Neuberechnung, summen, vergleicheBetraege, wendeAn } from "#wirkung";
import { elterngeldKontext } from "./helpers/elterngeld.ts";
import { gelesen } from "./helpers/unterhaltsvorschuss.ts";

function neu(leistung: Leistung, text: string, ab: string, kontext: Kontext): Neuberechnung {
  const entschieden = entscheide(leistung, kontext);
  assert.equal(entschieden.vorschlag, "bewilligt");
  const jetzt = wendeAn(leistung, [{ ...gelesen(leistung, text, ab), bekanntSeit: "2026-12-01" }]);
  return berechneNeu(leistungWieBekanntAm(jetzt, kontext.eingegangenAm), jetzt, kontext, entschieden, "bewilligt");
}

describe("amounts that are not those of months", () => {
  test("Elterngeld: each Lebensmonat of a birth since the day, and none of an earlier birth", () => {
    const elterngeld = getLeistung("elterngeld");
    const ab = (tag: string) => neu(elterngeld, "ersatzrateMindestens=660", tag, elterngeldKontext());
    const getroffen = ab("2026-03-10");
    assert.deepEqual([getroffen.betroffen, getroffen.nachvollzogen, getroffen.unterschiede.length], [true, true, 12]);
    const [erster] = getroffen.unterschiede;
    assert.deepEqual(
      [erster?.art, erster?.name, erster?.von, erster?.bis],
      ["zeitraum", "1. Lebensmonat", "2026-03-10", "2026-04-09"],
    );
    const jeMonat = (erster?.neuCent ?? 0) - (erster?.bisherCent ?? 0);
    assert.ok(jeMonat > 0);
    assert.deepEqual([getroffen.differenzCent, getroffen.forderungCent], [12 * jeMonat, 0]);
    assert.deepEqual([ab("2026-03-11").betroffen, ab("2026-03-11").unterschiede], [false, []]);
  });

  test("Hundesteuer: what the person owes for a year, by the Satzung of the Mandant", () => {
    const satzung = {
      ersterHundCent: 10_800,
      zweiterHundCent: 13_200,
      weitererHundCent: 15_600,
      gefaehrlicherHundCent: 66_000,
      gefaehrlicheRassen: ["Pitbull"],
      steuerfreieLebensmonate: 3,
      beginn: "monat",
      beginnNachZuzug: "folgemonat",
      befreitBeiMerkzeichen: ["Bl"],
      ermaessigtAufProzent: { sozialleistung: 50 },
    };
    const recht: Mandantenrecht = {
      schluessel: "musterstadt",
      name: "Stadt Musterstadt",
      land: "NW",
      satzungen: {
        gemeindegebiet: [{ gueltigAb: "2000-01-01", quelle: "Testwert", wert: ["00401"] }],
        hundesteuer: [{ gueltigAb: "2025-01-01", quelle: "Testwert", wert: satzung }],
      },
      automatik: { hundesteuer: { norm: "§ 12 KAG NRW", gueltigAb: "2020-01-01" } },
    };
    const kontext: Kontext = {
      eingegangenAm: "2026-11-24",
      antragsteller: { idnr: "11111111111", vornamen: "Maria", nachname: "Beispiel" },
      antworten: {
        anliegen: { art: "anmelden" },
        hund: { name: "Bello", rasse: "Dackel", geboren: "2024-05-05" },
        haltung: { seit: "2026-03-10", zugezogen: false },
        andereHunde: { anzahl: 0 },
        gefaehrlich: { antwort: "nein" },
        verguenstigung: { grund: "keine" },
        nachricht: {},
      } as Antworten,
      nachweise: {
        meldung: {
          art: "gefunden",
          stand: "2026-11-24T08:00:00Z",
          daten: {
            idnr: "11111111111",
            anschrift: { strasse: "Lindenallee", hausnummer: "4", plz: "00401", ort: "Musterstadt" },
            auskunftssperre: false,
          },
        },
      },
      mandant: recht,
    };
    const { unterschiede, differenzCent, forderungCent } = neu(
      fuerMandant(getLeistung("hundesteuer"), recht),
      "hundesteuer=+10%",
      "2026-01-01",
      kontext,
    );
    assert.deepEqual(
      unterschiede.map(({ art, von, bis, bisherCent, neuCent }) => [art, von, bis, bisherCent, neuCent]),
      [["jahr", "2026-03-01", "2026-12-31", 9_000, 9_900]],
    );
    assert.deepEqual([differenzCent, forderungCent], [0, 900]);
  });

  test("a fee that changed, and one that is no longer owed", () => {
    const mit = (betragCent: number) => ({
      abschnitte: [],
      forderungen: [{ art: "gebuehr" as const, titel: "Gebühr", norm: "§ 1", betragCent }],
    });
    const gebuehr = { art: "gebuehr", name: "Gebühr", von: "", bis: "" };
    assert.deepEqual(vergleicheBetraege(mit(3_000), mit(3_600)), [{ ...gebuehr, bisherCent: 3_000, neuCent: 3_600 }]);
    assert.deepEqual(vergleicheBetraege(mit(3_000), undefined), [{ ...gebuehr, bisherCent: 3_000, neuCent: 0 }]);
    assert.deepEqual(vergleicheBetraege(mit(3_000), mit(3_000)), []);
  });

  const betrag = fc.integer({ min: 0, max: 100_000 });
  const abschnitte = fc.array(betrag, { maxLength: 12 }).map((cent) =>
    cent.map((betragCent, stelle) => {
      const monat = `2026-${String(stelle + 1).padStart(2, "0")}`;
      return { von: monat, bis: monat, betragCent };
    }),
  );
  test("the differences come to the difference of the sums, and turned round they are its opposite", () =>
    fc.assert(
      fc.property(abschnitte, abschnitte, (alt, dann) => {
        const summe = (alle: typeof alt) => alle.reduce((bisher, { betragCent }) => bisher + betragCent, 0);
        const { differenzCent } = summen(vergleicheBetraege({ abschnitte: alt }, { abschnitte: dann }));
        assert.equal(differenzCent, summe(dann) - summe(alt));
        assert.equal(summen(vergleicheBetraege({ abschnitte: dann }, { abschnitte: alt })).differenzCent, 0 - differenzCent);
      }),
      { numRuns: 200 },
    ));
});
