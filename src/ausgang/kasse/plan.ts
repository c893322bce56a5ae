import { ersterTag, type IsoDatum, type Land, type Monat, monateVonBis, plusTage, werktagAb, werktagBis } from "#kalender";
import type { Rate } from "./contract.ts";

/**
 * The months of a grant as single payments. Benefits are paid in advance: on the last working day before the month. What is due already,
 * back payments included, is paid on the next working day. Months without an amount are left out.
 */
export function planAus(
  abschnitte: readonly { von: Monat; bis: Monat; betragCent: number }[],
  heute: IsoDatum,
  land: Land,
): Rate[] {
  const sofort = werktagAb(plusTage(heute, 1), land);
  return abschnitte
    .filter(({ betragCent }) => betragCent > 0)
    .flatMap(({ von, bis, betragCent }) =>
      monateVonBis(von, bis).map((monat) => {
        const imVoraus = werktagBis(plusTage(ersterTag(monat), -1), land);
        return { monat, betragCent, faelligAm: imVoraus > sofort ? imVoraus : sofort };
      }),
    );
}
