import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import type { IsoDatum } from "#kalender";
import {
  beginneRegelwerk,
  defineLeistung,
  defineParameter,
  defineSatzung,
  defineTafel,
  entscheide,
  fuerMandant,
  KeinSatz,
  mitParametern,
  mitSatz,
  saetzeBekanntBis,
  werteAus,
} from "./index.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";

const angaben = { klaertDurch: "seite", quelle: "person", proben: [] } as const;
const satz = defineParameter<number>({
  schluessel: "satz",
  titel: "Satz",
  einheit: "Euro im Monat",
  saetze: [
    { gueltigAb: "2020-01-01", wert: 10_000, quelle: "BGBl. I S. 1" },
    { gueltigAb: "2025-04-01", wert: 20_000, quelle: "BGBl. I S. 2" },
  ],
  geprueftBis: "2026-12-31",
});
const stufe = defineTafel({
  schluessel: "stufe",
  titel: "Stufe",
  treffer: "unique",
  spalten: { kinder: { art: "zahl", titel: "Kinder", ab: 0 } },
  saetze: [
    { gueltigAb: "2020-01-01", quelle: "§ 3", wert: [{ wenn: { kinder: { ab: 0 } }, dann: 1 }] },
    { gueltigAb: "2025-04-01", quelle: "§ 3", wert: [{ wenn: { kinder: { ab: 0 } }, dann: 2 }] },
  ],
  geprueftBis: "2026-12-31",
});
const r = beginneRegelwerk("probe", "1");
const geboren = r.fakt<IsoDatum>("geboren", { titel: "Geboren", ...angaben });
const lohntage = r.fakt<readonly IsoDatum[]>("lohntage", { titel: "Lohntage", ...angaben });
const kinder = r.fakt<number>("kinder", { titel: "Kinder", ...angaben });
const beiGeburt = r.parameter(satz, "§ 28", geboren);
const jeMonat = r.parameterJeTag("Satz je Monat", satz, "§ 29", lohntage);
r.tafel(stufe, "§ 3", { kinder }, undefined, geboren);
const betrag = r.rechne("Betrag", "§ 2", { beiGeburt }, (f) => f.beiGeburt);
const leistung = defineLeistung({
  ...grundangaben,
  regelwerk: r.schliesse({ anspruch: r.knoten("Geboren", "§ 1", { geboren }, () => true), betrag, rechenweg: [] }),
  zeitraum: () => ({ von: "2026-03", bis: "2026-03", wechsel: [] }),
});
const heute = "2026-11-24";
const spurVon = (schluessel: string, fakten: Record<string, unknown>) =>
  werteAus(leistung.regelwerk, fakten, heute).spur.find((zeile) => zeile.schluessel === schluessel) ?? assert.fail();

describe("a figure of another day than the one that is judged", () => {
  for (const [tag, wert, quelle] of [
    ["2025-03-31", 10_000, "BGBl. I S. 1"],
    ["2025-04-01", 20_000, "BGBl. I S. 2"],
  ] as const)
    test(`${tag}: the one of that day, told with its source and with the day that picked it`, () => {
      const zeile = spurVon("satz", { geboren: tag });
      assert.deepEqual([zeile.wert, zeile.quelle, zeile.eingaben], [wert, quelle, { "Tag des Satzes": tag }]);
    });
  test("an unknown day leaves it unknown, and names no source", () => {
    const zeile = spurVon("satz", {});
    assert.deepEqual([zeile.wert, "quelle" in zeile], [undefined, false]);
    assert.deepEqual(
      entscheide(leistung, kontextMit({})).offen.map(({ schluessel }) => schluessel),
      ["geboren"],
    );
  });
  test("a day without a figure stops, however well the judged day is known", () =>
    assert.throws(() => werteAus(leistung.regelwerk, { geboren: "2019-12-31" }, heute), KeinSatz));
  test("several days: a figure for each, by day, and every source once", () => {
    const zeile = spurVon("Satz je Monat", { lohntage: ["2025-02-01", "2025-03-01", "2025-04-01"] });
    assert.deepEqual(zeile.wert, { "2025-02-01": 10_000, "2025-03-01": 10_000, "2025-04-01": 20_000 });
    assert.equal(zeile.quelle, "BGBl. I S. 1; BGBl. I S. 2");
  });
  test("the rows of a table can follow another day as well", () =>
    assert.deepEqual(
      ["2025-03-31", "2025-04-01"].map((tag) => spurVon("Stufe", { geboren: tag, kinder: 3 }).wert),
      [1, 2],
    ));
  test("a planned change reaches it, on every node that uses the figure; the hash moves with it", () => {
    const neu = mitParametern(leistung, { satz: mitSatz(satz, { gueltigAb: "2026-01-01", wert: 30_000, quelle: "geplant" }) });
    const fakten = { geboren: "2026-02-01", lohntage: ["2026-02-01"] };
    const { werte } = werteAus(neu.regelwerk, fakten, heute);
    assert.deepEqual([werte[beiGeburt.nummer], werte[jeMonat.nummer]], [30_000, { "2026-02-01": 30_000 }]);
    const kontext = kontextMit({ geboren: "2026-02-01" });
    assert.notEqual(entscheide(neu, kontext).hash, entscheide(leistung, kontext).hash);
    assert.equal(
      entscheide(neu, kontextMit({ geboren: "2025-12-31" })).hash,
      entscheide(leistung, kontextMit({ geboren: "2025-12-31" })).hash,
    );
  });
  test("it does not run out while months go by: only figures of the judged month do", () =>
    assert.equal(saetzeBekanntBis(leistung), undefined));
  test("what a Satzung says can follow another day", () => {
    const satzung = defineSatzung<number>({ schluessel: "hebesatz", titel: "Hebesatz", einheit: "Prozent", form: z.number() });
    const g = beginneRegelwerk("probe", "1");
    const beginn = g.fakt<IsoDatum>("beginn", { titel: "Beginn", ...angaben });
    const hebesatz = g.satzung(satzung, "Satzung", beginn);
    const fest = defineLeistung({
      ...grundangaben,
      satzungen: [satzung],
      ergebnis: "einmalig",
      regelwerk: g.schliesse({ anspruch: g.knoten("A", "§ 1", { beginn }, () => true), gebuehr: hebesatz, rechenweg: [] }),
    } as never);
    const eintrag = (gueltigAb: string, wert: number) => ({ gueltigAb, wert, quelle: "Satzung" });
    const mandant = {
      schluessel: "m",
      name: "M",
      land: "NW" as const,
      satzungen: { hebesatz: [eintrag("2025-01-01", 100), eintrag("2026-01-01", 200)] },
      automatik: {},
    };
    const gebunden = fuerMandant(fest, mandant).regelwerk;
    assert.deepEqual(
      ["2025-12-31", "2026-01-01"].map((tag) => werteAus(gebunden, { beginn: tag }, heute).werte[hebesatz.nummer]),
      [100, 200],
    );
  });
  test("nodes of other rules cannot pick the day", () =>
    assert.throws(() => beginneRegelwerk("andere", "1").parameter(satz, "§ 1", geboren), /eines anderen Regelwerks/));
});
