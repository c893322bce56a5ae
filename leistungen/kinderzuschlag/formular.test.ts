import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formular } from "./formular.ts";
import { kind, kontextFuer } from "./musterfall.ts";

const heute = "2026-01-20";

describe("the way through the form", () => {
  test("all children stand on one page, and nothing is left open", () => {
    const { antworten } = kontextFuer({ kinder: Array.from({ length: 9 }, () => kind(8)) });
    assert.equal(formular.ersteOffene(antworten, heute), undefined);
  });
  test("whoever lives without a partner is not asked for the partner's wage", () => {
    const seiten = formular.pfad(kontextFuer({ partner: "allein" }).antworten, heute);
    assert.equal(seiten.includes("einkommenPartner"), false);
  });
  test("the amount of Wohngeld is asked only where somebody knows it", () => {
    for (const [wohngeld, gefragt] of [
      [200, true],
      ["nein", false],
      ["unbekannt", false],
    ] as const)
      assert.equal(formular.pfad(kontextFuer({ wohngeld }).antworten, heute).includes("wohngeldbetrag"), gefragt);
  });
});
