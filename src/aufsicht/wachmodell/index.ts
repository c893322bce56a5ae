/** The watch over nightly runs as pure arithmetic: calendar, exact rules, expectation and judgement, explanation, incidents, quality. */
export { alsBytes, ausBytes } from "./bytes.ts";
export type {
  Bestand,
  Bewertung,
  Erwartungsnetz,
  Erwartungsteil,
  Jobmodell,
  Lernergebnis,
  Modellguete,
  Netzgewichte,
  WachJob,
  Wachmodell,
} from "./contract.ts";
export { type Beitrag, type Erklaerung, erklaere, tagMitWert } from "./erklaerung/erklaere.ts";
export type { Lernantwort, Lernauftrag } from "./faden/auftrag.ts";
export { lerneImFaden } from "./faden/lerne-im-faden.ts";
export { beurteile, type Etikett, type Gutachten, gutachtenInZeilen } from "./guete/beurteile.ts";
export { liesEtiketten, liesNachtlaeufe } from "./guete/lies-nachtlaeufe.ts";
export { bestesF1, durchschnittspraezision, rangfolge, trefferImBudget } from "./guete/masse.ts";
export { type Messpunkte, type Messung, messe } from "./guete/messe.ts";
export {
  besteSchwelle,
  gleitendeGlocke,
  type NabProfil,
  type NabReihe,
  nabNormiert,
  nabRohwert,
  probezeit,
  type Wahrfenster,
} from "./guete/nab.ts";
export { Stromwacht } from "./guete/stromwacht.ts";
export { wochentagsZ } from "./guete/vergleich.ts";
export { tagInWorten } from "./kalender/worte.ts";
export type { Lernumfang } from "./lernen/erwartungsteil.ts";
export { type Lernwunsch, lerne } from "./lernen/lerne.ts";
export { type Cron, leseCron } from "./regeln/cron.ts";
export {
  type Betriebskalender,
  faelligAm,
  findSchliessung,
  type Laufplan,
  type Rhythmus,
  type Schliessung,
  type Steuertermin,
  steuertermine,
  type Verschiebung,
  type Wartung,
  werktagDesMonats,
} from "./regeln/laufplan.ts";
export { alsUhrzeit, istSommerzeit, istUmstellung, ortszeit, wanduhr } from "./regeln/ortszeit.ts";
export { faelligeZwischen, findWartung, type Lauf, pruefeLaeufe, type Regelbefund } from "./regeln/pruefe-laeufe.ts";
export { type Morgen, type Simulation, type Simulationsplan, simuliere } from "./rueckmeldung/simuliere.ts";
export { type Nachspiel, type Schwellen, spieleNach } from "./rueckmeldung/spiele-nach.ts";
export {
  type Kalendervorschlag,
  type Rueckmeldung,
  schlageKalendereintragVor,
  wendeRueckmeldungenAn,
} from "./rueckmeldung/wende-an.ts";
export { bewerte, bewerteMorgen, bewertePunkt, oeffneBlick, type Wachblick } from "./urteil/bewerte.ts";
export {
  type Auffaelligkeit,
  type Faltung,
  falteZuVorfaellen,
  genugMenge,
  teileEin,
  ueblicheFaltung,
  type Vorfall,
} from "./vorfaelle/falte.ts";
