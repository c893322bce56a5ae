import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import { letzterGeburtstag, schulpflichtalter } from "./parameter.ts";

describe("the figures, as they stand in the statute", () => {
  test("schulpflichtStichtag", () => pruefeFiguren(letzterGeburtstag, "2026-12-31", ["2023-08-01"]));
  test("schulpflichtalter", () => pruefeFiguren(schulpflichtalter, "2026-12-31", ["2023-08-01"]));
});
