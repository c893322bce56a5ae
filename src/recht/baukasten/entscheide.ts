import { ersterTag, type IsoDatum, letzterTag, type Monat, monateVonBis, plusTage, tageImMonat, tageZwischen } from "#kalender";
import type { Abschnitt, Entscheidung, Rechnung, Tatsache } from "./entscheidung.ts";
import { type Grund, gruendeFuer, type Offen, offeneFragen } from "./gruende.ts";
import { fingerabdruck } from "./kanonisch.ts";
import type { Kontext, Leistung, Sachverhalt } from "./leistung.ts";
import { KeinSatz } from "./parameter.ts";
import type { Regelwerk } from "./regelwerk.ts";
import { type Auswertung, type Fakten, type Urteile, werteAus } from "./werte-aus.ts";

/** `ohne`: in a month cut in two, what was judged on the part without a claim. */
type Monatsergebnis = { monat: Monat; auswertung: Auswertung; betragCent: number; ohne?: Auswertung };

/**
 * Decides a case month by month. A month in which the claim begins or ends is cut at those days, and the days with a claim count
 * (30 to the month). Unknown, contradictory, silent or free-text input leads to a person with a proposal, never to a refusal.
 */
export function entscheide(leistung: Leistung, kontext: Kontext, urteile: Urteile = {}): Entscheidung {
  const sachverhalt = leistung.sachverhalt(kontext);
  const fakten: Fakten = Object.fromEntries(Object.entries(sachverhalt.fakten).map(([name, fakt]) => [name, fakt.wert]));
  const { von, bis, wechsel } = leistung.zeitraum(fakten, kontext.eingegangenAm);
  const monate: Monatsergebnis[] = [];
  let ohneSatz: string | undefined;
  for (const monat of monateVonBis(von, bis)) {
    try {
      monate.push(werteMonatAus(leistung, fakten, monat, wechsel, urteile));
    } catch (error) {
      if (!(error instanceof KeinSatz)) throw error;
      // A month without figures is never left out in silence: whoever reads the notice would take it for refused.
      ohneSatz = error.message;
      break;
    }
  }
  return fasseZusammen(leistung, sachverhalt, fakten, urteile, monate, ohneSatz);
}

function werteMonatAus(
  leistung: Leistung,
  fakten: Fakten,
  monat: Monat,
  wechsel: readonly IsoDatum[],
  urteile: Urteile,
): Monatsergebnis {
  const { regelwerk } = leistung;
  const ende = letzterTag(monat);
  const anfaenge = [ersterTag(monat), ...wechsel.filter((tag) => tag > ersterTag(monat) && tag <= ende).sort()];
  let tage = 0;
  let massgeblich: { tag: IsoDatum; auswertung: Auswertung } | undefined;
  let unbekannt: Auswertung | undefined;
  let ohne: Auswertung | undefined;
  let letzte: Auswertung | undefined;
  for (const [index, tag] of anfaenge.entries()) {
    const auswertung = werteAus(regelwerk, fakten, tag, 30, urteile);
    letzte = auswertung;
    if (auswertung.anspruch === undefined) unbekannt ??= auswertung;
    if (auswertung.anspruch === false) ohne = auswertung;
    if (auswertung.anspruch !== true) continue;
    const naechster = anfaenge[index + 1] ?? plusTage(ende, 1);
    tage += tageZwischen(tag, naechster);
    massgeblich ??= { tag, auswertung };
  }
  // One open part of a month leaves the whole month open: a partial amount would refuse the rest.
  if (unbekannt) return { monat, auswertung: unbekannt, betragCent: 0 };
  if (!massgeblich) return { monat, auswertung: letzte as Auswertung, betragCent: 0 };
  const volle = tage === tageImMonat(monat);
  const auswertung = volle ? massgeblich.auswertung : werteAus(regelwerk, fakten, massgeblich.tag, Math.min(tage, 30), urteile);
  return { monat, auswertung, betragCent: auswertung.anspruch ? (auswertung.betragCent ?? 0) : 0, ...(ohne && { ohne }) };
}

