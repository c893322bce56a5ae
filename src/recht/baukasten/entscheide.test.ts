import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  beginneRegelwerk,
  defineFormular,
  defineLeistung,
  defineParameter,
  ENDE,
  entscheide,
  feld,
  fingerabdruck,
  type Leistung,
  type Sachverhalt,
} from "./index.ts";

const satz = defineParameter({
  schluessel: "satz",
  titel: "Tagesatz",
  einheit: "Euro im Monat",
  saetze: [
    { gueltigAb: "2026-01-01", wert: 3_000, quelle: "BGBl. I S. 1" },
    { gueltigAb: "2026-03-01", wert: 6_000, quelle: "BGBl. I S. 2" },
  ],
  geprueftBis: "2026-06-30",
});

function regeln(klaertDurch: string) {
  const r = beginneRegelwerk("probe", "1");
  const seit = r.fakt<string>("seit", { titel: "Wohnt hier seit", klaertDurch, quelle: "person", proben: ["2000-01-01"] });
  const tage = r.tage();
  const voll = r.parameter(satz, "§ 2");
  const betrag = r.rechne("Anteil", "§ 3", { voll, tage }, (f) => (f.voll * f.tage) / 30);
  const wohnt = r.knoten("Wohnt hier", "§ 1", { seit }, (f, tag) => f.seit <= tag, {
    ja: "Sie wohnen hier.",
    nein: "Sie wohnten noch nicht hier.",
  });
  return r.schliesse({ anspruch: wohnt, betrag, rechenweg: [betrag] });
}

type Probe = { seit?: string; von?: string; bis?: string; vonHand?: string[]; automatisch?: boolean; klaertDurch?: string };

/** A service of one rule: who lives here has a claim. */
function probe({
  seit,
  von = "2026-01",
  bis = "2026-04",
  vonHand = [],
  automatisch = true,
  klaertDurch = "wohnung",
}: Probe): Leistung {
  const sachverhalt: Sachverhalt = {
    fakten: seit === undefined ? {} : { seit: { wert: seit, herkunft: { quelle: "Ihre Angabe", stand: null } } },
    vonHand,
  };
  return defineLeistung({
    schluessel: "probe",
    version: "1",
    name: "Probe",
    kuerzel: "P",
    kurzbeschreibung: "",
    suchworte: [],
    lebenslagen: [],
    amt: "amt",
    rechtsgebiet: "SGB X",
    automatik: automatisch ? { erlaubt: true, norm: "§ 31a SGB X" } : { erlaubt: false },
    vierAugen: false,
    aufbewahrung: { jahre: 1, norm: "" },
    bearbeitungsdauer: "",
    formular: defineFormular({
      start: "wohnung",
      seiten: { wohnung: { titel: "Wohnung", felder: { seit: feld.datum({ label: "Seit" }) } } },
      uebergaenge: { wohnung: ENDE },
    }),
    nachweise: {},
    regelwerk: regeln(klaertDurch),
    sachverhalt: () => sachverhalt,
    zeitraum: () => ({ von, bis, wechsel: seit === undefined ? [] : [seit, seit] }),
    tatsachen: { seit: (wert: string) => `seit ${wert}` },
    vorbefuellung: {},
    beteiligte: () => [],
    bescheid: { betreff: () => "", einleitung: () => "", tenor: () => "", hinweise: [], grundlage: "" },
  });
}
const kontext = {
  antworten: {},
  nachweise: {},
  antragsteller: { idnr: null, vornamen: "", nachname: "" },
  eingegangenAm: "2026-01-10",
};
const urteile = (angaben: Probe) => entscheide(probe(angaben), kontext);
const betraege = (angaben: Probe) => urteile(angaben).abschnitte.map(({ von, bis, betragCent }) => [von, bis, betragCent]);

