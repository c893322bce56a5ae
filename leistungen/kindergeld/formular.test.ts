import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formular } from "./formular.ts";
import { kontextFuer, volljaehrig } from "./musterfall.ts";

const heute = "2026-11-24";
const konto = { iban: "DE02120300000000202051", inhaber: "Maria Beispiel" };
const pfad = (antworten: Parameters<typeof kontextFuer>[0]["antworten"], geboren = "2022-03-24") =>
  formular.pfad(kontextFuer({ geboren, antworten: { konto, ...antworten } }).antworten, heute);

describe("the way through the form", () => {
  const faelle: Record<string, [string[], Record<string, unknown>, string[], string?]> = {
    "both parents: who gets it": [["empfaenger"], {}, ["unterhalt", "zuzug", "lage", "erwerb"]],
    "one parent: nothing to agree on": [[], { zuhause: { wo: "beiMir", seit: "2022-03-24" } }, ["empfaenger", "unterhalt"]],
    "a home of its own: who pays": [
      ["unterhalt"],
      { zuhause: { wo: "allein", seit: "2022-03-24" }, unterhalt: { ichAmMeisten: true } },
      ["empfaenger"],
    ],
    "from the EU: since when": [
      ["zuzug"],
      { staatsangehoerigkeit: { staat: "union" }, zuzug: { seit: "2020-01-01", einkuenfte: true } },
      [],
    ],
    "comes of age this year: what it does": [["lage"], {}, [], "2008-12-31"],
    "comes of age next year": [[], {}, ["lage", "erwerb"], "2009-01-01"],
  };
  for (const [name, [dabei, antworten, nicht, geboren]] of Object.entries(faelle))
    test(name, () => {
      const seiten = pfad(antworten as Parameters<typeof pfad>[0], geboren);
      for (const seite of dabei) assert.ok(seiten.includes(seite), `${seite} fehlt: ${seiten.join(", ")}`);
      for (const seite of nicht) assert.ok(!seiten.includes(seite), `${seite} zu viel: ${seiten.join(", ")}`);
    });
  test("work is asked only where it can matter", () => {
    const belege = [{ name: "a.pdf", typ: "application/pdf", groesse: 1, sha256: "0" }];
    for (const [art, gefragt] of [
      ["ausbildung", true],
      ["arbeitsuchend", true],
      ["nichts", false],
      ["behinderung", false],
    ] as const) {
      const antworten = volljaehrig(art);
      const seiten = pfad({ ...antworten, lage: { ...antworten.lage, belege } }, "2005-03-24");
      assert.equal(seiten.includes("erwerb"), gefragt, art);
    }
  });
});
