import { type IsoDatum, plusMonate, plusTage } from "#kalender";

/** What one Lebensmonat is applied for as; in the order of the child's months of life, the first is at index 0. */
export type Planmonat = {
  art: "basis" | "plus" | "bonus" | "keiner";
  /** Hours of work a week on average of the month. */
  wochenstunden: number;
  /** Maternity benefits and the employer's addition for days of this month (§ 3 Abs. 1 Satz 1 Nr. 1 to 3 BEEG), cents. */
  mutterschaftCent: number;
  /** For how many days of this month they are due; 0 without them. */
  mutterschaftTage: number;
};
export const keinMonat: Planmonat = { art: "keiner", wochenstunden: 0, mutterschaftCent: 0, mutterschaftTage: 0 };

/** First and last day of a Lebensmonat, 1 for the one that begins with the birth. */
export const lebensmonatVon = (geburtsdatum: IsoDatum, nummer: number): IsoDatum => plusMonate(geburtsdatum, nummer - 1);
export const lebensmonatBis = (geburtsdatum: IsoDatum, nummer: number): IsoDatum =>
  plusTage(plusMonate(geburtsdatum, nummer), -1);

/** The number of the Lebensmonat in which a day lies; 0 before the birth. */
export function lebensmonatAm(geburtsdatum: IsoDatum, tag: IsoDatum): number {
  let nummer = 0;
  while (lebensmonatVon(geburtsdatum, nummer + 1) <= tag) nummer += 1;
  return nummer;
}

export const planmonat = (plan: readonly Planmonat[], nummer: number): Planmonat => plan[nummer - 1] ?? keinMonat;

/** Numbers of the Lebensmonate of these kinds. */
export const nummern = (plan: readonly Planmonat[], ...arten: Planmonat["art"][]): number[] =>
  plan.flatMap(({ art }, stelle) => (arten.includes(art) ? [stelle + 1] : []));

/** Half Monatsbetraege: a month of Basiselterngeld counts two, one of Elterngeld Plus one (§ 4 Abs. 3 Satz 3). The bonus comes on top. */
export const halbeMonatsbetraege = (plan: readonly Planmonat[]): number =>
  nummern(plan, "basis").length * 2 + nummern(plan, "plus").length;

/** Whether numbers follow one another without a gap. */
export const folgenAufeinander = (zahlen: readonly number[]): boolean =>
  zahlen.every((zahl, stelle) => stelle === 0 || zahl === (zahlen[stelle - 1] ?? 0) + 1);
