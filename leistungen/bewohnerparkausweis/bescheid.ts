import type { Bescheidtexte } from "#baukasten";
import { formatiereDatum, plusMonate, plusTage } from "#kalender";
import type { BpAntworten } from "./formular.ts";

export const bescheid: Bescheidtexte = {
  grundlage: "§ 45 Abs. 1b Satz 1 Nr. 2a StVO",
  worte: { bewilligt: "Erteilt", abgelehnt: "Abgelehnt" },
  betreff: () => "Ihr Bewohnerparkausweis",
  einleitung: (_antworten, eingegangenAm) =>
    `auf Ihren Antrag auf einen Bewohnerparkausweis vom ${formatiereDatum(eingegangenAm)} entscheiden wir:`,
  tenor(entscheidung, antworten) {
    const { beginn, fahrzeug } = antworten as BpAntworten;
    const kennzeichen = fahrzeug?.kennzeichen?.toUpperCase() ?? "";
    if (entscheidung.art === "abgelehnt") return `Ihr Antrag auf einen Bewohnerparkausweis für ${kennzeichen} wird abgelehnt.`;
    const zone = entscheidung.tatsachen.find(({ text }) => text === "Bewohnerparkzone")?.wert;
    // The first day as it was decided: a day that had gone by is not granted.
    const ab = entscheidung.spur.find(({ schluessel }) => schluessel === "ab")?.wert ?? beginn?.ab;
    const zeit =
      typeof ab === "string" ? ` vom ${formatiereDatum(ab)} bis ${formatiereDatum(plusTage(plusMonate(ab, 12), -1))}` : "";
    return `Sie bekommen einen Bewohnerparkausweis für ${kennzeichen}${zone ? `, Zone ${zone},` : ""}${zeit}.`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie wissen müssen", ebene: 1 },
    {
      art: "liste",
      punkte: [
        "Legen Sie den Ausweis gut lesbar hinter die Windschutzscheibe.",
        "Ein Anspruch auf einen bestimmten Parkplatz besteht nicht.",
        "Ziehen Sie um oder wechseln Sie das Fahrzeug, geben Sie den Ausweis bitte zurück und beantragen Sie einen neuen.",
      ],
    },
  ],
};
