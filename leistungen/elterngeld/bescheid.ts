import type { Antworten, Bescheidtexte } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum } from "#kalender";
import type { EgAntworten } from "./formular.ts";

const kindName = (antworten: Antworten) => {
  const { kind } = antworten as EgAntworten;
  return `${kind?.vornamen ?? ""} ${kind?.nachname ?? ""}`.trim();
};

/** Whoever declares no work is paid under reserve of revocation; whose income is only expected, provisionally. */
function vorbehalt(antworten: Antworten): string {
  const arbeite = (antworten as EgAntworten).arbeitNachher?.arbeite;
  if (arbeite === undefined) return "";
  return arbeite
    ? "Die Höhe ist vorläufig, bis Ihr Einkommen in dieser Zeit nachgewiesen ist (§ 8 Abs. 3 BEEG)."
    : "Die Zahlung steht unter dem Vorbehalt des Widerrufs für den Fall, dass Sie entgegen Ihrer Angabe in dieser Zeit Einkommen aus Erwerbstätigkeit haben (§ 8 Abs. 2 BEEG).";
}

export const bescheid: Bescheidtexte = {
  vorbehalt,
  grundlage: "Bundeselterngeld- und Elternzeitgesetz (BEEG)",
  betreff: (antworten) => `Elterngeld für ${kindName(antworten)}`,
  einleitung(antworten, eingegangenAm) {
    const geboren = (antworten as EgAntworten).kind?.geburtsdatum;
    return `auf Ihren Antrag vom ${formatiereDatum(eingegangenAm)} für ${kindName(antworten)}${geboren ? `, geboren am ${formatiereDatum(geboren)},` : ""} entscheiden wir:`;
  },
  tenor(entscheidung, antworten) {
    const bezahlte = (entscheidung.zeitraeume ?? []).filter((zeitraum) => zeitraum.betragCent > 0);
    const [erster] = bezahlte;
    const letzter = bezahlte.at(-1);
    if (entscheidung.art === "abgelehnt" || !erster || !letzter)
      return `Ihr Antrag auf Elterngeld für ${kindName(antworten)} wird abgelehnt.`;
    const gleich = bezahlte.every((zeitraum) => zeitraum.betragCent === erster.betragCent);
    const hoehe = gleich
      ? `${formatiereEuro(erster.betragCent, "kurz")} für jeden dieser Lebensmonate`
      : "für jeden Lebensmonat in der unten genannten Höhe";
    const welche = bezahlte.length === 1 ? "einen Lebensmonat" : `${bezahlte.length} Lebensmonate`;
    return `Für ${kindName(antworten)} wird Ihnen Elterngeld für ${welche} vom ${formatiereDatum(erster.von)} bis ${formatiereDatum(letzter.bis)} gezahlt, ${hoehe}. ${vorbehalt(antworten)}`.trim();
  },
  hinweise: [
    { art: "ueberschrift", text: "Lebensmonate", ebene: 1 },
    {
      art: "absatz",
      text: "Elterngeld wird für Lebensmonate des Kindes gezahlt (§ 4 Abs. 2 BEEG). Ein Lebensmonat beginnt an dem Tag des Monats, an dem das Kind geboren ist.",
    },
    { art: "ueberschrift", text: "Was Sie uns mitteilen müssen", ebene: 1 },
    {
      art: "absatz",
      text: "Bitte melden Sie uns jede Änderung, die für das Elterngeld wichtig ist (§ 60 SGB I). Das gilt vor allem, wenn",
    },
    {
      art: "liste",
      punkte: [
        "das Kind nicht mehr in Ihrem Haushalt lebt,",
        "Sie mehr oder weniger arbeiten oder verdienen als angegeben,",
        "Sie oder der andere Elternteil die Monate anders aufteilen wollen,",
        "Sie Mutterschaftsgeld oder eine andere Leistung für das Kind bekommen,",
        "Sie umziehen oder sich Ihre Bankverbindung ändert.",
      ],
    },
    { art: "ueberschrift", text: "Monate ändern", ebene: 1 },
    {
      art: "absatz",
      text: "Bis zum Ende des Bezugs können Sie Ihren Antrag ändern, rückwirkend für die letzten drei Lebensmonate (§ 7 Abs. 2 BEEG). Schreiben Sie uns, welche Monate Sie anders möchten.",
    },
  ],
};
