import { alterAm, plusMonate } from "#kalender";
import { STICHTAG } from "./bau.ts";
import { zufallVon } from "./nummern.ts";
import type { Feststellung, Person } from "./person.ts";

/** What the Versorgungsverwaltung has found for somebody, or null; blindness grows with age. */
export function feststellungFuer(person: Person): Feststellung | null {
  if (person.feststellung) return person.feststellung;
  const zufall = zufallVon(person.idnr, "behinderung");
  const alter = alterAm(person.geburtsdatum, STICHTAG);
  const blind = zufall.mit(alter >= 80 ? 0.01 : alter >= 65 ? 0.002 : 0.0005);
  const gehbehindert = zufall.mit(alter >= 65 ? 0.12 : 0.02);
  if (!blind && !gehbehindert) return null;
  const gefunden = plusMonate(STICHTAG, -zufall.zwischen(3, 180));
  const seit = gefunden < person.geburtsdatum ? person.geburtsdatum : gefunden;
  return { merkzeichen: blind ? ["G", "B", "H", "Bl", "RF"] : ["G"], seit, bis: zufall.mit(0.1) ? plusMonate(seit, 240) : null };
}
