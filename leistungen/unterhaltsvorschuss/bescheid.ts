import type { Antworten, Bescheidtexte } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat } from "#kalender";
import type { UvAntworten } from "./formular.ts";

const kindName = (antworten: Antworten) => {
  const { kind } = antworten as UvAntworten;
  return `${kind?.vornamen ?? ""} ${kind?.nachname ?? ""}`.trim();
};

export const bescheid: Bescheidtexte = {
  grundlage: "Unterhaltsvorschussgesetz (UhVorschG)",
  betreff: (antworten) => `Unterhaltsvorschuss für ${kindName(antworten)}`,
  einleitung(antworten, eingegangenAm) {
    const geboren = (antworten as UvAntworten).kind?.geburtsdatum;
    return `auf Ihren Antrag vom ${formatiereDatum(eingegangenAm)} für ${kindName(antworten)}${geboren ? `, geboren am ${formatiereDatum(geboren)},` : ""} entscheiden wir:`;
  },
  tenor(entscheidung, antworten) {
    const bezahlte = entscheidung.abschnitte.filter((abschnitt) => abschnitt.betragCent > 0);
    const erster = bezahlte[0];
    if (entscheidung.art === "abgelehnt" || !erster)
      return `Ihr Antrag auf Unterhaltsvorschuss für ${kindName(antworten)} wird abgelehnt.`;
    const hoehe =
      bezahlte.length === 1 ? `monatlich ${formatiereEuro(erster.betragCent, "kurz")}` : "in der unten genannten Höhe";
    return `Für ${kindName(antworten)} wird ab ${formatiereMonat(erster.von)} Unterhaltsvorschuss gezahlt, ${hoehe}.`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie uns mitteilen müssen", ebene: 1 },
    {
      art: "absatz",
      text: "Bitte melden Sie uns sofort jede Änderung, die für den Unterhaltsvorschuss wichtig ist (§ 6 Abs. 4 UhVorschG). Wer das vorsätzlich oder fahrlässig unterlässt, muss zu viel gezahlte Beträge ersetzen (§ 5 Abs. 1 UhVorschG). Das gilt vor allem, wenn",
    },
    {
      art: "liste",
      punkte: [
        "das Kind nicht mehr bei Ihnen lebt,",
        "Sie heiraten oder mit dem anderen Elternteil zusammenziehen,",
        "der andere Elternteil Unterhalt zahlt oder mehr zahlt als bisher,",
        "Ihnen der Aufenthalt des anderen Elternteils bekannt wird,",
        "Sie umziehen oder sich Ihre Bankverbindung ändert.",
      ],
    },
    { art: "ueberschrift", text: "Unterhalt des anderen Elternteils", ebene: 1 },
    {
      art: "absatz",
      text: "Soweit wir zahlen, geht der Unterhaltsanspruch des Kindes gegen den anderen Elternteil auf das Land über (§ 7 UhVorschG). Wir wenden uns deshalb an ihn.",
    },
  ],
};
