import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Antworten, type Entscheidung, entscheide, type Mandantenrecht, type Nachweisstand, type Urteile } from "#baukasten";
import { bewohnerparkausweis } from "./leistung.ts";

const stand = "2026-11-24T08:00:00Z";
const idnr = "11111111111";
const gefunden = (daten: Record<string, unknown>): Nachweisstand => ({ art: "gefunden", stand, daten });
const meldung = (strasse = "Lindenallee", hausnummer = "12", mehr: Record<string, unknown> = {}) =>
  gefunden({ idnr, anschrift: { strasse, hausnummer, plz: "00401", ort: "Musterstadt" }, auskunftssperre: false, ...mehr });
const zonen = [
  { schluessel: "A", name: "Altstadt", abschnitte: [{ strasse: "Lindenallee", bis: 20 }, { strasse: "Am Markt" }] },
  {
    schluessel: "B",
    name: "Bahnhof",
    abschnitte: [
      { strasse: "Lindenallee", von: 21, bis: 40 },
      { strasse: "Gleisweg", seite: "ungerade" },
    ],
  },
];
const quelle = "Verkehrsrechtliche Anordnung 1/2024";
const mandant = (satzungen: Mandantenrecht["satzungen"] = {}): Mandantenrecht => ({
  schluessel: "musterstadt",
  name: "Stadt Musterstadt",
  land: "NW",
  satzungen: {
    bewohnerparkzonen: [{ gueltigAb: "2024-01-01", quelle, wert: zonen }],
    bewohnerparkgebuehr: [
      { gueltigAb: "2024-01-01", quelle: "Gebührenordnung § 1", wert: 3_000 },
      { gueltigAb: "2027-01-01", quelle: "Gebührenordnung § 1 (neu)", wert: 12_000 },
    ],
    ...satzungen,
  },
  automatik: {},
});

/** What differs from the plain case: lives at Lindenallee 12, own car, from the next day on. */
type Abweichung = {
  antworten?: Record<string, Record<string, unknown>>;
  meldung?: Nachweisstand;
  satzungen?: Mandantenrecht["satzungen"];
  urteile?: Urteile;
};
const vorbereitet = "vorbereitet";
type Fall = [Abweichung, typeof vorbereitet | "ein Mensch", Entscheidung["vorschlag"], RegExp, number?];

function entscheideFall(abweichung: Abweichung): Entscheidung {
  const antworten = {
    wohnung: { strasse: "Lindenallee", hausnummer: "12" },
    fahrzeug: { kennzeichen: "mu-ab 123", istHalter: true },
    schein: { datei: [] },
    weitere: { hat: false },
    beginn: { ab: "2026-11-25" },
    nachricht: {},
    ...abweichung.antworten,
  };
  return entscheide(
    bewohnerparkausweis,
    {
      eingegangenAm: "2026-11-24",
      antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
      antworten: antworten as Antworten,
      nachweise: { meldung: abweichung.meldung ?? meldung() },
      mandant: mandant(abweichung.satzungen),
    },
    abweichung.urteile,
  );
}

function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [abweichung, wer, vorschlag, grund, cent]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      const gesagt = [...entscheidung.gruende.map((each) => each.text), ...entscheidung.vonHand].join(" | ");
      // Never by itself: what is clear is prepared and waits for a person's release.
      assert.equal(entscheidung.art, "vonHand", gesagt);
      assert.deepEqual(
        [entscheidung.vorbereitet === true ? vorbereitet : "ein Mensch", entscheidung.vorschlag],
        [wer, vorschlag],
        gesagt,
      );
      assert.match(gesagt, grund);
      assert.equal(entscheidung.forderungen?.[0]?.betragCent, cent);
    });
}
const fahrzeug = (istHalter: boolean) => ({ fahrzeug: { kennzeichen: "MU-AB 123", istHalter }, nutzung: { erklaerung: [] } });
const wohnung = (strasse: string, hausnummer: string) => ({
  antworten: { wohnung: { strasse, hausnummer } },
  meldung: meldung(strasse, hausnummer),
});

describe("Zone", () =>
  pruefe({
    "in der Zone, eigenes Auto: liegt zur Freigabe bereit": [
      {},
      vorbereitet,
      "bewilligt",
      /in der Bewohnerparkzone gemeldet/,
      3_000,
    ],
    "letztes Haus der Zone A": [wohnung("Lindenallee", "20"), vorbereitet, "bewilligt", /gemeldet/, 3_000],
    "letztes Haus, mit Buchstaben": [wohnung("Lindenallee", "20b"), vorbereitet, "bewilligt", /gemeldet/, 3_000],
    "erstes Haus der Zone B": [wohnung("Lindenallee", "21"), vorbereitet, "bewilligt", /gemeldet/, 3_000],
    "letztes Haus der Zone B": [wohnung("Lindenallee", "40"), vorbereitet, "bewilligt", /gemeldet/, 3_000],
    "ein Haus weiter, außerhalb der Zonen": [wohnung("Lindenallee", "41"), "ein Mensch", undefined, /Ausnahme im Einzelfall/],
    "ungerade Seite": [wohnung("Gleisweg", "7"), vorbereitet, "bewilligt", /gemeldet/, 3_000],
    "gegenüber, außerhalb der Zonen": [wohnung("Gleisweg", "8"), "ein Mensch", undefined, /Ausnahme im Einzelfall/],
    "Straße in keiner Zone": [wohnung("Waldweg", "3"), "ein Mensch", undefined, /Ausnahme im Einzelfall/],
    "keine Zone, Ausnahme verneint: Ablehnung mit Grund": [
      { ...wohnung("Waldweg", "3"), urteile: { ausnahme: false } },
      "ein Mensch",
      "abgelehnt",
      /liegt in keiner Bewohnerparkzone/,
    ],
    "keine Zone, Ausnahme bejaht": [
      { ...wohnung("Waldweg", "3"), urteile: { ausnahme: true } },
      vorbereitet,
      "bewilligt",
      /lassen in Ihrem Fall eine Ausnahme zu/,
      3_000,
    ],
    "Straße der Zone ohne Hausnummer im Register": [
      { meldung: meldung("Lindenallee", "Hof"), antworten: { wohnung: { strasse: "Lindenallee", hausnummer: "Hof" } } },
      "ein Mensch",
      undefined,
      /hängt von der Hausnummer ab/,
    ],
    "keine Zonen hinterlegt": [
      { satzungen: { bewohnerparkzonen: [] } },
      "ein Mensch",
      undefined,
      /Wohnung in einer Bewohnerparkzone/,
    ],
  }));

