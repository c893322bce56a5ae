/** What the rest of the system may ask about incoming invoices: how they look to a clerk, and what a supplier is told. */
export { Rechnungsansicht } from "./ansicht/ansicht.tsx";
export { liesBild, type Rechnungsbild } from "./ansicht/lies-bild.ts";
export { Berichtsansicht } from "./bericht/bericht.tsx";
export { fasseBericht, type Pruefbericht } from "./bericht/fasse-bericht.ts";
export { type Berichtsatz, createBerichtsatz } from "./bericht/setze-bericht.ts";
