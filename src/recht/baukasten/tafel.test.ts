import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  beginneRegelwerk,
  defineLeistung,
  defineTafel,
  entscheide,
  KeinSatz,
  mitParametern,
  mitSatz,
  schlageNach,
  werteAus,
} from "./index.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";

const kopf = { schluessel: "probe", titel: "Probe", geprueftBis: "2026-12-31" } as const;
const seit = { gueltigAb: "2020-01-01", quelle: "§ 1" } as const;
/** By the year of birth where it was issued early, by the year of issue later: a table as the law writes them. */
const spalten = {
  ausgestellt: { art: "datum", titel: "Ausgestellt", bis: "2013-01-18" },
  geburtsjahr: { art: "zahl", titel: "Geburtsjahr", ab: 1900, bis: 2010 },
} as const;
const frueh = { vor: "1999-01-01" };
const frist = defineTafel({
  ...kopf,
  spalten,
  treffer: "unique",
  saetze: [
    {
      ...seit,
      wert: [
        { wenn: { ausgestellt: frueh, geburtsjahr: { unter: 1953 } }, dann: "2033-01-19", norm: "Nr. 1" },
        { wenn: { ausgestellt: frueh, geburtsjahr: { ab: 1953, bis: 1970 } }, dann: "2022-07-19", norm: "Nr. 2" },
        { wenn: { ausgestellt: frueh, geburtsjahr: { ab: 1971 } }, dann: "2025-01-19", norm: "Nr. 3" },
        { wenn: { ausgestellt: { ab: "1999-01-01", bis: "2001-12-31" } }, dann: "2026-01-19", norm: "Nr. 4" },
        { wenn: { ausgestellt: { nach: "2001-12-31" } }, dann: "2033-01-19", norm: "Nr. 5" },
      ],
    },
  ],
});
const AM = "2026-03-10";

describe("a table of the law", () => {
  const faelle: [string, number, string][] = [
    ["1998-12-31", 1952, "2033-01-19"],
    ["1998-12-31", 1953, "2022-07-19"],
    ["1998-12-31", 1970, "2022-07-19"],
    ["1998-12-31", 1971, "2025-01-19"],
    ["1999-01-01", 1952, "2026-01-19"],
    ["2001-12-31", 2010, "2026-01-19"],
    ["2002-01-01", 1900, "2033-01-19"],
  ];
  for (const [ausgestellt, geburtsjahr, erwartet] of faelle)
    test(`issued ${ausgestellt}, born ${geburtsjahr}: ${erwartet}`, () =>
      assert.equal(schlageNach(frist, AM, { ausgestellt, geburtsjahr }), erwartet));
  const draussen = {
    "after the last day": ["2013-01-19", 1960],
    "no whole year": ["1998-01-01", 1960.5],
    "born too early": ["1998-01-01", 1899],
  };
  for (const [name, [ausgestellt, geburtsjahr]] of Object.entries(draussen))
    test(`says nothing, and nothing wrong: ${name}`, () =>
      assert.throws(
        () => schlageNach(frist, AM, { ausgestellt: ausgestellt as string, geburtsjahr: geburtsjahr as number }),
        (error) => error instanceof KeinSatz && /„Probe“ sagt nichts über „/.test(error.message),
      ));
  test("before its first and after its last day there is none", () => {
    for (const tag of ["2019-12-31", "2027-01-01"])
      assert.throws(() => schlageNach(frist, tag, { ausgestellt: "1998-01-01", geburtsjahr: 1960 }), KeinSatz);
  });
  test("collect gives all that fit, in their order, or none", () => {
    const bausteine = defineTafel({
      ...kopf,
      treffer: "collect",
      spalten: { alter: { art: "zahl", titel: "Alter" }, lage: { art: "auswahl", titel: "Lage", werte: ["a", "b"] } },
      saetze: [
        {
          ...seit,
          wert: [
            { wenn: { alter: { ab: 18 } }, dann: 1 },
            { wenn: { lage: "b" }, dann: 2 },
          ],
        },
      ],
    });
    assert.deepEqual(schlageNach(bausteine, AM, { alter: 18, lage: "b" }), [1, 2]);
    assert.deepEqual(schlageNach(bausteine, AM, { alter: 17, lage: "a" }), []);
  });
  test("first gives the first that fits", () => {
    const erste = defineTafel({
      ...kopf,
      treffer: "first",
      spalten: { anteil: { art: "dezimal", titel: "Anteil" } },
      saetze: [
        {
          ...seit,
          wert: [
            { wenn: { anteil: { bis: 0.5 } }, dann: "wenig" },
            { wenn: {}, dann: "viel" },
          ],
        },
      ],
    });
    assert.equal(schlageNach(erste, AM, { anteil: 0.5 }), "wenig");
    assert.equal(schlageNach(erste, AM, { anteil: 0.500_000_1 }), "viel");
  });
});

