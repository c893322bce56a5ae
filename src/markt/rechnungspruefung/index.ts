/** What the rest of the system may ask of the invoice check. Pure: bytes in, report out. */
export type { Rechnung } from "./modell.ts";
export type { Regel, Schwere } from "./regel.ts";
