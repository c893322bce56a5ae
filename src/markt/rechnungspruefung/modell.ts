/** What the rules see: the model of EN 16931 and its groups. */

export { type Position, unterpositionen } from "./modell/position.ts";
export { liesRechnung, type Rechnung } from "./modell/rechnung.ts";

import type { Rechnung } from "./modell/rechnung.ts";

type Element<T> = T extends readonly (infer E)[] ? E : never;

/** BG-23: one row of the VAT breakdown */
export type Steuerzeile = Element<Rechnung["steueraufschluesselung"]>;
/** BG-20, BG-21: allowance or charge of the document; those of a line have the same fields */
export type Nachlass = Element<Rechnung["nachlaesse"]>;
/** BG-16 */
export type Zahlungsanweisung = Element<Rechnung["zahlungsanweisungen"]>;
/** BG-22 */
export type Summen = Element<Rechnung["summen"]>;
/** BG-5 and its like */
export type Anschrift = Element<Element<Rechnung["verkaeufer"]>["anschrift"]>;
