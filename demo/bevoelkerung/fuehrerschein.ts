import { alterAm, type IsoDatum, plusTage } from "#kalender";
import { STICHTAG } from "./bau.ts";
import { feststellungFuer } from "./behinderung.ts";
import { zufallVon } from "./nummern.ts";
import type { Person } from "./person.ts";

export type Fuehrerschein = {
  nummer: string;
  ausgestelltAm: IsoDatum;
  behoerde: string;
  klassen: string[];
  /** Paper of before 1999 that an authority elsewhere made out: only its own card index knows it. */
  nurKarteikarte: boolean;
  entzogen: boolean;
};

/** Stands for all authorities elsewhere. */
export const FREMDE_BEHOERDE = "Landkreis Fernhausen";

const ZEICHEN = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

/** The licence that somebody carries, or null; the same in every process. */
export function fuehrerscheinVon(person: Person): Fuehrerschein | null {
  const alter = alterAm(person.geburtsdatum, STICHTAG);
  if (alter < 18 || feststellungFuer(person)?.merkzeichen.includes("Bl")) return null;
  const zufall = zufallVon(person.idnr, "fuehrerschein");
  if (zufall.mit(0.12)) return null;
  const spaet = Math.min(365 * 12, Math.max(0, (alter - 18) * 365 - 1));
  const ausgestelltAm = plusTage(plusTage(person.geburtsdatum, 18 * 365 + 5), zufall.zwischen(0, spaet));
  const alt = ausgestelltAm < "1999-01-01";
  const nummer = Array.from({ length: 11 }, () => zufall.aus([...ZEICHEN])).join("");
  const auswaerts = zufall.mit(0.25);
  return {
    nummer,
    ausgestelltAm,
    behoerde: auswaerts ? FREMDE_BEHOERDE : person.mandant === "beispielkreis" ? "Landkreis Beispielkreis" : "Stadt Musterstadt",
    klassen: zufall.mit(0.06) ? ["AM", "B", "BE", "C", "CE", "L"] : alt ? ["AM", "B", "BE", "L"] : ["AM", "B", "L"],
    nurKarteikarte: alt && auswaerts && zufall.mit(0.5),
    entzogen: zufall.mit(0.01),
  };
}
