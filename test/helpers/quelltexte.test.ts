import assert from "node:assert/strict";
import { test } from "node:test";
import { facadeNames, liesImporte } from "./quelltexte.ts";

test("every way of importing is seen, comments are not", () => {
  const text = `
import { a } from "#clock";
import type { B } from "#db";
import {
  c,
  type D,
} from "#geld";
import "./vier.ts";
export { e } from "./fuenf.ts";
export type { F } from "#kasse";
const g = await import("#ui");
// import { h } from "#nicht";
/* import { i } from "#auchNicht"; */
const j = { from: "#keiner" };
`;
  assert.deepEqual(
    liesImporte("x.ts", text)
      .map(({ ziel }) => ziel)
      .sort(),
    ["#clock", "#db", "#geld", "#kasse", "#ui", "./fuenf.ts", "./vier.ts"],
  );
});

test("a facade's names are those the outside sees", () => {
  const text = `export { createKasse, type Kasse, lege as legeAn } from "./kasse.ts";
export type Auftrag = string;
export const maengel = 1;`;
  assert.deepEqual(facadeNames(text), ["createKasse", "Kasse", "legeAn", "Auftrag", "maengel"]);
});
