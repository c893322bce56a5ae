/** What people owe: opened with the notice, paid online, by transfer or at the counter, refunded; each claim is a log under a Kassenzeichen. */
export { anbieterUeberHttp, unterschreibeMeldung, type Zahlungsanbieter } from "./anbieter.ts";
export type { Sollstellung } from "./contract.ts";
export type { Forderungsfall } from "./eroeffne.ts";
export { createGebuehren, type Gebuehren } from "./gebuehren.ts";
export { fuehreErstattungAus, pruefeZahlung } from "./jobs.ts";
export { formatiereKassenzeichen, leseKassenzeichen } from "./kassenzeichen.ts";
export { AuszugUnlesbar } from "./kontoauszug/lies-camt.ts";
export { registerKontoauszug } from "./kontoauszug/routes.ts";
export { gebuehrenKinds } from "./log-kinds.ts";
export { registerGebuehrenAmt } from "./routes-amt.ts";
export { registerGebuehrenBuerger } from "./routes-buerger.ts";
export { registerMeldung } from "./routes-meldung.ts";
export { Gebuehrentafel } from "./seiten/buerger.tsx";
export { sollstandAus } from "./sollstand.ts";
export {
  findNachKassenzeichen,
  findSollstellung,
  listeEreignisse,
  listeFuerVorgang,
  listeSollstellungenFuerPerson,
  type Sollzeile,
} from "./store.ts";
export { ZahlungLaeuft } from "./storniere.ts";
export { zahlungshinweis } from "./zahlungshinweis.ts";
