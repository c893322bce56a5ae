import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { z } from "zod";
import {
  automatiknorm,
  beginneRegelwerk,
  defineLeistung,
  defineSatzung,
  entscheide,
  type Leistung,
  type Mandantenrecht,
  maengelDesMandanten,
  mitParametern,
  type Satzungseintrag,
  satzungAm,
  wirdAngeboten,
} from "./index.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";

const hundesatz = defineSatzung({
  schluessel: "hundesatz",
  titel: "Steuersatz",
  einheit: "Euro im Jahr",
  form: z.int().nonnegative(),
});
const eintrag = (gueltigAb: string, wert: unknown, gueltigBis?: string): Satzungseintrag => ({
  gueltigAb,
  wert,
  quelle: `Satzung ab ${gueltigAb}, § 3`,
  ...(gueltigBis && { gueltigBis }),
});
const stadt = (eintraege: readonly Satzungseintrag[], mehr: Partial<Mandantenrecht> = {}): Mandantenrecht => ({
  schluessel: "stadt",
  name: "Stadt",
  land: "NW",
  satzungen: { hundesatz: eintraege },
  automatik: { probe: { norm: "§ 12 KAG, § 155 Abs. 4 AO", gueltigAb: "2026-01-01" } },
  ...mehr,
});

const r = beginneRegelwerk("probe", "1");
const erfuellt = r.fakt<boolean>("erfuellt", { titel: "Erfüllt", klaertDurch: "seite", quelle: "person", proben: [true, false] });
const satz = r.satzung(hundesatz, "§ 3 Hundesteuersatzung");
const betrag = r.rechne("Betrag", "§ 3", { satz }, (f) => f.satz);
const anspruch = r.knoten("Anspruch", "§ 1", { erfuellt }, (f) => f.erfuellt, { ja: "Ja.", nein: "Nein." });
const regelwerk = r.schliesse({ anspruch, betrag, rechenweg: [betrag] });
const angaben: Leistung = {
  ...grundangaben,
  rechtsgebiet: "AO",
  automatik: { erlaubt: "jeMandant" },
  satzungen: [hundesatz],
  regelwerk,
  ergebnis: "jaehrlich",
  zeitraum: (_fakten, tag) => [{ von: tag, bis: "2026-12-31", name: "2026" }],
};
const probe = defineLeistung(angaben);
const beschliesse = (mandant: Mandantenrecht | undefined, leistung = probe) =>
  entscheide(leistung, { ...kontextMit({ erfuellt: true }), ...(mandant && { mandant }) });

describe("a figure of the Mandant's Satzung", () => {
  const zehnEuro = stadt([eintrag("2025-01-01", 800), eintrag("2026-01-01", 1_000), eintrag("2027-01-01", 1_200)]);

  test("is what the Leistung reckons with, with its source in the trace", () => {
    const { art, forderungen, spur } = beschliesse(zehnEuro);
    assert.deepEqual([art, forderungen?.[0]?.betragCent], ["bewilligt", 1_000]);
    assert.equal(spur.find(({ schluessel }) => schluessel === "hundesatz")?.quelle, "Satzung ab 2026-01-01, § 3");
  });
  test("stands in the hash: another figure, another hash; the same one, the same", () => {
    const anders = stadt([eintrag("2026-01-01", 1_001)]);
    assert.notEqual(beschliesse(zehnEuro).hash, beschliesse(anders).hash);
    assert.equal(beschliesse(zehnEuro).hash, beschliesse(structuredClone(zehnEuro)).hash);
  });
  test("is another for another Mandant, whoever was asked first", () => {
    const nachbar = stadt([eintrag("2026-01-01", 4_200)], { schluessel: "nachbar" });
    const cent = [zehnEuro, nachbar, zehnEuro].map((each) => beschliesse(each).forderungen?.[0]?.betragCent);
    assert.deepEqual(cent, [1_000, 4_200, 1_000]);
  });

  const ohne = {
    "no Mandant": [undefined, /in keiner Satzung hinterlegt/],
    "no Satzung": [stadt([], { satzungen: {} }), /bei Stadt kein Satz „Steuersatz“/],
    "the day before the first figure": [stadt([eintrag("2026-03-11", 1_000)]), /Für den 10\. März 2026|10\.03\.2026/],
    "the day after the last figure": [stadt([eintrag("2020-01-01", 1_000, "2026-03-09")]), /kein Satz/],
    "a shape the Leistung cannot read": [stadt([eintrag("2026-01-01", "zehn")]), /nicht die nötige Form/],
    "entries that overlap": [stadt([eintrag("2026-01-01", 1), eintrag("2026-01-01", 2)]), /überschneiden sich/],
  } as const;
  for (const [name, [mandant, grund]] of Object.entries(ohne))
    test(`${name}: a person decides, and nothing is owed`, () => {
      const { art, forderungen, vonHand } = beschliesse(mandant);
      assert.deepEqual([art, forderungen], ["vonHand", undefined]);
      assert.match(vonHand.join("\n"), grund);
    });
  for (const [name, tag, gilt] of [
    ["the first day", "2026-01-01", true],
    ["the last day", "2026-03-10", true],
    ["the day after", "2026-03-11", false],
    ["the day before", "2025-12-31", false],
  ] as const)
    test(`${name} of an entry that ends: ${gilt ? "holds" : "does not hold"}`, () =>
      assert.equal(satzungAm(stadt([eintrag("2026-01-01", 7, "2026-03-10")]), hundesatz, tag) !== undefined, gilt));

  test("can be tried out with another figure, which the Mandant's does not take back", () => {
    const versuch = mitParametern(probe, {
      hundesatz: {
        schluessel: "hundesatz",
        titel: "Steuersatz",
        einheit: "",
        saetze: [],
        geprueftBis: "2026-12-31",
        am: () => ({ gueltigAb: "2026-01-01", wert: 5, quelle: "geplant" }),
      },
    });
    assert.equal(beschliesse(zehnEuro, versuch).forderungen?.[0]?.betragCent, 5);
  });
  test("must be named by the Leistung, so that a Mandant can be told what it lacks", () =>
    assert.throws(() => defineLeistung({ ...angaben, satzungen: [] }), /brauchen die Satzung „Steuersatz“/));

  test("for any days and figures: what holds on a day is the last entry that began and has not ended", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 28 }),
        (anfaenge, tag) => {
          const datum = (nummer: number) => `2026-02-${String(nummer).padStart(2, "0")}`;
          const sortiert = [...anfaenge].sort((a, b) => a - b);
          const gefunden = satzungAm(stadt(sortiert.map((each) => eintrag(datum(each), each))), hundesatz, datum(tag));
          assert.equal(gefunden?.wert, sortiert.filter((each) => each <= tag).at(-1));
        },
      ),
    ));
});

