import { type Antworten, type Leistung, wirktAb } from "#baukasten";
import { antwortenAm, type LaufendeLeistung } from "#dauerleistungen";
import { formatiereDatum, type IsoDatum, leseDatum, plusMonate } from "#kalender";
import type { Anlage } from "#vorgaenge";

/** How long ahead a change can be reported. */
export const VORAUS_MONATE = 3;

/** What the form of a change came to. `seiten`: the pages to show, the chosen one and those that only now have to be answered. */
export type GeleseneAenderung =
  | { art: "fehler"; seiten: string[]; fehler: Record<string, string> }
  | { art: "aenderung"; ab: IsoDatum; seit: IsoDatum; seiten: Record<string, Record<string, unknown>> };

export const feldname = (seite: string, feld: string): string => `${seite}.${feld}`;
const ohneVorsatz = (seite: string, roh: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(
    Object.entries(roh).flatMap(([name, wert]) => (name.startsWith(`${seite}.`) ? [[name.slice(seite.length + 1), wert]] : [])),
  );

/**
 * Reads the corrected page, and every page that the new answers lead to and that was never answered: who is separated now is asked since
 * when. All of them stand on one form, so nothing is kept between requests.
 */
export function liesAenderung(
  laufend: LaufendeLeistung,
  seite: string,
  roh: Readonly<Record<string, string | undefined>>,
  anlagen: readonly Anlage[],
  heute: IsoDatum,
): GeleseneAenderung {
  const { leistung } = laufend;
  const regel = leistung.dauer?.seiten[seite];
  const fehler: Record<string, string> = {};
  const seit = leseDatum(roh.seit ?? "");
  const falsch = falscherTag(laufend, seite, seit, heute);
  if (falsch) fehler.seit = falsch;
  const alte = antwortenAm(laufend, seit && !fehler.seit ? seit : heute);
  const seiten: Record<string, Record<string, unknown>> = {};
  const offen = seitenFuer(leistung, seite);
  const erste = offen.length;
  for (let naechste = offen[0]; naechste !== undefined; naechste = offen.find((each) => !(each in seiten))) {
    const bisher = mitAnlagen(leistung, naechste, { ...alte, ...seiten }, anlagen);
    const pruefung = leistung.formular.pruefeSeite(naechste, ohneVorsatz(naechste, roh), bisher);
    seiten[naechste] = pruefung.ok ? pruefung.werte : {};
    if (!pruefung.ok) for (const [feld, text] of Object.entries(pruefung.fehler)) fehler[feldname(naechste, feld)] = text;
    else
      for (const neue of unbeantwortete(leistung, alte, { ...alte, ...seiten }, seit ?? heute, seite))
        if (!offen.includes(neue)) offen.push(neue);
  }
  if (Object.keys(fehler).length > 0 || !seit) return { art: "fehler", seiten: offen, fehler };
  if (offen.length === erste && offen.every((each) => istGleich(ohneVerlauf(leistung, each, alte), seiten[each])))
    return {
      art: "fehler",
      seiten: offen,
      fehler: {
        [feldname(seite, erstesFeld(leistung, seite))]:
          "Hier steht noch dasselbe wie bisher. Bitte ändern Sie, was sich geändert hat.",
      },
    };
  return { art: "aenderung", ab: wirktAb(regel?.wirkt ?? "tag", seit, laufend.raster), seit, seiten };
}

/** The chosen page, and those that change together with it. */
export const seitenFuer = ({ dauer }: Leistung, seite: string): string[] => [seite, ...(dauer?.seiten[seite]?.mit ?? [])];

/** What is wrong with the day since when; undefined: nothing. */
function falscherTag(
  { leistung, stand, raster, fakten }: LaufendeLeistung,
  seite: string,
  seit: IsoDatum | undefined,
  heute: IsoDatum,
): string | undefined {
  if (!seit) return "Bitte geben Sie an, seit wann das gilt, zum Beispiel 24.11.2026.";
  // Lebensmonate before the first one can be asked for later, as far back as the page allows.
  const beginn = raster.zaehltAb ?? raster.von(stand.von);
  if (seit < beginn) return `Die Leistung läuft seit dem ${formatiereDatum(beginn)}. Bitte geben Sie einen Tag danach an.`;
  if (leistung.dauer?.ablauf && seit > raster.bis(stand.bis))
    return `Die Leistung ist nur bis zum ${formatiereDatum(raster.bis(stand.bis))} bewilligt. Bitte geben Sie einen Tag davor an, oder stellen Sie für die Zeit danach einen neuen Antrag.`;
  if (seit > plusMonate(heute, VORAUS_MONATE))
    return "Das liegt noch weit in der Zukunft. Bitte melden Sie es frühestens drei Monate vorher.";
  const fruehestens = leistung.dauer?.seiten[seite]?.fruehestens?.(fakten, heute);
  return fruehestens && seit < fruehestens.tag ? fruehestens.text : undefined;
}

/** Only what the page asks for: what was joined to it from earlier reports is no answer of the form. */
const ohneVerlauf = ({ formular }: Leistung, seite: string, antworten: Antworten) =>
  Object.fromEntries(Object.entries(antworten[seite] ?? {}).filter(([name]) => formular.seiten[seite]?.felder[name]));

const erstesFeld = ({ formular }: Leistung, seite: string) => Object.keys(formular.seiten[seite]?.felder ?? {})[0] ?? "";

/**
 * Pages on the new way without an answer, apart from those that had none before: they were not asked for, and are not now. Who answers a page
 * for the first time, e.g. what a child does from eighteen on, answers what follows from it, too.
 */
function unbeantwortete({ formular }: Leistung, alte: Antworten, neue: Antworten, tag: IsoDatum, erste: string): string[] {
  const bald = formular.ausblick(neue, plusMonate(tag, VORAUS_MONATE));
  const stelle = alte[erste] === undefined ? bald.indexOf(erste) : -1;
  const danach = stelle < 0 ? [] : bald.slice(stelle + 1);
  const vorher = new Set(formular.ausblick(alte, tag).filter((seite) => alte[seite] === undefined));
  const braucht = (seite: string) => Object.values(formular.seiten[seite]?.felder ?? {}).some(({ pflicht }) => pflicht);
  const hinzu = formular.ausblick(neue, tag).filter((seite) => !vorher.has(seite));
  return [...hinzu, ...danach].filter((seite) => neue[seite] === undefined && braucht(seite));
}

function mitAnlagen({ formular }: Leistung, seite: string, antworten: Antworten, anlagen: readonly Anlage[]): Antworten {
  const feld = Object.entries(formular.seiten[seite]?.felder ?? {}).find(([, { art }]) => art === "anlage")?.[0];
  const eigene = anlagen.filter((anlage) => anlage.feld === feldname(seite, feld ?? ""));
  return feld && eigene.length > 0 ? { ...antworten, [seite]: { ...antworten[seite], [feld]: eigene } } : antworten;
}

const istGleich = (a: Readonly<Record<string, unknown>> = {}, b: Readonly<Record<string, unknown>> = {}): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
