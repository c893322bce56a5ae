import { ersterTag, type IsoDatum, letzterTag, type Monat, monateVonBis, monatVon, plusMonateMonat, plusTage } from "#kalender";
import { entscheide } from "./entscheide.ts";
import type { Abschnitt, Entscheidung } from "./entscheidung.ts";
import { parameterVon } from "./ersatz.ts";
import { fingerabdruck } from "./kanonisch.ts";
import type { Kontext, Leistung } from "./leistung.ts";
import type { Urteile } from "./werte-aus.ts";

/** What was the case on these days, both counted. */
export type Lage = { von: IsoDatum; bis: IsoDatum; kontext: Kontext };

/**
 * Decides days in a row on which different things were the case, e.g. before and after the partner moved in. Each stretch is urteile_d by
 * itself; a month that two of them share gets the sum of its parts, and is not cut at all where the change does not matter for it: parts
 * of thirtieths, each rounded up, would come to more than the whole. What the notice explains is the last stretch: that is how it is now.
 */
export function entscheideLagen(leistung: Leistung, gegeben: readonly Lage[], urteile: Urteile = {}): Entscheidung {
  if (leistung.ergebnis === "jeLebensmonat") return entscheideLebensmonate(leistung, gegeben, urteile);
  const beurteile = (kontext: Kontext, von: IsoDatum, bis: IsoDatum) =>
    entscheide(leistung, { ...kontext, eingegangenAm: von, zeitraum: { von, bis } }, urteile);
  const imMonat = ({ kontext }: Lage, von: IsoDatum, bis: IsoDatum) =>
    beurteile(kontext, von, bis).abschnitte[0]?.betragCent ?? 0;
  const { lagen, hoechstens } = ohneUnnoetigeSchnitte(gegeben, imMonat);
  if (lagen.length === 0) throw new Error(`${leistung.name}: ohne Zeitraum gibt es nichts zu entscheiden.`);
  const teile = lagen.map(({ von, bis, kontext }) => beurteile(kontext, von, bis));
  const neueste = teile.at(-1) as Entscheidung;
  const betraege = new Map<Monat, number>();
  for (const { abschnitte } of teile)
    for (const { von, bis, betragCent } of abschnitte)
      for (const monat of monateVonBis(von, bis)) betraege.set(monat, (betraege.get(monat) ?? 0) + betragCent);
  for (const [monat, ganzCent] of hoechstens) betraege.set(monat, Math.min(betraege.get(monat) ?? 0, ganzCent));
  return { ...vereinige(teile, neueste, [...betraege.values()]), abschnitte: alsAbschnitte(betraege) };
}

/** Each Lebensmonat is judged as it was on its first day; a stretch in which none begins has only its reasons. */
function entscheideLebensmonate(leistung: Leistung, lagen: readonly Lage[], urteile: Urteile): Entscheidung {
  const teile = lagen.map(({ von, bis, kontext }) => {
    const teil = entscheide(leistung, { ...kontext, zeitraum: { von, bis } }, urteile);
    if ((teil.zeitraeume ?? []).length > 0) return teil;
    const { zeitraum: _, ...ganz } = kontext;
    return { ...entscheide(leistung, ganz, urteile), zeitraeume: [] };
  });
  const neueste = teile.at(-1);
  if (!neueste) throw new Error(`${leistung.name}: ohne Zeitraum gibt es nichts zu entscheiden.`);
  const zeitraeume = teile.flatMap((teil) => teil.zeitraeume ?? []);
  return {
    ...vereinige(
      teile,
      neueste,
      zeitraeume.map(({ betragCent }) => betragCent),
    ),
    zeitraeume,
  };
}

/** What the stretches come to together; what is explained is the last one. */
function vereinige(teile: readonly Entscheidung[], neueste: Entscheidung, betraege: readonly number[]): Entscheidung {
  const vonHand = [...new Set(teile.flatMap((teil) => teil.vonHand))];
  const offen = teile.find((teil) => !teil.vorschlag);
  const gezahlt = betraege.some((betragCent) => betragCent > 0);
  const vorschlag = offen ? undefined : gezahlt ? ("bewilligt" as const) : ("abgelehnt" as const);
  const { vorschlag: _, ...rest } = neueste;
  return {
    ...rest,
    art: vonHand.length > 0 || !vorschlag ? "vonHand" : vorschlag,
    ...(vorschlag && { vorschlag }),
    rechnung: teile.flatMap((teil) => teil.rechnung),
    vonHand,
    offen: offen?.offen ?? neueste.offen,
    hash: fingerabdruck(teile.map((teil) => teil.hash)),
  };
}

/**
 * Moves a cut inside a month to the month's beginning where the whole month comes to the same under both; else remembers the higher of the
 * two, which the parts together must not exceed.
 */
function ohneUnnoetigeSchnitte(
  gegeben: readonly Lage[],
  imMonat: (lage: Lage, von: IsoDatum, bis: IsoDatum) => number,
): { lagen: Lage[]; hoechstens: Map<Monat, number> } {
  const [anfang, ende] = [gegeben[0]?.von ?? "", gegeben.at(-1)?.bis ?? ""];
  const hoechstens = new Map<Monat, number>();
  const lagen: Lage[] = [];
  for (const lage of gegeben) {
    const davor = lagen.at(-1);
    const monat = monatVon(lage.von);
    if (!davor || lage.von === ersterTag(monat)) {
      lagen.push(lage);
      continue;
    }
    const von = anfang > ersterTag(monat) ? anfang : ersterTag(monat);
    const bis = ende < letzterTag(monat) ? ende : letzterTag(monat);
    const [alt, neu] = [imMonat(davor, von, bis), imMonat(lage, von, bis)];
    if (alt !== neu) {
      hoechstens.set(monat, Math.max(alt, neu, hoechstens.get(monat) ?? 0));
      lagen.push(lage);
      continue;
    }
    if (davor.von >= von) lagen.pop();
    else lagen[lagen.length - 1] = { ...davor, bis: plusTage(von, -1) };
    lagen.push({ ...lage, von });
  }
  return { lagen, hoechstens };
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

/**
 * The last month whose figures somebody has checked to its last day; undefined where the rules need no figure of the month. A figure of
 * another day, e.g. of the birth, does not run out while months go by.
 */
export function saetzeBekanntBis({ regelwerk }: Pick<Leistung, "regelwerk">): Monat | undefined {
  const tage = regelwerk.eintraege.flatMap(({ bauplan }) =>
    bauplan.art === "parameter" && bauplan.eingaben.length === 0 ? [bauplan.parameter.geprueftBis] : [],
  );
  const frueheste = tage.sort()[0];
  if (frueheste === undefined) return undefined;
  const monat = monatVon(frueheste);
  return letzterTag(monat) === frueheste ? monat : plusMonateMonat(monat, -1);
}

/** Over all figures of the law: another value, another day, another source gives another. `geprueftBis` does not count: it decides nothing. */
export const parameterstand = (leistung: Pick<Leistung, "regelwerk" | "parameter">): string =>
  fingerabdruck(parameterVon(leistung).map(({ schluessel, saetze }) => [schluessel, saetze]));
