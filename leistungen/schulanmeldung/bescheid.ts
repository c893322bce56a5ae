import type { Bescheidtexte, Entscheidung } from "#baukasten";
import { formatiereDatum } from "#kalender";
import type { SaAntworten } from "./formular.ts";

const wertVon = ({ spur }: Entscheidung, schluessel: string) => spur.find((each) => each.schluessel === schluessel)?.wert;

export const bescheid: Bescheidtexte = {
  grundlage: "Schulgesetz des Landes",
  worte: { bewilligt: "Angemeldet", abgelehnt: "Nicht angemeldet" },
  betreff: (antworten) => `Schulanmeldung für ${(antworten as SaAntworten).kind?.vornamen ?? "Ihr Kind"}`,
  einleitung: (_antworten, eingegangenAm) => `Ihre Anmeldung ist am ${formatiereDatum(eingegangenAm)} bei uns angekommen.`,
  tenor(entscheidung, antworten) {
    const { kind, schule, wunschschule } = antworten as SaAntworten;
    const name = `${kind?.vornamen ?? ""} ${kind?.nachname ?? ""}`;
    if (entscheidung.art === "abgelehnt") return `Die Anmeldung von ${name} können wir so nicht annehmen.`;
    const jahr = Number(wertVon(entscheidung, "schuljahr"));
    const wo = schule?.wahl === "andere" ? wunschschule?.name : wertVon(entscheidung, "schule");
    return `${name} ist für das Schuljahr ${jahr}/${jahr + 1} angemeldet: ${wo}.`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Wie es weitergeht", ebene: 1 },
    {
      art: "absatz",
      text: "Diese Bestätigung sagt, wo Ihr Kind angemeldet ist. Über die Aufnahme entscheidet die Schule. Sie lädt Sie und Ihr Kind ein.",
    },
    {
      art: "liste",
      punkte: [
        "Der schulärztliche Dienst schreibt Ihnen einen Termin für die Untersuchung.",
        "Ziehen Sie vor dem ersten Schultag um, sagen Sie uns bitte Bescheid: Dann kann eine andere Schule zuständig sein.",
      ],
    },
  ],
};
