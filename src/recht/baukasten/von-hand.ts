import type { Felder } from "./feld.ts";
import type { Antworten, Formular } from "./formular.ts";
import type { Kontext, Leistung } from "./leistung.ts";
import { eintraegeVon } from "./liste.ts";

/**
 * Evidence that the rules could need and that nobody asked for: they do not see it, so a person must.
 * @returns a sentence for each, empty where all was asked
 */
export function ungefragteNachweise(
  leistung: Pick<Leistung, "nachweise">,
  kontext: Pick<Kontext, "antworten" | "nachweise" | "antragsteller" | "eingegangenAm">,
): string[] {
  return Object.entries(leistung.nachweise).flatMap(([name, nachweis]) => {
    if (nachweis.anlass !== "antrag" || kontext.nachweise[name]) return [];
    if (nachweis.noetig && !nachweis.noetig(kontext)) return [];
    const warum = nachweis.anfrage(kontext) ? "" : ", weil Angaben zur Person fehlen";
    return [`Nicht abgefragt: ${nachweis.titel} (${nachweis.registerName})${warum}.`];
  });
}

/** Free words of the applicant on the way through the form. A form that is not filled in to its end hides none. */
export function hatFreieWorte(formular: Formular, antworten: Antworten, tag: string): boolean {
  const inAntworten = (gesehen: Antworten) =>
    Object.entries(gesehen).some(([seite, werte = {}]) => enthaeltFreieWorte(formular.seiten[seite]?.felder ?? {}, werte));
  // Nearly nobody writes anything, and finding the way costs more than looking.
  if (!inAntworten(antworten)) return false;
  return formular.ersteOffene(antworten, tag) !== undefined || inAntworten(formular.stutze(antworten, tag));
}

function enthaeltFreieWorte(felder: Felder, werte: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(felder).some(([name, feld]) => {
    const wert = werte[name];
    if (feld.art === "freitext") return typeof wert === "string" && wert.trim() !== "";
    const eintrag = feld.liste?.eintrag;
    return eintrag !== undefined && eintraegeVon(wert).some((each) => enthaeltFreieWorte(eintrag, each));
  });
}

/** Why a person must look, as far as the kit itself can tell. */
export function gruendeFuerMenschen(leistung: Leistung, kontext: Kontext): string[] {
  const worte = hatFreieWorte(leistung.formular, kontext.antworten, kontext.eingegangenAm);
  return [
    ...(worte ? ["Dem Antrag liegt eine Nachricht bei, die ein Mensch lesen muss."] : []),
    ...ungefragteNachweise(leistung, kontext),
  ];
}
