import type { Bescheidtexte } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat } from "#kalender";

export const bescheid: Bescheidtexte = {
  grundlage: "Blindengeldgesetz des Landes",
  betreff: () => "Ihr Blindengeld",
  einleitung: (_antworten, eingegangenAm) =>
    `auf Ihren Antrag auf Blindengeld vom ${formatiereDatum(eingegangenAm)} entscheiden wir:`,
  tenor(entscheidung) {
    const bezahlte = entscheidung.abschnitte.filter((abschnitt) => abschnitt.betragCent > 0);
    const erster = bezahlte[0];
    if (entscheidung.art === "abgelehnt" || !erster) return "Ihr Antrag auf Blindengeld wird abgelehnt.";
    const hoehe =
      bezahlte.length === 1 ? `monatlich ${formatiereEuro(erster.betragCent, "kurz")}` : "in der unten genannten Höhe";
    return `Sie bekommen ab ${formatiereMonat(erster.von)} Blindengeld, ${hoehe}.`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie uns mitteilen müssen", ebene: 1 },
    {
      art: "absatz",
      text: "Bitte melden Sie uns sofort jede Änderung, die für das Blindengeld wichtig ist. Das gilt vor allem, wenn",
    },
    {
      art: "liste",
      punkte: [
        "sich Ihr Sehvermögen bessert oder das Merkzeichen Bl wegfällt,",
        "Sie in ein Heim oder in ein anderes Bundesland ziehen,",
        "Sie einen Pflegegrad bekommen oder sich der Pflegegrad ändert,",
        "Sie wegen Ihrer Blindheit eine andere Leistung bekommen.",
      ],
    },
    {
      art: "absatz",
      text: "Auf Wunsch bekommen Sie diesen Bescheid kostenfrei in einer Form, die Sie lesen können, zum Beispiel in Brailleschrift, in Großdruck oder als Hörfassung. Sagen Sie uns bitte, welche.",
    },
  ],
};
