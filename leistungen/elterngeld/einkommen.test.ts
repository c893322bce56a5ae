import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Parameter } from "#baukasten";
import { euro } from "#geld";
import { beitragspflichtig, type Erwerbe, ersteTage } from "./erwerb.ts";
import { type Abweichung, erwerb, imLebensmonat, lohn, monateVor, wert } from "./musterfall.ts";
import { beitragssaetze, lohnsteuerstand, uebergangsbereich } from "./parameter.ts";

type Klasse = 1 | 2 | 3 | 4 | 5;
/** Born, class, gross, halves of Kinderfreibetraege; taxes with church tax, contributions, net. Euros a month. */
const netto: [string, Klasse, number, number, steuern: number, abgaben: number, netto: number][] = [
  ["2022-07-01", 1, 900, 0, 0, 176.3, 640.37],
  ["2022-07-01", 1, 1800, 0, 132.57, 378, 1206.1],
  ["2022-07-01", 1, 3200, 2, 465.04, 672, 1979.63],
  ["2022-07-01", 2, 3200, 2, 413.47, 672, 2031.2],
  ["2022-07-01", 3, 3200, 2, 188.21, 672, 2256.46],
  ["2022-07-01", 4, 3200, 2, 472.89, 672, 1971.78],
  ["2022-07-01", 5, 1200, 0, 132.38, 248.83, 735.46],
  ["2022-07-01", 5, 1800, 0, 355.32, 378, 983.35],
  ["2022-07-01", 5, 3200, 2, 850.5, 672, 1594.17],
  ["2022-07-01", 5, 22000, 0, 9727.69, 4620, 7568.98],
  ["2022-07-01", 1, 4800, 0, 969.2, 1008, 2739.47],
  ["2022-07-01", 1, 6000, 0, 1446.12, 1260, 3210.55],
  ["2022-07-01", 1, 7000, 0, 1901.51, 1470, 3545.16],
  ["2022-07-01", 1, 28000, 0, 12103.44, 5880, 9933.23],
  ["2022-07-01", 3, 11000, 0, 2852.82, 2310, 5753.85],
  ["2023-05-05", 1, 900, 0, 0, 168.8, 647.87],
  ["2023-05-05", 1, 1800, 0, 125.82, 376.36, 1214.49],
  ["2023-05-05", 1, 3200, 2, 454.8, 672, 1989.87],
  ["2023-05-05", 2, 3200, 2, 348.71, 672, 2095.96],
  ["2023-05-05", 3, 3200, 2, 175.69, 672, 2268.98],
  ["2023-05-05", 4, 3200, 2, 462.6, 672, 1982.07],
  ["2023-05-05", 5, 1200, 0, 131.66, 240.75, 744.26],
  ["2023-05-05", 5, 1800, 0, 346.22, 376.36, 994.09],
  ["2023-05-05", 5, 3200, 2, 841.32, 672, 1603.35],
  ["2023-05-05", 5, 22000, 0, 9704.99, 4620, 7591.68],
  ["2023-05-05", 1, 4800, 0, 952.91, 1008, 2755.76],
  ["2023-05-05", 1, 6000, 0, 1424.25, 1260, 3232.42],
  ["2023-05-05", 1, 7000, 0, 1875.33, 1470, 3571.34],
  ["2023-05-05", 1, 28000, 0, 12070.62, 5880, 9966.05],
  ["2023-05-05", 3, 11000, 0, 2819.15, 2310, 5787.52],
  ["2024-03-31", 1, 900, 0, 0, 161.73, 635.77],
  ["2024-03-31", 1, 1800, 0, 93.69, 373.05, 1230.76],
  ["2024-03-31", 1, 3200, 2, 405.96, 672, 2019.54],
  ["2024-03-31", 2, 3200, 2, 297.59, 672, 2127.91],
  ["2024-03-31", 3, 3200, 2, 122.33, 672, 2303.17],
  ["2024-03-31", 4, 3200, 2, 413.95, 672, 2011.55],
  ["2024-03-31", 5, 1200, 0, 126.8, 232.17, 738.53],
  ["2024-03-31", 5, 1800, 0, 301.76, 373.05, 1022.69],
  ["2024-03-31", 5, 3200, 2, 792.18, 672, 1633.32],
  ["2024-03-31", 5, 22000, 0, 9608.14, 4620, 7669.36],
  ["2024-03-31", 1, 4800, 0, 877.58, 1008, 2811.92],
  ["2024-03-31", 1, 6000, 0, 1315.34, 1260, 3322.16],
  ["2024-03-31", 1, 7000, 0, 1739.33, 1470, 3688.17],
  ["2024-03-31", 1, 28000, 0, 11931.12, 5880, 10086.38],
  ["2024-03-31", 3, 11000, 0, 2634.12, 2310, 5953.38],
  ["2025-05-05", 1, 900, 0, 0, 160.23, 637.27],
  ["2025-05-05", 1, 1800, 0, 76.68, 372.77, 1248.05],
  ["2025-05-05", 1, 3200, 2, 380.7, 672, 2044.8],
  ["2025-05-05", 2, 3200, 2, 274.77, 672, 2150.73],
  ["2025-05-05", 3, 3200, 2, 95.16, 672, 2330.34],
  ["2025-05-05", 4, 3200, 2, 388.8, 672, 2036.7],
  ["2025-05-05", 5, 1200, 0, 126.8, 231.08, 739.62],
  ["2025-05-05", 5, 1800, 0, 279.99, 372.77, 1044.74],
  ["2025-05-05", 5, 3200, 2, 770.58, 672, 1654.92],
  ["2025-05-05", 5, 22000, 0, 9558.68, 4620, 7718.82],
  ["2025-05-05", 1, 4800, 0, 838.62, 1008, 2850.88],
  ["2025-05-05", 1, 6000, 0, 1254.42, 1260, 3383.08],
  ["2025-05-05", 1, 7000, 0, 1656.06, 1470, 3771.44],
  ["2025-05-05", 1, 28000, 0, 11844.86, 5880, 10172.64],
  ["2025-05-05", 3, 11000, 0, 2514.41, 2310, 6073.09],
  ["2026-03-10", 1, 900, 0, 0, 158.76, 638.74],
  ["2026-03-10", 1, 1800, 0, 64.88, 372.5, 1260.12],
  ["2026-03-10", 1, 3200, 2, 362.68, 672, 2062.82],
  ["2026-03-10", 2, 3200, 2, 258.11, 672, 2167.39],
  ["2026-03-10", 3, 3200, 2, 76, 672, 2349.5],
  ["2026-03-10", 4, 3200, 2, 370.92, 672, 2054.58],
  ["2026-03-10", 5, 1200, 0, 126.8, 230.01, 740.69],
  ["2026-03-10", 5, 1800, 0, 263.06, 372.5, 1061.94],
  ["2026-03-10", 5, 3200, 2, 756.54, 672, 1668.96],
  ["2026-03-10", 5, 22000, 0, 9494.64, 4620, 7782.86],
  ["2026-03-10", 1, 4800, 0, 812.24, 1008, 2877.26],
  ["2026-03-10", 1, 6000, 0, 1206.71, 1260, 3430.79],
  ["2026-03-10", 1, 7000, 0, 1598.57, 1470, 3828.93],
  ["2026-03-10", 1, 28000, 0, 11761.33, 5880, 10256.17],
  ["2026-03-10", 3, 11000, 0, 2424.6, 2310, 6162.9],
];

