import { defineParameter } from "#baukasten";
import { euro } from "#geld";

const geprueftBis = "2026-12-31";
const plusGesetz = "Wohngeld-Plus-Gesetz, BGBl. 2022 I S. 2160";
const staerkungsgesetz = "G. v. 30.11.2019, BGBl. I S. 1877";
const fortschreibung2025 = "V. v. 21.10.2024, BGBl. 2024 I Nr. 314";

/** One value each for one to twelve members; more count as twelve. */
export type JeGroesse = readonly [number, number, number, number, number, number, number, number, number, number, number, number];
export const groesste = 12;
export const fuerGroesse = (werte: JeGroesse, personen: number): number => werte[Math.min(personen, groesste) - 1] ?? 0;

/** `a`, `b` and `c` of the formula in units of 10^-7. */
export type Formelwerte = { a: JeGroesse; b: JeGroesse; c: JeGroesse };
const a: JeGroesse = [
  400_000, 300_000, 200_000, 100_000, 0, -100_000, -200_000, -300_000, -400_000, -600_000, -900_000, -1_200_000,
];
export const formelwerte = defineParameter<Formelwerte>({
  schluessel: "formelwerte",
  titel: "Werte a, b und c der Wohngeldformel",
  einheit: "10⁻⁷, für 1 bis 12 Haushaltsmitglieder",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: {
        a,
        b: [4991, 3716, 3035, 2251, 1985, 1792, 1657, 1648, 1432, 1300, 1188, 1152],
        c: [462, 345, 278, 200, 195, 188, 187, 187, 188, 188, 222, 251],
      },
      quelle: `§ 19 Abs. 1, Anlage 2 WoGG i. d. F. des ${plusGesetz}`,
    },
    {
      gueltigAb: "2025-01-01",
      wert: {
        a,
        b: [4797, 3571, 2917, 2163, 1907, 1722, 1592, 1583, 1376, 1249, 1141, 1107],
        c: [408, 304, 245, 176, 172, 166, 165, 165, 166, 166, 196, 221],
      },
      quelle: `§ 19 Abs. 1, § 43, Anlage 2 WoGG i. d. F. der ${fortschreibung2025}`,
    },
  ],
  geprueftBis,
});

/** Hundredths. */
export const faktor = defineParameter<number>({
  schluessel: "faktor",
  titel: "Faktor der Wohngeldformel",
  einheit: "Hundertstel",
  saetze: [{ gueltigAb: "2016-01-01", wert: 115, quelle: "§ 19 Abs. 1 WoGG i. d. F. des G. v. 02.10.2015, BGBl. I S. 1610" }],
  geprueftBis,
});

/** Cents a month. */
export const mindestmiete = defineParameter<JeGroesse>({
  schluessel: "mindestmiete",
  titel: "Mindestwert für die Miete",
  einheit: "Euro im Monat, für 1 bis 12 Haushaltsmitglieder",
  saetze: [
    {
      gueltigAb: "2020-01-01",
      wert: [5200, 6400, 7600, 8800, 9900, 9900, 11100, 12300, 13500, 14600, 18000, 28600],
      quelle: `Anlage 3 Nr. 1 WoGG i. d. F. des ${staerkungsgesetz}`,
    },
    {
      gueltigAb: "2025-01-01",
      wert: [5400, 6700, 7900, 9200, 10300, 10300, 11500, 12800, 14000, 15200, 18700, 29800],
      quelle: `Anlage 3 Nr. 1 WoGG i. d. F. der ${fortschreibung2025}`,
    },
  ],
  geprueftBis,
});

/** Cents a month. */
export const mindesteinkommen = defineParameter<JeGroesse>({
  schluessel: "mindesteinkommen",
  titel: "Mindestwert für das Gesamteinkommen",
  einheit: "Euro im Monat, für 1 bis 12 Haushaltsmitglieder",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: [35000, 60000, 80000, 100000, 120000, 140000, 160000, 180000, 200000, 220000, 240000, 260000],
      quelle: `Anlage 3 Nr. 1 WoGG i. d. F. des ${plusGesetz}`,
    },
    {
      gueltigAb: "2025-01-01",
      wert: [39600, 67900, 90600, 113200, 135800, 158500, 181100, 203700, 226400, 249000, 271700, 294300],
      quelle: `Anlage 3 Nr. 1 WoGG i. d. F. der ${fortschreibung2025}`,
    },
  ],
  geprueftBis,
});

