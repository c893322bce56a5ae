import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Antworten, type Entscheidung, entscheide, type Mandantenrecht, type Nachweisstand, type Urteile } from "#baukasten";
import type { Land } from "#kalender";
import { schulanmeldung } from "./leistung.ts";

const stand = "2026-11-24T08:00:00Z";
const idnr = "11111111111";
const wohnung = { strasse: "Parkstraße", hausnummer: "12", plz: "00401", ort: "Musterstadt" };
const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
const kind = (geburtsdatum: string, mehr: Record<string, unknown> = {}) => ({
  idnr: "33333333333",
  vornamen: "Lina",
  nachname: "Beispiel",
  geburtsdatum,
  anschrift: wohnung,
  auskunftssperre: false,
  ...mehr,
});
const meldung = (kinder: object[], mehr: Record<string, unknown> = {}) =>
  gefunden({ idnr, anschrift: wohnung, auskunftssperre: false, kinder, ...mehr });
const quelle = "Satzung über die Schulbezirke";
const mandant = (land: Land = "NW", satzungen: Mandantenrecht["satzungen"] = {}): Mandantenrecht => ({
  schluessel: "musterstadt",
  name: "Stadt Musterstadt",
  land,
  satzungen: {
    schulbezirke: [
      {
        gueltigAb: "2020-01-01",
        quelle,
        wert: [
          { schluessel: "park", name: "Grundschule am Park", abschnitte: [{ strasse: "Parkstraße", bis: 50 }] },
          { schluessel: "ost", name: "Grundschule Ost", abschnitte: [{ strasse: "Parkstraße", von: 51 }] },
        ],
      },
    ],
    ...satzungen,
  },
  automatik: {},
});

/** What differs from the plain case: born in March 2021, registered in November 2026 for August 2027. */
type Abweichung = {
  am?: string;
  land?: Land;
  geboren?: string;
  wohnt?: Record<string, string>;
  antworten?: Record<string, Record<string, unknown>>;
  meldung?: Nachweisstand;
  satzungen?: Mandantenrecht["satzungen"];
  urteile?: Urteile;
};
type Fall = [Abweichung, Entscheidung["art"], Entscheidung["vorschlag"], RegExp?];

function entscheideFall(each: Abweichung): Entscheidung {
  const geboren = each.geboren ?? "2021-03-14";
  const antworten = {
    kind: { vornamen: "Lina", nachname: "Beispiel", geburtsdatum: geboren },
    zeitpunkt: { wunsch: "pflicht" },
    schule: { wahl: "zustaendig" },
    nachricht: {},
    ...each.antworten,
  };
  return entscheide(
    schulanmeldung,
    {
      eingegangenAm: each.am ?? "2026-11-24",
      antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
      antworten: antworten as Antworten,
      nachweise: {
        meldung: each.meldung ?? meldung([kind(geboren, each.wohnt && { anschrift: { ...wohnung, ...each.wohnt } })]),
      },
      mandant: mandant(each.land, each.satzungen),
    },
    each.urteile,
  );
}
const gesagtIn = (each: Entscheidung) => [...each.gruende.map(({ text }) => text), ...each.vonHand].join(" | ");
function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, art, vorschlag, grund = /./]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      assert.deepEqual([entscheidung.art, entscheidung.vorschlag], [art, vorschlag], gesagtIn(entscheidung));
      assert.match(gesagtIn(entscheidung), grund);
    });
}
const beginnt = /beginnt mit diesem Schuljahr/;
const nochNicht = /Früher oder später eingeschult/;

