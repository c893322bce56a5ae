import type { IsoDatum, Monat } from "#kalender";
import type { AnordnungMitAntwort, Rate } from "#kasse";

/** What went out, and what is still ordered. */
export type Zahlstand = { bezahlt: ReadonlyMap<Monat, number>; offen: readonly Rate[] };

/**
 * The orders in their order: each later one replaces what falls due on or after its first day. What fell due up to today counts as paid,
 * unless the treasury refused the order: then it never was.
 */
export function zahlstandAus(anordnungen: readonly AnordnungMitAntwort[], heute: IsoDatum): Zahlstand {
  let raten: Rate[] = [];
  for (const { art, antwort, plan, wirksamAb } of anordnungen) {
    if (antwort === "abgelehnt") continue;
    if (art !== "neu") raten = raten.filter(({ faelligAm }) => faelligAm < (wirksamAb ?? ""));
    raten.push(...plan);
  }
  const bezahlt = new Map<Monat, number>();
  for (const { monat, betragCent, faelligAm } of raten)
    if (faelligAm <= heute) bezahlt.set(monat, (bezahlt.get(monat) ?? 0) + betragCent);
  return { bezahlt, offen: raten.filter(({ faelligAm }) => faelligAm > heute) };
}

/** What is still to be paid of a plan, month by month. */
export const restplan = (plan: ReadonlyMap<Monat, number>, bezahlt: ReadonlyMap<Monat, number>) =>
  [...plan]
    .map(([monat, sollCent]) => ({ von: monat, bis: monat, betragCent: sollCent - (bezahlt.get(monat) ?? 0) }))
    .filter(({ betragCent }) => betragCent > 0)
    .sort((a, b) => (a.von < b.von ? -1 : 1));

/** Whether two lists of payments come to the same, month by month. */
export function istGleicherPlan(a: readonly Rate[], b: readonly Rate[]): boolean {
  const summen = (raten: readonly Rate[]) => {
    const je = new Map<Monat, number>();
    for (const { monat, betragCent } of raten) je.set(monat, (je.get(monat) ?? 0) + betragCent);
    return JSON.stringify([...je].sort(([x], [y]) => (x < y ? -1 : 1)));
  };
  return summen(a) === summen(b);
}
