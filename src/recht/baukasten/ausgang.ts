import type { Leistung } from "./leistung.ts";
import type { Teil } from "./teile.ts";
import { istOffen } from "./werte-aus.ts";

/** What follows of the parts: the proposal, and the part whose reasons are told. */
export type Ausgang = {
  vorschlag: "bewilligt" | "abgelehnt" | undefined;
  gewaehrter: Teil | undefined;
  offener: Teil | undefined;
  massgeblich: Teil | undefined;
};

/** One open part leaves all open; one granted part is a grant; a refusal needs every part to be refused. */
export function ausgangAus(leistung: Leistung, teile: readonly Teil[]): Ausgang {
  const erster = teile[0];
  const offener = teile.find(({ auswertung }) => istOffen(auswertung));
  const gewaehrter = teile.find((teil) => istGewaehrt(leistung, teil));
  const vorschlag = offener || !erster ? undefined : gewaehrter ? ("bewilligt" as const) : ("abgelehnt" as const);
  return { vorschlag, gewaehrter, offener, massgeblich: gewaehrter ?? offener ?? erster };
}

/** Money that we pay must be more than nothing; of a permit, a record or a tax the conditions are all there is. */
const istGewaehrt = (leistung: Leistung, { auswertung, betragCent }: Teil): boolean =>
  leistung.ergebnis === "einmalig" || leistung.ergebnis === "jaehrlich" ? auswertung.anspruch === true : betragCent > 0;
