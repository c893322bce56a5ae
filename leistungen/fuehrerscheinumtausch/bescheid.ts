import type { Bescheidtexte } from "#baukasten";
import { formatiereDatum } from "#kalender";
import type { FuAntworten } from "./formular.ts";

export const bescheid: Bescheidtexte = {
  grundlage: "§ 24a Abs. 2 FeV mit Anlage 8e",
  betreff: () => "Umtausch Ihres Führerscheins",
  einleitung: (_antworten, eingegangenAm) =>
    `auf Ihren Antrag auf Umtausch Ihres Führerscheins vom ${formatiereDatum(eingegangenAm)} entscheiden wir:`,
  tenor(entscheidung, antworten) {
    if (entscheidung.art === "abgelehnt") return "Ihr Führerschein wird nicht umgetauscht.";
    const weg = (antworten as FuAntworten).empfang?.weg;
    const danach =
      weg === "versand"
        ? "Bitte schicken Sie uns den alten Führerschein; der neue kommt dann mit der Post."
        : "Wir schreiben Ihnen, wenn Sie ihn abholen können. Bitte bringen Sie den alten mit.";
    return `Ihr Führerschein wird umgetauscht. Der neue ist bestellt. ${danach}`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie wissen sollten", ebene: 1 },
    {
      art: "liste",
      punkte: [
        "Der neue Führerschein gilt 15 Jahre (§ 24a Abs. 1 FeV). Was Sie fahren dürfen, ändert sich durch den Umtausch nicht.",
        "Den alten Führerschein behalten wir ein oder machen ihn ungültig (§ 25 Abs. 5 FeV).",
        "Nach dem Tag, bis zu dem umzutauschen ist, ist das alte Dokument ungültig; die Fahrerlaubnis bleibt bestehen.",
      ],
    },
  ],
  worte: { bewilligt: "Freigegeben", abgelehnt: "Abgelehnt" },
};
