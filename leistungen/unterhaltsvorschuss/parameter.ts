import { defineParameter } from "#baukasten";
import { euro } from "#geld";

/** Cents a month for the first, second and third age group of § 1612a Abs. 1 Satz 3 BGB. */
export const mindestunterhalt = defineParameter<readonly [number, number, number]>({
  schluessel: "mindestunterhalt",
  titel: "Mindestunterhalt",
  einheit: "Euro im Monat, je Altersstufe (0 bis 5, 6 bis 11, 12 bis 17 Jahre)",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: [euro(437), euro(502), euro(588)],
      quelle: "§ 1 MinUhV i. d. F. der V. v. 30.11.2022, BGBl. I S. 2130",
    },
    {
      gueltigAb: "2024-01-01",
      wert: [euro(480), euro(551), euro(645)],
      quelle: "§ 1 MinUhV i. d. F. der V. v. 29.11.2023, BGBl. 2023 I Nr. 330",
    },
    {
      gueltigAb: "2025-01-01",
      wert: [euro(482), euro(554), euro(649)],
      quelle: "§ 1 MinUhV i. d. F. der V. v. 21.11.2024, BGBl. 2024 I Nr. 359",
    },
    {
      gueltigAb: "2026-01-01",
      wert: [euro(486), euro(558), euro(653)],
      quelle: "§ 1 MinUhV i. d. F. der V. v. 21.11.2024, BGBl. 2024 I Nr. 359",
    },
  ],
  geprueftBis: "2026-12-31",
});

export const kindergeldErstesKind = defineParameter<number>({
  schluessel: "kindergeldErstesKind",
  titel: "Kindergeld für ein erstes Kind",
  einheit: "Euro im Monat",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: euro(250),
      quelle: "§ 66 Abs. 1 EStG i. d. F. des Art. 6 G. v. 08.12.2022, BGBl. I S. 2230",
    },
    {
      gueltigAb: "2025-01-01",
      wert: euro(255),
      quelle: "§ 66 Abs. 1 EStG i. d. F. des Art. 5 G. v. 30.12.2024, BGBl. 2024 I Nr. 449",
    },
    {
      gueltigAb: "2026-01-01",
      wert: euro(259),
      quelle: "§ 66 Abs. 1 EStG i. d. F. des Art. 6 G. v. 30.12.2024, BGBl. 2024 I Nr. 449",
    },
  ],
  geprueftBis: "2026-12-31",
});

export const mindesteinkommen = defineParameter<number>({
  schluessel: "mindesteinkommen",
  titel: "Mindesteinkommen des Elternteils",
  einheit: "Euro im Monat, brutto, ohne Kindergeld",
  saetze: [
    {
      gueltigAb: "2017-07-01",
      wert: euro(600),
      quelle: "§ 1 Abs. 1a Nr. 2 UhVorschG i. d. F. des Art. 23 G. v. 14.08.2017, BGBl. I S. 3122",
    },
  ],
  geprueftBis: "2026-12-31",
});

const ausweitung2017 = "i. d. F. des Art. 23 G. v. 14.08.2017, BGBl. I S. 3122";
/** Up to `ohneWeiteres` without further conditions, up to `hoechstens` under those of § 1 Abs. 1a. */
export const altersgrenzen = defineParameter<{ ohneWeiteres: number; hoechstens: number }>({
  schluessel: "altersgrenzen",
  titel: "Altersgrenzen",
  einheit: "Jahre",
  saetze: [
    {
      gueltigAb: "2017-07-01",
      wert: { ohneWeiteres: 12, hoechstens: 18 },
      quelle: `§ 1 Abs. 1 Nr. 1, Abs. 1a UhVorschG ${ausweitung2017}`,
    },
  ],
  geprueftBis: "2026-12-31",
});

/** Birthdays at which the second and the third age group begin. */
export const altersstufen = defineParameter<readonly [number, number]>({
  schluessel: "altersstufen",
  titel: "Altersstufen des Mindestunterhalts",
  einheit: "Jahre",
  saetze: [{ gueltigAb: "2017-07-01", wert: [6, 12], quelle: "§ 2 Abs. 1 UhVorschG, § 1612a Abs. 1 Satz 3 BGB" }],
  geprueftBis: "2026-12-31",
});

export const kleinsterBetrag = defineParameter<number>({
  schluessel: "kleinsterBetrag",
  titel: "Kleinster Betrag, der gezahlt wird",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2017-07-01", wert: euro(5), quelle: "§ 9 Abs. 3 Satz 3 UhVorschG" }],
  geprueftBis: "2026-12-31",
});

export const rueckwirkung = defineParameter<number>({
  schluessel: "rueckwirkung",
  titel: "Monate vor dem Antrag, für die höchstens gezahlt wird",
  einheit: "Monate",
  saetze: [{ gueltigAb: "2017-07-01", wert: 1, quelle: "§ 4 UhVorschG" }],
  geprueftBis: "2026-12-31",
});
