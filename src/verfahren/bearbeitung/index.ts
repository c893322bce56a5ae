/** From arrival to notice: evidence, decision, the clerk's acts, delivery, and what happens by itself when a day has come. */
export type { Aenderungswege } from "./aenderungswege.ts";
export { type Akte, findAkte, findAkten, kontextAus, letzter, mandantenrecht, nachweiseAus } from "./akte.ts";
export { type Bearbeitung, createBearbeitung } from "./bearbeitung.ts";
export { zugestellt } from "./fertige.ts";
export { fertigeBescheid, pruefeVorgang, pruefeWartende } from "./jobs.ts";
export { fehlendeNachweise } from "./pruefe.ts";
export { pruefeNachFreigabe } from "./pruefe-wartende.ts";
export { type Einzelergebnis, findSammelfreigabe, listeEinzelergebnisse, type Sammelfreigabe, type Wahl } from "./store.ts";
export { type Eingabe, type Ergebnis, findFrueheres, type Handlung, SCHON_ANDERS, vorschlagMit } from "./von-hand.ts";
export { setzeNachZahlungFort } from "./vorkasse.ts";
