import { type IsoDatum, type Land, plusMonate, plusTage, werktagAb } from "#kalender";

/** As a Mandant's law says it; § 240 AO: 10 per mille of what is left after rounding down to 50 euros, three days of grace. */
export type Saeumnisregel = { norm: string; promilleJeMonat: number; abrundenAufCent: number; schonfristTage: number };
/** Money that came (or, negative, went back) on a day, as the bank dates it. */
export type Zahlungstag = { am: IsoDatum; cent: number };

/**
 * What arose by lateness up to a day, for each month begun: a share of what was open when the month began, rounded down. What is paid within the
 * days of grace is paid in time; they end on a working day (§ 108 Abs. 3 AO). Payments pay the claim first, the surcharge last (§ 225 Abs. 2 AO),
 * so the surcharge is never its own base.
 * @param bis the last day that counts: today, or the day before a plan of instalments began
 */
export function saeumniszuschlag(
  regel: Saeumnisregel,
  land: Land,
  forderung: { hauptCent: number; faelligAm: IsoDatum; zahlungen: readonly Zahlungstag[] },
  bis: IsoDatum,
): { monate: number; cent: number } {
  const { hauptCent, faelligAm, zahlungen } = forderung;
  const schonfrist = werktagAb(plusTage(faelligAm, regel.schonfristTage), land);
  const offenAm = (tag: IsoDatum) =>
    Math.max(0, hauptCent - zahlungen.reduce((summe, { am, cent }) => summe + (am <= tag ? cent : 0), 0));
  let cent = 0;
  let monate = 0;
  if (bis <= schonfrist) return { monate, cent };
  // Each from the due day itself, else the end of February would move all later months.
  for (let ende = faelligAm; ende < bis; ende = plusMonate(faelligAm, monate)) {
    const offen = offenAm(monate === 0 ? schonfrist : ende);
    if (offen === 0) break;
    const grundlage = Math.floor(offen / regel.abrundenAufCent) * regel.abrundenAufCent;
    cent += Math.floor((grundlage * regel.promilleJeMonat) / 1000);
    monate++;
  }
  return { monate, cent };
}