describe("refused when it is written down", () => {
  const alter = { alter: { art: "zahl", titel: "Alter", ab: 0 }, allein: { art: "jaNein", titel: "Allein" } } as const;
  type Wenn = { alter?: number | { ab?: number; ueber?: number; bis?: number; unter?: number }; allein?: boolean };
  const tafel = (treffer: "unique" | "first" | "collect", ...zeilen: Wenn[]) =>
    defineTafel({
      ...kopf,
      spalten: alter,
      treffer,
      saetze: [{ ...seit, wert: zeilen.map((wenn, nummer) => ({ wenn, dann: nummer })) }],
    });
  const falsch: Record<string, [() => unknown, RegExp]> = {
    "a gap of one year": [
      () => tafel("unique", { alter: { bis: 5 } }, { alter: { ueber: 6 } }),
      /Probe, ab 2020-01-01: für keine Zeile passt: Alter ab 6 und unter 7, Allein: ja\.$/,
    ],
    "a gap in one corner": [
      () => tafel("first", { alter: { unter: 6 } }, { alter: { ab: 6 }, allein: true }),
      /keine Zeile passt: Alter ab 6, Allein: nein\.$/,
    ],
    "two rows for one case": [
      () => tafel("unique", { alter: { bis: 6 } }, { alter: { ab: 6 } }),
      /Zeile 1 \(Alter bis 6\) und Zeile 2 \(Alter ab 6\) überschneiden sich bei: Alter ab 6 und unter 7, Allein: ja\.$/,
    ],
    "a row behind another that takes all": [() => tafel("first", {}, { alter: 3 }), /Zeile 2 \(Alter: 3\) wird nie erreicht/],
    "a row outside of its column": [() => tafel("collect", { alter: { unter: 0 } }), /Zeile 1 .* wird nie erreicht/],
    "a range that ends before it begins": [() => tafel("collect", { alter: { ab: 7, bis: 5 } }), /endet, bevor er beginnt/],
    "half a year in a column of whole numbers": [() => tafel("collect", { alter: { ab: 0.5 } }), /„Alter“ kennt „0.5“ nicht/],
    "no row": [() => tafel("collect"), /hat keine Zeile/],
    "a column that does not exist": [() => tafel("collect", { gross: 1 } as Wenn), /Spalte „gross“, die es nicht gibt/],
    "two beginnings": [() => tafel("collect", { alter: { ab: 1, ueber: 1 } }), /zwei Anfänge/],
    "a choice nobody knows": [
      () =>
        defineTafel({
          ...kopf,
          treffer: "collect",
          spalten: { lage: { art: "auswahl", titel: "Lage", werte: ["a"] } },
          saetze: [{ ...seit, wert: [{ wenn: { lage: "b" as "a" }, dann: 1 }] }],
        }),
      /„Lage“ kennt „b“ nicht/,
    ],
  };
  for (const [name, [mach, meldung]] of Object.entries(falsch)) test(name, () => assert.throws(mach, meldung));

  test("exactly the gaps and overlaps that trying every value finds", () => {
    const grenze = fc.integer({ min: 0, max: 6 });
    const bereich = fc.record({ ab: grenze, bis: grenze }, { requiredKeys: [] });
    const wenn = fc.record({ alter: bereich, allein: fc.boolean() }, { requiredKeys: [] });
    let gut = 0;
    fc.assert(
      fc.property(fc.array(wenn, { minLength: 1, maxLength: 4 }), (zeilen) => {
        if (zeilen.some(({ alter: { ab = 0, bis = 9 } = {} }) => ab > bis)) return;
        const treffer = [0, 1, 2, 3, 4, 5, 6, 7, 99].flatMap((jahre) =>
          [true, false].map(
            (allein) =>
              zeilen.filter(
                (zeile) =>
                  (zeile.alter?.ab ?? 0) <= jahre && jahre <= (zeile.alter?.bis ?? 99) && (zeile.allein ?? allein) === allein,
              ).length,
          ),
        );
        const fehlerfrei = treffer.every((zahl) => zahl === 1);
        gut += fehlerfrei ? 1 : 0;
        const mach = () => tafel("unique", ...zeilen);
        if (fehlerfrei) assert.doesNotThrow(mach);
        else assert.throws(mach, /keine Zeile passt|überschneiden sich/);
      }),
      { numRuns: 20_000 },
    );
    assert.ok(gut > 50, `only ${gut} tables were whole`);
  });
});

