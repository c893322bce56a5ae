import { dayOf } from "#clock";
import { CSV_ANFANG, csvZeile } from "#http";
import { formatiereKassenzeichen } from "./kassenzeichen.ts";
import type { Sollzeile } from "./store.ts";

const euro = (cent: number) => `${Math.floor(cent / 100)},${String(cent % 100).padStart(2, "0")}`;

/** First line of the list as spreadsheets of German offices open it: semicolons, decimal comma, byte order mark. */
export const csvKopf = `${CSV_ANFANG}${csvZeile([
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
])}`;

/** Lines of the list, below its first one. */
export const alsCsv = (zeilen: readonly Sollzeile[]): string =>
  zeilen
    .map((zeile) =>
      csvZeile([
        formatiereKassenzeichen(zeile.kassenzeichen),
        zeile.aktenzeichen,
        zeile.leistung,
        zeile.bezeichnung,
        zeile.schuldner,
        dayOf(zeile.eroeffnetAm),
        zeile.faelligAm,
        zeile.zustand,
        euro(zeile.betragCent),
        euro(zeile.stand.bezahltCent),
        euro(zeile.stand.erstattetCent),
        euro(zeile.offenCent),
      ]),
    )
    .join("");
