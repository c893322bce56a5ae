/** The kit of which a public service is made: form, evidence, rules, decision, notice. Pure. */
export {
  type Angebot,
  type Angebotslage,
  type Angebotsweg,
  type Anlass,
  empfaengerVon,
  type Geburtsangebot,
  type Geburtsanlass,
  planeAngebot,
  type Tagesangebot,
  type Tagesanlass,
} from "./angebot.ts";
export {
  type Anspruchscheck,
  angenommenerGeburtstag,
  type Einschaetzung,
  type Lebensangaben,
  type Probe,
  schaetzeEin,
} from "./anspruchscheck.ts";
export { type Beleg, type Belegweg, belegwege } from "./beleg.ts";
export { type Betragstafel, betragstafeln, ergebniswort, formatiereZeitraum, istBewilligbar } from "./betragstafel.ts";
export type { Block } from "./block.ts";
export {
  type Ablauf,
  type Aenderungsgrund,
  type Aenderungsseite,
  type Anhoerungspflicht,
  anhoerungspflicht,
  type Dauer,
  type Dauernormen,
  type Erheblichkeit,
  type Erstattung,
  type Knotenwerte,
  normenFuer,
  type Stichtag,
  type Wirkung,
  wirktAb,
} from "./dauer.ts";
export { entscheide } from "./entscheide.ts";
export {
  type Abschnitt,
  type Entscheidung,
  type Ergebnisart,
  type Forderung,
  type Herkunft,
  monateAus,
  type Rechenschritt,
  type Rechnung,
  type Rechtsnatur,
  type Tatsache,
  type Zeitbetrag,
  type Zeitraum,
} from "./entscheidung.ts";
export { mitParametern, mitSatz, parameterVon, type Saetze, saetzeVon } from "./ersatz.ts";
export { type Anlage, type Feld, type Feldart, type Felder, feld } from "./feld.ts";
export {
  type Antworten,
  type AntwortenVon,
  defineFormular,
  ENDE,
  type Formular,
  type Pruefung,
  type Seite,
  type Zusammenfassung,
} from "./formular.ts";
export type { Automatik, Rechtsgebiet } from "./gate.ts";
export { type Grund, gruendeFuer, type Offen, offeneFragen } from "./gruende.ts";
export { fingerabdruck } from "./kanonisch.ts";
export { type FaktAngaben, type Knoten, type Knotenart, type Satzpaar, TAG_DES_SATZES } from "./knoten.ts";
export { entscheideLagen, type Lage, parameterstand, saetzeBekanntBis } from "./lagen.ts";
export { alleLebenslagen, type Lebenslage, lebenslagen } from "./lebenslage.ts";
export {
  type Bescheidtexte,
  type BeteiligtePerson,
  defineLeistung,
  type Fakt,
  type Kontext,
  type Leistung,
  type Sachverhalt,
  type Vorbefuellung,
} from "./leistung.ts";
export {
  anzahlEintraege,
  anzahlname,
  eintraegeVon,
  eintragsname,
  type Formulareingaben,
  mitNeuemEintrag,
  ohneEintrag,
} from "./liste.ts";
export { automatiknorm, fuerMandant, maengelDesMandanten, wirdAngeboten } from "./mandant.ts";
export { type Antragsteller, defineNachweise, type Nachweis, type Nachweisstaende, type Nachweisstand } from "./nachweis.ts";
export { defineParameter, KeinSatz, type Parameter, type Satz, wieBekanntAm, zuletzt } from "./parameter.ts";
export { kalendermonate, lebensmonate, type Raster, rasterAb } from "./raster.ts";
export { beginneRegelwerk, type Regelwerk } from "./regelwerk.ts";
export { defineSatzung, type Mandantenrecht, type Satzung, type Satzungseintrag, satzungAm } from "./satzung.ts";
export type { Spalte } from "./spalte.ts";
export { defineTafel, schlageNach, type Tafel, type Tafelzeile, type Trefferregel, zeileInWorten } from "./tafel.ts";
export { ungefragteNachweise } from "./von-hand.ts";
export { type Umstand, wasWaereWenn } from "./was-waere-wenn.ts";
export { type Auswertung, type Fakten, type Spurzeile, type Urteile, werteAus } from "./werte-aus.ts";
