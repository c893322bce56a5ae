/** 2 × 5,000 invented people with families, the same in every process. */
export { type Amtsperson, amtspersonen, findAmtsperson, type Hausschluessel, hausschluessel } from "./amtspersonen.ts";
export { type Antragslage, antragFuer, listeAntragslagen } from "./antragslage.ts";
export { STICHTAG } from "./bau.ts";
export { feststellungFuer } from "./behinderung.ts";
export { type Bevoelkerung, createBevoelkerung, JE_MANDANT, SAAT } from "./bevoelkerung.ts";
export { type Fahrzeug, fahrzeugVon, freiesKennzeichen, type Halterlage, halterlageVon, neufahrzeuge } from "./fahrzeuge.ts";
export { FREMDE_BEHOERDE, type Fuehrerschein, fuehrerscheinVon } from "./fuehrerschein.ts";
export { type Geburtswunsch, type Neugeborenes, planeGeburt } from "./geburt.ts";
export { istDeutschOderEu } from "./namen.ts";
export { ERFUNDENE_BANKLEITZAHL, ibanFuer, pruefzifferIdnr, zufallVon } from "./nummern.ts";
export { gleicheAnschrift } from "./orte.ts";
export {
  type Anschrift,
  type Feststellung,
  type Mandantschluessel,
  mandantschluessel,
  name,
  type Person,
  type Vertrauensniveau,
  type Wirtschaftslage,
  type Wohnung,
} from "./person.ts";
export type { Persona } from "./persona.ts";
export { amtsthemen, buergerthemen, type Thema } from "./themen.ts";
export { wirtschaftslage } from "./wirtschaft.ts";
export { type Haushalt, haushaltslage } from "./wohnen.ts";
