import type { Bescheidtexte } from "#baukasten";
import { formatiereEuro } from "#geld";

export const bescheid: Bescheidtexte = {
  grundlage: "Bundeskindergeldgesetz (BKGG)",
  worte: { bewilligt: "Wahrscheinlich ja", abgelehnt: "Wahrscheinlich nein" },
  betreff: () => "Kinderzuschlag: unverbindliche Prüfung",
  einleitung: () => "aus Ihren Angaben ergibt sich:",
  tenor(entscheidung) {
    const erster = entscheidung.abschnitte.find((abschnitt) => abschnitt.betragCent > 0);
    if (entscheidung.vorschlag === "bewilligt" && erster)
      return `Sie können wahrscheinlich Kinderzuschlag bekommen, etwa ${formatiereEuro(erster.betragCent, "kurz")} im Monat für alle Kinder zusammen.`;
    if (entscheidung.vorschlag === "abgelehnt") return "Kinderzuschlag steht Ihnen nach diesen Angaben wahrscheinlich nicht zu.";
    return "Mit diesen Angaben lässt sich nicht sagen, ob Ihnen Kinderzuschlag zusteht.";
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie jetzt tun können", ebene: 1 },
    {
      art: "liste",
      punkte: [
        "Beantragen Sie Kinderzuschlag bei der Familienkasse. Er wird frühestens ab dem Monat des Antrags gezahlt.",
        "Prüfen Sie auch Wohngeld. Beides zusammen ist möglich.",
        "Mit Kinderzuschlag oder Wohngeld gibt es Leistungen für Bildung und Teilhabe, und Kita-Gebühren können entfallen.",
      ],
    },
    {
      art: "absatz",
      text: "Das ist eine Auskunft und keine Entscheidung. Die Familienkasse prüft Ihr Einkommen genauer, zum Beispiel Fahrtkosten und Versicherungen.",
    },
  ],
};