describe("Schulpflicht in Nordrhein-Westfalen, Anmeldung für August 2027", () =>
  pruefe({
    "wird im März sechs": [{}, "bewilligt", "bewilligt", beginnt],
    "wird am 30. September sechs": [{ geboren: "2021-09-30" }, "bewilligt", "bewilligt", beginnt],
    "wird am 1. Oktober sechs: noch nicht, ein Mensch": [{ geboren: "2021-10-01" }, "vonHand", undefined, nochNicht],
    "am 1. Oktober, die Schule nimmt es früher": [
      { geboren: "2021-10-01", urteile: { andererZeitpunkt: true } },
      "bewilligt",
      "bewilligt",
      /zugestimmt/,
    ],
    "am 1. Oktober, die Schule nimmt es nicht: Ablehnung nur von Hand": [
      { geboren: "2021-10-01", urteile: { andererZeitpunkt: false } },
      "vonHand",
      "abgelehnt",
      /noch nicht schulpflichtig/,
    ],
    "war im Oktober davor sechs": [{ geboren: "2020-10-01" }, "bewilligt", "bewilligt", beginnt],
    "war am 30. September davor sechs: schon schulpflichtig": [{ geboren: "2020-09-30" }, "vonHand", undefined, nochNicht],
    "acht Jahre, zugezogen": [{ geboren: "2018-05-05" }, "vonHand", undefined, nochNicht],
    "29. Februar": [{ am: "2025-11-10", geboren: "2020-02-29" }, "bewilligt", "bewilligt", beginnt],
    "am 31. Juli angemeldet: noch für dieses Jahr": [
      { am: "2026-07-31", geboren: "2020-03-14" },
      "bewilligt",
      "bewilligt",
      beginnt,
    ],
    "am 1. August angemeldet: für das nächste": [{ am: "2026-08-01", geboren: "2020-03-14" }, "vonHand", undefined, nochNicht],
    "am letzten Tag, für den geprüft ist": [{ am: "2026-12-31" }, "bewilligt", "bewilligt", beginnt],
    "am ersten Tag, für den ein Stichtag hinterlegt ist": [
      { am: "2023-08-01", geboren: "2018-03-14" },
      "bewilligt",
      "bewilligt",
      beginnt,
    ],
    "am Tag davor": [{ am: "2023-07-31", geboren: "2017-03-14" }, "vonHand", undefined, /31\.07\.2023 ist kein Satz/],
    "ein Tag, für den niemand geprüft hat": [{ am: "2027-01-01" }, "vonHand", undefined, /01\.01\.2027 ist kein Satz/],
  }));

describe("Schulpflicht anderswo", () =>
  pruefe({
    "Niedersachsen, wird am 1. Oktober sechs: das Lebensjahr ist am 30. September vollendet": [
      { land: "NI", geboren: "2021-10-01" },
      "bewilligt",
      "bewilligt",
      beginnt,
    ],
    "Niedersachsen, wird am 2. Oktober sechs": [{ land: "NI", geboren: "2021-10-02" }, "vonHand", undefined, nochNicht],
    "Hessen: kein Stichtag hinterlegt": [{ land: "HE" }, "vonHand", undefined, /nicht hinterlegt, wann die Schulpflicht beginnt/],
  }));

const spaeter = { zeitpunkt: { wunsch: "spaeter" } };
const wunsch = { schule: { wahl: "andere" }, wunschschule: { name: "Grundschule Ost" } };
describe("Wünsche gehen an einen Menschen", () =>
  pruefe({
    "ein Jahr später": [{ antworten: spaeter }, "vonHand", undefined, nochNicht],
    "ein Jahr früher": [{ antworten: { zeitpunkt: { wunsch: "frueher" } } }, "vonHand", undefined, nochNicht],
    "andere Grundschule": [{ antworten: wunsch }, "vonHand", undefined, /Besuch einer anderen Grundschule/],
    "andere Grundschule, erlaubt": [
      { antworten: wunsch, urteile: { wunschschule: true } },
      "bewilligt",
      "bewilligt",
      /ist möglich/,
    ],
    "andere Grundschule, nicht erlaubt: Ablehnung nur von Hand": [
      { antworten: wunsch, urteile: { wunschschule: false } },
      "vonHand",
      "abgelehnt",
      /Ablehnung ist hier ein Verwaltungsakt/,
    ],
    "eine Nachricht": [{ antworten: { nachricht: { text: "Lina hört schlecht." } } }, "vonHand", "bewilligt", /Nachricht/],
    "Gründe für die Wunschschule": [
      {
        antworten: { ...wunsch, wunschschule: { name: "Grundschule Ost", gruende: "Der Bruder ist dort." } },
        urteile: { wunschschule: true },
      },
      "vonHand",
      "bewilligt",
      /Nachricht/,
    ],
  }));

