import { type IsoDatum, plusMonate } from "#kalender";
import type { Antworten } from "./formular.ts";
import { gruendeFuer, offeneFragen } from "./gruende.ts";
import type { Leistung } from "./leistung.ts";
import { fuerMandant } from "./mandant.ts";
import { KeinSatz } from "./parameter.ts";
import type { Mandantenrecht } from "./satzung.ts";
import { type Auswertung, type Fakten, werteAus } from "./werte-aus.ts";

/** What somebody says of themselves in a few answers, before any Antrag. Undefined: not said, or not known. */
export type Lebensangaben = {
  heute: IsoDatum;
  /** Completed years of the children at home. */
  kinderalter: readonly number[];
  kindErwartet: boolean;
  allein: boolean | undefined;
  /** What the other parent pays for the children in a month. */
  unterhalt: "nichts" | "etwas" | undefined;
  /** Gross a month of the household, as a band: the check looks at both ends. */
  bruttoCent: readonly [number, number] | undefined;
  warmmieteCent: number | undefined;
  beziehtSgb: boolean | undefined;
  blind: "merkzeichen" | "vielleicht" | "nein" | undefined;
  deutschOderEu: boolean | undefined;
  /** Of the house that is asked: Land and postcode, for rates that follow the place. */
  land: string;
  plz: string;
};

/** One thing to try: facts for the rules of the Leistung, and what was taken for granted beside the answers, as sentences. */
export type Probe = {
  /** What it is about where there are several, e.g. "für das Kind, 3 Jahre". */
  fuer?: string;
  fakten: Fakten;
  annahmen: readonly string[];
  /** Default: today. */
  tag?: IsoDatum;
  /** What an Antrag begins with, if the person wants one. */
  antworten?: Antworten;
};
/** @param bruttoCent one end of the band, undefined where the person did not say */
export type Anspruchscheck = (angaben: Lebensangaben, bruttoCent: number | undefined) => readonly Probe[];

export type Einschaetzung = {
  neigung: "dafuer" | "unklar" | "eherNicht";
  fuer: string;
  /** Why it rather does not fit. */
  gruende: string[];
  /** What would have to be known. */
  offen: string[];
  annahmen: readonly string[];
  /** Cents a month, at both ends of the income. Undefined where it is not known. */
  betragCent: readonly [number, number] | undefined;
  antworten: Antworten;
};

/**
 * What the Leistung's own rules say to a few answers. Never a refusal: what is unknown stays open and is named, and the worst that is said
 * is that it rather does not fit. Pure; whoever calls it keeps nothing.
 */
export function schaetzeEin(leistung: Leistung, angaben: Lebensangaben, mandant?: Mandantenrecht): Einschaetzung[] {
  const { check } = leistung;
  if (!check) return [];
  const [unten, oben] = angaben.bruttoCent ?? [undefined, undefined];
  const obere = check(angaben, oben);
  const gebunden = fuerMandant(leistung, mandant);
  return check(angaben, unten).map((probe, stelle) => {
    const enden = [probe, obere[stelle] ?? probe].map((each) => ({
      probe: each,
      auswertung: werte(gebunden, each, angaben.heute),
    }));
    return fasse(gebunden, probe, enden, angaben.heute);
  });
}

/** Undefined where no figure is known for the day. */
function werte({ regelwerk }: Leistung, { fakten, tag }: Probe, heute: IsoDatum): Auswertung | undefined {
  try {
    return werteAus(regelwerk, fakten, tag ?? heute);
  } catch (error) {
    if (error instanceof KeinSatz) return undefined;
    throw error;
  }
}

type Ende = { probe: Probe; auswertung: Auswertung | undefined };

function fasse(
  { regelwerk }: Leistung,
  { fuer = "", annahmen, antworten = {} }: Probe,
  enden: readonly Ende[],
  heute: IsoDatum,
): Einschaetzung {
  const ansprueche = enden.map(({ auswertung }) =>
    auswertung && auswertung.betragCent === 0 && regelwerk.betrag ? false : auswertung?.anspruch,
  );
  const [eines, anderes] = ansprueche;
  const betraege = enden.flatMap(({ auswertung }) => auswertung?.betragCent ?? []);
  const gemeinsam = { fuer, annahmen, antworten, gruende: [], offen: [], betragCent: undefined };
  if (eines === true && anderes === true)
    return {
      ...gemeinsam,
      neigung: "dafuer",
      betragCent: betraege.length === 2 && regelwerk.betrag ? [Math.min(...betraege), Math.max(...betraege)] : undefined,
    };
  if (eines === false && anderes === false) {
    const gruende = enden.flatMap(({ auswertung }) => (auswertung?.anspruch === false ? gruendeFuer(regelwerk, auswertung) : []));
    return { ...gemeinsam, neigung: "eherNicht", gruende: [...new Set(gruende.map(({ text }) => text))].slice(0, 3) };
  }
  if (eines !== undefined && anderes !== undefined) return { ...gemeinsam, neigung: "unklar", offen: ["das genaue Einkommen"] };
  const offene = enden.flatMap(({ probe, auswertung }) =>
    auswertung
      ? offeneFragen(regelwerk, probe.fakten, probe.tag ?? heute, auswertung).map(({ titel }) => titel)
      : ["der Satz für diesen Tag"],
  );
  return { ...gemeinsam, neigung: "unklar", offen: [...new Set(offene)].slice(0, 4) };
}

/** A day of birth that gives so many completed years today. */
export const angenommenerGeburtstag = (heute: IsoDatum, jahre: number): IsoDatum => plusMonate(heute, -12 * jahre - 1);
