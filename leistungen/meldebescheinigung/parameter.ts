import { defineParameter } from "#baukasten";
import { euro } from "#geld";

export const gebuehrPapier = defineParameter<number>({
  schluessel: "gebuehrMeldebescheinigung",
  titel: "Gebühr für eine Meldebescheinigung auf Papier",
  einheit: "Euro",
  saetze: [
    { gueltigAb: "2022-05-01", wert: euro(10), quelle: "Demowert, keine Satzung; die Länder regeln die Gebühr verschieden" },
  ],
  geprueftBis: "2026-12-31",
});
