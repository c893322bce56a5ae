import { type Leistung, wirdAngeboten } from "#baukasten";
import { leistungen } from "#leistungen";
import type { Mandant } from "#tenants";

/** A house offers what it has the office for, and the Satzungen. */
export const bietetAn = ({ einstellungen }: Mandant, leistung: Leistung): boolean =>
  wirdAngeboten(leistung, einstellungen, Object.keys(einstellungen.aemter));

/** What this house does not offer, with the key of the Mandant that does. */
export const beiAnderenHaeusern = (mandant: Mandant): { leistung: Leistung; mandant: string }[] =>
  leistungen.flatMap((leistung) => {
    const anderer = bietetAn(mandant, leistung) ? undefined : mandant.einstellungen.andereHaeuser?.[leistung.amt];
    return anderer ? [{ leistung, mandant: anderer }] : [];
  });
