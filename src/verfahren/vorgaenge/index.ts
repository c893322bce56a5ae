/** What the rest of the system may ask of the Vorgang: open, append, read. Nothing else writes the log. */
export { type Aufbewahrung, createAufbewahrung, endeDerAufbewahrung } from "./aufbewahrung.ts";
export { Anschrift, Beteiligter, type Leser, type Rolle, rollen, schneideFuer } from "./beteiligte.ts";
export { type Eroeffnet, type Eroeffnung, eroeffne, eroeffneViele } from "./eroeffne.ts";
export { type Angehaengt, type Anhang, haengeAlleAn, haengeAn } from "./haenge-an.ts";
export { schrittKind } from "./log-kind.ts";
export { type OeffentlicherStatus, oeffentlicherStatus } from "./oeffentlicher-status.ts";
export {
  type Aenderungsanlass,
  Akteur,
  type Anlage,
  type Art,
  arten,
  type Inhalt,
  type NeuerSchritt,
  type Schritt,
} from "./schritte.ts";
export { folge, istPruefbar, type Stand, standAus } from "./stand.ts";
export {
  findGanzeVorgaenge,
  findNachAktenzeichen,
  findStand,
  type GanzerVorgang,
  type Listenwunsch,
  listeBeteiligte,
  listeFaelligeTermine,
  listeFuerPerson,
  listeIdsDerLeistung,
  listeSchritte,
  listeStaende,
  type StandZeile,
  schreibeBeteiligte,
  zaehleNachPhase,
} from "./store.ts";
export { listeNachzusehende } from "./store-nachsehen.ts";
export { findSchrittNachTransaktion, type GeschriebenerSchritt } from "./store-transaktion.ts";
export {
  listeVorbereitete,
  type Vorbereitetenwunsch,
  type VorbereiteteZeile,
  zaehleVorbereitete,
} from "./store-vorbereitete.ts";
export { listeWartende, zaehleWartende } from "./store-wartende.ts";
export { type Phase, uebergaenge } from "./uebergaenge.ts";
