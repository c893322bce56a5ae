import { rundeKaufmaennisch } from "#geld";
import { ersterTag, type IsoDatum, type Monat } from "#kalender";
import type { Beitragssaetze, Uebergangsbereich } from "./parameter.ts";

/** One occupation with what it brought in, month by month. `minijob`: no taxes of the person's own and no contributions (§ 2f Abs. 2). */
export type Erwerb = {
  art: "angestellt" | "minijob" | "selbstaendig";
  /** Wages without other payments (§ 2c Abs. 1 Satz 2), or the profit (§ 2d). Months without income are left out. */
  monate: readonly { monat: Monat; cent: number }[];
  /** Compulsory insurance: health, pension, employment. */
  kranken: boolean;
  renten: boolean;
  arbeit: boolean;
};
export type Erwerbe = readonly Erwerb[];

/** Cents over all months. */
export const summe = (erwerbe: Erwerbe, ...arten: Erwerb["art"][]): number =>
  erwerbe
    .filter(({ art }) => arten.includes(art))
    .reduce((bisher, { monate }) => bisher + monate.reduce((teil, { cent }) => teil + cent, 0), 0);

/** In how many months there was income from employment. */
export const monateMitLohn = (erwerbe: Erwerbe): number => monateMit(erwerbe.filter(({ art }) => art !== "selbstaendig")).length;

const monateMit = (erwerbe: Erwerbe): Monat[] =>
  [...new Set(erwerbe.flatMap(({ monate }) => monate.filter(({ cent }) => cent !== 0).map(({ monat }) => monat)))].sort();

/**
 * A trait counts where it held in most of the months with income; where it held in half of them, the last month decides (§ 2c Abs. 3 Satz 2,
 * § 2f Abs. 1 BEEG).
 */
export function ueberwiegend(erwerbe: Erwerbe, zweig: "kranken" | "renten" | "arbeit"): boolean {
  const alle = monateMit(erwerbe);
  const mit = monateMit(erwerbe.filter((erwerb) => erwerb.art !== "minijob" && erwerb[zweig]));
  const letzter = alle.at(-1);
  return mit.length * 2 > alle.length || (mit.length * 2 === alle.length && letzter !== undefined && mit.includes(letzter));
}

/** First days of the months with wages: which Uebergangsbereich holds follows the month of the wage. */
export const ersteTage = (erwerbe: Erwerbe): IsoDatum[] =>
  [...new Set(erwerbe.filter(({ art }) => art === "angestellt").flatMap(({ monate }) => monate.map(({ monat }) => monat)))]
    .sort()
    .map(ersterTag);

type JeTag<T> = Readonly<Record<IsoDatum, T>>;
/** What contributions are reckoned from, cents over all months: without Minijobs, and in the Uebergangsbereich only a part (§ 2f Abs. 2). */
export function beitragspflichtig(erwerbe: Erwerbe, bereiche: JeTag<Uebergangsbereich>, saetze: JeTag<Beitragssaetze>): number {
  const teil = (cent: number, monat: Monat) => {
    const [bereich, satz] = [bereiche[ersterTag(monat)], saetze[ersterTag(monat)]];
    if (!bereich || !satz) throw new Error(`No figures for the wage of ${monat}.`);
    return imUebergangsbereich(cent, bereich, satz);
  };
  return erwerbe
    .filter(({ art }) => art !== "minijob")
    .reduce(
      (bisher, { art, monate }) =>
        bisher + monate.reduce((summe, { monat, cent }) => summe + (art === "angestellt" ? teil(cent, monat) : cent), 0),
      0,
    );
}

/**
 * § 344 Abs. 4 SGB III, with the factor F from the flat rates of § 2f Abs. 1 BEEG, four decimals.
 * F·G + (OG/(OG−G) − G/(OG−G)·F)·(AE−G), brought to one fraction of whole numbers.
 */
function imUebergangsbereich(cent: number, { von, bis, anteil }: Uebergangsbereich, saetze: Beitragssaetze): number {
  if (cent <= von || cent > bis) return cent;
  const { kranken, renten, arbeit } = saetze;
  // Both halves of the contribution, employer's and person's, make the whole rate.
  const faktor = rundeKaufmaennisch(anteil * 10_000, 2 * (kranken + renten + arbeit));
  return rundeKaufmaennisch(faktor * von * (bis - von) + (bis * 10_000 - von * faktor) * (cent - von), 10_000 * (bis - von));
}
