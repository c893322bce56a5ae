import type { Antworten, Bescheidtexte } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, formatiereMonat } from "#kalender";
import { type KgAntworten, ohneAntragBegonnen } from "./formular.ts";

const kindName = (antworten: Antworten) => {
  const { kind } = antworten as KgAntworten;
  return `${kind?.vornamen ?? ""} ${kind?.nachname ?? ""}`.trim();
};

export const bescheid: Bescheidtexte = {
  grundlage: "Einkommensteuergesetz (EStG)",
  worte: { bewilligt: "Festgesetzt", abgelehnt: "Nicht festgesetzt" },
  betreff: (antworten) => `Kindergeld für ${kindName(antworten)}`,
  einleitung(antworten, eingegangenAm) {
    const geboren = (antworten as KgAntworten).kind?.geburtsdatum;
    const kind = `${kindName(antworten)}${geboren ? `, geboren am ${formatiereDatum(geboren)},` : ""}`;
    return ohneAntragBegonnen(antworten)
      ? `wir haben am ${formatiereDatum(eingegangenAm)} von der Geburt erfahren. Für ${kind} entscheiden wir, ohne dass Sie einen Antrag stellen müssen:`
      : `auf Ihren Antrag vom ${formatiereDatum(eingegangenAm)} für ${kind} entscheiden wir:`;
  },
  tenor(entscheidung, antworten) {
    const bezahlte = entscheidung.abschnitte.filter((abschnitt) => abschnitt.betragCent > 0);
    const erster = bezahlte[0];
    if (entscheidung.art === "abgelehnt" || !erster) return `Für ${kindName(antworten)} wird kein Kindergeld festgesetzt.`;
    const hoehe =
      bezahlte.length === 1 ? `monatlich ${formatiereEuro(erster.betragCent, "kurz")}` : "in der unten genannten Höhe";
    return `Für ${kindName(antworten)} wird ab ${formatiereMonat(erster.von)} Kindergeld festgesetzt, ${hoehe}.`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie uns mitteilen müssen", ebene: 1 },
    {
      art: "absatz",
      text: "Bitte melden Sie uns sofort jede Änderung, die für das Kindergeld wichtig ist (§ 68 Abs. 1 EStG). Zu viel gezahltes Kindergeld müssen Sie zurückzahlen. Das gilt vor allem, wenn",
    },
    {
      art: "liste",
      punkte: [
        "das Kind nicht mehr bei Ihnen lebt,",
        "das Kind seine Ausbildung beendet, abbricht oder wechselt,",
        "Sie oder der andere Elternteil im Ausland arbeiten,",
        "es für das Kind Familienleistungen aus einem anderen Land gibt,",
        "Sie umziehen oder sich Ihre Bankverbindung ändert.",
      ],
    },
    { art: "ueberschrift", text: "Wenn jemand anderes das Kindergeld bekommen soll", ebene: 1 },
    {
      art: "absatz",
      text: "Leben Sie mit dem anderen Elternteil zusammen, können Sie gemeinsam bestimmen, wer das Kindergeld bekommt (§ 64 Abs. 2 EStG). Schreiben Sie uns dazu beide.",
    },
  ],
};
