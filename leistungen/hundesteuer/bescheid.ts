import type { Bescheidtexte } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import type { HuAntworten } from "./formular.ts";

export const bescheid: Bescheidtexte = {
  grundlage: "Hundesteuersatzung",
  worte: { bewilligt: "Festgesetzt", abgelehnt: "Keine Steuer" },
  betreff: (antworten) => `Hundesteuer für ${(antworten as HuAntworten).hund?.name ?? "Ihren Hund"}`,
  einleitung: (_antworten, eingegangenAm) => `auf Ihre Mitteilung vom ${formatiereDatum(eingegangenAm)} setzen wir fest:`,
  tenor(entscheidung, antworten) {
    const name = (antworten as HuAntworten).hund?.name ?? "Ihren Hund";
    if (entscheidung.art === "abgelehnt") return `Für ${name} setzen wir keine Hundesteuer fest.`;
    const cent = (entscheidung.forderungen ?? []).reduce((summe, { betragCent }) => summe + betragCent, 0);
    if (cent === 0) return `${name} ist angemeldet und von der Hundesteuer befreit.`;
    return `Die Hundesteuer für ${name} beträgt ${formatiereEuro(cent)}.`;
  },
  hinweise: [
    { art: "ueberschrift", text: "Was Sie uns mitteilen müssen", ebene: 1 },
    {
      art: "absatz",
      text: "Bitte teilen Sie uns jede Änderung mit. Das geht auf demselben Weg wie die Anmeldung. Vor allem, wenn",
    },
    {
      art: "liste",
      punkte: [
        "Sie den Hund nicht mehr halten oder wegziehen,",
        "Sie einen weiteren Hund aufnehmen,",
        "der Grund einer Befreiung oder Ermäßigung wegfällt.",
      ],
    },
    {
      art: "absatz",
      text: "Dieser Bescheid gilt für die Zeit, die in der Tabelle steht. Für das nächste Jahr bekommen Sie einen neuen.",
    },
  ],
};