describe("a table in a Regelwerk", () => {
  const r = beginneRegelwerk("probe", "1");
  const angaben = { klaertDurch: "seite", quelle: "person" } as const;
  const ausgestellt = r.fakt<string>("ausgestellt", {
    titel: "Ausgestellt am",
    ...angaben,
    proben: ["1998-01-01", "2005-01-01"],
  });
  const geburtsjahr = r.fakt<number>("geburtsjahr", { titel: "Geburtsjahr", ...angaben, proben: [1950, 1960] });
  const umtausch = r.tafel(frist, "Anlage 8e FeV", { ausgestellt, geburtsjahr });
  const faellig = r.knoten("Fällig", "§ 24a FeV", { umtausch }, (f, tag) => f.umtausch <= tag, {
    ja: "Fällig.",
    nein: "Noch nicht fällig.",
  });
  const regelwerk = r.schliesse({ anspruch: faellig, rechenweg: [] });
  const probe = defineLeistung({ ...grundangaben, regelwerk, ergebnis: "einmalig" });
  const zeile = (fakten: Record<string, unknown>) => werteAus(regelwerk, fakten, AM).spur.find(({ art }) => art === "tafel");

  test("the trace names the row that was hit, with its norm", () => {
    assert.deepEqual(zeile({ ausgestellt: "1998-05-01", geburtsjahr: 1960 }), {
      schluessel: "Probe",
      titel: "Probe",
      norm: "Anlage 8e FeV",
      art: "tafel",
      wert: "2022-07-19",
      eingaben: { ausgestellt: "1998-05-01", geburtsjahr: 1960 },
      zeilen: [{ nummer: 2, text: "Ausgestellt vor 01.01.1999, Geburtsjahr ab 1953 bis 1970", norm: "Nr. 2" }],
    });
  });
  test("the rows stand in the trace as a figure with its source", () =>
    assert.equal(werteAus(regelwerk, {}, AM).spur.find(({ schluessel }) => schluessel === "probe")?.quelle, "§ 1"));
  test("something unknown leaves it open only where the possible rows differ", () => {
    assert.equal(zeile({ ausgestellt: "2000-05-01" })?.wert, "2026-01-19");
    assert.equal(zeile({ ausgestellt: "1998-05-01" })?.wert, undefined);
    assert.deepEqual(
      zeile({ ausgestellt: "1998-05-01" })?.zeilen?.map(({ nummer }) => nummer),
      [1, 2, 3],
    );
    assert.equal(zeile({})?.wert, undefined);
  });
  test("only what could change the row is asked for", () => {
    const offen = (fakten: Record<string, unknown>) =>
      entscheide(probe, kontextMit(fakten)).offen.map(({ schluessel }) => schluessel);
    assert.deepEqual(offen({}).sort(), ["ausgestellt", "geburtsjahr"]);
    assert.deepEqual(offen({ ausgestellt: "1998-05-01" }), ["geburtsjahr"]);
    assert.deepEqual(offen({ ausgestellt: "2005-05-01" }), []);
  });
  test("a value outside of the table takes the case to a person", () => {
    const { art, vonHand } = entscheide(probe, kontextMit({ ausgestellt: "2020-01-01", geburtsjahr: 1960 }));
    assert.deepEqual([art, vonHand], ["vonHand", ["„Probe“ sagt nichts über „Ausgestellt“ 2020-01-01."]]);
  });
  test("another row gives another hash, and a planned change is checked like the law", () => {
    const kontext = kontextMit({ ausgestellt: "2005-05-01", geburtsjahr: 1960 });
    const mit = (zeilen: (typeof frist)["saetze"][0]["wert"]) =>
      mitParametern(probe, { probe: mitSatz(frist, { gueltigAb: "2020-01-01", quelle: "geplant", wert: zeilen }) });
    const [erste, ...rest] = frist.saetze[0]?.wert ?? [];
    assert.ok(erste);
    assert.notEqual(entscheide(mit([{ ...erste, dann: "2033-01-20" }, ...rest]), kontext).hash, entscheide(probe, kontext).hash);
    assert.throws(() => entscheide(mit(rest), kontext), /Probe: für keine Zeile passt: Ausgestellt vor 01.01.1999/);
  });
  test("a row of yes or no carries the reason", () => {
    const r2 = beginneRegelwerk("probe", "1");
    const jahr = r2.fakt<number>("geburtsjahr", { titel: "Geburtsjahr", ...angaben, proben: [1950, 1960] });
    const ja = defineTafel({
      ...kopf,
      treffer: "unique",
      spalten: { jahr: { art: "zahl", titel: "Geburtsjahr" } },
      saetze: [
        {
          ...seit,
          wert: [
            { wenn: { jahr: { unter: 1960 } }, dann: true, satz: "Sie sind vor 1960 geboren.", norm: "§ 2 Satz 1" },
            { wenn: { jahr: { ab: 1960 } }, dann: false, satz: "Sie sind 1960 oder später geboren." },
          ],
        },
      ],
    });
    const anspruch = r2.tafel(ja, "§ 2", { jahr });
    const zweite = defineLeistung({
      ...grundangaben,
      ergebnis: "einmalig",
      regelwerk: r2.schliesse({ anspruch, rechenweg: [] }),
    });
    const gruende = (geburtsjahr: number) => entscheide(zweite, kontextMit({ geburtsjahr })).gruende;
    assert.deepEqual(gruende(1959), [{ text: "Sie sind vor 1960 geboren.", norm: "§ 2 Satz 1", schluessel: "Probe" }]);
    assert.equal(gruende(1960)[0]?.norm, "§ 2");
  });
});