describe("Wohnung", () =>
  pruefe({
    "letztes Haus des Bezirks": [{ wohnt: { hausnummer: "50a" } }, "bewilligt", "bewilligt", /gehört zu dieser Grundschule/],
    "Straße in keinem Bezirk": [{ wohnt: { strasse: "Waldweg" } }, "vonHand", undefined, /Besuch einer anderen Grundschule/],
    "Hausnummer fehlt": [{ wohnt: { hausnummer: "Gut Hof" } }, "vonHand", undefined, /hängt von der Hausnummer ab/],
    "keine Bezirke für diesen Tag": [{ satzungen: { schulbezirke: [] } }, "vonHand", undefined, /keine Schulbezirke hinterlegt/],
    Auskunftssperre: [{ meldung: meldung([kind("2021-03-14", { auskunftssperre: true })]) }, "vonHand", "bewilligt", /§ 51 BMG/],
    "Anschrift verborgen": [
      { meldung: meldung([kind("2021-03-14", { anschrift: null })]) },
      "vonHand",
      undefined,
      /die wir sehen dürfen/,
    ],
  }));

describe("Register", () =>
  pruefe({
    schweigt: [{ meldung: { art: "nichtErreichbar", grund: "keine Antwort" } }, "vonHand", undefined, /keine Antwort/],
    "kennt die Person nicht": [
      { meldung: { art: "keinEintrag", stand } },
      "vonHand",
      undefined,
      /kennt die anmeldende Person nicht/,
    ],
    "kennt das Kind nicht bei ihr": [{ meldung: meldung([]) }, "vonHand", undefined, /steht dieses Kind nicht/],
    "anderes Geburtsdatum": [{ meldung: meldung([kind("2021-03-15")]) }, "vonHand", undefined, /steht dieses Kind nicht/],
    "liefert jemand anderen": [
      { meldung: meldung([kind("2021-03-14")], { idnr: "22222222222" }) },
      "vonHand",
      undefined,
      /zu einer anderen Person/,
    ],
  }));

for (const [land, eigen, fremd] of [
  ["NW", /SchulG NRW/, /NSchG/],
  ["NI", /NSchG/, /SchulG NRW/],
] as const)
  test(`the reasons name the law of ${land} and no other`, () => {
    for (const geboren of ["2021-03-14", "2022-03-14"]) {
      const { gruende } = entscheideFall({ land, geboren, urteile: { andererZeitpunkt: true } });
      const normen = gruende.filter(({ schluessel }) => schluessel !== "andererZeitpunkt").map(({ norm }) => norm);
      assert.match(normen.join(), eigen);
      assert.doesNotMatch(normen.join(), fremd);
    }
  });

test("the receipt names child, year and school, and the school with its source", () => {
  const entscheidung = entscheideFall({ wohnt: { hausnummer: "51" } });
  const antworten = { kind: { vornamen: "Lina", nachname: "Beispiel" }, schule: { wahl: "zustaendig" } };
  assert.equal(
    schulanmeldung.bescheid.tenor(entscheidung, antworten),
    "Lina Beispiel ist für das Schuljahr 2027/2028 angemeldet: Grundschule Ost.",
  );
  assert.equal(entscheidung.tatsachen[0]?.herkunft.quelle, `Melderegister, ${quelle}`);
});
