import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { befund, gefunden, haltung, hund, keinEintrag, meldung, schweigt } from "./musterfall.ts";

const seiten = {
  ...haltung("2026-03-10"),
  ...hund({}),
  andereHunde: { anzahl: 1 },
  gefaehrlich: { antwort: "nein" },
  verguenstigung: { grund: "assistenzhund" },
  merkzeichen: { weg: "register" },
};
const namen = Object.keys(seiten) as (keyof typeof seiten)[];
const stumm = fc.constantFrom(schweigt, keinEintrag, gefunden({ unlesbar: true }));
const bl = gefunden({ merkzeichen: ["Bl"], seit: "2020-01-01", bis: null });

test("what is not known never refuses and never asks for money: pages left out, registers silent", () =>
  fc.assert(
    fc.property(fc.subarray(namen), stumm, stumm, fc.boolean(), (fehlende, meldet, stellt, kenntWohnung) => {
      const antworten = { ...seiten, ...Object.fromEntries(fehlende.map((name) => [name, {}])) };
      const nachweise = { meldung: kenntWohnung ? meldung() : meldet, feststellung: stellt };
      const { art, gesagt } = befund({ antworten, nachweise });
      assert.equal(art, "vonHand", gesagt);
    }),
  ));

test("more evidence never takes back what was decided, and the order of the facts changes nothing", () =>
  fc.assert(
    fc.property(fc.constantFrom("00401", "00901"), fc.boolean(), (plz, befreit) => {
      const grund = befreit ? "assistenzhund" : "keine";
      const fall = {
        antworten: { ...seiten, verguenstigung: { grund } },
        nachweise: { meldung: meldung(plz), feststellung: bl },
      };
      const erst = befund(fall);
      assert.notEqual(erst.art, "vonHand", erst.gesagt);
      assert.deepEqual(befund({ ...fall, nachweise: { feststellung: bl, meldung: meldung(plz) } }), erst);
    }),
  ));
