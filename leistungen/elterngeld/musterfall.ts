import { type Auswertung, type Fakten, type Urteile, werteAus } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { monatVon, plusMonate } from "#kalender";
import type { Erwerb } from "./erwerb.ts";
import { keinMonat, type Planmonat } from "./plan.ts";
import { regelwerk } from "./regeln.ts";

/** Facts that differ from the plain case: Anna, employed in class I, 3,000 euros, twelve months of Basiselterngeld. */
export type Abweichung = Record<string, unknown> & { geburtsdatum?: string };

export const monateVor = (geburtsdatum: string): string[] =>
  Array.from({ length: 12 }, (_, index) => monatVon(plusMonate(`${monatVon(geburtsdatum)}-01`, index - 12)));
export const erwerb = (art: Erwerb["art"], monate: readonly string[], cent: number, mehr: Partial<Erwerb> = {}): Erwerb => ({
  art,
  monate: monate.map((monat) => ({ monat, cent })),
  kranken: true,
  renten: true,
  arbeit: true,
  ...mehr,
});
export const lohn = (geburtsdatum: string, cent: number, mehr: Partial<Erwerb> = {}) =>
  erwerb("angestellt", monateVor(geburtsdatum), cent, mehr);
/** Income of which nothing is deducted, so that this net stands before the birth. */
export const netto = (geburtsdatum: string, cent: number): Erwerb[] => [
  erwerb("minijob", monateVor(geburtsdatum), cent + (Number(geburtsdatum.slice(0, 4)) >= 2024 ? euro(102.5) : euro(83.33))),
];
export const plan = (text: string, mehr: Partial<Planmonat> = {}): Planmonat[] =>
  [...text].map((zeichen) => {
    const art = ({ B: "basis", P: "plus", X: "bonus" } as const)[zeichen];
    return art ? { ...keinMonat, art, ...mehr } : keinMonat;
  });

export function fakten({ geburtsdatum = "2026-03-10", ...mehr }: Abweichung): Fakten {
  return {
    geburtsdatum,
    mehrlinge: 1,
    geschwister: [],
    wochenZuFrueh: 0,
    kindMitBehinderung: false,
    lebtImHaushalt: true,
    wohntInDeutschland: true,
    betreutSelbst: true,
    deutschOderEu: true,
    alleinerziehend: false,
    zuVersteuerndesEinkommenCent: euro(50_000),
    erwerbVor: [lohn(geburtsdatum, euro(3000))],
    steuerklasse: 1,
    faktorTausendstel: 1000,
    halbeKinderfreibetraege: 0,
    kirchensteuerpflichtig: false,
    eingang: geburtsdatum,
    plan: plan("BBBBBBBBBBBB"),
    planDesAnderen: [],
    erwerbNach: [],
    ...mehr,
  };
}

/** The rules on the first day of a Lebensmonat. */
export function imLebensmonat(abweichung: Abweichung, nummer = 1, urteile: Urteile = {}): Auswertung {
  const alle = fakten(abweichung);
  return werteAus(regelwerk, alle, plusMonate(String(alle.geburtsdatum), nummer - 1), 30, urteile);
}

/** `300 €`, or `nein` where there is no claim, or `offen`. */
export function ergebnis(abweichung: Abweichung, nummer = 1): string {
  const { anspruch, betragCent } = imLebensmonat(abweichung, nummer);
  if (anspruch === undefined) return "offen";
  return anspruch ? formatiereEuro(betragCent ?? 0, "kurz").replaceAll("\u00a0", " ") : "nein";
}

/** What a node holds, by its title. */
export function wert(auswertung: Auswertung, titel: string): unknown {
  const zeile = auswertung.spur.find((each) => each.titel === titel);
  if (!zeile) throw new Error(`Der Knoten „${titel}“ fehlt.`);
  return zeile.wert;
}
