import type { Tx } from "#db";
import { ersterTag, letzterTag, monatVon, plusMonateMonat } from "#kalender";
import { type Dauerrechnung, periode } from "../weg/abgleich.ts";
import { findDauerrechnungen } from "../weg/store.ts";

/** A recurring invoice that was expected for a period and has not come. */
export type Ausgebliebene = {
  bezeichnung: string;
  amt: string;
  kreditorId: string;
  von: string;
  bis: string;
  erwartetCent: number;
};

/** How far back is looked: what is missing for longer is a matter of the contract. */
const MONATE = 12;

/** The periods that are over and have no invoice. Pure. */
export function ausgeblieben(dauer: Dauerrechnung, heute: string): { von: string; bis: string }[] {
  const belegt = new Set(dauer.belegt.map((tag) => periode(dauer, tag)));
  const fehlende: { von: string; bis: string }[] = [];
  for (let monat = monatVon(dauer.beginn); ; monat = plusMonateMonat(monat, dauer.rhythmusMonate)) {
    const bis = letzterTag(plusMonateMonat(monat, dauer.rhythmusMonate - 1));
    if (bis >= heute || (dauer.ende !== null && ersterTag(monat) > dauer.ende)) return fehlende;
    if (!belegt.has(monat) && monat >= plusMonateMonat(monatVon(heute), -MONATE)) fehlende.push({ von: ersterTag(monat), bis });
  }
}

export const listeAusgebliebene = async (tx: Tx, heute: string): Promise<Ausgebliebene[]> =>
  (await findDauerrechnungen(tx, null)).flatMap((dauer) => {
    const { bezeichnung, amt, kreditorId, erwartetCent } = dauer;
    return ausgeblieben(dauer, heute).map((zeitraum) => ({ bezeichnung, amt, kreditorId, erwartetCent, ...zeitraum }));
  });
