import { defineParameter } from "#baukasten";
import { euro } from "#geld";

const geprueftBis = "2026-12-31";
const reform2016 = "G. v. 02.10.2015, BGBl. I S. 1610";
const staerkungsgesetz = "G. v. 30.11.2019, BGBl. I S. 1877";

/** Cents a year: what is taken off without receipts, and the part of capital income that stays free. */
export const werbungskosten = defineParameter<{ lohn: number; rente: number; kapital: number }>({
  schluessel: "werbungskosten",
  titel: "Pauschbeträge für Werbungskosten",
  einheit: "Euro im Jahr, von Lohn, Rente und Kapitalerträgen",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: { lohn: euro(1230), rente: euro(102), kapital: euro(100) },
      quelle: "§ 14 Abs. 1 und 2 WoGG, § 9a Satz 1 Nr. 1 und 3 EStG i. d. F. des JStG 2022 v. 16.12.2022, BGBl. I S. 2294",
    },
  ],
  geprueftBis,
});

/** Hundredths of the income for each of: taxes, health insurance, pension insurance. */
export const pauschalerAbzug = defineParameter<number>({
  schluessel: "pauschalerAbzug",
  titel: "Pauschaler Abzug für Steuern, Kranken- und Rentenversicherung, je",
  einheit: "Prozent",
  saetze: [{ gueltigAb: "2016-01-01", wert: 10, quelle: `§ 16 WoGG i. d. F. des ${reform2016}` }],
  geprueftBis,
});

/** Cents a year, and the ages that § 17 names. */
export type Freibetraege = {
  schwerbehindert: number;
  verfolgt: number;
  alleinerziehend: number;
  alleinerziehendKindUnter: number;
  arbeitendesKind: number;
  arbeitendesKindUnter: number;
};
export const freibetraege = defineParameter<Freibetraege>({
  schluessel: "freibetraege",
  titel: "Freibeträge",
  einheit: "Euro im Jahr",
  saetze: [
    {
      gueltigAb: "2020-01-01",
      wert: {
        schwerbehindert: euro(1800),
        verfolgt: euro(750),
        alleinerziehend: euro(1320),
        alleinerziehendKindUnter: 18,
        arbeitendesKind: euro(1200),
        arbeitendesKindUnter: 25,
      },
      quelle: `§ 17 WoGG i. d. F. des ${reform2016}, Nr. 1 i. d. F. des ${staerkungsgesetz}`,
    },
  ],
  geprueftBis,
});

/** Cents a year; hundredths of the rest; hundredths of the Regelbedarf at most. */
export const grundrentenfreibetrag = defineParameter<{ sockel: number; prozent: number; hoechstProzent: number }>({
  schluessel: "grundrentenfreibetrag",
  titel: "Freibetrag bei Grundrentenzeiten",
  einheit: "Euro im Jahr und Prozent",
  saetze: [
    {
      gueltigAb: "2021-01-01",
      wert: { sockel: euro(1200), prozent: 30, hoechstProzent: 50 },
      quelle: "§ 17a WoGG, Grundrentengesetz v. 12.08.2020, BGBl. I S. 1879",
    },
  ],
  geprueftBis,
});

/** Cents a year that count where no title fixes the maintenance. */
export type Unterhaltsgrenzen = { auswaerts: number; getrennteEltern: number; frueherePartner: number; sonstige: number };
export const unterhaltsgrenzen = defineParameter<Unterhaltsgrenzen>({
  schluessel: "unterhaltsgrenzen",
  titel: "Abzugsbeträge für gezahlten Unterhalt",
  einheit: "Euro im Jahr, je Person",
  saetze: [
    {
      gueltigAb: "2009-01-01",
      wert: { auswaerts: euro(3000), getrennteEltern: euro(3000), frueherePartner: euro(6000), sonstige: euro(3000) },
      quelle: "§ 18 WoGG, G. v. 24.09.2008, BGBl. I S. 1856",
    },
  ],
  geprueftBis,
});
