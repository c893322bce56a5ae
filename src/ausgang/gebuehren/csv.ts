import { formatiereKassenzeichen } from "./kassenzeichen.ts";
import type { Sollzeile } from "./store.ts";

/** A cell that a spreadsheet would run as a formula is led by an apostrophe: names come from people. */
function zelle(wert: string): string {
  const harmlos = /^[=+\-@\t\r]/.test(wert) ? `'${wert}` : wert;
  return /[";\n\r]/.test(harmlos) ? `"${harmlos.replaceAll('"', '""')}"` : harmlos;
}
const euro = (cent: number) => `${Math.floor(cent / 100)},${String(cent % 100).padStart(2, "0")}`;

/** The list as spreadsheets of German offices open it: semicolons, decimal comma, byte order mark. */
export function alsCsv(zeilen: readonly Sollzeile[]): string {
  const kopf = [
    "Kassenzeichen",
    "Aktenzeichen",
    "Leistung",
    "Wofür",
    "Zahlt",
    "Erhoben am",
    "Fällig am",
    "Stand",
    "Betrag",
    "Bezahlt",
    "Erstattet",
    "Offen",
  ];
  const inhalt = zeilen.map((zeile) =>
    [
      formatiereKassenzeichen(zeile.kassenzeichen),
      zeile.aktenzeichen,
      zeile.leistung,
      zeile.bezeichnung,
      zeile.schuldner,
      zeile.eroeffnetAm.toISOString().slice(0, 10),
      zeile.faelligAm,
      zeile.zustand,
      euro(zeile.betragCent),
      euro(zeile.stand.bezahltCent),
      euro(zeile.stand.erstattetCent),
      euro(zeile.offenCent),
    ].map(zelle),
  );
  return `\ufeff${[kopf, ...inhalt].map((spalten) => spalten.join(";")).join("\r\n")}\r\n`;
}
