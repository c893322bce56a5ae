import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import { anteilImHeim, blindengeldsatz } from "./parameter.ts";

describe("the figures, as they stand in the statute", () => {
  test("anteilImHeim", () => pruefeFiguren(anteilImHeim, "2026-12-31", ["2023-07-01"]));
  test("blindengeldsatz", () => pruefeFiguren(blindengeldsatz, "2026-12-31", ["2023-07-01", "2024-07-01", "2025-07-01"]));
});
