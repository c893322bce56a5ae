/** What the rest of the system may ask of the invoice check. Pure: bytes in, report out. */
export { begriffsname } from "./begriffe.ts";
export { type Dezimal, schreibe } from "./dezimal.ts";
export { liesAnhang } from "./lies-pdf.ts";
export type { Rechnung } from "./modell.ts";
export { type Bericht, dokumentmaengel, pruefe, pruefeRegeln, untersuche } from "./pruefe.ts";
export type { Regel, Schwere } from "./regel.ts";
export { liesSkonto, type Skonto } from "./regeln/mehr/skonto.ts";
export { begriffeDer, regeln } from "./regeln.ts";
export type { Befund } from "./wende-an.ts";
export { attribut, gefuellt, tag, text, zahl } from "./werte.ts";
