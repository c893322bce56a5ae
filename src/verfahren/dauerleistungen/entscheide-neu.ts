import {
  type Antworten,
  type Entscheidung,
  entscheideLagen,
  type Kontext,
  type Lage,
  type Leistung,
  monateAus,
  type Nachweisstaende,
  type Raster,
  type Urteile,
} from "#baukasten";
import { type IsoDatum, type Monat, monateVonBis, plusTage } from "#kalender";

/** Since when something is the case, as far as it differs from before: answers by page, evidence by name. */
export type Neuerung = {
  ab: IsoDatum;
  seiten: Readonly<Record<string, Readonly<Record<string, unknown>> | null>>;
  nachweise: Nachweisstaende;
};
export type Grundlage = { kontext: Kontext; neuerungen: readonly Neuerung[] };

/**
 * What was the case on each of the days from `von` to `bis`. The days are cut where something changed; before that day the old answers and
 * the old evidence hold, since a register tells how it is now.
 */
export function lagenFuer(leistung: Leistung, { kontext, neuerungen }: Grundlage, von: IsoDatum, bis: IsoDatum): Lage[] {
  const inFolge = [...neuerungen].sort((a, b) => (a.ab < b.ab ? -1 : a.ab > b.ab ? 1 : 0));
  const schnitte = [...new Set([von, ...inFolge.map(({ ab }) => ab).filter((ab) => ab > von && ab <= bis)])];
  return schnitte.map((anfang, stelle) => {
    const naechster = schnitte[stelle + 1];
    return {
      von: anfang,
      bis: naechster ? plusTage(naechster, -1) : bis,
      kontext: kontextAm(leistung, kontext, inFolge, anfang),
    };
  });
}

export function kontextAm(leistung: Leistung, grund: Kontext, neuerungen: readonly Neuerung[], tag: IsoDatum): Kontext {
  const geltende = neuerungen.filter(({ ab }) => ab <= tag);
  const antworten = { ...grund.antworten } as Record<string, Readonly<Record<string, unknown>> | undefined>;
  const regeln = leistung.dauer?.seiten ?? {};
  for (const { ab, seiten } of neuerungen)
    for (const [seite, werte] of Object.entries(seiten)) {
      const regel = regeln[seite];
      // A page that says what held when counts for the days before it was told as well.
      if (ab > tag && !regel?.gesamt) continue;
      if (werte === null) delete antworten[seite];
      else antworten[seite] = regel?.verbinde?.(antworten[seite], werte, ab, antworten) ?? werte;
    }
  return {
    ...grund,
    antworten: aufDemWeg(leistung, antworten, tag),
    nachweise: Object.assign({}, grund.nachweise, ...geltende.map(({ nachweise }) => nachweise)),
    // Lebensmonate are judged by when they were applied for; their own days say which figures hold.
    eingegangenAm: leistung.ergebnis === "jeLebensmonat" ? grund.eingegangenAm : tag,
  };
}

/**
 * Only pages that the answers lead to; what is no page, e.g. how a Vorgang without an Antrag began, stays. Unlike an application, a page that nobody has filled in yet does not end the way: of a child that
 * turned twelve meanwhile it was never asked. Words to the office belonged to the application; a person has read them then.
 */
function aufDemWeg({ formular }: Leistung, antworten: Antworten, tag: IsoDatum): Antworten {
  const weg = formular.ausblick(antworten, tag);
  const keineSeiten = Object.keys(antworten).filter((name) => !Object.hasOwn(formular.seiten, name));
  return Object.fromEntries(
    [...weg, ...keineSeiten].flatMap((seite) => {
      const werte = antworten[seite];
      if (!werte) return [];
      const felder = formular.seiten[seite]?.felder ?? {};
      return [[seite, Object.fromEntries(Object.entries(werte).filter(([name]) => felder[name]?.art !== "freitext"))]];
    }),
  );
}

export type NeueEntscheidung = { entscheidung: Entscheidung; betraege: Map<Monat, number> };

/** @param ende the last day on which there can be a claim, whatever the rules say; after it there is nothing */
export function entscheideNeu(
  leistung: Leistung,
  raster: Raster,
  grundlage: Grundlage,
  zeitraum: { von: Monat; bis: Monat },
  urteile: Urteile,
  ende?: IsoDatum,
): NeueEntscheidung {
  const [erster, letzter] = [raster.von(zeitraum.von), raster.bis(zeitraum.bis)];
  // An end before all of these months leaves nothing of them; the reasons are still told for them.
  const bis = ende !== undefined && ende < letzter && ende >= erster ? ende : letzter;
  const entscheidung = entscheideLagen(leistung, lagenFuer(leistung, grundlage, erster, bis), urteile);
  const betraege = new Map(monateVonBis(zeitraum.von, zeitraum.bis).map((monat) => [monat, 0]));
  for (const { von, bis: bisMonat, betragCent } of monateAus(entscheidung))
    for (const monat of monateVonBis(von, bisMonat)) if (betraege.has(monat)) betraege.set(monat, betragCent);
  // Judged by days that end earlier: a month cut by the end counts, the months after it are nothing.
  if (ende !== undefined) for (const monat of betraege.keys()) if (monat > raster.monatAm(ende)) betraege.set(monat, 0);
  return { entscheidung, betraege };
}

/** What a person judged when it was decided before. */
export const urteileAus = (entscheidung: Pick<Entscheidung, "spur"> | undefined): Urteile =>
  Object.fromEntries(
    (entscheidung?.spur ?? []).flatMap(({ art, schluessel, wert }) =>
      (art === "ermessen" || art === "beurteilung") && typeof wert === "boolean" ? [[schluessel, wert]] : [],
    ),
  );
