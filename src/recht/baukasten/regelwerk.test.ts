import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { beginneRegelwerk, defineParameter, gruendeFuer, type Knoten, offeneFragen, type Regelwerk, werteAus } from "./index.ts";

const angaben = { titel: "", klaertDurch: "x", quelle: "person" as const, proben: [true, false] };
const heute = "2026-11-24";

/** Two facts A and B, and what is made of them. */
function ausZwei(verbinde: (r: ReturnType<typeof beginneRegelwerk>, a: Knoten<boolean>, b: Knoten<boolean>) => Knoten<boolean>) {
  const r = beginneRegelwerk("probe", "1");
  const a = r.fakt<boolean>("a", { ...angaben, titel: "A" });
  const b = r.fakt<boolean>("b", { ...angaben, titel: "B" });
  const anspruch = verbinde(r, a, b);
  return r.schliesse({ anspruch, betrag: r.tage(), rechenweg: [] });
}
const anspruch = (regelwerk: Regelwerk, a?: boolean, b?: boolean) => werteAus(regelwerk, { a, b }, heute).anspruch;

describe("three values", () => {
  const ja = true;
  const nein = false;
  const offen = undefined;
  const tafeln = {
    alle: [
      [ja, ja, ja],
      [ja, nein, nein],
      [nein, nein, nein],
      [ja, offen, offen],
      [nein, offen, nein],
      [offen, offen, offen],
    ],
    eine: [
      [ja, ja, ja],
      [ja, nein, ja],
      [nein, nein, nein],
      [ja, offen, ja],
      [nein, offen, offen],
      [offen, offen, offen],
    ],
  } as const;
  for (const [name, tafel] of Object.entries(tafeln))
    for (const [a, b, erwartet] of tafel)
      test(`${name} of ${a ?? "unknown"} and ${b ?? "unknown"} is ${erwartet ?? "unknown"}, whichever comes first`, () => {
        const regelwerk = ausZwei((r, x, y) => r[name as "alle" | "eine"]("Beides", "§ 1", [x, y]));
        assert.equal(anspruch(regelwerk, a, b), erwartet);
        assert.equal(anspruch(regelwerk, b, a), erwartet);
      });
  test("nicht turns, and leaves unknown unknown", () => {
    const regelwerk = ausZwei((r, a) => r.nicht("Nicht", "§ 1", a));
    assert.deepEqual(
      [true, false, undefined].map((a) => anspruch(regelwerk, a)),
      [false, true, undefined],
    );
  });
  test("nothing required holds, nothing offered does not", () => {
    assert.equal(anspruch(ausZwei((r) => r.alle("Leer", "§ 1", []))), true);
    assert.equal(anspruch(ausZwei((r) => r.eine("Leer", "§ 1", []))), false);
  });
  test("a comparison of something unknown is unknown and is never run", () => {
    const regelwerk = ausZwei((r, a, b) =>
      r.knoten("Vergleich", "§ 1", { a, b }, () => {
        throw new Error("must not run");
      }),
    );
    assert.equal(anspruch(regelwerk, true, undefined), undefined);
  });
});

describe("building a graph", () => {
  test("a name is given once", () => {
    assert.throws(() => ausZwei((r, a) => r.nicht("a", "§ 1", a)), /den Knoten „a“ gibt es schon/);
  });
  test("a name that every object inherits is none: an unknown fact would be a function", () => {
    for (const name of ["constructor", "toString", "__proto__"])
      assert.throws(
        () => beginneRegelwerk("probe", "1").fakt<boolean>(name, { ...angaben, titel: name }),
        /kann kein Knoten heißen/,
      );
  });
  test("a node of another graph is refused, and the message names who reached for it", () => {
    const fremd = beginneRegelwerk("fremd", "1").fakt<boolean>("z", { ...angaben, titel: "Z" });
    assert.throws(
      () => ausZwei((r, a) => r.alle("Summe", "§ 1", [a, fremd])),
      /„Summe“ greift auf einen Knoten eines anderen Regelwerks zu/,
    );
    assert.throws(() => ausZwei((r) => r.knoten("Vergleich", "§ 1", { fremd }, (f) => f.fremd)), /„Vergleich“/);
  });
  test("a trace names every node in order, with what went in and where a figure stands", () => {
    const satz = defineParameter({
      schluessel: "satz",
      titel: "Satz",
      einheit: "Euro",
      saetze: [{ gueltigAb: "2026-01-01", wert: 500, quelle: "BGBl. I S. 1" }],
      geprueftBis: "2026-12-31",
    });
    const regelwerk = ausZwei((r, a) => {
      const grenze = r.parameter(satz, "§ 2");
      return r.knoten("Reicht", "§ 1", { a, grenze }, (f) => f.a && f.grenze > 100);
    });
    const { spur, werte } = werteAus(regelwerk, { a: true }, heute);
    assert.deepEqual(
      spur.map((zeile) => [zeile.schluessel, zeile.art, zeile.wert]),
      [
        ["a", "fakt", true],
        ["b", "fakt", undefined],
        ["satz", "parameter", 500],
        ["Reicht", "bedingung", true],
        ["Tage mit Anspruch im Monat", "fakt", 30],
      ],
    );
    assert.equal(spur[2]?.quelle, "BGBl. I S. 1");
    assert.deepEqual(spur[3]?.eingaben, { a: true, grenze: 500 });
    assert.deepEqual(
      werte,
      spur.map((zeile) => zeile.wert),
    );
  });
});

