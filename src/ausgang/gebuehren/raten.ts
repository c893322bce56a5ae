import { dayOf } from "#clock";
import { type IsoDatum, type Land, plusMonate, werktagAb } from "#kalender";
import type { Ereignis, NeuesEreignis } from "./contract.ts";
import { laufendeZahlung, nettoCent, offenCent, type Sollstand } from "./sollstand.ts";

export type Rate = { faelligAm: IsoDatum; betragCent: number };
/** Granted instalments. `vorherCent`: what had been paid before; `gemahnt`: the instalment that was reminded of last, and until when it can be paid. */
export type Ratenplan = { raten: Rate[]; vorherCent: number; gemahnt?: { nummer: number; frist: IsoDatum } };
export type OffeneRate = Rate & { nummer: number };

/** Equal instalments a month apart, from a first day on; what does not divide goes to the last. */
export function planeRaten(betragCent: number, anzahl: number, erste: IsoDatum, land: Land): Rate[] {
  const rate = Math.floor(betragCent / anzahl);
  return Array.from({ length: anzahl }, (_, stelle) => ({
    faelligAm: werktagAb(plusMonate(erste, stelle), land),
    betragCent: stelle === anzahl - 1 ? betragCent - rate * (anzahl - 1) : rate,
  }));
}

/** The first instalment that is not paid in full, with what is missing of it. */
export function naechsteRate(stand: Sollstand): OffeneRate | undefined {
  const { ratenplan } = stand;
  if (!ratenplan || offenCent(stand) === 0) return undefined;
  const bezahlt = nettoCent(stand) - ratenplan.vorherCent;
  let bisher = 0;
  for (const [stelle, { faelligAm, betragCent }] of ratenplan.raten.entries()) {
    bisher += betragCent;
    if (bisher > bezahlt) return { nummer: stelle + 1, faelligAm, betragCent: Math.min(offenCent(stand), bisher - bezahlt) };
  }
  return undefined;
}

/** What can be paid now: the next instalment where there are some, else all that is open. */
export const zuZahlenCent = (stand: Sollstand): number => naechsteRate(stand)?.betragCent ?? offenCent(stand);

export function folgeRaten(
  stand: Sollstand,
  ereignis: Extract<NeuesEreignis | Ereignis, { art: "ratenGewaehrt" | "rateGemahnt" | "ratenBeendet" }>,
): Sollstand | undefined {
  const { ratenplan, ...ohne } = stand;
  switch (ereignis.art) {
    case "ratenGewaehrt": {
      const { raten } = ereignis.daten;
      const summe = raten.reduce((bisher, { betragCent }) => bisher + betragCent, 0);
      const steigend = raten.every(({ faelligAm }, stelle) => stelle === 0 || faelligAm > (raten[stelle - 1]?.faelligAm ?? ""));
      if (ratenplan || stand.storniert || laufendeZahlung(stand) || !steigend || summe !== offenCent(stand)) return undefined;
      return { ...stand, ratenplan: { raten: [...raten], vorherCent: nettoCent(stand) } };
    }
    case "rateGemahnt": {
      const { nummer, frist } = ereignis.daten;
      if (!ratenplan || naechsteRate(stand)?.nummer !== nummer || ratenplan.gemahnt?.nummer === nummer) return undefined;
      return { ...stand, ratenplan: { ...ratenplan, gemahnt: { nummer, frist } } };
    }
    case "ratenBeendet":
      if (!ratenplan) return undefined;
      // Its letter asks for the whole rest: it is the reminder of the claim.
      return ereignis.daten.ausgefallen ? { ...ohne, gemahntAm: dayOf(ereignis.zeitpunkt) } : ohne;
  }
}
