import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { formular } from "./formular.ts";
import { kind, kontextFuer } from "./musterfall.ts";
import { sachverhalt } from "./sachverhalt.ts";

const heute = "2026-01-20";

describe("the way through the form", () => {
  for (const zahl of [1, 2, 3, 4, 5, 6])
    test(`${zahl} children have a page each`, () => {
      const { antworten } = kontextFuer({ kinder: Array.from({ length: zahl }, () => kind(8)) });
      const seiten = formular.pfad(antworten, heute).filter((seite) => /^kind\d$/.test(seite));
      assert.deepEqual(seiten, ["kind1", "kind2", "kind3", "kind4", "kind5", "kind6"].slice(0, zahl));
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
  test("seven children go to the Familienkasse", () => {
    const kontext = kontextFuer({ kinder: Array.from({ length: 6 }, () => kind(8)) });
    const antworten = { ...kontext.antworten, kinder: { anzahl: "mehr" } };
    assert.equal(formular.ersteOffene(antworten, heute), undefined);
    assert.match(sachverhalt({ ...kontext, antworten }).vonHand.join(" "), /mehr als sechs Kindern/);
  });
});