describe("month by month", () => {
  test("equal months become one Abschnitt, a new figure begins another", () =>
    assert.deepEqual(betraege({ seit: "2020-01-01" }), [
      ["2026-01", "2026-02", 3_000],
      ["2026-03", "2026-04", 6_000],
    ]));
  test("a month is cut at the day; one in which the day comes twice is cut once", () =>
    assert.deepEqual(betraege({ seit: "2026-02-15", bis: "2026-03" }), [
      ["2026-01", "2026-01", 0],
      ["2026-02", "2026-02", 1_400],
      ["2026-03", "2026-03", 6_000],
    ]));
  test("thirty days are a month, whichever of thirty-one is missing", () =>
    assert.deepEqual(betraege({ seit: "2026-01-02", bis: "2026-01" }), [["2026-01", "2026-01", 3_000]]));
  test("the calculation has one entry for each amount, a cut month its own", () =>
    assert.deepEqual(
      urteile({ seit: "2026-02-15" }).rechnung.map(({ von, bis, schritte }) => [von, bis, schritte[0]?.betragCent]),
      [
        ["2026-02", "2026-02", 1_400],
        ["2026-03", "2026-04", 6_000],
      ],
    ));
  test("a cut month says why it is cut", () =>
    assert.deepEqual(
      urteile({ seit: "2026-01-15", bis: "2026-01" }).gruende.map((grund) => grund.text),
      ["Sie wohnen hier.", "Sie wohnten noch nicht hier."],
    ));
});

describe("who decides", () => {
  test("the rules, where all is known", () => {
    assert.equal(urteile({ seit: "2020-01-01" }).art, "bewilligt");
    assert.equal(urteile({ seit: "2027-01-01" }).art, "abgelehnt");
  });
  test("a person, where something is unknown, and no proposal is made up", () => {
    const { art, vorschlag, vonHand, offen } = urteile({});
    assert.deepEqual([art, vorschlag, vonHand], ["vonHand", undefined, ["Nicht geklärt: Wohnt hier seit."]]);
    assert.deepEqual(
      offen.map((frage) => frage.klaertDurch),
      ["wohnung"],
    );
  });
  test("a person, where the facts say so; the proposal stays", () => {
    const { art, vorschlag } = urteile({ seit: "2020-01-01", vonHand: ["Nachricht"] });
    assert.deepEqual([art, vorschlag], ["vonHand", "bewilligt"]);
  });
  test("a person, where the service never decides by itself", () =>
    assert.deepEqual(urteile({ seit: "2027-01-01", automatisch: false }).vonHand, [
      "Diese Leistung entscheidet immer ein Mensch.",
    ]));
  test("a person, where a month has no figure: the first, or a later one", () => {
    for (const [von, bis] of [
      ["2025-12", "2026-02"],
      ["2026-06", "2026-07"],
    ] as const) {
      const { art, vonHand } = urteile({ seit: "2020-01-01", von, bis });
      assert.equal(art, "vonHand");
      assert.match(vonHand.join(" "), /^Für den 01\.(12\.2025|07\.2026) ist kein Satz „Tagesatz“ hinterlegt\.$/);
    }
  });
  test("a person, where there is no month at all to decide on", () =>
    assert.deepEqual(urteile({ seit: "2020-01-01", von: "2026-04", bis: "2026-03" }).vonHand, [
      "Es gibt keinen Monat, über den zu entscheiden ist.",
    ]));
});

describe("what is said with it", () => {
  test("the facts with where they come from", () =>
    assert.deepEqual(urteile({ seit: "2020-01-01" }).tatsachen, [
      { text: "Wohnt hier seit", wert: "seit 2020-01-01", herkunft: { quelle: "Ihre Angabe", stand: null } },
    ]));
  test("a fingerprint that does not depend on the order of keys, and tells values apart", () => {
    assert.equal(fingerabdruck({ a: 1, b: [2, { c: null, d: undefined }] }), fingerabdruck({ b: [2, { c: null }], a: 1 }));
    const verschieden = [{ a: 1 }, { a: "1" }, { a: [1] }, { a: null }, { b: 1 }, {}, [], null, "", 0, false].map(fingerabdruck);
    assert.equal(new Set(verschieden).size, verschieden.length);
  });
  test("a service whose fact nobody can settle is refused", () =>
    assert.throws(
      () => probe({ klaertDurch: "niemand" }),
      /„Wohnt hier seit“ klärt sich durch „niemand“; das ist weder Nachweis noch Seite/,
    ));
});
