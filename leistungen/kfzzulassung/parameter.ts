import { defineParameter, defineTafel } from "#baukasten";
import { euro } from "#geld";

const vorhaben = ["neu", "halterwechsel", "wieder"] as const;
const worte = { neu: "Erstzulassung", halterwechsel: "Halterwechsel", wieder: "Wiederzulassung" } as const;

/** Which way is open to which car. */
export const zulaessigerStand = defineTafel({
  schluessel: "zulaessigerStand",
  titel: "Der Stand des Fahrzeugs passt zum Vorhaben",
  treffer: "unique",
  spalten: {
    art: { art: "auswahl", titel: "Vorhaben", werte: vorhaben, worte },
    status: {
      art: "auswahl",
      titel: "Stand im Register",
      werte: ["neu", "zugelassen", "ausserBetrieb"],
      worte: { neu: "noch nie zugelassen", zugelassen: "zugelassen", ausserBetrieb: "außer Betrieb gesetzt" },
    },
  },
  saetze: [
    {
      gueltigAb: "2023-09-01",
      quelle: "§§ 27, 29, 30 FZV",
      wert: [
        { wenn: { art: "neu", status: "neu" }, dann: true, norm: "§ 27 FZV", satz: "Das Fahrzeug war noch nicht zugelassen." },
        {
          wenn: { art: "neu", status: ["zugelassen", "ausserBetrieb"] },
          dann: false,
          norm: "§ 27 FZV",
          satz: "Das Fahrzeug war schon einmal zugelassen.",
        },
        {
          wenn: { art: "halterwechsel", status: ["zugelassen", "ausserBetrieb"] },
          dann: true,
          norm: "§ 30 FZV",
          satz: "Das Fahrzeug steht im Register und kann auf Sie umgeschrieben werden.",
        },
        {
          wenn: { art: "halterwechsel", status: "neu" },
          dann: false,
          norm: "§ 30 FZV",
          satz: "Das Fahrzeug war noch nie zugelassen.",
        },
        {
          wenn: { art: "wieder", status: "ausserBetrieb" },
          dann: true,
          norm: "§ 29 FZV",
          satz: "Das Fahrzeug ist außer Betrieb gesetzt.",
        },
        {
          wenn: { art: "wieder", status: ["neu", "zugelassen"] },
          dann: false,
          norm: "§ 29 FZV",
          satz: "Das Fahrzeug ist nicht außer Betrieb gesetzt.",
        },
      ],
    },
  ],
  geprueftBis: "2026-12-31",
});

const demo =
  "Demowert, Gebührentarif der GebOSt nicht geprüft; eine Großstadt veröffentlicht für den Onlineweg 12,80 Euro (neu) und 9,90 bis 12,80 Euro (gebraucht)";

export const gebuehrZulassung = defineTafel({
  schluessel: "gebuehrZulassung",
  titel: "Gebühr für die internetbasierte Zulassung",
  einheit: "Euro",
  treffer: "unique",
  spalten: { art: { art: "auswahl", titel: "Vorhaben", werte: vorhaben, worte } },
  saetze: [
    {
      gueltigAb: "2023-09-01",
      quelle: demo,
      wert: [
        { wenn: { art: ["neu", "halterwechsel"] }, dann: euro(12.8) },
        { wenn: { art: "wieder" }, dann: euro(9.9) },
      ],
    },
  ],
  geprueftBis: "2026-12-31",
});

export const gebuehrWunsch = defineParameter<number>({
  schluessel: "gebuehrWunschkennzeichen",
  titel: "Zuschlag für ein Wunschkennzeichen",
  einheit: "Euro",
  saetze: [{ gueltigAb: "2023-09-01", wert: euro(10.2), quelle: "Demowert, Gebührentarif der GebOSt nicht geprüft" }],
  geprueftBis: "2026-12-31",
});
