import { type Anspruchscheck, angenommenerGeburtstag } from "#baukasten";

export const check: Anspruchscheck = ({ heute, blind, land }) =>
  blind === undefined || blind === "nein"
    ? []
    : [
        {
          fakten: {
            geburtsdatum: angenommenerGeburtstag(heute, 40),
            wohntHier: true,
            land: land === "NW" || land === "NI" ? land : undefined,
            merkzeichenBl: blind === "merkzeichen" ? true : undefined,
            blindSeit: blind === "merkzeichen" ? heute : undefined,
            blindBis: "9999-12-31",
            imHeim: false,
            andereLeistung: false,
          },
          annahmen: [
            "Sie sind erwachsen, wohnen hier und nicht in einer Einrichtung.",
            "Sie bekommen keine gleichartige Leistung.",
          ],
        },
      ];
