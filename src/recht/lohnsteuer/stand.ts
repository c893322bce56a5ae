import type { IsoDatum } from "#kalender";

/**
 * The figures of the Programmablaufplan (§ 39b Abs. 6 EStG) as of one day. Amounts are whole euros a year unless said otherwise; rates are
 * millionths, tariff coefficients hundredths.
 */
export type Lohnsteuerstand = {
  /** First day for which these figures are the ones of the law in force. */
  gueltigAb: IsoDatum;
  quelle: string;
  /** § 32a Abs. 1 EStG. */
  tarif: Tarif;
  /** Limits of the extra calculation for the classes V and VI, § 39b Abs. 2 Satz 7 EStG. */
  grenzen56: readonly [number, number, number];
  /** § 9a Satz 1 Nr. 1 Buchst. a EStG. */
  arbeitnehmerPauschbetrag: number;
  /** § 24b Abs. 2 Satz 1 EStG, class II, as far as the plan itself counts it. */
  entlastungsbetrag: number;
  /** § 32 Abs. 6 EStG, for both parents. */
  kinderfreibetrag: number;
  /** § 3 Abs. 3 SolZG. */
  soliFreigrenze: number;
  vorsorge: Vorsorge;
};
export type Tarif = {
  grundfreibetrag: number;
  zone2: { bis: number; a: number };
  zone3: { bis: number; a: number; fest: number };
  zone4: { bis: number; fest: number };
  zone5: { fest: number };
};
/** § 39b Abs. 2 Satz 5 Nr. 3 EStG. */
export type Vorsorge = {
  rvGrenze: number;
  /** Share of the pension contribution that counts, in millionths. */
  rvAnteil: number;
  kvGrenze: number;
  /** The insured person's share: reduced rate, additional contribution, care. Millionths. */
  kvSatz: number;
  pvSatz: number;
};

/** Pension contribution of the insured person, § 158 SGB VI: 9.3 percent in all the years here, in millionths. */
export const rvSatz = 93_000;

export const staende: readonly Lohnsteuerstand[] = [
  {
    gueltigAb: "2021-01-01",
    quelle: "§ 32a Abs. 1 EStG i. d. F. des G. v. 01.12.2020, BGBl. I S. 2616; SV-Rechengrößenverordnung 2021",
    tarif: tarif(9_744, [14_753, 99_521], [57_918, 20_885, 95_096], [274_612, 913_663], 1_737_499),
    grenzen56: [11_237, 28_959, 219_690],
    arbeitnehmerPauschbetrag: 1_000,
    entlastungsbetrag: 1_908,
    kinderfreibetrag: 8_388,
    soliFreigrenze: 16_956,
    vorsorge: { rvGrenze: 85_200, rvAnteil: 840_000, kvGrenze: 58_050, kvSatz: 76_500, pvSatz: 15_250 },
  },
  {
    gueltigAb: "2022-01-01",
    quelle: "§ 32a Abs. 1 EStG i. d. F. des G. v. 01.12.2020, BGBl. I S. 2616; SV-Rechengrößenverordnung 2022",
    tarif: tarif(9_984, [14_926, 100_870], [58_596, 20_643, 93_824], [277_825, 926_753], 1_760_228),
    grenzen56: [11_480, 29_298, 222_260],
    arbeitnehmerPauschbetrag: 1_000,
    entlastungsbetrag: 4_008,
    kinderfreibetrag: 8_388,
    soliFreigrenze: 16_956,
    vorsorge: { rvGrenze: 84_600, rvAnteil: 880_000, kvGrenze: 58_050, kvSatz: 76_500, pvSatz: 15_250 },
  },
  {
    gueltigAb: "2022-06-01",
    quelle: "§ 32a Abs. 1, § 9a EStG i. d. F. des Steuerentlastungsgesetzes 2022 v. 23.05.2022, BGBl. I S. 749",
    tarif: tarif(10_347, [14_926, 108_867], [58_596, 20_643, 86_932], [277_825, 933_645], 1_767_120),
    grenzen56: [11_793, 29_298, 222_260],
    arbeitnehmerPauschbetrag: 1_200,
    entlastungsbetrag: 4_008,
    kinderfreibetrag: 8_388,
    soliFreigrenze: 16_956,
    vorsorge: { rvGrenze: 84_600, rvAnteil: 880_000, kvGrenze: 58_050, kvSatz: 76_500, pvSatz: 15_250 },
  },
  {
    gueltigAb: "2023-01-01",
    quelle: "§ 32a Abs. 1 EStG i. d. F. des Inflationsausgleichsgesetzes v. 08.12.2022, BGBl. I S. 2230",
    tarif: tarif(10_908, [15_999, 97_918], [62_809, 19_259, 96_653], [277_825, 997_298], 1_830_773),
    grenzen56: [12_485, 31_404, 222_260],
    arbeitnehmerPauschbetrag: 1_230,
    entlastungsbetrag: 4_260,
    kinderfreibetrag: 8_952,
    soliFreigrenze: 17_543,
    vorsorge: { rvGrenze: 87_600, rvAnteil: 1_000_000, kvGrenze: 59_850, kvSatz: 78_000, pvSatz: 15_250 },
  },
  {
    gueltigAb: "2024-01-01",
    quelle: "§ 32a Abs. 1 EStG i. d. F. des Inflationsausgleichsgesetzes v. 08.12.2022, BGBl. I S. 2230",
    tarif: tarif(11_604, [17_005, 92_298], [66_760, 18_119, 102_538], [277_825, 1_060_213], 1_893_688),
    grenzen56: [13_279, 33_380, 222_260],
    arbeitnehmerPauschbetrag: 1_230,
    entlastungsbetrag: 4_260,
    kinderfreibetrag: 9_312,
    soliFreigrenze: 18_130,
    vorsorge: { rvGrenze: 90_600, rvAnteil: 1_000_000, kvGrenze: 62_100, kvSatz: 78_500, pvSatz: 17_000 },
  },
  {
    gueltigAb: "2025-01-01",
    quelle: "§ 32a Abs. 1 EStG i. d. F. des Steuerfortentwicklungsgesetzes v. 23.12.2024, BGBl. 2024 I Nr. 449",
    tarif: tarif(12_096, [17_443, 93_230], [68_480, 17_664, 101_513], [277_825, 1_091_192], 1_924_667),
    grenzen56: [13_785, 34_240, 222_260],
    arbeitnehmerPauschbetrag: 1_230,
    entlastungsbetrag: 4_260,
    kinderfreibetrag: 9_600,
    soliFreigrenze: 19_950,
    vorsorge: { rvGrenze: 96_600, rvAnteil: 1_000_000, kvGrenze: 66_150, kvSatz: 82_500, pvSatz: 18_000 },
  },
];

/** After this day nobody has checked the figures. */
export const geprueftBis: IsoDatum = "2025-12-31";

function tarif(
  grundfreibetrag: number,
  [bis2, a2]: readonly [number, number],
  [bis3, a3, fest3]: readonly [number, number, number],
  [bis4, fest4]: readonly [number, number],
  fest5: number,
): Tarif {
  return {
    grundfreibetrag,
    zone2: { bis: bis2, a: a2 },
    zone3: { bis: bis3, a: a3, fest: fest3 },
    zone4: { bis: bis4, fest: fest4 },
    zone5: { fest: fest5 },
  };
}
