import { defineParameter } from "#baukasten";
import { euro } from "#geld";

export const gebuehrAnmeldung = defineParameter<number>({
  schluessel: "gebuehrGewerbeanmeldung",
  titel: "Gebühr für die Gewerbeanmeldung",
  einheit: "Euro",
  saetze: [
    { gueltigAb: "2023-01-01", wert: euro(26), quelle: "Demowert, keine Gebührenordnung; die Länder regeln sie verschieden" },
  ],
  geprueftBis: "2026-12-31",
});