/** Cents a month for each member beyond twelve. */
export const jedesWeitereMitglied = defineParameter<number>({
  schluessel: "jedesWeitereMitglied",
  titel: "Erhöhung für jedes Haushaltsmitglied nach dem zwölften",
  einheit: "Euro im Monat",
  saetze: [
    { gueltigAb: "2023-01-01", wert: euro(57), quelle: `§ 19 Abs. 3 WoGG i. d. F. des ${plusGesetz}` },
    { gueltigAb: "2025-01-01", wert: euro(65), quelle: `§ 19 Abs. 3, § 43 WoGG i. d. F. der ${fortschreibung2025}` },
  ],
  geprueftBis,
});

export const mindestbetrag = defineParameter<number>({
  schluessel: "mindestbetrag",
  titel: "Kleinster Betrag, der gezahlt wird",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2009-01-01", wert: euro(10), quelle: "§ 21 Nr. 1 WoGG, G. v. 24.09.2008, BGBl. I S. 1856" }],
  geprueftBis,
});

/** Cents for the first and each further member. */
export const vermoegensgrenze = defineParameter<{ erstes: number; weiteres: number }>({
  schluessel: "vermoegensgrenze",
  titel: "Erhebliches Vermögen",
  einheit: "Euro, für das erste und jedes weitere Haushaltsmitglied",
  saetze: [
    {
      gueltigAb: "2009-01-01",
      wert: { erstes: euro(60_000), weiteres: euro(30_000) },
      quelle: "§ 21 Nr. 3 WoGG, Wohngeld-Verwaltungsvorschrift Nr. 21.37",
    },
  ],
  geprueftBis,
});

export const kinderImHaushaltUnter = defineParameter<number>({
  schluessel: "kinderImHaushaltUnter",
  titel: "Alter, bis zu dem ein Kind zum Haushalt der Eltern gerechnet wird",
  einheit: "Jahre",
  saetze: [{ gueltigAb: "2020-01-01", wert: 25, quelle: "§ 7 Abs. 3 Nr. 4 SGB II" }],
  geprueftBis,
});

/** Younger children need no confirmation that they have no income: nobody may employ them. */
export const arbeitsalter = defineParameter<number>({
  schluessel: "arbeitsalter",
  titel: "Alter, ab dem ein Kind beschäftigt werden darf",
  einheit: "Jahre",
  saetze: [{ gueltigAb: "2009-01-01", wert: 15, quelle: "§§ 2, 5 Abs. 1 JArbSchG" }],
  geprueftBis,
});

export const bewilligungszeitraum = defineParameter<number>({
  schluessel: "bewilligungszeitraum",
  titel: "Bewilligungszeitraum",
  einheit: "Monate",
  saetze: [{ gueltigAb: "2009-01-01", wert: 12, quelle: "§ 25 Abs. 1 WoGG, G. v. 24.09.2008, BGBl. I S. 1856" }],
  geprueftBis,
});

/** How much more than so many percent something must move to count within the period; of what no rule of the graph knows. */
export const aenderungsschwellen = defineParameter<{ mehr: number; weniger: number }>({
  schluessel: "aenderungsschwellen",
  titel: "Änderung von Miete oder Einkommen, die im laufenden Zeitraum zählt",
  einheit: "mehr als so viele Prozent, für mehr und für weniger Wohngeld",
  saetze: [
    {
      gueltigAb: "2023-01-01",
      wert: { mehr: 10, weniger: 15 },
      quelle: "§ 27 Abs. 1 und 2 WoGG in der Fassung des Wohngeld-Plus-Gesetzes v. 05.12.2022, BGBl. 2022 I S. 2160",
    },
  ],
  geprueftBis,
});