describe("Lohn vor der Geburt, nach dem Programmablaufplan des Jahres davor", () => {
  for (const [geburtsdatum, steuerklasse, brutto, halbeKinderfreibetraege, steuern, abgaben, bleibt] of netto)
    test(`geboren ${geburtsdatum}, Klasse ${steuerklasse}, ${brutto} Euro`, () => {
      const auswertung = imLebensmonat({
        geburtsdatum,
        steuerklasse,
        halbeKinderfreibetraege,
        kirchensteuerpflichtig: true,
        erwerbVor: [lohn(geburtsdatum, euro(brutto))],
      });
      assert.deepEqual(
        [
          wert(auswertung, "abzüglich Steuern vor der Geburt"),
          wert(auswertung, "abzüglich Sozialabgaben vor der Geburt"),
          wert(auswertung, "Einkommen vor der Geburt"),
        ],
        [0 - euro(steuern), 0 - euro(abgaben), euro(bleibt)],
      );
    });
});

const geboren = "2026-03-10";
const vor = monateVor(geboren);
const abzuege = (abweichung: Abweichung) => {
  const auswertung = imLebensmonat(abweichung);
  return [
    "Einnahmen vor der Geburt ohne ein Zwölftel des Arbeitnehmer-Pauschbetrags",
    "abzüglich Steuern vor der Geburt",
    "abzüglich Sozialabgaben vor der Geburt",
  ].map((titel) => Number(wert(auswertung, titel)) / 100);
};