describe("Fahrzeug", () =>
  pruefe({
    "nicht Halterin: ein Mensch beurteilt die Nutzung": [
      { antworten: fahrzeug(false) },
      "ein Mensch",
      undefined,
      /Nutzt das Fahrzeug dauernd/,
    ],
    "nicht Halterin, dauernde Nutzung bejaht": [
      { antworten: fahrzeug(false), urteile: { nutztDauernd: true } },
      vorbereitet,
      "bewilligt",
      /nutzen das Fahrzeug dauernd/,
      3_000,
    ],
    "nicht Halterin, Nutzung und Ausnahme verneint": [
      { antworten: fahrzeug(false), urteile: { nutztDauernd: false, ausnahme: false } },
      "ein Mensch",
      "abgelehnt",
      /nicht nachgewiesen/,
    ],
    "hat schon einen Ausweis": [{ antworten: { weitere: { hat: true } } }, "ein Mensch", undefined, /Ausnahme im Einzelfall/],
    "hat schon einen Ausweis, keine Ausnahme": [
      { antworten: { weitere: { hat: true } }, urteile: { ausnahme: false } },
      "ein Mensch",
      "abgelehnt",
      /haben schon einen/,
    ],
  }));

const beginn = (ab: string) => ({ antworten: { beginn: { ab } } });
describe("Beginn und Gebühr", () =>
  pruefe({
    "am letzten Tag des Jahres: alte Gebühr": [beginn("2026-12-31"), vorbereitet, "bewilligt", /gemeldet/, 3_000],
    "am ersten Tag der neuen Gebühr": [beginn("2027-01-01"), vorbereitet, "bewilligt", /gemeldet/, 12_000],
    "genau drei Monate voraus": [beginn("2027-02-24"), vorbereitet, "bewilligt", /gemeldet/, 12_000],
    "ein Tag mehr": [beginn("2027-02-25"), "ein Mensch", "bewilligt", /mehr als drei Monaten/, 12_000],
    "gestern: gilt ab heute": [beginn("2026-11-23"), vorbereitet, "bewilligt", /gemeldet/, 3_000],
    "keine Gebühr hinterlegt: ein Mensch": [
      { satzungen: { bewohnerparkgebuehr: [] } },
      "ein Mensch",
      undefined,
      /kein Satz „Gebühr für den Bewohnerparkausweis“/,
    ],
  }));

describe("Register", () =>
  pruefe({
    schweigt: [{ meldung: { art: "nichtErreichbar", grund: "keine Antwort" } }, "ein Mensch", undefined, /keine Antwort/],
    "kennt die Person nicht": [{ meldung: { art: "keinEintrag", stand } }, "ein Mensch", undefined, /kennt die Person nicht/],
    "liefert jemand anderen": [
      { meldung: meldung("Lindenallee", "12", { idnr: "22222222222" }) },
      "ein Mensch",
      undefined,
      /zu einer anderen Person/,
    ],
    "andere Form": [{ meldung: gefunden({ idnr }) }, "ein Mensch", undefined, /nicht lesen/],
    "ohne Anschrift": [{ meldung: meldung("", "", { anschrift: null }) }, "ein Mensch", undefined, /keine derzeitige Anschrift/],
    "andere Anschrift als im Antrag": [
      { meldung: meldung("Am Markt", "1") },
      "ein Mensch",
      "bewilligt",
      /andere als im Melderegister/,
      3_000,
    ],
    "andere Schreibweise ist kein Widerspruch": [
      { antworten: { wohnung: { strasse: "linden-allee", hausnummer: "12 " } } },
      vorbereitet,
      "bewilligt",
      /gemeldet/,
      3_000,
    ],
    "eine Nachricht: ein Mensch liest sie": [
      { antworten: { nachricht: { text: "Bitte bald." } } },
      "ein Mensch",
      "bewilligt",
      /Nachricht/,
      3_000,
    ],
  }));

test("the notice names number plate, zone and a year of days", () => {
  const antworten = { fahrzeug: { kennzeichen: "mu-ab 123", istHalter: true }, beginn: { ab: "2026-11-23" } };
  const tenor = bewohnerparkausweis.bescheid.tenor({ ...entscheideFall({ antworten }), art: "bewilligt" }, antworten);
  assert.match(tenor, /MU-AB 123, Zone A \(Altstadt\), vom 24\.11\.2026 bis 23\.11\.2027/);
});
test("the zone is told with its source", () => {
  const zone = entscheideFall({}).tatsachen.find(({ text }) => text === "Bewohnerparkzone");
  assert.deepEqual([zone?.wert, zone?.herkunft.quelle], ["A (Altstadt)", `Melderegister, ${quelle}`]);
});
