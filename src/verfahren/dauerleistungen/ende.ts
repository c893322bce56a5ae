import { type IsoDatum, plusTage } from "#kalender";
import { type Bezug, faktenAm, type Wirksam } from "./bezug.ts";
import { beendendeSeite, letzterTagVor } from "./erheblich.ts";

/** The end that a notice has set. `endgueltig`: nothing that is told later can make it go on, e.g. after a death. */
export type GesetztesEnde = { endetAb: IsoDatum; letzterTag: IsoDatum; durch: string; endgueltig: boolean };

/** @param ohne the change that is decided: the end that it set itself is open again */
export function gesetztesEnde({ leistung, stand, neuerungen }: Bezug, ohne?: string): GesetztesEnde | undefined {
  const { endetAb, endetDurch: durch } = stand;
  if (endetAb === undefined || durch === undefined || durch === ohne) return undefined;
  const gesetzt = neuerungen.find((each) => each.durch === durch);
  return gesetzt && (gesetzt.anlass === "ende" || beendendeSeite(leistung, gesetzt))
    ? { endetAb, letzterTag: letzterTagVor(gesetzt.anlass, gesetzt.ab), durch, endgueltig: true }
    : { endetAb, letzterTag: plusTage(endetAb, -1), durch, endgueltig: false };
}

/** Whether the day on which the law itself ended it is gone by what is told now, e.g. because a child of age goes on learning. */
export function istStichtagEntfallen(bezug: Bezug, { durch }: GesetztesEnde, neuerungen: readonly Wirksam[]): boolean {
  const gesetzt = bezug.neuerungen.find((each) => each.durch === durch);
  if (gesetzt?.anlass !== "stichtag") return false;
  const hatEnde = (jetzige: readonly Wirksam[]) =>
    (bezug.leistung.dauer?.stichtage?.(faktenAm({ ...bezug, neuerungen: [...jetzige] }, gesetzt.ab)) ?? []).some(
      ({ am, art }) => art === "ende" && am === gesetzt.ab,
    );
  return hatEnde(bezug.neuerungen) && !hatEnde(neuerungen);
}
