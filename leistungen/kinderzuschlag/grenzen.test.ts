import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import { kindergeldsatz } from "../kindergeld/parameter.ts";
import { type Fall, unterschiede } from "./musterfall.ts";

/** A couple with one child of eight and 1,600 euros net: 424 euros are missing, and every euro of other income counts against that. */
const faelle: Record<string, Fall> = {
  "nothing is missing, without Wohngeld": [
    { anderes: 424, wohngeld: 0 },
    "ja",
    "297,00 €",
    /^§ 6a Abs. 1 Nr. 3 BKGG: Mit dem Kinder/,
  ],
  "one cent is missing, and there is Wohngeld": [
    { anderes: 423.99, wohngeld: 50 },
    "ja",
    "297,00 €",
    /^§ 6a Abs. 1 Nr. 3 Satz 2 BKGG: Mit Kinderzuschlag und Wohngeld reicht/,
  ],
  "exactly a hundred euros are missing": [
    { anderes: 324, wohngeld: 0 },
    "ja",
    "297,00 €",
    "§ 6a Abs. 1a Nr. 1 BKGG: Der Familie fehlen mit Kinderzuschlag höchstens 100",
  ],
  "a cent more than a hundred euros is missing": [{ anderes: 323.99, wohngeld: 0 }, "nein"],
  "one euro is left of it": [{ anderes: 1113, wohngeld: 0 }, "ja", "1,19 €"],
  "less than half a euro is left: nothing": [{ anderes: 1115, wohngeld: 0 }, "nein"],
};

describe("on the edge", () => {
  for (const [name, fall] of Object.entries(faelle)) test(name, () => assert.deepEqual(unterschiede(fall), []));
});

describe("the figures of another Leistung that these rules take", () => {
  test("kindergeldsatz", () =>
    pruefeFiguren(kindergeldsatz, "2027-12-31", {
      "2023-01-01": 25_000,
      "2025-01-01": 25_500,
      "2026-01-01": 25_900,
      "2027-01-01": 25_900,
    }));
});
