/** Days, months, ages; holidays of the sixteen Laender, working days, deadlines, and when a notice counts as announced. */
export {
  alterAm,
  datum,
  ersterTag,
  formatiereDatum,
  formatiereMonat,
  geburtstag,
  type IsoDatum,
  istDatum,
  jahrVon,
  leseDatum,
  letzterTag,
  type Monat,
  monateVonBis,
  monatVon,
  plusMonate,
  plusMonateMonat,
  plusTage,
  tageImMonat,
  tageZwischen,
  wochentag,
} from "./datum.ts";
export { feiertage, istWerktag, type Land, laender, type Ortsrecht, ostersonntag, werktagAb, werktagBis } from "./feiertage.ts";
export { type Bekanntgabe, bekanntgabe, monatsfrist, type Recht, tagesfrist, type Zustellweg } from "./fristen.ts";