function fasseZusammen(
  leistung: Leistung,
  sachverhalt: Sachverhalt,
  fakten: Fakten,
  urteile: Urteile,
  monate: readonly Monatsergebnis[],
  ohneSatz: string | undefined,
): Entscheidung {
  const erster = monate[0];
  const offener = monate.find(({ auswertung }) => istOffen(auswertung));
  const bezahlter = monate.find(({ betragCent }) => betragCent > 0);
  const vorschlag = offener || !erster ? undefined : bezahlter ? ("bewilligt" as const) : ("abgelehnt" as const);
  const offen: Offen[] = offener
    ? offeneFragen(leistung.regelwerk, fakten, ersterTag(offener.monat), offener.auswertung, urteile)
    : [];
  const vonHand = [
    ...sachverhalt.vonHand,
    ...offen.map((frage) => `Nicht geklärt: ${frage.titel}.`),
    ...(ohneSatz ? [ohneSatz] : []),
    ...(erster || ohneSatz ? [] : ["Es gibt keinen Monat, über den zu entscheiden ist."]),
  ];
  if (!leistung.automatik.erlaubt) vonHand.push("Diese Leistung entscheidet immer ein Mensch.");
  const art = vonHand.length > 0 || !vorschlag ? ("vonHand" as const) : vorschlag;
  const massgeblich = bezahlter ?? offener ?? erster;
  return {
    art,
    leistung: leistung.schluessel,
    version: leistung.version,
    ...(vorschlag && { vorschlag }),
    abschnitte: fasseMonate(monate),
    gruende: massgeblich ? sammleGruende(leistung, monate, massgeblich) : [],
    tatsachen: tatsachenAus(leistung, sachverhalt),
    rechnung: rechnungAus(leistung, monate),
    vonHand,
    offen,
    spur: massgeblich ? [...massgeblich.auswertung.spur] : [],
    hash: fingerabdruck({
      regelwerk: [leistung.regelwerk.name, leistung.regelwerk.version, leistung.version],
      fakten,
      urteile,
      monate: monate.map(({ monat, auswertung, betragCent }) => [
        monat,
        auswertung.anspruch ?? null,
        betragCent,
        saetzeAus(leistung.regelwerk, auswertung),
      ]),
    }),
  };
}

const istOffen = (auswertung: Auswertung) =>
  auswertung.anspruch === undefined || (auswertung.anspruch && auswertung.betragCent === undefined);
const saetzeAus = (regelwerk: Regelwerk, auswertung: Auswertung) =>
  regelwerk.eintraege
    .filter(({ knoten }) => knoten.art === "parameter")
    .map(({ knoten }) => [knoten.schluessel, auswertung.werte[knoten.nummer]]);

/** The reasons of the month that decided, of a later month that turns out the other way, and of days that a month is short of. */
function sammleGruende(leistung: Leistung, monate: readonly Monatsergebnis[], massgeblich: Monatsergebnis): Grund[] {
  const gruende = new Map<string, Grund>();
  const wende = monate.find(
    ({ auswertung }) => auswertung.anspruch !== undefined && auswertung.anspruch !== massgeblich.auswertung.anspruch,
  );
  const ohne = monate.flatMap((each) => each.ohne ?? []).slice(0, 1);
  for (const auswertung of [massgeblich.auswertung, ...(wende ? [wende.auswertung] : []), ...ohne])
    for (const grund of gruendeFuer(leistung.regelwerk, auswertung)) if (!gruende.has(grund.text)) gruende.set(grund.text, grund);
  return [...gruende.values()];
}

function fasseMonate(monate: readonly Monatsergebnis[]): Abschnitt[] {
  const abschnitte: Abschnitt[] = [];
  for (const { monat, betragCent } of monate) {
    const letzter = abschnitte.at(-1);
    if (letzter?.betragCent === betragCent) letzter.bis = monat;
    else abschnitte.push({ von: monat, bis: monat, betragCent });
  }
  return abschnitte;
}

function tatsachenAus(leistung: Leistung, sachverhalt: Sachverhalt): Tatsache[] {
  const titelVon = new Map(leistung.regelwerk.eintraege.map(({ knoten }) => [knoten.schluessel, knoten.titel]));
  return Object.entries(leistung.tatsachen).flatMap(([name, zeige]) => {
    const fakt = sachverhalt.fakten[name];
    return fakt ? [{ text: titelVon.get(name) ?? name, wert: zeige(fakt.wert as never), herkunft: fakt.herkunft }] : [];
  });
}

function rechnungAus(leistung: Leistung, monate: readonly Monatsergebnis[]): Rechnung[] {
  const rechnungen: (Rechnung & { text: string })[] = [];
  for (const { monat, auswertung } of monate) {
    if (auswertung.anspruch !== true) continue;
    const schritte = leistung.regelwerk.rechenweg.map((knoten) => ({
      text: knoten.titel,
      norm: knoten.norm,
      betragCent: Number(auswertung.werte[knoten.nummer] ?? 0),
    }));
    const text = JSON.stringify(schritte);
    const letzte = rechnungen.at(-1);
    if (letzte?.text === text) letzte.bis = monat;
    else rechnungen.push({ von: monat, bis: monat, schritte, text });
  }
  return rechnungen.map(({ von, bis, schritte }) => ({ von, bis, schritte }));
}
