import { defineParameter } from "#baukasten";
import { euro } from "#geld";

const geprueftBis = "2026-12-31";
const buergergeldG = "Bürgergeld-Gesetz v. 16.12.2022, BGBl. I S. 2328";
const rbsfv2024 = "V. v. 24.10.2023, BGBl. 2023 I Nr. 287";

/**
 * Cents a month and child: a twelfth of the child's Existenzminimum without education, less Kindergeld for a first child, at least the
 * amount of the year before, and the Sofortzuschlag on top (§ 6a Abs. 2 BKGG). The derivation stands in parameter.test.ts.
 */
export const hoechstbetrag = defineParameter<number>({
  schluessel: "hoechstbetrag",
  titel: "Höchstbetrag für ein Kind",
  einheit: "Euro im Monat",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: euro(250),
      quelle: "§ 6a BKGG i. d. F. des Art. 6 G. v. 08.12.2022, BGBl. I S. 2230: fester Betrag für das Jahr 2023",
    },
    {
      gueltigAb: "2024-01-01",
      wert: euro(292),
      quelle: `§ 6a Abs. 2 BKGG: 6.264 € Existenzminimum (${rbsfv2024}) durch 12, weniger 250 €, dazu 20 € Sofortzuschlag`,
    },
    {
      gueltigAb: "2025-01-01",
      wert: euro(297),
      quelle:
        "§ 6a Abs. 2 BKGG: 6.300 € Existenzminimum (BT-Drs. 20/13550) durch 12, weniger 255 €, mindestens 272 € des Vorjahrs, dazu 25 € Sofortzuschlag",
    },
    {
      gueltigAb: "2026-01-01",
      wert: euro(297),
      quelle:
        "§ 6a Abs. 2 BKGG: 6.348 € Existenzminimum (BT-Drs. 20/13550) durch 12, weniger 259 €, mindestens 272 € des Vorjahrs, dazu 25 € Sofortzuschlag",
    },
  ],
  geprueftBis,
});

/** Cents a month, gross. */
export const mindesteinkommen = defineParameter<{ paar: number; alleinerziehend: number }>({
  schluessel: "mindesteinkommen",
  titel: "Mindesteinkommen der Eltern",
  einheit: "Euro im Monat, brutto",
  saetze: [
    {
      gueltigAb: "2008-10-01",
      wert: { paar: euro(900), alleinerziehend: euro(600) },
      quelle: "§ 6a Abs. 1 Nr. 2 BKGG, Beträge seit Art. 1 G. v. 24.09.2008, BGBl. I S. 1854",
    },
  ],
  geprueftBis,
});

/** Of each euro of the child's income, how many hundredths reduce the benefit. */
export const anrechnungKind = defineParameter<number>({
  schluessel: "anrechnungKind",
  titel: "Anrechnung von Einkommen des Kindes",
  einheit: "Prozent",
  saetze: [
    { gueltigAb: "2019-07-01", wert: 45, quelle: "§ 6a Abs. 3 Satz 3 BKGG i. d. F. des Art. 1 G. v. 29.04.2019, BGBl. I S. 530" },
  ],
  geprueftBis,
});
/** Of each euro earned above the parents' need. */
export const anrechnungEltern = defineParameter<number>({
  schluessel: "anrechnungEltern",
  titel: "Anrechnung von Erwerbseinkommen der Eltern",
  einheit: "Prozent",
  saetze: [{ gueltigAb: "2020-01-01", wert: 45, quelle: "§ 6a Abs. 6 BKGG i. d. F. des G. v. 29.04.2019, BGBl. I S. 530" }],
  geprueftBis,
});

export const altersgrenzeKind = defineParameter<number>({
  schluessel: "altersgrenzeKind",
  titel: "Altersgrenze der Kinder",
  einheit: "vollendete Lebensjahre",
  saetze: [{ gueltigAb: "2019-07-01", wert: 25, quelle: "§ 6a Abs. 1 BKGG" }],
  geprueftBis,
});

/** Cents a month by step; a minor child by the age at which its step ends, one of age by the last. */
export type Regelbedarf = {
  alleinstehend: number;
  partner: number;
  kinder: readonly { unter: number; cent: number }[];
  volljaehrigesKind: number;
};
const kinderstufen = (bis5: number, bis13: number, bis17: number) => [
  { unter: 6, cent: euro(bis5) },
  { unter: 14, cent: euro(bis13) },
  { unter: 18, cent: euro(bis17) },
];
export const regelbedarf = defineParameter<Regelbedarf>({
  schluessel: "regelbedarf",
  titel: "Regelbedarf",
  einheit: "Euro im Monat, je Regelbedarfsstufe",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: { alleinstehend: euro(502), partner: euro(451), kinder: kinderstufen(318, 348, 420), volljaehrigesKind: euro(402) },
      quelle: `§§ 20, 23 SGB II i. d. F. des ${buergergeldG}`,
    },
    {
      gueltigAb: "2024-01-01",
      wert: { alleinstehend: euro(563), partner: euro(506), kinder: kinderstufen(357, 390, 471), volljaehrigesKind: euro(451) },
      quelle: `§§ 20, 23 SGB II, Regelbedarfsstufen-Fortschreibungsverordnung 2024 (${rbsfv2024}); 2025 und 2026 unverändert`,
    },
  ],
  geprueftBis,
});

