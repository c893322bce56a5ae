import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { kopf } from "../../../../test/helpers/rechnungskopf.ts";
import type { Kopf } from "../kopf.ts";
import { ausgeblieben } from "../sichten/ausgebliebene.ts";
import { type Bestellung, type Dauerrechnung, gleicheAb, periode, type Vergleichslage } from "./abgleich.ts";
import { verteile } from "./verteile.ts";

describe("against the order", () => {
  const bestellung = (mehr: Partial<Bestellung> = {}): Bestellung => ({
    id: "b",
    nummer: "BE-1",
    art: "bestellung",
    amt: "schulamt",
    kreditorId: "a",
    kostenstelle: "40100",
    summeCent: 100_000,
    abgerufenCent: 0,
    abgeschlossen: false,
    positionen: [
      { position: "10", artikel: "Papier", menge: "10", preis: "10.00", kostenstelle: null, abgerufen: "0" },
      { position: "20", artikel: "Anfahrt", menge: "1", preis: "35", kostenstelle: "10100", abgerufen: "0" },
    ],
    ...mehr,
  });
  const lage = (mehr: Partial<Vergleichslage> = {}): Vergleichslage => ({
    kreditorId: "a",
    bestellungen: [bestellung()],
    dauerrechnungen: [],
    bezug: undefined,
    toleranz: { preisProzent: 200, mengeProzent: 0, cent: 0 },
    ...mehr,
  });
  const position = (mehr: object) => {
    const zeile = { ...kopf().positionen[0], ...mehr } as Kopf["positionen"][number];
    const nettoCent = Math.round(Number(zeile.menge) * Number(zeile.preis) * 100);
    return { nettoCent, positionen: [{ ...zeile, nettoCent }] };
  };
  const faelle: Record<string, [Partial<Kopf>, Partial<Vergleichslage>, [string, boolean][]]> = {
    "wie bestellt": [{}, {}, []],
    "zwei Prozent teurer, gerade noch": [position({ preis: "10.2" }), {}, [["preis", true]]],
    "einen Hauch darüber": [position({ preis: "10.2001" }), {}, [["preis", false]]],
    billiger: [position({ preis: "9.00" }), {}, [["preis", true]]],
    "eins zu viel": [position({ menge: "11" }), {}, [["menge", false]]],
    Teillieferung: [position({ menge: "4" }), {}, []],
    "der Rest ist schon berechnet": [
      position({ menge: "4" }),
      {
        bestellungen: [
          bestellung({
            positionen: [{ position: "10", artikel: "Papier", menge: "10", preis: "10", kostenstelle: null, abgerufen: "7" }],
          }),
        ],
      },
      [["menge", false]],
    ],
    "ohne Positionsnummer, am Artikel erkannt": [position({ bestellposition: null, artikel: "papier " }), {}, []],
    "steht nicht darin": [position({ bestellposition: "99" }), {}, [["position", false]]],
    "Zuschlag auf das Ganze": [{ nettoCent: kopf().nettoCent + 50_000 }, {}, [["summe", false]]],
    "Zuschlag in einer Position": [
      { nettoCent: 60_000, positionen: kopf().positionen.map((zeile) => ({ ...zeile, nettoCent: 60_000 })) },
      {},
      [["summe", false]],
    ],
    "auf einen Cent gerundet": [
      { positionen: kopf().positionen.map((zeile) => ({ ...zeile, nettoCent: (zeile.nettoCent ?? 0) + 1 })) },
      {},
      [],
    ],
    "als Rundung getarnt": [{ zahlbarCent: kopf().bruttoCent + 10_000 }, {}, [["summe", false]]],
    "Papier ohne Positionen, im Rahmen": [{ positionen: [] }, {}, []],
    "Papier ohne Positionen, über der Bestellung": [
      { positionen: [] },
      { bestellungen: [bestellung({ abgerufenCent: 95_000 })] },
      [["summe", false]],
    ],
    "anderer Kreditor": [{}, { kreditorId: "x" }, [["kreditor", false]]],
    abgeschlossen: [{}, { bestellungen: [bestellung({ abgeschlossen: true })] }, [["bestellung", false]]],
    "fremde Währung": [{ waehrung: "CHF" }, {}, [["waehrung", false]]],
    "ohne Bestellung": [{ bestellnummer: null }, { bestellungen: [] }, [["bestellung", false]]],
    "Festlegung reicht": [{}, { bestellungen: [bestellung({ art: "festlegung", positionen: [] })] }, []],
    "Festlegung ist erschöpft": [
      {},
      { bestellungen: [bestellung({ art: "festlegung", positionen: [], abgerufenCent: 95_000 })] },
      [["summe", false]],
    ],
    "Gutschrift zu bekannter Rechnung": [
      { art: "gutschrift", bezug: "R1" },
      { bezug: { id: "r", nummer: "RE-1", betragCent: 20_000, gutgeschriebenCent: 0 } },
      [],
    ],
    "Gutschrift über mehr als offen": [
      { art: "gutschrift", bezug: "R1" },
      { bezug: { id: "r", nummer: "RE-1", betragCent: 20_000, gutgeschriebenCent: 10_000 } },
      [["betrag", false]],
    ],
    "Gutschrift ohne Bezug": [{ art: "gutschrift" }, {}, [["bezug", false]]],
  };
  for (const [name, [mehr, umstaende, soll]] of Object.entries(faelle))
    test(name, () =>
      assert.deepEqual(
        gleicheAb(kopf(mehr), lage(umstaende)).abweichungen.map(({ art, inToleranz }) => [art, inToleranz]),
        soll,
      ),
    );

  const miete: Dauerrechnung = {
    id: "d",
    bezeichnung: "Miete",
    vertrag: null,
    erwartetCent: 11_900,
    toleranzCent: 100,
    rhythmusMonate: 3,
    beginn: "2026-02-01",
    ende: null,
    belegt: [],
  };
  const dauer = (mehr: Partial<Dauerrechnung>, k: Partial<Kopf> = {}) =>
    gleicheAb(
      kopf({ bestellnummer: null, bruttoCent: 20_000, ...k }),
      lage({ bestellungen: [], dauerrechnungen: [{ ...miete, ...mehr }] }),
    ).abweichungen.map(({ art, inToleranz }) => [art, inToleranz]);
  test("recurring: expected amount and rhythm", () => {
    assert.deepEqual(dauer({}), []);
    assert.deepEqual(dauer({}, { zahlbarCent: 12_000 }), [["betrag", true]]);
    assert.deepEqual(dauer({}, { zahlbarCent: 12_001 }), [["betrag", false]]);
    assert.deepEqual(dauer({ belegt: ["2026-11-02"] }), [["rhythmus", false]]);
    assert.deepEqual(dauer({ belegt: ["2026-10-31"] }), []);
    assert.deepEqual(dauer({ ende: "2026-11-09" }), [["bestellung", false]]);
    assert.equal(periode(miete, "2026-10-31"), "2026-08");
  });

  test("what has not come, once its period is over, as far back as a year", () => {
    const fehlt = (mehr: Partial<Dauerrechnung>, heute: string) =>
      ausgeblieben({ ...miete, ...mehr }, heute).map(({ von }) => von);
    assert.deepEqual(fehlt({}, "2026-04-30"), []);
    assert.deepEqual(fehlt({}, "2026-05-01"), ["2026-02-01"]);
    assert.deepEqual(fehlt({ belegt: ["2026-03-07"] }, "2026-08-01"), ["2026-05-01"]);
    assert.deepEqual(fehlt({ ende: "2026-05-31" }, "2027-01-01"), ["2026-02-01", "2026-05-01"]);
    assert.deepEqual(fehlt({ beginn: "2020-01-01", rhythmusMonate: 12 }, "2026-11-24"), []);
  });

  test("split over cost centres, to the cent", () => {
    const zwei = gleicheAb(
      kopf({
        positionen: [
          ...kopf().positionen,
          { nummer: "2", bestellposition: "20", artikel: "Anfahrt", menge: "1", preis: "35", nettoCent: 3_500 },
        ],
        zahlbarCent: 16_065,
      }),
      lage(),
    );
    assert.deepEqual(zwei.kontierung, [
      { kostenstelle: "40100", betragCent: 11_900 },
      { kostenstelle: "10100", betragCent: 4_165 },
    ]);
  });
  test("parts always add up to the whole, and each is less than a cent from its exact share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 12 }),
        fc.array(fc.integer({ min: 0, max: 10 ** 9 }), { minLength: 1, maxLength: 12 }),
        (cent, gewichte) => {
          const summe = gewichte.reduce((a, b) => a + b, 0);
          const teile = verteile(cent, gewichte);
          if (summe === 0) return teile.every((teil) => teil === 0);
          return (
            teile.reduce((a, b) => a + b, 0) === cent &&
            teile.every((teil, i) => {
              const [links, rechts] = [BigInt(teil) * BigInt(summe), BigInt(cent) * BigInt(gewichte[i] ?? 0)];
              return (links > rechts ? links - rechts : rechts - links) < BigInt(summe);
            })
          );
        },
      ),
    );
  });
});
