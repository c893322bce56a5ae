/** What the rest of the system may ask of the invoice check. Pure: bytes in, report out. */
export type { Rechnung } from "./modell.ts";
export { type Bericht, pruefe, pruefeRegeln } from "./pruefe.ts";
export type { Regel, Schwere } from "./regel.ts";
export type { Befund } from "./wende-an.ts";
