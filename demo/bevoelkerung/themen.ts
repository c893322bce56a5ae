import { amtspersonen, type Hausschluessel } from "./amtspersonen.ts";

/**
 * What somebody may want to try, with the people for it: the log-in page and the box at the end of `npm start` are sorted by it. A test holds
 * that everybody stands in exactly one place.
 */
export type Thema = { titel: string; wer: readonly string[] };

export const buergerthemen: readonly Thema[] = [
  { titel: "Einen Antrag stellen, der von selbst bewilligt wird", wer: ["anna", "maria", "fatma", "lena"] },
  { titel: "Kinder, Elterngeld und Kindergeld", wer: ["nele", "jakob", "svenja", "ricarda"] },
  { titel: "Miete und Wohngeld", wer: ["wanda", "hilde", "zeynep", "viktor"] },
  { titel: "Behinderung und Blindengeld", wer: ["gerda", "bruno", "ute"] },
  { titel: "Ein Mensch muss entscheiden", wer: ["dieter", "eva", "jana", "olena"] },
  { titel: "Ein Register schweigt oder verweigert", wer: ["ilona", "lea"] },
  { titel: "Geheime Anschrift, andere Elternteile", wer: ["carla", "kai", "tobias"] },
  { titel: "Andere Anmeldung, andere Verwaltung", wer: ["berta", "paula"] },
];

const stellenthemen: readonly { titel: string; stellen: readonly string[] }[] = [
  { titel: "Einzelne Fälle bearbeiten", stellen: ["sachbearbeitung", "sachbearbeitung2", "wohngeld", "elterngeld", "sozialamt"] },
  { titel: "Viele Fälle gemeinsam freigeben", stellen: ["fuehrerschein"] },
  {
    titel: "Bescheide mit Gebühr oder Steuer",
    stellen: ["steueramt", "verkehr", "buergeramt", "zulassung", "gewerbe", "schule"],
  },
  { titel: "Zweite Freigabe und Kasse", stellen: ["leitung", "kasse"] },
  {
    titel: "Eingehende Rechnungen: klären, feststellen, anordnen",
    stellen: ["rechnungseingang", "feststellung", "anordnung", "anordnung2", "kreditoren"],
  },
  { titel: "Regeln ansehen und freigeben", stellen: ["fachaufsicht", "fachaufsicht2"] },
  { titel: "Aufsicht und Betrieb", stellen: ["datenschutz", "betrieb"] },
];

/** The staff of a house by what one can try as them. */
export const amtsthemen = (haus: Hausschluessel): Thema[] =>
  stellenthemen
    .map(({ titel, stellen }) => ({
      titel,
      wer: stellen
        .map((stelle) => `${haus}-${stelle}`)
        .filter((kennung) => amtspersonen.some((each) => each.kennung === kennung)),
    }))
    .filter(({ wer }) => wer.length > 0);
