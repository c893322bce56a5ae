import {
  ersterTag,
  formatiereMonat,
  type IsoDatum,
  letzterTag,
  type Monat,
  monatVon,
  plusMonate,
  plusMonateMonat,
  plusTage,
} from "#kalender";

/**
 * Which days a month of a running benefit stands for. A Lebensmonat is named by the month of the calendar in which it begins: each month has
 * exactly one such beginning, so both kinds of months count alike.
 */
export type Raster = {
  /** The month in which a day lies. */
  monatAm(tag: IsoDatum): Monat;
  von(monat: Monat): IsoDatum;
  bis(monat: Monat): IsoDatum;
  /** As people call it. */
  name(monat: Monat): string;
  /** The birth from which it counts; undefined for months of the calendar. */
  zaehltAb: IsoDatum | undefined;
};

export const kalendermonate: Raster = {
  monatAm: monatVon,
  von: ersterTag,
  bis: letzterTag,
  name: formatiereMonat,
  zaehltAb: undefined,
};

/** Months of a child's life: each begins on the day of the birth, or on the last day of a month that is too short for it. */
export function lebensmonate(geboren: IsoDatum): Raster {
  const nummer = (monat: Monat) => {
    const [jahr = 0, im = 0] = monat.split("-").map(Number);
    const [geburtsjahr = 0, geburtsmonat = 0] = geboren.split("-").map(Number);
    return 12 * (jahr - geburtsjahr) + im - geburtsmonat;
  };
  const von = (monat: Monat) => plusMonate(geboren, nummer(monat));
  return {
    monatAm: (tag) => (von(monatVon(tag)) <= tag ? monatVon(tag) : plusMonateMonat(monatVon(tag), -1)),
    von,
    bis: (monat) => plusTage(von(plusMonateMonat(monat, 1)), -1),
    name: (monat) => `${nummer(monat) + 1}. Lebensmonat`,
    zaehltAb: geboren,
  };
}

export const rasterAb = (zaehltAb: IsoDatum | undefined): Raster =>
  zaehltAb === undefined ? kalendermonate : lebensmonate(zaehltAb);
