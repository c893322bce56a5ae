import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Fakten, werteAus } from "#baukasten";
import { regelwerk } from "./regeln.ts";

const knoten = (fakten: Fakten, tag: string, titel: string) =>
  werteAus(regelwerk, fakten, tag).spur.find((zeile) => zeile.titel === titel)?.wert;

describe("on the edge", () => {
  const dauert = "Lage dauert an";
  test("the last day of a training still counts, the next one does not", () => {
    assert.equal(knoten({ lageBis: "2026-07-01" }, "2026-07-01", dauert), true);
    assert.equal(knoten({ lageBis: "2026-07-01" }, "2026-07-02", dauert), false);
  });
  const kurz = "Übergang von höchstens vier Monaten";
  test("a month that the pause begins on the first of is a whole one", () => {
    assert.equal(knoten({ lageVon: "2026-05-01", lageBis: "2026-08-31" }, "2026-06-01", kurz), true);
    assert.equal(knoten({ lageVon: "2026-05-01", lageBis: "2026-09-30" }, "2026-06-01", kurz), false);
    assert.equal(knoten({ lageVon: "2026-05-02", lageBis: "2026-09-30" }, "2026-06-01", kurz), true);
  });
});
