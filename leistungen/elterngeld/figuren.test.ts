import { describe, test } from "node:test";
import { pruefeFiguren } from "../../test/helpers/figuren.ts";
import {
  beitragssaetze,
  bemessungszeitraum,
  bezugsdauer,
  bonusarbeitszeit,
  einkommensgrenze,
  einkommensschritt,
  ersatzrate,
  ersatzrateHoechstens,
  ersatzrateMindestens,
  fruehgeburt,
  geschwisteralter,
  geschwisterbonusMindestens,
  geschwisterbonusRate,
  gleichzeitig,
  hoechstarbeitszeit,
  hoechstbetrag,
  hoechstesEinkommen,
  kirchensteuersatz,
  lohnsteuerstand,
  mehrlingszuschlag,
  mindestbetrag,
  obereGrenze,
  rueckwirkung,
  uebergangsbereich,
  untereGrenze,
} from "./parameter.ts";

describe("the figures, as they stand in the statute", () => {
  test("beitragssaetze", () => pruefeFiguren(beitragssaetze, "2026-12-31", ["2012-09-18"]));
  test("bezugsdauer", () => pruefeFiguren(bezugsdauer, "2026-12-31", ["2021-09-01"]));
  test("bonusarbeitszeit", () => pruefeFiguren(bonusarbeitszeit, "2026-12-31", ["2021-09-01"]));
  test("einkommensgrenze", () => pruefeFiguren(einkommensgrenze, "2026-12-31", ["2021-09-01", "2024-04-01", "2025-04-01"]));
  test("einkommensschritt", () => pruefeFiguren(einkommensschritt, "2026-12-31", ["2007-01-01"]));
  test("ersatzrate", () => pruefeFiguren(ersatzrate, "2026-12-31", ["2007-01-01"]));
  test("ersatzrateHoechstens", () => pruefeFiguren(ersatzrateHoechstens, "2026-12-31", ["2007-01-01"]));
  test("ersatzrateMindestens", () => pruefeFiguren(ersatzrateMindestens, "2026-12-31", ["2011-01-01"]));
  test("fruehgeburt", () => pruefeFiguren(fruehgeburt, "2026-12-31", ["2021-09-01"]));
  test("geschwisteralter", () => pruefeFiguren(geschwisteralter, "2026-12-31", ["2012-09-18"]));
  test("geschwisterbonusMindestens", () => pruefeFiguren(geschwisterbonusMindestens, "2026-12-31", ["2007-01-01"]));
  test("geschwisterbonusRate", () => pruefeFiguren(geschwisterbonusRate, "2026-12-31", ["2007-01-01"]));
  test("gleichzeitig", () => pruefeFiguren(gleichzeitig, "2026-12-31", ["2021-09-01", "2024-04-01"]));
  test("hoechstarbeitszeit", () => pruefeFiguren(hoechstarbeitszeit, "2026-12-31", ["2021-09-01"]));
  test("hoechstbetrag", () => pruefeFiguren(hoechstbetrag, "2026-12-31", ["2007-01-01"]));
  test("hoechstesEinkommen", () => pruefeFiguren(hoechstesEinkommen, "2026-12-31", ["2012-09-18"]));
  test("kirchensteuersatz", () => pruefeFiguren(kirchensteuersatz, "2026-12-31", ["2012-09-18"]));
  test("lohnsteuerstand", () =>
    pruefeFiguren(lohnsteuerstand, "2025-12-31", [
      "2021-01-01",
      "2022-01-01",
      "2022-06-01",
      "2023-01-01",
      "2024-01-01",
      "2025-01-01",
    ]));
  test("mehrlingszuschlag", () => pruefeFiguren(mehrlingszuschlag, "2026-12-31", ["2007-01-01"]));
  test("mindestbetrag", () => pruefeFiguren(mindestbetrag, "2026-12-31", ["2007-01-01"]));
  test("obereGrenze", () => pruefeFiguren(obereGrenze, "2026-12-31", ["2011-01-01"]));
  test("rueckwirkung", () => pruefeFiguren(rueckwirkung, "2026-12-31", ["2007-01-01"]));
  test("uebergangsbereich", () =>
    pruefeFiguren(uebergangsbereich, "2026-12-31", [
      "2019-07-01",
      "2022-10-01",
      "2023-01-01",
      "2024-01-01",
      "2025-01-01",
      "2026-01-01",
    ]));
  test("untereGrenze", () => pruefeFiguren(untereGrenze, "2026-12-31", ["2007-01-01"]));
  test("bemessungszeitraum", () => pruefeFiguren(bemessungszeitraum, "2026-12-31", ["2012-09-18"]));
});
