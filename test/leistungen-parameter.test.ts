import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { mitParametern, mitSatz, type Parameter, parameterVon, saetzeVon } from "#baukasten";
import { leistungen } from "#leistungen";

const ordner = join(import.meta.dirname, "../leistungen");
const istParameter = (wert: unknown): wert is Parameter<unknown> =>
  typeof wert === "object" && wert !== null && "saetze" in wert && "geprueftBis" in wert && "am" in wert;

/** Whatever figures a folder exports, and the functions of its rules as source. */
async function inhalt(schluessel: string) {
  const gefunden = new Map<string, Parameter<unknown>>();
  for (const datei of readdirSync(join(ordner, schluessel)).filter((name) => /^(?!.*\.test\.).*\.ts$/.test(name))) {
    const modul = (await import(pathToFileURL(join(ordner, schluessel, datei)).href)) as Record<string, unknown>;
    for (const wert of Object.values(modul)) if (istParameter(wert)) gefunden.set(wert.schluessel, wert);
  }
  return gefunden;
}

/** What a node may hold as a number that is no figure of the law. Everything else is a parameter. */
const OHNE_RECHT = [
  // nothing, one, one after, one before
  "0",
  "1",
  // the half of § 4a BEEG, twelve months of a year, days of a month that is reckoned (§ 191 BGB), cents of a euro, parts of a whole
  "2",
  "12",
  "30",
  "100",
  "1000",
  "1200",
  "10_000",
];

describe("no figure of the law hides in a function", () => {
  for (const leistung of leistungen) {
    test(`${leistung.name}: every figure of its folder is one the kit sees`, async () => {
      const bekannt = new Set(parameterVon(leistung).map(({ schluessel }) => schluessel));
      const eigene = [...(await inhalt(leistung.schluessel)).keys()];
      assert.deepEqual(
        eigene.filter((schluessel) => !bekannt.has(schluessel)),
        [],
      );
    });
    test(`${leistung.name}: its nodes ask no parameter themselves, and name no other number`, () => {
      const verdaechtig = leistung.regelwerk.eintraege.flatMap(({ knoten, bauplan }) => {
        if (bauplan.art !== "funktion") return [];
        const quelle = String(bauplan.funktion).replaceAll(/"[^"]*"|`[^`]*`/g, '""');
        const zahlen = [...quelle.matchAll(/(?<![\w.$])\d[\d_]*(?![\w])/g)].map(([zahl]) => zahl);
        const fremde = zahlen.filter((zahl) => !OHNE_RECHT.includes(zahl));
        return /\.am\(|satzungAm\(|schlageNach\(|zuletzt\(/.test(quelle) || fremde.length > 0
          ? [`${knoten.titel}: ${fremde.join(", ")} ${quelle}`]
          : [];
      });
      assert.deepEqual(verdaechtig, []);
    });
    test(`${leistung.name}: a planned change reaches every figure, in the rules and beside them`, () => {
      for (const parameter of parameterVon(leistung)) {
        const [erster] = parameter.saetze;
        if (!erster) continue; // a Satzung without a Mandant
        const anders = mitSatz(parameter, { ...erster, quelle: "geplant" });
        const neu = mitParametern(leistung, { [parameter.schluessel]: anders });
        assert.equal(
          parameterVon(neu).find(({ schluessel }) => schluessel === parameter.schluessel)?.saetze[0]?.quelle,
          "geplant",
        );
        for (const { bauplan } of neu.regelwerk.eintraege)
          if (bauplan.art === "parameter" && bauplan.parameter.schluessel === parameter.schluessel)
            assert.equal(bauplan.parameter, anders);
        if (leistung.parameter?.includes(parameter)) assert.equal(saetzeVon(neu)(parameter).saetze[0]?.quelle, "geplant");
        assert.equal(parameter.saetze[0]?.quelle, erster.quelle);
      }
    });
  }
});
