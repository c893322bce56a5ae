import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import {
  altersgrenze,
  altersgrenzeArbeitsuchend,
  altersgrenzeAusbildung,
  kindergeldsatz,
  ohneAntrag,
  rueckwirkung,
  uebergangszeit,
  wartezeitUnion,
  wochenstundengrenze,
} from "./parameter.ts";

describe("the figures, as they stand in the statute", () => {
  test("altersgrenze", () => pruefeFiguren(altersgrenze, "2027-12-31", ["2023-01-01"]));
  test("altersgrenzeArbeitsuchend", () => pruefeFiguren(altersgrenzeArbeitsuchend, "2027-12-31", ["2023-01-01"]));
  test("altersgrenzeAusbildung", () => pruefeFiguren(altersgrenzeAusbildung, "2027-12-31", ["2007-01-01"]));
  test("kindergeldsatz", () =>
    pruefeFiguren(kindergeldsatz, "2027-12-31", ["2023-01-01", "2025-01-01", "2026-01-01", "2027-01-01"]));
  test("ohneAntrag", () => pruefeFiguren(ohneAntrag, "2027-12-31", ["2023-01-01", "2027-03-01", "2027-11-01"]));
  test("rueckwirkung", () => pruefeFiguren(rueckwirkung, "2027-12-31", ["2023-01-01"]));
  test("uebergangszeit", () => pruefeFiguren(uebergangszeit, "2027-12-31", ["2023-01-01"]));
  test("wartezeitUnion", () => pruefeFiguren(wartezeitUnion, "2027-12-31", ["2023-01-01"]));
  test("wochenstundengrenze", () => pruefeFiguren(wochenstundengrenze, "2027-12-31", ["2012-01-01"]));
});
