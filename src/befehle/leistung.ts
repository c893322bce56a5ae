import type { Leistung } from "#baukasten";
import { findLeistung, leistungen } from "#leistungen";
import { Falschaufruf, Verweigert } from "./befehl.ts";

/** The Leistung that was typed. */
export function brauchtLeistung(schluessel: string | undefined): Leistung {
  if (!schluessel) throw new Falschaufruf("Es fehlt der Schlüssel der Leistung.");
  const leistung = findLeistung(schluessel);
  if (!leistung)
    throw new Verweigert(
      `Die Leistung „${schluessel}“ gibt es nicht. Vorhanden: ${leistungen.map((each) => each.schluessel).join(", ")}.`,
    );
  return leistung;
}
