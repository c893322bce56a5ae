import type { Forderung } from "#baukasten";
import { formatiereDatum, type IsoDatum, jahrVon, type Land, werktagAb } from "#kalender";
import type { Posten } from "./contract.ts";

/** A position with the day on which it is due. */
export type Faellig = { faelligAm: IsoDatum; posten: Posten };

/**
 * When a position is due. Without days of a Satzung: at the end of the Mandant's days, and no earlier than what it is for begins. With them (`MM-TT`):
 * in equal parts on those of the year that are still to come when it begins; cents that do not divide go to the first part. A day that is over
 * when the notice is made is due with the Mandant's days: nobody can pay before they know.
 */
export function verteile(forderung: Forderung, frist: IsoDatum, land: Land, stichtage: readonly string[] = []): Faellig[] {
  const { titel, norm, betragCent, von } = forderung;
  const spaeter = (tag: IsoDatum) => werktagAb(tag > frist ? tag : frist, land);
  const tage = von === undefined ? [] : [...stichtage].sort().map((tag) => `${jahrVon(von)}-${tag}`);
  const kuenftige = tage.filter((tag) => von !== undefined && tag >= von);
  if (kuenftige.length < 2) {
    const faelligAm = kuenftige[0] ? spaeter(kuenftige[0]) : spaeter(von ?? frist);
    return [{ faelligAm, posten: { titel, norm, betragCent } }];
  }
  const teil = Math.floor(betragCent / kuenftige.length);
  const jeTag = new Map<IsoDatum, { cent: number; bis: IsoDatum }>();
  for (const [stelle, tag] of kuenftige.entries()) {
    const cent = teil + (stelle === 0 ? betragCent - teil * kuenftige.length : 0);
    const faelligAm = spaeter(tag);
    jeTag.set(faelligAm, { cent: (jeTag.get(faelligAm)?.cent ?? 0) + cent, bis: tag });
  }
  return [...jeTag].flatMap(([faelligAm, { cent, bis }]) =>
    cent > 0
      ? [
          {
            faelligAm,
            posten: { titel: `${titel}, Teilbetrag bis ${formatiereDatum(bis)}`, norm, betragCent: cent, teilVon: titel },
          },
        ]
      : [],
  );
}
