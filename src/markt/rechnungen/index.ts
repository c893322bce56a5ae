/** What the rest of the system may ask of the incoming invoice: take in, settle, find right, order, hand over, look. Nothing else writes its log. */
export { Rechnungsansicht } from "./ansicht/ansicht.tsx";
export { liesBild, type Rechnungsbild } from "./ansicht/lies-bild.ts";
export { Berichtsansicht } from "./bericht/bericht.tsx";
export { fasseBericht, type Pruefbericht } from "./bericht/fasse-bericht.ts";
export { type Berichtsatz, createBerichtsatz } from "./bericht/setze-bericht.ts";

export type { Angenommen, Eingang } from "./eingang/nimm-an.ts";
export { type Texterkennung, tesseract } from "./eingang/texterkennung.ts";
export { einstellungenVon as rechnungseinstellungenVon, type Rechnungseinstellungen } from "./einstellungen.ts";
export { freigabepfad, type Linkbefund } from "./handlungen/freigabelink.ts";
export type { Handlung } from "./handlungen/handle.ts";
export { auftragIdAus } from "./handlungen/ordne-an.ts";
export type { Feststellung } from "./handlungen/stelle-fest.ts";
export { type BefugtePerson, listeBefugte, listeVertretungen, type Vertretung } from "./handlungen/store.ts";
export { rechnungsjobs } from "./jobs.ts";
export { Kopf, type Rechnungsposition } from "./kopf.ts";
export { liesKopf } from "./lies-kopf.ts";
export { rechnungKind } from "./log-kind.ts";
export { createRechnungen, type Rechnungen } from "./rechnungen.ts";
export { registerRechnungen } from "./routes.ts";
export { registerRechnungenApi } from "./routes-api.ts";
export {
  type Abweichung,
  type Art as Rechnungsart,
  arten as rechnungsarten,
  type Kanal,
  type Kontierung,
  type Person as Rechnungsperson,
  type Schritt as Rechnungsschritt,
  type Skontozeile,
} from "./schritte.ts";
export { type Ausgebliebene, listeAusgebliebene } from "./sichten/ausgebliebene.ts";
export {
  type Abweisungsquote,
  type Altersklasse,
  type Anordnungszeile,
  type Durchlauf,
  type Listenwunsch as Rechnungslistenwunsch,
  listeAbweisungen,
  listeAltersstruktur,
  listeDurchlauf,
  listeRechnungen,
  listeSkonto,
  listeSkontobilanz,
  listeZuAnordnende,
  type Skontomonat,
  type Stufe,
  zaehleStufen,
} from "./sichten/store.ts";
export { Stammdaten } from "./stammdaten/contract.ts";
export { type Kostenstelle, type Kreditorzeile, listeKostenstellen, sucheKreditoren } from "./stammdaten/store.ts";
export { type Stand as Rechnungsstand, standAus as rechnungsstandAus } from "./stand.ts";
export { findNachEingangsnummer, findRechnung, listeRechnungsschritte, type StandZeile as Rechnungszeile } from "./store.ts";
export type { Handlungsergebnis } from "./teile.ts";
export { finanzenUeberHttp, finanzenUeberOrdner, finanzformate } from "./uebergabe/anschluesse.ts";
export type { Auftragsantwort, Finanzanschluss, Finanzformat, Zahlungsauftrag, Zahlungsmeldung } from "./uebergabe/contract.ts";
export { type FremdeZahlung, listeFremdeZahlungen, listeUnbeantwortete } from "./uebergabe/store.ts";
export {
  endphasen as rechnungsendphasen,
  type Phase as Rechnungsphase,
  uebergaenge as rechnungsuebergaenge,
} from "./uebergaenge.ts";
export type { Abweisungsmitteilung } from "./weg/teile-abweisung-mit.ts";
export { type Zugangsrecht, zugangsrechte } from "./zugang.ts";