describe("open questions and reasons", () => {
  function dreiFragen() {
    const r = beginneRegelwerk("probe", "1");
    const nebenbei = r.fakt<number>("nebenbei", { titel: "Nebenbei", klaertDurch: "x", quelle: "person", proben: [0, 10] });
    const beimAmt = r.fakt<boolean>("beimAmt", {
      titel: "Beim Amt",
      klaertDurch: "r",
      quelle: "register",
      proben: [true, false],
    });
    const beimMenschen = r.fakt<boolean>("beimMenschen", { ...angaben, titel: "Beim Menschen" });
    const urteil = r.person("urteil", "Glaubhaft", "§ 20 SGB X", "beurteilung");
    const betrag = r.rechne("Betrag", "§ 2", { nebenbei }, (f) => f.nebenbei);
    const satz = (name: string) => ({ ja: `${name} ja`, nein: `${name} nein` });
    const gut = r.alle("Anspruch", "§ 1", [
      r.knoten("Mensch", "§ 1 Nr. 1", { beimMenschen }, (f) => f.beimMenschen, satz("Mensch")),
      r.knoten("Amt", "§ 1 Nr. 2", { beimAmt }, (f) => f.beimAmt, satz("Amt")),
      r.eine("Beleg", "§ 1 Nr. 3", [
        r.knoten("Klein", "§ 3", { nebenbei }, (f) => f.nebenbei < 5, { ja: "", nein: "Groß" }),
        urteil,
      ]),
    ]);
    return r.schliesse({ anspruch: gut, betrag, rechenweg: [betrag] });
  }
  const fragen = (fakten: Record<string, unknown>, urteile: Record<string, boolean> = {}) => {
    const regelwerk = dreiFragen();
    return offeneFragen(regelwerk, fakten, heute, werteAus(regelwerk, fakten, heute, 30, urteile), urteile).map(
      (each) => each.schluessel,
    );
  };

  test("registers before people, what settles most first, judgement last", () =>
    assert.deepEqual(fragen({}), ["beimAmt", "beimMenschen", "nebenbei", "urteil"]));
  test("who fails one condition is asked nothing more", () => assert.deepEqual(fragen({ beimAmt: false }), []));
  test("where a fact suffices, no judgement is asked for", () =>
    assert.deepEqual(fragen({ beimAmt: true, nebenbei: 3 }), ["beimMenschen"]));
  test("a claim whose amount is unknown is open", () =>
    assert.deepEqual(fragen({ beimAmt: true, beimMenschen: true }, { urteil: true }), ["nebenbei"]));
  test("a refusal gives every condition that failed, and none that held", () => {
    const regelwerk = dreiFragen();
    const gruende = gruendeFuer(regelwerk, werteAus(regelwerk, { beimAmt: false, beimMenschen: false, nebenbei: 1 }, heute));
    assert.deepEqual(
      gruende.map((grund) => [grund.text, grund.norm]),
      [
        ["Mensch nein", "§ 1 Nr. 1"],
        ["Amt nein", "§ 1 Nr. 2"],
      ],
    );
  });
  test("a grant says what held; an empty sentence is left out", () => {
    const regelwerk = dreiFragen();
    const gruende = gruendeFuer(regelwerk, werteAus(regelwerk, { beimAmt: true, beimMenschen: true, nebenbei: 1 }, heute));
    assert.deepEqual(
      gruende.map((grund) => grund.text),
      ["Mensch ja", "Amt ja"],
    );
  });
});
