import assert from "node:assert/strict";
import { test } from "node:test";
import { entscheide } from "#baukasten";
import { bescheid } from "./bescheid.ts";
import { kinderzuschlag } from "./leistung.ts";
import { type Familie, kind, kontextFuer } from "./musterfall.ts";

test("the hint says what is likely, and never that it is decided", () => {
  const faelle: [Familie, RegExp][] = [
    [{}, /^Sie können wahrscheinlich Kinderzuschlag bekommen, etwa 297 € im Monat/],
    [{ kinder: [kind(25)] }, /^Kinderzuschlag steht Ihnen nach diesen Angaben wahrscheinlich nicht zu/],
    [{ wohngeld: "unbekannt" }, /^Mit diesen Angaben lässt sich nicht sagen/],
  ];
  for (const [familie, satz] of faelle) {
    const kontext = kontextFuer(familie);
    const entscheidung = entscheide(kinderzuschlag, kontext);
    assert.notEqual(entscheidung.art, "bewilligt");
    assert.notEqual(entscheidung.art, "abgelehnt");
    assert.match(bescheid.tenor(entscheidung, kontext.antworten).replaceAll("\u00a0", " "), satz);
  }
});
