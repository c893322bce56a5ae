import { formatiereZeitraum } from "#baukasten";
import type { Betroffener } from "#betroffene";
import { CSV_ANFANG, csvZeile } from "#http";
import { formatiereDatum } from "#kalender";
import { zahlungsart } from "./betroffene-worte.ts";

/** No amount here is negative: what is owed has its own kind of line. */
const euro = (cent: number) => `${Math.floor(cent / 100)},${String(cent % 100).padStart(2, "0")}`;

export const csvKopf =
  CSV_ANFANG +
  csvZeile([
    "Aktenzeichen",
    "Entschieden am",
    "Ergebnis bisher",
    "Ergebnis neu",
    "Art",
    "Wofür",
    "Bisher",
    "Neu",
    "Nachvollzogen",
    "Schon geändert",
  ]);

/** A line for each amount that differs; one without amounts where none does, so that nobody is missing. */
export function alsCsv(betroffener: Betroffener): string {
  const { aktenzeichen, entschiedenAm, ergebnisBisher, ergebnisNeu, nachvollzogen, schonGeaendert } = betroffener;
  const vorne = [aktenzeichen, formatiereDatum(entschiedenAm), ergebnisBisher, ergebnisNeu];
  const hinten = [nachvollzogen, schonGeaendert].map((wahr) => (wahr ? "ja" : "nein"));
  if (betroffener.unterschiede.length === 0) return csvZeile([...vorne, "", "", "", "", ...hinten]);
  return betroffener.unterschiede
    .map((unterschied) => {
      const { art, name, von, bis, bisherCent, neuCent } = unterschied;
      const wofuer = [name, von && formatiereZeitraum(von, bis)].filter((teil) => teil !== "").join(", ");
      return csvZeile([...vorne, zahlungsart[art], wofuer, euro(bisherCent), euro(neuCent), ...hinten]);
    })
    .join("");
}
