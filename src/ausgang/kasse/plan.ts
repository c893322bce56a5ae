import { ersterTag, type IsoDatum, type Land, type Monat, monateVonBis, plusTage, werktagAb, werktagBis } from "#kalender";
import type { Rate } from "./contract.ts";

/** The working day on which a month is paid. */
export type Zahltag = (monat: Monat, land: Land) => IsoDatum;
const imVoraus: Zahltag = (monat, land) => werktagBis(plusTage(ersterTag(monat), -1), land);

/** Paid in the course of the period it is meant for, e.g. a Lebensmonat (§ 6 BEEG): on its first working day. */
export const imLaufe =
  (beginn: (monat: Monat) => IsoDatum): Zahltag =>
  (monat, land) =>
    werktagAb(beginn(monat), land);

/**
 * The months of a grant as single payments. Unless said otherwise, benefits are paid in advance: on the last working day before the month. What is due already,
 * back payments included, is paid on the next working day. Months without an amount are left out.
 */
export function planAus(
  abschnitte: readonly { von: Monat; bis: Monat; betragCent: number }[],
  heute: IsoDatum,
  land: Land,
  zahltag: Zahltag = imVoraus,
): Rate[] {
  const sofort = werktagAb(plusTage(heute, 1), land);
  return abschnitte
    .filter(({ betragCent }) => betragCent > 0)
    .flatMap(({ von, bis, betragCent }) =>
      monateVonBis(von, bis).map((monat) => {
        const tag = zahltag(monat, land);
        return { monat, betragCent, faelligAm: tag > sofort ? tag : sofort };
      }),
    );
}
