import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import {
  altersgrenzen,
  altersstufen,
  kindergeldErstesKind,
  kleinsterBetrag,
  mindesteinkommen,
  mindestunterhalt,
  rueckwirkung,
} from "./parameter.ts";

describe("the figures, as they stand in the statute", () => {
  test("kindergeldErstesKind", () =>
    pruefeFiguren(kindergeldErstesKind, "2026-12-31", ["2023-01-01", "2025-01-01", "2026-01-01"]));
  test("mindesteinkommen", () => pruefeFiguren(mindesteinkommen, "2026-12-31", ["2017-07-01"]));
  test("mindestunterhalt", () =>
    pruefeFiguren(mindestunterhalt, "2026-12-31", {
      "2023-01-01": [43_700, 50_200, 58_800],
      "2024-01-01": [48_000, 55_100, 64_500],
      "2025-01-01": [48_200, 55_400, 64_900],
      "2026-01-01": [48_600, 55_800, 65_300],
    }));
  test("altersgrenzen", () => pruefeFiguren(altersgrenzen, "2026-12-31", ["2017-07-01"]));
  test("altersstufen", () => pruefeFiguren(altersstufen, "2026-12-31", ["2017-07-01"]));
  test("kleinsterBetrag", () => pruefeFiguren(kleinsterBetrag, "2026-12-31", ["2017-07-01"]));
  test("rueckwirkung", () => pruefeFiguren(rueckwirkung, "2026-12-31", ["2017-07-01"]));
});
