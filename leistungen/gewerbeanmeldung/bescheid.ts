import type { Bescheidtexte } from "#baukasten";
import { formatiereDatum } from "#kalender";
import type { GwAntworten } from "./formular.ts";

export const bescheid: Bescheidtexte = {
  grundlage: "§ 15 Abs. 1 GewO",
  betreff: (antworten) => `Gewerbeanmeldung: ${(antworten as GwAntworten).taetigkeit?.beschreibung ?? ""}`.slice(0, 90),
  einleitung: (_antworten, eingegangenAm) =>
    `wir bescheinigen den Empfang Ihrer Gewerbeanmeldung, die am ${formatiereDatum(eingegangenAm)} bei uns eingegangen ist.`,
  tenor: (entscheidung) =>
    entscheidung.art === "bewilligt"
      ? "Sie haben den Beginn Ihres Gewerbes angezeigt (§ 14 Abs. 1 GewO). Diese Bescheinigung bestätigt den Empfang (§ 15 Abs. 1 GewO)."
      : "Wir können den Empfang einer Gewerbeanzeige nicht bescheinigen.",
  hinweise: [
    { art: "ueberschrift", text: "Was diese Bescheinigung bedeutet", ebene: 1 },
    {
      art: "liste",
      punkte: [
        "Sie ist keine Erlaubnis. Braucht Ihr Gewerbe eine Erlaubnis oder die Eintragung in die Handwerksrolle, dürfen Sie erst danach beginnen (§ 15 Abs. 2 GewO).",
        "Wir geben die Anzeige an die Stellen weiter, die sie nach dem Gesetz bekommen, zum Beispiel Finanzamt, Industrie- und Handelskammer oder Handwerkskammer und Berufsgenossenschaft (§ 14 GewO).",
        "Ziehen Sie um, ändern Sie die Tätigkeit oder hören Sie auf, zeigen Sie uns das bitte wieder an.",
      ],
    },
  ],
};