describe("Arten von Einkommen", () => {
  const ohneVersicherung = { kranken: false, renten: false, arbeit: false };
  const faelle: Record<string, [Abweichung, number[]]> = {
    "kein Einkommen": [{ erwerbVor: [] }, [0, 0, 0]],
    "Minijob: kein Abzug, aber das Zwölftel": [{ erwerbVor: [erwerb("minijob", vor, euro(400))] }, [297.5, 0, 0]],
    "nur in sechs Monaten gearbeitet: geteilt wird durch zwölf": [
      { erwerbVor: [erwerb("minijob", vor.slice(6), euro(400))] },
      [148.75, 0, 0],
    ],
    "nur krankenversichert": [
      { erwerbVor: [lohn(geboren, euro(2100), { ...ohneVersicherung, kranken: true })] },
      [1997.5, -165.91, -189],
    ],
    "nur rentenversichert": [
      { erwerbVor: [lohn(geboren, euro(2100), { ...ohneVersicherung, renten: true })] },
      [1997.5, -117.16, -210],
    ],
    "nur arbeitslosenversichert": [
      { erwerbVor: [lohn(geboren, euro(2100), { ...ohneVersicherung, arbeit: true })] },
      [1997.5, -165.91, -42],
    ],
    "Gewinn ohne Versicherung: kein Pauschbetrag, Teil für die Rente": [
      { erwerbVor: [erwerb("selbstaendig", vor, euro(2100), ohneVersicherung)] },
      [2100, -142.58, 0],
    ],
    "mehr Gewinn als Lohn: Klasse IV statt III": [
      {
        steuerklasse: 3,
        erwerbVor: [erwerb("selbstaendig", vor, euro(2500)), lohn(geboren, euro(2300))],
      },
      [4697.5, -752.08, -1008],
    ],
    "mehr Lohn als Gewinn: Klasse III bleibt": [
      {
        steuerklasse: 3,
        erwerbVor: [erwerb("selbstaendig", vor, euro(2000)), lohn(geboren, euro(2800))],
      },
      [4697.5, -382.66, -1008],
    ],
    "Faktor 0,9 in Klasse IV": [{ steuerklasse: 4, faktorTausendstel: 900 }, [2897.5, -275.83, -630]],
  };
  for (const [name, [abweichung, erwartet]] of Object.entries(faelle))
    test(name, () => assert.deepEqual(abzuege(abweichung), erwartet));

  test("versichert ist, wer es in den meisten Monaten war; bei der Hälfte gilt der letzte", () => {
    const je = (erste: number, versichertZuerst: boolean) => [
      erwerb("angestellt", vor.slice(0, erste), euro(2100), { ...ohneVersicherung, kranken: versichertZuerst }),
      erwerb("angestellt", vor.slice(erste), euro(2100), { ...ohneVersicherung, kranken: !versichertZuerst }),
    ];
    const beitrag = (erwerbVor: unknown) => abzuege({ erwerbVor })[2];
    assert.deepEqual(
      [beitrag(je(7, true)), beitrag(je(5, true)), beitrag(je(6, true)), beitrag(je(6, false))],
      [-189, 0, 0, -189],
    );
  });
});

const pflichtig = (erwerbe: Erwerbe) => {
  const je = <T>(parameter: Parameter<T>) =>
    Object.fromEntries(ersteTage(erwerbe).map((tag) => [tag, parameter.am(tag).wert] as const));
  return beitragspflichtig(erwerbe, je(uebergangsbereich), je(beitragssaetze));
};

describe("Übergangsbereich", () => {
  // The limits themselves, a cent beyond, and wages at which one cent of either limit would show in the rounding.
  const faelle: [monat: string, lohn: number, beitragspflichtig: number][] = [
    ["2021-05", 450, 450],
    ["2021-05", 450.01, 321.45],
    ["2021-05", 505.14, 384.92],
    ["2021-05", 517.04, 398.61],
    ["2021-05", 1300, 1300],
    ["2021-05", 1300.01, 1300.01],
    ["2022-10", 520, 520],
    ["2022-10", 520.01, 346.7],
    ["2022-10", 549.73, 381.19],
    ["2022-10", 560.51, 393.69],
    ["2022-10", 1600, 1600],
    ["2022-10", 1600.01, 1600.01],
    ["2023-01", 520, 520],
    ["2023-01", 520.01, 346.7],
    ["2023-01", 543.15, 372.54],
    ["2023-01", 563.73, 395.54],
    ["2023-01", 2000, 2000],
    ["2023-01", 2000.01, 2000.01],
    ["2024-01", 538, 538],
    ["2024-01", 538.01, 358.7],
    ["2024-01", 559.12, 382.39],
    ["2024-01", 573.47, 398.51],
    ["2024-01", 2000, 2000],
    ["2024-01", 2000.01, 2000.01],
    ["2025-01", 556, 556],
    ["2025-01", 556.01, 370.7],
    ["2025-01", 584.05, 402.33],
    ["2025-01", 592.31, 411.66],
    ["2025-01", 2000, 2000],
    ["2025-01", 2000.01, 2000.01],
    ["2026-01", 603, 603],
    ["2026-01", 603.01, 402.03],
    ["2026-01", 640.43, 444.83],
    ["2026-01", 650.37, 456.21],
    ["2026-01", 2000, 2000],
    ["2026-01", 2000.01, 2000.01],
  ];
  for (const [monat, betrag, erwartet] of faelle)
    test(`${monat}: ${betrag} Euro`, () =>
      assert.equal(pflichtig([erwerb("angestellt", [monat], euro(betrag))]), euro(erwartet)));
  test("Gewinn bleibt ganz, ein Minijob zählt nicht", () => {
    assert.equal(pflichtig([erwerb("selbstaendig", ["2025-01"], euro(900))]), euro(900));
    assert.equal(pflichtig([erwerb("minijob", ["2025-01"], euro(500))]), 0);
  });
});

