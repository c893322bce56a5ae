import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import { festsetzungsfrist } from "./parameter.ts";

describe("the figures, as they stand in the statute", () => {
  test("festsetzungsfrist", () => pruefeFiguren(festsetzungsfrist, "2026-12-31", ["2000-01-01"]));
});
