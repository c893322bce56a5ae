import type { Bescheidtexte } from "#baukasten";
import { formatiereDatum } from "#kalender";

export const bescheid: Bescheidtexte = {
  grundlage: "§ 3 Abs. 1 FZV",
  betreff: () => "Zulassung Ihres Fahrzeugs",
  einleitung: (_antworten, eingegangenAm) =>
    `auf Ihren Antrag auf Zulassung vom ${formatiereDatum(eingegangenAm)} entscheiden wir:`,
  tenor(entscheidung) {
    if (entscheidung.art === "abgelehnt") return "Ihr Antrag auf Zulassung wird abgelehnt.";
    const kennzeichen = entscheidung.tatsachen.find(({ text }) => text === "Kennzeichen")?.wert;
    return `Ihr Fahrzeug ist zugelassen${kennzeichen ? `. Ihm ist das Kennzeichen ${kennzeichen} zugeteilt` : ""}.`;
  },
  hinweise: [
    { art: "ueberschrift", text: "So geht es weiter", ebene: 1 },
    {
      art: "liste",
      punkte: [
        "Papiere, Stempelplaketten und Plakettenträger schicken wir spätestens sechs Kalendertage nach dem Abruf dieses Bescheids an Ihre Meldeanschrift (§ 26 Abs. 4 Nr. 4 FZV).",
        "Bis sie da sind, dürfen Sie höchstens zehn Kalendertage nach dem Abruf mit ungestempelten Kennzeichen fahren (§ 26 Abs. 4 Nr. 5, § 31 FZV). Legen Sie dazu den vorläufigen Zulassungsnachweis gut lesbar ins Fahrzeug.",
        "Kleben Sie die Plakettenträger sofort auf, wenn sie da sind.",
      ],
    },
  ],
  worte: { bewilligt: "Zugelassen", abgelehnt: "Abgelehnt" },
};