/** The figures of the wage tax, entered a second time in the order of the statutes: a figure that slips shows even where no amount does. */
const eckwerte: Record<string, number[]> = {
  "2021-01-01": [
    9_744, 14_753, 995.21, 57_918, 208.85, 950.96, 274_612, 9_136.63, 17_374.99, 11_237, 28_959, 219_690, 1_000, 1_908, 8_388,
    16_956, 85_200, 84, 58_050, 7.65, 1.525,
  ],
  "2022-01-01": [
    9_984, 14_926, 1_008.7, 58_596, 206.43, 938.24, 277_825, 9_267.53, 17_602.28, 11_480, 29_298, 222_260, 1_000, 4_008, 8_388,
    16_956, 84_600, 88, 58_050, 7.65, 1.525,
  ],
  "2022-06-01": [
    10_347, 14_926, 1_088.67, 58_596, 206.43, 869.32, 277_825, 9_336.45, 17_671.2, 11_793, 29_298, 222_260, 1_200, 4_008, 8_388,
    16_956, 84_600, 88, 58_050, 7.65, 1.525,
  ],
  "2023-01-01": [
    10_908, 15_999, 979.18, 62_809, 192.59, 966.53, 277_825, 9_972.98, 18_307.73, 12_485, 31_404, 222_260, 1_230, 4_260, 8_952,
    17_543, 87_600, 100, 59_850, 7.8, 1.525,
  ],
  "2024-01-01": [
    11_604, 17_005, 922.98, 66_760, 181.19, 1_025.38, 277_825, 10_602.13, 18_936.88, 13_279, 33_380, 222_260, 1_230, 4_260, 9_312,
    18_130, 90_600, 100, 62_100, 7.85, 1.7,
  ],
  "2025-01-01": [
    12_096, 17_443, 932.3, 68_480, 176.64, 1_015.13, 277_825, 10_911.92, 19_246.67, 13_785, 34_240, 222_260, 1_230, 4_260, 9_600,
    19_950, 96_600, 100, 66_150, 8.25, 1.8,
  ],
};

describe("Werte der Lohnsteuer", () => {
  test("für jeden Stand sind sie hinterlegt", () =>
    assert.deepEqual(
      lohnsteuerstand.saetze.map(({ gueltigAb }) => gueltigAb),
      Object.keys(eckwerte),
    ));
  for (const [tag, werte] of Object.entries(eckwerte))
    test(`ab ${tag}`, () => {
      const { tarif, grenzen56, vorsorge, ...rest } = lohnsteuerstand.am(tag).wert;
      const hundertstel = (zahl: number) => Math.round(zahl) / 100;
      const prozent = (millionstel: number) => Math.round(millionstel) / 10_000;
      assert.deepEqual(
        [
          tarif.grundfreibetrag,
          tarif.zone2.bis,
          hundertstel(tarif.zone2.a),
          tarif.zone3.bis,
          hundertstel(tarif.zone3.a),
          hundertstel(tarif.zone3.fest),
          tarif.zone4.bis,
          hundertstel(tarif.zone4.fest),
          hundertstel(tarif.zone5.fest),
          ...grenzen56,
          rest.arbeitnehmerPauschbetrag,
          rest.entlastungsbetrag,
          rest.kinderfreibetrag,
          rest.soliFreigrenze,
          vorsorge.rvGrenze,
          prozent(vorsorge.rvAnteil),
          vorsorge.kvGrenze,
          prozent(vorsorge.kvSatz),
          prozent(vorsorge.pvSatz),
        ],
        werte,
      );
    });
});