describe("automatic where the Mandant names the norm", () => {
  const saetze = [eintrag("2026-01-01", 1_000)];
  const mitNorm = (norm: string, gueltigAb = "2026-01-01") => stadt(saetze, { automatik: { probe: { norm, gueltigAb } } });
  test("none named: a person decides, with the proposal", () => {
    const { art, vorschlag, vonHand } = beschliesse(stadt(saetze, { automatik: {} }));
    assert.deepEqual([art, vorschlag], ["vonHand", "bewilligt"]);
    assert.match(vonHand.join(), /keine Norm hinterlegt/);
  });
  test("named from tomorrow: today a person decides", () => {
    assert.equal(beschliesse(mitNorm("§ 12 KAG", "2026-03-11")).art, "vonHand");
    assert.equal(beschliesse(mitNorm("§ 12 KAG", "2026-03-10")).art, "bewilligt");
  });
  test("the norm that permits is the Mandant's", () =>
    assert.equal(automatiknorm(probe, mitNorm("§ 12 KAG"), "2026-03-10"), "§ 12 KAG"));
  test("§ 35a VwVfG permits nothing by itself, whoever names it", () => {
    const allgemein = defineLeistung({ ...angaben, rechtsgebiet: "VwVfG" });
    assert.equal(beschliesse(mitNorm("§ 35a VwVfG"), allgemein).art, "vonHand");
    assert.equal(beschliesse(mitNorm("§ 6g StVG"), allgemein).art, "bewilligt");
  });
  test("the Gate still looks at the graph: Ermessen on every way is refused", () => {
    const e = beginneRegelwerk("ermessen", "1");
    const darf = e.person("darf", "Darf", "§ 40 VwVfG", "ermessen");
    const ermessen = e.schliesse({ anspruch: darf, betrag: e.rechne("Betrag", "§ 1", { darf }, () => 1), rechenweg: [] });
    assert.throws(() => defineLeistung({ ...angaben, satzungen: [], regelwerk: ermessen }), /„Darf“ \(ermessen, § 40 VwVfG\)/);
  });
});

describe("a Mandant", () => {
  const gut = stadt([eintrag("2026-01-01", 1_000)]);
  test("offers what it has office and Satzung for", () => {
    assert.equal(wirdAngeboten(probe, gut, ["amt"]), true);
    assert.equal(wirdAngeboten(probe, gut, ["jugendamt"]), false);
    assert.equal(wirdAngeboten(probe, stadt([]), ["amt"]), false);
    assert.equal(wirdAngeboten({ ...probe, rechtsnatur: "hinweis" }, gut, []), true);
  });
  const faelle = {
    "all right": [gut, undefined],
    "a key that no Leistung knows": [
      stadt([], { satzungen: { hundesaz: [] } }),
      /„hundesaz“: keine Leistung braucht sie.*hundesatz/,
    ],
    "a figure of another shape": [stadt([eintrag("2026-01-01", -1)]), /hat nicht die nötige Form/],
    "an end before the beginning": [stadt([eintrag("2026-01-01", 1, "2025-12-31")]), /bevor er gilt/],
    "a gap in time is no fault": [stadt([eintrag("2025-01-01", 1, "2025-06-30"), eintrag("2026-01-01", 2)]), undefined],
    "a day that is none": [stadt([eintrag("2026-02-30", 1)]), /kein Datum/],
    "no source": [stadt([{ gueltigAb: "2026-01-01", wert: 1, quelle: " " }]), /keine Quelle/],
    "a permit for a Leistung that is none": [
      stadt([eintrag("2026-01-01", 1)], { automatik: { katze: { norm: "§ 1", gueltigAb: "2026-01-01" } } }),
      /„katze“: diese Leistung gibt es nicht/,
    ],
  } as const;
  for (const [name, [mandant, mangel]] of Object.entries(faelle))
    test(name, () => {
      const text = maengelDesMandanten([probe], mandant).join("\n");
      if (mangel) assert.match(text, mangel);
      else assert.equal(text, "");
    });
  test("cannot permit what the Leistung itself says about automation", () => {
    const vonHand = { ...probe, automatik: { erlaubt: false } as const };
    assert.match(maengelDesMandanten([vonHand], gut).join(), /darüber bestimmt die Leistung/);
  });
});
