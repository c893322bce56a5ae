import { type IsoDatum, letzterTag, type Monat, monateVonBis, monatVon, plusMonateMonat } from "#kalender";
import { entscheide } from "./entscheide.ts";
import type { Abschnitt, Entscheidung } from "./entscheidung.ts";
import { parameterVon } from "./ersatz.ts";
import { fingerabdruck } from "./kanonisch.ts";
import type { Kontext, Leistung } from "./leistung.ts";
import type { Urteile } from "./werte-aus.ts";

/** What was the case on these days, both counted. */
export type Lage = { von: IsoDatum; bis: IsoDatum; kontext: Kontext };

/**
 * Decides days in a row on which different things were the case, e.g. before and after the partner moved in. Each stretch is judged by
 * itself; a month that two of them share gets the sum. What the notice explains is the last stretch: that is how it is now.
 */
export function entscheideLagen(leistung: Leistung, lagen: readonly Lage[], urteile: Urteile = {}): Entscheidung {
  const letzte = lagen.at(-1);
  if (!letzte) throw new Error(`${leistung.name}: ohne Zeitraum gibt es nichts zu entscheiden.`);
  const teile = lagen.map(({ von, bis, kontext }) =>
    entscheide(leistung, { ...kontext, eingegangenAm: von, zeitraum: { von, bis } }, urteile),
  );
  const neueste = teile.at(-1) as Entscheidung;
  const betraege = new Map<Monat, number>();
  for (const { abschnitte } of teile)
    for (const { von, bis, betragCent } of abschnitte)
      for (const monat of monateVonBis(von, bis)) betraege.set(monat, (betraege.get(monat) ?? 0) + betragCent);
  const vonHand = [...new Set(teile.flatMap((teil) => teil.vonHand))];
  const offen = teile.find((teil) => !teil.vorschlag);
  const gezahlt = [...betraege.values()].some((betragCent) => betragCent > 0);
  const vorschlag = offen ? undefined : gezahlt ? ("bewilligt" as const) : ("abgelehnt" as const);
  const { vorschlag: _, ...rest } = neueste;
  return {
    ...rest,
    art: vonHand.length > 0 || !vorschlag ? "vonHand" : vorschlag,
    ...(vorschlag && { vorschlag }),
    abschnitte: alsAbschnitte(betraege),
    rechnung: teile.flatMap((teil) => teil.rechnung),
    vonHand,
    offen: offen?.offen ?? neueste.offen,
    hash: fingerabdruck(teile.map((teil) => teil.hash)),
  };
}

function alsAbschnitte(betraege: ReadonlyMap<Monat, number>): Abschnitt[] {
  const abschnitte: Abschnitt[] = [];
  for (const [monat, betragCent] of [...betraege].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const letzter = abschnitte.at(-1);
    if (letzter?.betragCent === betragCent && plusMonateMonat(letzter.bis, 1) === monat) letzter.bis = monat;
    else abschnitte.push({ von: monat, bis: monat, betragCent });
  }
  return abschnitte;
}

/** The last month whose figures somebody has checked to its last day; undefined where the rules need no figure. */
export function saetzeBekanntBis(leistung: Pick<Leistung, "regelwerk">): Monat | undefined {
  const tage = parameterVon(leistung).map(({ geprueftBis }) => geprueftBis);
  const frueheste = tage.sort()[0];
  if (frueheste === undefined) return undefined;
  const monat = monatVon(frueheste);
  return letzterTag(monat) === frueheste ? monat : plusMonateMonat(monat, -1);
}

/** Over all figures of the law: another value, another day, another source gives another. `geprueftBis` does not count: it decides nothing. */
export const parameterstand = (leistung: Pick<Leistung, "regelwerk">): string =>
  fingerabdruck(parameterVon(leistung).map(({ schluessel, saetze }) => [schluessel, saetze]));
