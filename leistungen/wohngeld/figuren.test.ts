import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import {
  aenderungsschwellen,
  arbeitsalter,
  bewilligungszeitraum,
  faktor,
  formelwerte,
  jedesWeitereMitglied,
  kinderImHaushaltUnter,
  mindestbetrag,
  mindesteinkommen,
  mindestmiete,
  vermoegensgrenze,
} from "./parameter.ts";
import {
  freibetraege,
  grundrentenfreibetrag,
  pauschalerAbzug,
  unterhaltsgrenzen,
  werbungskosten,
} from "./parameter-einkommen.ts";
import { heizkostenentlastung, hoechstbetraege, klimakomponente } from "./parameter-miete.ts";

describe("the figures, as they stand in the statute", () => {
  test("freibetraege", () => pruefeFiguren(freibetraege, "2026-12-31", ["2020-01-01"]));
  test("grundrentenfreibetrag", () => pruefeFiguren(grundrentenfreibetrag, "2026-12-31", ["2021-01-01"]));
  test("pauschalerAbzug", () => pruefeFiguren(pauschalerAbzug, "2026-12-31", ["2016-01-01"]));
  test("unterhaltsgrenzen", () => pruefeFiguren(unterhaltsgrenzen, "2026-12-31", ["2009-01-01"]));
  test("werbungskosten", () => pruefeFiguren(werbungskosten, "2026-12-31", ["2023-01-01"]));
  test("heizkostenentlastung", () => pruefeFiguren(heizkostenentlastung, "2026-12-31", ["2023-01-01"]));
  test("hoechstbetraege", () => pruefeFiguren(hoechstbetraege, "2026-12-31", ["2023-01-01", "2025-01-01"]));
  test("klimakomponente", () => pruefeFiguren(klimakomponente, "2026-12-31", ["2023-01-01"]));
  test("bewilligungszeitraum", () => pruefeFiguren(bewilligungszeitraum, "2026-12-31", ["2009-01-01"]));
  test("faktor", () => pruefeFiguren(faktor, "2026-12-31", ["2016-01-01"]));
  test("formelwerte", () => pruefeFiguren(formelwerte, "2026-12-31", ["2023-01-01", "2025-01-01"]));
  test("jedesWeitereMitglied", () => pruefeFiguren(jedesWeitereMitglied, "2026-12-31", ["2023-01-01", "2025-01-01"]));
  test("mindestbetrag", () => pruefeFiguren(mindestbetrag, "2026-12-31", ["2009-01-01"]));
  test("mindesteinkommen", () => pruefeFiguren(mindesteinkommen, "2026-12-31", ["2023-01-01", "2025-01-01"]));
  test("mindestmiete", () => pruefeFiguren(mindestmiete, "2026-12-31", ["2020-01-01", "2025-01-01"]));
  test("vermoegensgrenze", () => pruefeFiguren(vermoegensgrenze, "2026-12-31", ["2009-01-01"]));
  test("arbeitsalter", () => pruefeFiguren(arbeitsalter, "2026-12-31", ["2009-01-01"]));
  test("kinderImHaushaltUnter", () => pruefeFiguren(kinderImHaushaltUnter, "2026-12-31", ["2020-01-01"]));
  test("aenderungsschwellen", () => pruefeFiguren(aenderungsschwellen, "2026-12-31", ["2023-01-01"]));
});
