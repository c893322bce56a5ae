/** What a change of figures does: read, tried on cases, summed up. Pure; nothing here is stored or decided. */
export {
  type Aenderung,
  findParameter,
  type GeleseneAenderung,
  keinParameter,
  liesAenderung,
  schreibeFort,
  wendeAn,
} from "./aenderung.ts";
export { summen, type Unterschied, vergleicheBetraege } from "./betraege.ts";
export { berechneNeu, leistungWieBekanntAm, type Neuberechnung, urteileAus } from "./rueckwirkung.ts";
export { type Bevoelkerungsfall, type Fallvergleich, type Rechenergebnis, rechenergebnis, vergleicheFall } from "./vergleich.ts";
export { type Band, fasseZusammen, type Wirkung } from "./zusammenfassung.ts";
