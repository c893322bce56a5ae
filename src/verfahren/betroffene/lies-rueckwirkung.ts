import { type Leistung, parameterVon } from "#baukasten";
import { type IsoDatum, istDatum, plusTage } from "#kalender";
import { keinParameter, liesAenderung, wendeAn } from "#wirkung";

/** What changed for days gone by: the Leistung with the figures as they are known now, and why files are opened. */
export type Rueckwirkung = { art: "gelesen"; jetzt: Leistung; anlass: string } | { art: "fehler"; text: string };

const fehler = (text: string): Rueckwirkung => ({ art: "fehler", text });

/**
 * Reads `name` (figures in the law that carry `bekanntSeit`) or `name=wert` (imagined, from `ab` on). The imagined figure counts as known
 * from tomorrow, so that everything decided until now was decided without it. A figure of a Satzung: `leistung` is that of the Mandant.
 */
export function liesRueckwirkung(leistung: Leistung, text: string, ab: string, heute: IsoDatum): Rueckwirkung {
  if (!text.includes("=")) {
    const parameter = parameterVon(leistung).find(({ schluessel }) => schluessel === text.trim());
    if (!parameter) return fehler(keinParameter(leistung, text.trim()));
    if (!parameter.saetze.some(({ bekanntSeit }) => bekanntSeit))
      return fehler(
        `„${parameter.titel}“ hat sich nicht rückwirkend geändert: kein Satz trägt „bekanntSeit“. Für eine gedachte Änderung nennen Sie einen Wert und den Tag, ab dem er gilt.`,
      );
    return { art: "gelesen", jetzt: leistung, anlass: `Rückwirkende Änderung: ${parameter.titel}` };
  }
  if (!istDatum(ab)) return fehler("Zu einem Wert gehört der Tag, ab dem er gelten soll, zum Beispiel 2026-01-01.");
  const gelesen = liesAenderung(leistung, text, ab);
  if (gelesen.art === "fehler") return gelesen;
  const jetzt = wendeAn(leistung, [{ ...gelesen.aenderung, bekanntSeit: plusTage(heute, 1) }]);
  return { art: "gelesen", jetzt, anlass: `Gedachte rückwirkende Änderung: ${gelesen.inWorten}` };
}
