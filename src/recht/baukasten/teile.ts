import {
  ersterTag,
  type IsoDatum,
  letzterTag,
  type Monat,
  monateVonBis,
  monatVon,
  plusTage,
  tageImMonat,
  tageZwischen,
} from "#kalender";
import type { Zeitraum } from "./entscheidung.ts";
import { saetzeVon } from "./ersatz.ts";
import type { Leistung } from "./leistung.ts";
import { KeinSatz } from "./parameter.ts";
import type { Regelwerk } from "./regelwerk.ts";
import { type Auswertung, type Fakten, type Urteile, werteAus } from "./werte-aus.ts";

/** What was judged by itself: a month, a period of days, or one day. */
export type Teil = {
  /** Months for a monthly Leistung, days otherwise. */
  von: Monat | IsoDatum;
  bis: Monat | IsoDatum;
  name: string;
  /** The day that was judged. */
  tag: IsoDatum;
  auswertung: Auswertung;
  betragCent: number;
  /** In a month cut in two, what was judged on the part without a claim. */
  ohne?: Auswertung;
};

/**
 * Judges part by part. The first part without figures ends it: left out in silence, whoever reads the notice would take it for refused.
 * @returns `ohneSatz`: which figure is missing
 */
export function werteTeileAus(
  leistung: Leistung,
  fakten: Fakten,
  eingegangenAm: IsoDatum,
  urteile: Urteile,
  nur?: Tage,
): { teile: Teil[]; ohneSatz: string | undefined } {
  const teile: Teil[] = [];
  try {
    for (const werte of offeneTeile(leistung, fakten, eingegangenAm, urteile, nur)) teile.push(werte());
  } catch (error) {
    if (!(error instanceof KeinSatz)) throw error;
    return { teile, ohneSatz: error.message };
  }
  return { teile, ohneSatz: undefined };
}

type Tage = { von: IsoDatum; bis: IsoDatum };

function offeneTeile(
  leistung: Leistung,
  fakten: Fakten,
  eingegangenAm: IsoDatum,
  urteile: Urteile,
  nur: Tage | undefined,
): (() => Teil)[] {
  const { regelwerk } = leistung;
  if (leistung.ergebnis === "einmalig") {
    const tag = leistung.stichtag?.(fakten, eingegangenAm) ?? eingegangenAm;
    return [() => werteZeitraumAus(regelwerk, fakten, { von: tag, bis: tag, name: "" }, urteile)];
  }
  if (leistung.ergebnis === "jeLebensmonat" || leistung.ergebnis === "jaehrlich") {
    const zeitraeume = leistung
      .zeitraum(fakten, eingegangenAm, saetzeVon(leistung))
      .filter(({ von }) => nur === undefined || (nur.von <= von && von <= nur.bis));
    pruefeFolge(leistung.name, zeitraeume);
    return zeitraeume.map((zeitraum) => () => werteZeitraumAus(regelwerk, fakten, zeitraum, urteile));
  }
  const { von, bis, wechsel } = leistung.zeitraum(fakten, eingegangenAm, saetzeVon(leistung));
  const monate = nur ? monateVonBis(monatVon(nur.von), monatVon(nur.bis)) : monateVonBis(von, bis);
  return monate.map((monat) => () => werteMonatAus(regelwerk, fakten, monat, wechsel, urteile, nur));
}

function werteZeitraumAus(regelwerk: Regelwerk, fakten: Fakten, zeitraum: Zeitraum, urteile: Urteile): Teil {
  const auswertung = werteAus(regelwerk, fakten, zeitraum.von, 30, urteile, zeitraum.bis);
  return { ...zeitraum, tag: zeitraum.von, auswertung, betragCent: auswertung.anspruch ? (auswertung.betragCent ?? 0) : 0 };
}

/** Days that two periods share would be paid twice. */
function pruefeFolge(leistung: string, zeitraeume: readonly Zeitraum[]): void {
  for (const [stelle, { von, bis, name }] of zeitraeume.entries()) {
    if (von > bis) throw new Error(`${leistung}: der Zeitraum „${name}“ endet (${bis}), bevor er beginnt (${von}).`);
    const davor = zeitraeume[stelle - 1];
    if (davor && davor.bis >= von)
      throw new Error(`${leistung}: die Zeiträume „${davor.name}“ und „${name}“ überschneiden sich.`);
  }
}

/** A month in which the claim begins or ends is cut at those days, and the days with a claim count (30 to the month). */
function werteMonatAus(
  regelwerk: Regelwerk,
  fakten: Fakten,
  monat: Monat,
  wechsel: readonly IsoDatum[],
  urteile: Urteile,
  nur?: Tage,
): Teil {
  const anfang = nur && nur.von > ersterTag(monat) ? nur.von : ersterTag(monat);
  const ende = nur && nur.bis < letzterTag(monat) ? nur.bis : letzterTag(monat);
  const anfaenge = [anfang, ...wechsel.filter((tag) => tag > anfang && tag <= ende).sort()];
  const teil = { von: monat, bis: monat, name: "" };
  let tage = 0;
  let massgeblich: { tag: IsoDatum; bis: IsoDatum; auswertung: Auswertung } | undefined;
  let unbekannt: { tag: IsoDatum; auswertung: Auswertung } | undefined;
  let ohne: Auswertung | undefined;
  for (const [index, tag] of anfaenge.entries()) {
    const naechster = anfaenge[index + 1];
    const bis = naechster === undefined ? ende : plusTage(naechster, -1);
    const auswertung = werteAus(regelwerk, fakten, tag, 30, urteile, bis);
    if (auswertung.anspruch === undefined) unbekannt ??= { tag, auswertung };
    if (auswertung.anspruch === false) ohne = auswertung;
    if (auswertung.anspruch !== true) continue;
    tage += tageZwischen(tag, plusTage(bis, 1));
    massgeblich ??= { tag, bis, auswertung };
  }
  // One open part of a month leaves the whole month open: a partial amount would refuse the rest. Not where a day already brings the whole
  // amount, and what is open comes after it.
  const betragBei = (von: typeof massgeblich, wieViele: number) =>
    von && werteAus(regelwerk, fakten, von.tag, wieViele, urteile, von.bis).betragCent;
  const schonGanz =
    unbekannt !== undefined &&
    massgeblich !== undefined &&
    massgeblich.tag < unbekannt.tag &&
    betragBei(massgeblich, 1) !== undefined &&
    betragBei(massgeblich, 1) === betragBei(massgeblich, 30);
  if (unbekannt && !schonGanz) return { ...teil, ...unbekannt, betragCent: 0 };
  if (!massgeblich) return { ...teil, tag: anfang, auswertung: ohne as Auswertung, betragCent: 0 };
  const { tag, bis } = massgeblich;
  const auswertung =
    tage === tageImMonat(monat) ? massgeblich.auswertung : werteAus(regelwerk, fakten, tag, Math.min(tage, 30), urteile, bis);
  return { ...teil, tag, auswertung, betragCent: auswertung.anspruch ? (auswertung.betragCent ?? 0) : 0, ...(ohne && { ohne }) };
}
