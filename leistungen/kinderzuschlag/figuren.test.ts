import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import {
  absetzung,
  altersgrenzeKind,
  anrechnungEltern,
  anrechnungKind,
  bewilligungszeitraum,
  erweiterterZugang,
  hoechstbetrag,
  mehrbedarf,
  mindesteinkommen,
  regelbedarf,
  vermoegensfreibetrag,
  wohnkosten,
} from "./parameter.ts";

describe("the figures, as they stand in the statute", () => {
  test("absetzung", () => pruefeFiguren(absetzung, "2026-12-31", ["2023-01-01", "2023-07-01"]));
  test("altersgrenzeKind", () => pruefeFiguren(altersgrenzeKind, "2026-12-31", ["2019-07-01"]));
  test("anrechnungEltern", () => pruefeFiguren(anrechnungEltern, "2026-12-31", ["2020-01-01"]));
  test("anrechnungKind", () => pruefeFiguren(anrechnungKind, "2026-12-31", ["2019-07-01"]));
  test("bewilligungszeitraum", () => pruefeFiguren(bewilligungszeitraum, "2026-12-31", ["2019-07-01"]));
  test("erweiterterZugang", () => pruefeFiguren(erweiterterZugang, "2026-12-31", ["2023-01-01"]));
  test("hoechstbetrag", () =>
    pruefeFiguren(hoechstbetrag, "2026-12-31", ["2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01"]));
  test("mehrbedarf", () => pruefeFiguren(mehrbedarf, "2026-12-31", ["2023-01-01"]));
  test("mindesteinkommen", () => pruefeFiguren(mindesteinkommen, "2026-12-31", ["2008-10-01"]));
  test("regelbedarf", () => pruefeFiguren(regelbedarf, "2026-12-31", ["2023-01-01", "2024-01-01"]));
  test("vermoegensfreibetrag", () => pruefeFiguren(vermoegensfreibetrag, "2026-12-31", ["2023-01-01"]));
  test("wohnkosten", () => pruefeFiguren(wohnkosten, "2026-12-31", ["2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01"]));
});
