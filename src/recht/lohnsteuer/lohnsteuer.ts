import { type Lohnsteuerstand, rvSatz } from "./stand.ts";
import { einkommensteuer, steuerFuenfSechs } from "./tarif.ts";

export type Steuerklasse = 1 | 2 | 3 | 4 | 5 | 6;
export type Arbeitslohn = {
  /** Cents a month, the same in all months of the year. */
  monatCent: number;
  steuerklasse: Steuerklasse;
  /** § 39f EStG, thousandths; only in class IV. */
  faktorTausendstel?: number;
  /** Number of Kinderfreibetraege on the tax card, in halves: 1 is half a child. */
  halbeKinderfreibetraege: number;
  /** Whether the amount of § 9a EStG counts at all. */
  mitPauschbetrag: boolean;
  /** Whether the part for the pension insurance counts (§ 39b Abs. 2 Satz 5 Nr. 3 Buchst. a EStG). */
  mitRentenversicherung: boolean;
};
/** Cents a month. `massstab` is what the church tax is a percentage of (§ 51a Abs. 2a EStG). */
export type Lohnsteuer = { lohnsteuerCent: number; soliCent: number; massstabCent: number };

/** Monthly wage tax by the Programmablaufplan (§ 39b Abs. 2, § 51a EStG, §§ 3, 4 SolZG): with its roundings, all of them downwards. */
export function berechneLohnsteuer(stand: Lohnsteuerstand, lohn: Arbeitslohn): Lohnsteuer {
  const freibetraege = tarifFreibetraege(stand, lohn);
  const jahr = jahressteuer(stand, lohn, freibetraege);
  const kinder = kinderfreibetrag(stand, lohn);
  const mitKindern = kinder > 0 ? jahressteuer(stand, lohn, freibetraege + kinder) : jahr;
  return {
    lohnsteuerCent: Math.floor((jahr * 100) / 12),
    soliCent: solidaritaetszuschlag(stand, lohn.steuerklasse, mitKindern),
    massstabCent: Math.floor((mitKindern * 100) / 12),
  };
}

/** Whole euros a year that leave the tax alone, without the Vorsorgepauschale. */
function tarifFreibetraege(stand: Lohnsteuerstand, lohn: Arbeitslohn): number {
  if (lohn.steuerklasse === 6) return 0;
  const pauschbetrag = lohn.mitPauschbetrag
    ? Math.min(stand.arbeitnehmerPauschbetrag, Math.ceil((lohn.monatCent * 12) / 100))
    : 0;
  return pauschbetrag + sonderausgaben + (lohn.steuerklasse === 2 ? stand.entlastungsbetrag : 0);
}
/** § 10c Satz 1 EStG. */
const sonderausgaben = 36;

function kinderfreibetrag(stand: Lohnsteuerstand, { steuerklasse, halbeKinderfreibetraege }: Arbeitslohn): number {
  if (steuerklasse >= 5) return 0;
  // In class IV both spouses have half of it each.
  const jeHalben = stand.kinderfreibetrag / (steuerklasse === 4 ? 4 : 2);
  return Math.floor(jeHalben * halbeKinderfreibetraege);
}

/** Whole euros a year. */
function jahressteuer(stand: Lohnsteuerstand, lohn: Arbeitslohn, freibetraege: number): number {
  const { steuerklasse } = lohn;
  const einkommenCent = lohn.monatCent * 12 - (freibetraege + vorsorgepauschale(stand, lohn)) * 100;
  if (einkommenCent < 100) return 0;
  if (steuerklasse >= 5) return steuerFuenfSechs(stand, Math.floor(einkommenCent / 100));
  if (steuerklasse === 3) return 2 * einkommensteuer(stand.tarif, Math.floor(einkommenCent / 200) * 100);
  const steuer = einkommensteuer(stand.tarif, Math.floor(einkommenCent / 100) * 100);
  return steuerklasse === 4 ? Math.floor((steuer * (lohn.faktorTausendstel ?? 1000)) / 1000) : steuer;
}

/** § 39b Abs. 2 Satz 5 Nr. 3 EStG, whole euros a year, rounded up. */
function vorsorgepauschale({ vorsorge }: Lohnsteuerstand, lohn: Arbeitslohn): number {
  const jahrCent = lohn.monatCent * 12;
  const rente = lohn.mitRentenversicherung
    ? anteil(anteil(Math.min(jahrCent, vorsorge.rvGrenze * 100), vorsorge.rvAnteil), rvSatz)
    : 0;
  const hoechstens = lohn.steuerklasse === 3 ? 300_000 : 190_000;
  const mindestens = Math.min(anteil(jahrCent, 120_000), hoechstens);
  const krankheit = anteil(Math.min(jahrCent, vorsorge.kvGrenze * 100), vorsorge.kvSatz + vorsorge.pvSatz);
  return Math.ceil((rente + Math.max(mindestens, krankheit)) / 100);
}

/** Share in millionths, whole cents, rounded down. */
const anteil = (cent: number, millionstel: number) => Math.floor((cent * millionstel) / 1_000_000);

/** §§ 3 and 4 SolZG, cents a month. */
function solidaritaetszuschlag({ soliFreigrenze }: Lohnsteuerstand, steuerklasse: Steuerklasse, jahr: number): number {
  const frei = soliFreigrenze * (steuerklasse === 3 ? 2 : 1);
  if (jahr <= frei) return 0;
  const voll = Math.floor((jahr * 55) / 10);
  const gleitend = Math.floor(((jahr - frei) * 119) / 10);
  return Math.floor(Math.min(voll, gleitend) / 12);
}
