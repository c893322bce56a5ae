/** Benefits that live on: birthdays, rates, reports, hearing, change, recovery, end. */
export { KONTOWECHSEL_WARTETAGE, type Kontoergebnis } from "./aendere-konto.ts";
export { createDauerleistungen, type Dauerleistungen } from "./dauerleistungen.ts";
export { type Dauerstand, dauerstandAus } from "./dauerstand.ts";
export type { Umfang } from "./entscheide-aenderung.ts";
export { erstattungFuer, zuBeurteilen } from "./erstattung.ts";
export { Gegenueberstellung, gruppiere } from "./gegenueberstellung.ts";
export { type Aenderungsansicht, antwortenAm, istBeendet, type LaufendeLeistung } from "./lies.ts";
export type { Aenderungsmeldung, Gemeldet } from "./melde-aenderung.ts";
