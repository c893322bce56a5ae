/** The graph of a Leistung as a lawyer reads it: in the order of the statute, as a document that can be stored and compared. Pure. */
export {
  type Bindung,
  beschreibe,
  type Eingabe,
  type Knotenblatt,
  type Nachweisblatt,
  type Parameterblatt,
  parameterblaetter,
  type Rechtsdokument,
  type Satzblatt,
  type Seitenblatt,
} from "./dokument.ts";
export { type Fundstelle, liesNorm, type Norm, vergleicheStellen } from "./norm.ts";
export { type Gesetzesgruppe, gruppiere, OHNE_NORM } from "./ordnung.ts";
export { type Unterschied, vergleicheDokumente } from "./unterschied.ts";
export { type Datenwert, zeigeWert } from "./wert.ts";
