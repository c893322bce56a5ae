import { type Entscheidung, type Knotenwerte, type Leistung, saetzeVon } from "#baukasten";
import { type IsoDatum, type Monat, plusTage } from "#kalender";
import type { Aenderungsanlass } from "#vorgaenge";
import type { Bezug, Wirksam } from "./bezug.ts";

/** What the notice that holds was made of: changes after it were kept, and are measured together with the next one. */
export function beschiedene(neuerungen: readonly Wirksam[], ohne: readonly (string | undefined)[]): Wirksam[] {
  const uebrige = neuerungen.filter(({ durch }) => !ohne.includes(durch));
  return uebrige.slice(0, uebrige.findLastIndex(({ beschieden }) => beschieden) + 1);
}

/** Whether this Leistung measures what changed: figures of the law and new months are not a change of circumstances. */
export const wirdGemessen = ({ dauer }: Pick<Leistung, "dauer">, { anlass }: Pick<Aenderungsanlass, "anlass">): boolean =>
  dauer?.erheblich !== undefined && ["meldung", "register", "stichtag", "amt", "ueberzahlung"].includes(anlass);

export type Messung = { mensch?: string; sonst: string };

/**
 * Puts back what a change is too small for, or comes too early for: month by month, more and less each by its own day.
 * @param betraege as decided with the change; corrected in place
 */
export function messe(
  { leistung, stand, raster }: Bezug,
  vorher: Entscheidung,
  nachher: Entscheidung,
  betraege: Map<Monat, number>,
  tage: { seit: IsoDatum; gemeldetAm: IsoDatum },
): Messung | undefined {
  const gemessen = leistung.dauer?.erheblich?.(werteAus(vorher), werteAus(nachher), tage, saetzeVon(leistung));
  if (!gemessen) return undefined;
  const { mehrAb, wenigerAb, mensch, sonst } = gemessen;
  for (const [monat, neu] of betraege) {
    const alt = stand.plan.get(monat);
    const ab = alt === undefined || neu === alt ? raster.von(monat) : neu > alt ? mehrAb : wenigerAb;
    if (alt !== undefined && (ab === undefined || ab > raster.von(monat))) betraege.set(monat, alt);
  }
  return { sonst, ...(mensch !== undefined && { mensch }) };
}

const werteAus =
  ({ spur }: Entscheidung): Knotenwerte =>
  <T>({ schluessel }: { schluessel: string }) =>
    spur.find((zeile) => zeile.schluessel === schluessel)?.wert as T | undefined;

/** The page by which this change ends the benefit, if it is one. */
export function beendendeSeite({ dauer }: Pick<Leistung, "dauer">, { seiten }: Pick<Aenderungsanlass, "seiten">) {
  return Object.entries(seiten).flatMap(([seite, werte]) => (werte ? (dauer?.seiten[seite]?.beendet ?? []) : []))[0];
}

/** The last day with a claim by an end of this kind: a death is told with the day of death, all else with the first day without. */
export const letzterTagVor = (anlass: string | undefined, ab: IsoDatum): IsoDatum => (anlass === "ende" ? ab : plusTage(ab, -1));
