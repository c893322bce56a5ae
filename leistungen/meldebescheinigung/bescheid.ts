import type { Bescheidtexte } from "#baukasten";
import { formatiereDatum } from "#kalender";

export const bescheid: Bescheidtexte = {
  grundlage: "§ 18 BMG",
  betreff: () => "Ihre Meldebescheinigung",
  einleitung: (_antworten, eingegangenAm) => `auf Ihren Antrag vom ${formatiereDatum(eingegangenAm)} bescheinigen wir:`,
  tenor: (entscheidung) =>
    entscheidung.art === "bewilligt"
      ? "Im Melderegister sind zu Ihnen die unten genannten Daten gespeichert."
      : "Wir können Ihnen keine Meldebescheinigung ausstellen.",
  hinweise: [
    {
      art: "absatz",
      text: "Stimmt etwas nicht? Dann schreiben Sie uns bitte: Unrichtige Daten im Melderegister berichtigen wir, das kostet nichts (§ 6 BMG).",
    },
  ],
};