/** Mehrbedarf of a parent on their own, in hundredths of their Regelbedarf. From four children on, so much for each is more than the base. */
export type Mehrbedarf = {
  grundProzent: number;
  kleinUnter: number;
  mittelUnter: number;
  mittelAb: number;
  jeKindProzent: number;
  hoechstProzent: number;
  minderjaehrigUnter: number;
};
export const mehrbedarf = defineParameter<Mehrbedarf>({
  schluessel: "mehrbedarf",
  titel: "Mehrbedarf für Alleinerziehende",
  einheit: "Prozent des Regelbedarfs, nach Zahl und Alter der Kinder",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: {
        grundProzent: 36,
        kleinUnter: 7,
        mittelUnter: 16,
        mittelAb: 2,
        jeKindProzent: 12,
        hoechstProzent: 60,
        minderjaehrigUnter: 18,
      },
      quelle: "§ 21 Abs. 3 SGB II",
    },
  ],
  geprueftBis,
});

/** Cents a year for home and heating; only the proportion of the figures counts. */
export type Wohnkosten = { alleinstehend: number; paar: number; kind: number };
const wohnkostensatz = (alleinstehend: number, paar: number, kind: number): Wohnkosten => ({
  alleinstehend: euro(alleinstehend),
  paar: euro(paar),
  kind: euro(kind),
});
export const wohnkosten = defineParameter<Wohnkosten>({
  schluessel: "wohnkosten",
  titel: "Unterkunft und Heizung im Existenzminimumbericht",
  einheit: "Euro im Jahr",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: wohnkostensatz(4884, 6600, 1440),
      quelle: "§ 6a Abs. 5 Satz 3 BKGG, 14. Existenzminimumbericht, BT-Drs. 20/4443; Paare nach BT-Drs. 19/22800 (siehe README)",
    },
    {
      gueltigAb: "2024-01-01",
      wert: wohnkostensatz(5028, 7392, 1500),
      quelle: "§ 6a Abs. 5 Satz 3 BKGG, 14. Existenzminimumbericht, BT-Drs. 20/4443",
    },
    {
      gueltigAb: "2025-01-01",
      wert: wohnkostensatz(5184, 7392, 1536),
      quelle: "§ 6a Abs. 5 Satz 3 BKGG, 15. Existenzminimumbericht, BT-Drs. 20/13550; Paare nach BT-Drs. 20/4443 (siehe README)",
    },
    {
      gueltigAb: "2026-01-01",
      wert: wohnkostensatz(5340, 7848, 1584),
      quelle: "§ 6a Abs. 5 Satz 3 BKGG, 15. Existenzminimumbericht, BT-Drs. 20/13550",
    },
  ],
  geprueftBis,
});

/** Cents that nobody counts: for the first person of the family and for each further one. */
export const vermoegensfreibetrag = defineParameter<{ erste: number; weitere: number }>({
  schluessel: "vermoegensfreibetrag",
  titel: "Grenze erheblichen Vermögens",
  einheit: "Euro, für die erste und jede weitere Person",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: { erste: euro(40_000), weitere: euro(15_000) },
      quelle: `§ 6a Abs. 3 Satz 5 BKGG, § 12 Abs. 4 SGB II i. d. F. des ${buergergeldG}`,
    },
  ],
  geprueftBis,
});

/** § 11b Abs. 2 and 3 SGB II: a base, then shares of the gross wage up to each limit. */
export type Absetzung = {
  grundCent: number;
  stufen: readonly { bisCent: number; prozent: number }[];
  letzteMitKindCent: number;
  minderjaehrigUnter: number;
};
export const absetzung = defineParameter<Absetzung>({
  schluessel: "absetzung",
  titel: "Absetzbeträge vom Erwerbseinkommen",
  einheit: "Euro und Prozent vom Bruttolohn",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: {
        grundCent: euro(100),
        stufen: [
          { bisCent: euro(1000), prozent: 20 },
          { bisCent: euro(1200), prozent: 10 },
        ],
        letzteMitKindCent: euro(1500),
        minderjaehrigUnter: 18,
      },
      quelle: "§ 11b Abs. 2 und 3 SGB II in der bis 30.06.2023 geltenden Fassung",
    },
    {
      gueltigAb: "2023-07-01",
      wert: {
        grundCent: euro(100),
        stufen: [
          { bisCent: euro(520), prozent: 20 },
          { bisCent: euro(1000), prozent: 30 },
          { bisCent: euro(1200), prozent: 10 },
        ],
        letzteMitKindCent: euro(1500),
        minderjaehrigUnter: 18,
      },
      quelle: `§ 11b Abs. 2 und 3 SGB II i. d. F. des ${buergergeldG}`,
    },
  ],
  geprueftBis,
});

/** § 6a Abs. 1a BKGG: what may be missing, and what the deductions must come to at least. Cents. */
export const erweiterterZugang = defineParameter<{ fehlbetrag: number; absetzbetraege: number }>({
  schluessel: "erweiterterZugang",
  titel: "Erweiterter Zugang",
  einheit: "Euro im Monat",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: { fehlbetrag: euro(100), absetzbetraege: euro(100) },
      quelle: "§ 6a Abs. 1a BKGG i. d. F. des G. v. 29.04.2019, BGBl. I S. 530",
    },
  ],
  geprueftBis,
});

export const bewilligungszeitraum = defineParameter<number>({
  schluessel: "bewilligungszeitraum",
  titel: "Bewilligungszeitraum",
  einheit: "Monate",
  saetze: [{ gueltigAb: "2019-07-01", wert: 6, quelle: "§ 6a Abs. 7 BKGG i. d. F. des Art. 1 G. v. 29.04.2019, BGBl. I S. 530" }],
  geprueftBis,
});
