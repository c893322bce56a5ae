import { defineParameter } from "#baukasten";
import { euro } from "#geld";
import { geprueftBis, type Lohnsteuerstand, staende } from "#lohnsteuer";

const stammgesetz = "G. v. 05.12.2006, BGBl. I S. 2748";
const neufassung2021 = "G. v. 15.02.2021, BGBl. I S. 239";
const geprueft = "2026-12-31";

/** Rates of the replacement, thousandths of the income before the birth. */
export const ersatzrate = defineParameter<number>({
  schluessel: "ersatzrate",
  titel: "Ersatzrate",
  einheit: "Tausendstel des Einkommens",
  saetze: [{ gueltigAb: "2007-01-01", wert: 670, quelle: `§ 2 Abs. 1 Satz 1 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const ersatzrateMindestens = defineParameter<number>({
  schluessel: "ersatzrateMindestens",
  titel: "Niedrigste Ersatzrate",
  einheit: "Tausendstel des Einkommens",
  saetze: [{ gueltigAb: "2011-01-01", wert: 650, quelle: "§ 2 Abs. 2 Satz 2 BEEG, Art. 14 G. v. 09.12.2010, BGBl. I S. 1885" }],
  geprueftBis: geprueft,
});
export const ersatzrateHoechstens = defineParameter<number>({
  schluessel: "ersatzrateHoechstens",
  titel: "Höchste Ersatzrate",
  einheit: "Tausendstel des Einkommens",
  saetze: [{ gueltigAb: "2007-01-01", wert: 1000, quelle: `§ 2 Abs. 2 Satz 1 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const untereGrenze = defineParameter<number>({
  schluessel: "untereGrenze",
  titel: "Einkommen, unter dem die Ersatzrate steigt",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2007-01-01", wert: euro(1000), quelle: `§ 2 Abs. 2 Satz 1 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const obereGrenze = defineParameter<number>({
  schluessel: "obereGrenze",
  titel: "Einkommen, über dem die Ersatzrate sinkt",
  einheit: "Euro im Monat",
  saetze: [
    { gueltigAb: "2011-01-01", wert: euro(1200), quelle: "§ 2 Abs. 2 Satz 2 BEEG, Art. 14 G. v. 09.12.2010, BGBl. I S. 1885" },
  ],
  geprueftBis: geprueft,
});
/** For each of these the rate moves by one thousandth. */
export const einkommensschritt = defineParameter<number>({
  schluessel: "einkommensschritt",
  titel: "Einkommen, um das sich die Ersatzrate je Tausendstel ändert",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2007-01-01", wert: euro(2), quelle: `§ 2 Abs. 2 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const hoechstbetrag = defineParameter<number>({
  schluessel: "hoechstbetrag",
  titel: "Höchstbetrag",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2007-01-01", wert: euro(1800), quelle: `§ 2 Abs. 1 Satz 2 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const mindestbetrag = defineParameter<number>({
  schluessel: "mindestbetrag",
  titel: "Mindestbetrag",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2007-01-01", wert: euro(300), quelle: `§ 2 Abs. 4 Satz 1 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const hoechstesEinkommen = defineParameter<number>({
  schluessel: "hoechstesEinkommen",
  titel: "Höchstens berücksichtigtes Einkommen vor der Geburt, wenn danach gearbeitet wird",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2012-09-18", wert: euro(2770), quelle: "§ 2 Abs. 3 Satz 2 BEEG, G. v. 10.09.2012, BGBl. I S. 1878" }],
  geprueftBis: geprueft,
});
export const geschwisterbonusRate = defineParameter<number>({
  schluessel: "geschwisterbonusRate",
  titel: "Geschwisterbonus in Prozent",
  einheit: "Prozent des Elterngeldes",
  saetze: [{ gueltigAb: "2007-01-01", wert: 10, quelle: `§ 2a Abs. 1 Satz 1 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const geschwisterbonusMindestens = defineParameter<number>({
  schluessel: "geschwisterbonusMindestens",
  titel: "Geschwisterbonus, mindestens",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2007-01-01", wert: euro(75), quelle: `§ 2a Abs. 1 Satz 1 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
/** How many children below which age, this child counted: two under three, three under six; fourteen with a disability. */
type Geschwistergrenze = { kinder: number; unter: number };
export type Geschwisteralter = { juengere: Geschwistergrenze; mehrere: Geschwistergrenze; mitBehinderungUnter: number };
export const geschwisteralter = defineParameter<Geschwisteralter>({
  schluessel: "geschwisteralter",
  titel: "Kinder und Altersgrenzen des Geschwisterbonus",
  einheit: "Kinder, Jahre",
  saetze: [
    {
      gueltigAb: "2012-09-18",
      wert: { juengere: { kinder: 2, unter: 3 }, mehrere: { kinder: 3, unter: 6 }, mitBehinderungUnter: 14 },
      quelle: "§ 2a Abs. 1 und 2 BEEG, G. v. 10.09.2012, BGBl. I S. 1878",
    },
  ],
  geprueftBis: geprueft,
});
export const mehrlingszuschlag = defineParameter<number>({
  schluessel: "mehrlingszuschlag",
  titel: "Mehrlingszuschlag je weiterem Kind",
  einheit: "Euro im Monat",
  saetze: [{ gueltigAb: "2007-01-01", wert: euro(300), quelle: `§ 2a Abs. 4 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
export const hoechstarbeitszeit = defineParameter<number>({
  schluessel: "hoechstarbeitszeit",
  titel: "Höchste Arbeitszeit",
  einheit: "Wochenstunden im Durchschnitt des Lebensmonats",
  saetze: [{ gueltigAb: "2021-09-01", wert: 32, quelle: `§ 1 Abs. 6 BEEG, ${neufassung2021}` }],
  geprueftBis: geprueft,
});
export const bonusarbeitszeit = defineParameter<number>({
  schluessel: "bonusarbeitszeit",
  titel: "Niedrigste Arbeitszeit im Partnerschaftsbonus",
  einheit: "Wochenstunden im Durchschnitt des Lebensmonats",
  saetze: [{ gueltigAb: "2021-09-01", wert: 24, quelle: `§ 4b Abs. 1 Nr. 1 BEEG, ${neufassung2021}` }],
  geprueftBis: geprueft,
});

/** By the day of birth (§ 28 BEEG). Euros a year, taxable income of the last assessment period before the birth. */
export const einkommensgrenze = defineParameter<{ allein: number; zusammen: number }>({
  schluessel: "einkommensgrenze",
  titel: "Zu versteuerndes Einkommen, über dem es kein Elterngeld gibt",
  einheit: "Euro im Jahr",
  saetze: [
    {
      gueltigAb: "2021-09-01",
      wert: { allein: euro(250_000), zusammen: euro(300_000) },
      quelle: `§ 1 Abs. 8 BEEG, ${neufassung2021}`,
    },
    {
      gueltigAb: "2024-04-01",
      wert: { allein: euro(200_000), zusammen: euro(200_000) },
      quelle: "§§ 1 Abs. 8, 28 BEEG, G. v. 22.12.2023, BGBl. 2023 I Nr. 412; Art. 7 G. v. 27.03.2024, BGBl. 2024 I Nr. 107",
    },
    {
      gueltigAb: "2025-04-01",
      wert: { allein: euro(175_000), zusammen: euro(175_000) },
      quelle: "§§ 1 Abs. 8, 28 BEEG, G. v. 22.12.2023, BGBl. 2023 I Nr. 412; Art. 7 G. v. 27.03.2024, BGBl. 2024 I Nr. 107",
    },
  ],
  geprueftBis: geprueft,
});
/** By the day of birth: how many months both parents may draw Basiselterngeld at once, and up to which Lebensmonat; null: no limit. */
export const gleichzeitig = defineParameter<{ monate: number; bisLebensmonat: number } | null>({
  schluessel: "gleichzeitig",
  titel: "Gleichzeitiger Bezug von Basiselterngeld",
  einheit: "Monate",
  saetze: [
    { gueltigAb: "2021-09-01", wert: null, quelle: `§ 4 BEEG, ${neufassung2021}` },
    {
      gueltigAb: "2024-04-01",
      wert: { monate: 1, bisLebensmonat: 12 },
      quelle: "§ 4 Abs. 6, § 28 BEEG, G. v. 22.12.2023, BGBl. 2023 I Nr. 412",
    },
  ],
  geprueftBis: geprueft,
});
/** § 4 BEEG in months. */
export const bezugsdauer = defineParameter<{
  gemeinsam: number;
  partnermonate: number;
  allein: number;
  mindestens: number;
  basisBis: number;
  plusBis: number;
  bonusMindestens: number;
  bonusHoechstens: number;
}>({
  schluessel: "bezugsdauer",
  titel: "Bezugsdauer",
  einheit: "Lebensmonate",
  saetze: [
    {
      gueltigAb: "2021-09-01",
      wert: {
        gemeinsam: 12,
        partnermonate: 2,
        allein: 12,
        mindestens: 2,
        basisBis: 14,
        plusBis: 32,
        bonusMindestens: 2,
        bonusHoechstens: 4,
      },
      quelle: `§ 4 Abs. 1, 3 und 4, § 4b Abs. 2 BEEG, ${neufassung2021}`,
    },
  ],
  geprueftBis: geprueft,
});
export const rueckwirkung = defineParameter<number>({
  schluessel: "rueckwirkung",
  titel: "Lebensmonate vor dem des Antrags, für die gezahlt wird",
  einheit: "Lebensmonate",
  saetze: [{ gueltigAb: "2007-01-01", wert: 3, quelle: `§ 7 Abs. 1 Satz 2 BEEG, ${stammgesetz}` }],
  geprueftBis: geprueft,
});
/** Weeks that a child came before the expected day, each step one month more. */
export const fruehgeburt = defineParameter<readonly number[]>({
  schluessel: "fruehgeburt",
  titel: "Wochen vor dem errechneten Tag, ab denen es je einen Monat mehr gibt",
  einheit: "Wochen",
  saetze: [{ gueltigAb: "2021-09-01", wert: [6, 8, 12, 16], quelle: `§ 4 Abs. 5 BEEG, ${neufassung2021}` }],
  geprueftBis: geprueft,
});

/** Flat rates of § 2f, percent. */
export type Beitragssaetze = { kranken: number; renten: number; arbeit: number };
export const beitragssaetze = defineParameter<Beitragssaetze>({
  schluessel: "beitragssaetze",
  titel: "Beitragssatzpauschalen",
  einheit: "Prozent",
  saetze: [
    {
      gueltigAb: "2012-09-18",
      wert: { kranken: 9, renten: 10, arbeit: 2 },
      quelle: "§ 2f Abs. 1 Satz 2 BEEG, G. v. 10.09.2012, BGBl. I S. 1878",
    },
  ],
  geprueftBis: geprueft,
});
/** Cents a month: over `von` and up to `bis` only a part of the wage counts; `anteil` is the percentage that makes the factor F. */
export type Uebergangsbereich = { von: number; bis: number; anteil: number };
export const uebergangsbereich = defineParameter<Uebergangsbereich>({
  schluessel: "uebergangsbereich",
  titel: "Übergangsbereich",
  einheit: "Euro im Monat",
  saetze: [
    {
      gueltigAb: "2019-07-01",
      wert: { von: euro(450), bis: euro(1300), anteil: 30 },
      quelle: "§ 20 Abs. 2 SGB IV, G. v. 28.11.2018, BGBl. I S. 2016",
    },
    {
      gueltigAb: "2022-10-01",
      wert: { von: euro(520), bis: euro(1600), anteil: 28 },
      quelle: "§ 20 Abs. 2 SGB IV, G. v. 28.06.2022, BGBl. I S. 969",
    },
    {
      gueltigAb: "2023-01-01",
      wert: { von: euro(520), bis: euro(2000), anteil: 28 },
      quelle: "§ 20 Abs. 2 SGB IV, G. v. 07.11.2022, BGBl. I S. 1985",
    },
    { gueltigAb: "2024-01-01", wert: { von: euro(538), bis: euro(2000), anteil: 28 }, quelle: "§§ 8 Abs. 1a, 20 Abs. 2 SGB IV" },
    { gueltigAb: "2025-01-01", wert: { von: euro(556), bis: euro(2000), anteil: 28 }, quelle: "§§ 8 Abs. 1a, 20 Abs. 2 SGB IV" },
    { gueltigAb: "2026-01-01", wert: { von: euro(603), bis: euro(2000), anteil: 28 }, quelle: "§§ 8 Abs. 1a, 20 Abs. 2 SGB IV" },
  ],
  geprueftBis: geprueft,
});
export const bemessungszeitraum = defineParameter<number>({
  schluessel: "bemessungszeitraum",
  titel: "Bemessungszeitraum vor der Geburt",
  einheit: "Kalendermonate",
  saetze: [{ gueltigAb: "2012-09-18", wert: 12, quelle: "§ 2b Abs. 1 und 2 BEEG, G. v. 10.09.2012, BGBl. I S. 1878" }],
  geprueftBis: geprueft,
});
export const kirchensteuersatz = defineParameter<number>({
  schluessel: "kirchensteuersatz",
  titel: "Kirchensteuer",
  einheit: "Prozent der Einkommensteuer",
  saetze: [{ gueltigAb: "2012-09-18", wert: 8, quelle: "§ 2e Abs. 5 BEEG, G. v. 10.09.2012, BGBl. I S. 1878" }],
  geprueftBis: geprueft,
});
/** The wage tax of the first of January of the year before the birth (§ 2e Abs. 1 Satz 2 BEEG). */
export const lohnsteuerstand = defineParameter<Lohnsteuerstand>({
  schluessel: "lohnsteuerstand",
  titel: "Programmablaufplan der Lohnsteuer",
  einheit: "Werte nach § 39b EStG",
  saetze: staende.map((stand) => ({ gueltigAb: stand.gueltigAb, wert: stand, quelle: stand.quelle })),
  geprueftBis,
});
