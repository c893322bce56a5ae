import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { schlageNach, werteAus } from "#baukasten";
import { euro } from "#geld";
import { blindengeldsatz } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";

describe("the table by Land and age, on both sides of each boundary", () => {
  const zeilen: [string, "NW" | "NI", number, number][] = [
    ["2023-07-01", "NW", 17, 421.61],
    ["2023-07-01", "NW", 18, 841.77],
    ["2023-07-01", "NW", 59, 841.77],
    ["2023-07-01", "NW", 60, 473],
    ["2023-07-01", "NI", 17, 450],
    ["2024-07-01", "NW", 17, 440.9],
    ["2024-07-01", "NW", 18, 880.28],
    ["2024-07-01", "NW", 59, 880.28],
    ["2024-07-01", "NW", 60, 473],
    ["2024-07-01", "NI", 60, 450],
    ["2025-07-01", "NW", 17, 457.38],
    ["2025-07-01", "NW", 18, 913.19],
    ["2025-07-01", "NW", 59, 913.19],
    ["2025-07-01", "NW", 60, 473],
    ["2025-07-01", "NI", 0, 450],
  ];
  for (const [tag, land, alter, betrag] of zeilen)
    test(`${tag}, ${land}, ${alter} Jahre`, () => assert.equal(schlageNach(blindengeldsatz, tag, { land, alter }), euro(betrag)));
  test("on its last day the mark still counts", () => {
    const noch = (tag: string) =>
      werteAus(regelwerk, { blindBis: "2026-12-01" }, tag).spur.find(({ titel }) => titel === "Merkzeichen gilt noch")?.wert;
    assert.deepEqual([noch("2026-12-01"), noch("2026-12-02")], [true, false]);
  });
});
