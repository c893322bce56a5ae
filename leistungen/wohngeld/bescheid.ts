import type { Bescheidtexte, Entscheidung } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat, plusMonateMonat } from "#kalender";

/** Why the period is shorter than the twelve months that people expect. */
const gekuerzt = ({ abschnitte }: Entscheidung): string => {
  const [erster, letzter] = [abschnitte[0], abschnitte.at(-1)];
  return erster && letzter && letzter.bis < plusMonateMonat(erster.von, 11)
    ? ` Danach gelten neue Werte (§ 43 WoGG), die noch nicht feststehen; bitte stellen Sie für die Zeit nach ${formatiereMonat(letzter.bis)} einen neuen Antrag.`
    : "";
};

export const bescheid: Bescheidtexte = {
  grundlage: "Wohngeldgesetz (WoGG)",
  betreff: () => "Wohngeld (Mietzuschuss)",
  einleitung: (_antworten, eingegangenAm) => `auf Ihren Antrag vom ${formatiereDatum(eingegangenAm)} entscheiden wir:`,
  tenor(entscheidung) {
    const bezahlte = entscheidung.abschnitte.filter((abschnitt) => abschnitt.betragCent > 0);
    const [erster, letzter] = [bezahlte[0], bezahlte.at(-1)];
    if (entscheidung.art === "abgelehnt" || !erster || !letzter) return "Ihr Antrag auf Wohngeld wird abgelehnt.";
    const hoehe =
      bezahlte.length === 1 ? `monatlich ${formatiereEuro(erster.betragCent, "kurz")}` : "in der unten genannten Höhe";
    return `Sie bekommen von ${formatiereMonat(erster.von)} bis ${formatiereMonat(letzter.bis)} Wohngeld als Mietzuschuss, ${hoehe}.${gekuerzt(entscheidung)}`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie uns mitteilen müssen", ebene: 1 },
    {
      art: "absatz",
      text: "Bitte melden Sie uns sofort (§ 27 Abs. 3, § 28 Abs. 1 WoGG), wenn",
    },
    {
      art: "liste",
      punkte: [
        "weniger Menschen in Ihrem Haushalt leben,",
        "die Miete um mehr als 15 Prozent sinkt,",
        "die Einnahmen Ihres Haushalts um mehr als 15 Prozent steigen,",
        "Sie aus der Wohnung ausziehen,",
        "jemand im Haushalt Bürgergeld, Grundsicherung oder Sozialhilfe beantragt oder bekommt.",
      ],
    },
    { art: "ueberschrift", text: "Wie es weitergeht", ebene: 1 },
    {
      art: "absatz",
      text: "Wohngeld gibt es nicht automatisch weiter. Stellen Sie etwa zwei Monate vor dem Ende des Zeitraums einen neuen Antrag; wir erinnern Sie daran. Steigt die Miete oder sinkt Ihr Einkommen um mehr als 10 Prozent, oder kommt jemand in den Haushalt, melden Sie uns das bitte unter „Mein Bereich“: Das gilt als Antrag auf mehr Wohngeld (§ 27 Abs. 1 WoGG).",
    },
  ],
};
