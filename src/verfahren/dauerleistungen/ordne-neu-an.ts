import type { Tx } from "#db";
import { type Land, plusTage } from "#kalender";
import { imLaufe, planAus } from "#kasse";
import type { Mandant } from "#tenants";
import { findStand } from "#vorgaenge";
import { type Bezug, verbleibend } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { istGleicherPlan, restplan } from "./zahlstand.ts";

/**
 * Orders what is still to be paid, in place of all that is ordered and not due yet. Nothing where the payments stay as they are: an order
 * that changes nothing would only be one more that can go wrong.
 * @param optionen.wartetage days that payments already ordered still go as before, e.g. after a new account was given
 */
export async function ordneNeuAn(
  deps: Pick<DauerDeps, "clock" | "kasse">,
  tx: Tx,
  mandant: Mandant,
  bezug: Bezug,
  anlass: string,
  optionen: { wartetage?: number; auchOhneAenderung?: boolean } = {},
): Promise<void> {
  const { akte, stand, zahlstand } = bezug;
  if (!stand.konto) return;
  const heute = deps.clock.today();
  const wirksamAb = plusTage(heute, 1 + (optionen.wartetage ?? 0));
  const bleiben = zahlstand.offen.filter(({ faelligAm }) => faelligAm < wirksamAb);
  const gezahlt = verbleibend(bezug);
  for (const { monat, betragCent } of bleiben) gezahlt.set(monat, (gezahlt.get(monat) ?? 0) + betragCent);
  const { raster } = bezug;
  const zahltag = raster.zaehltAb === undefined ? undefined : imLaufe(raster.von);
  const plan = planAus(restplan(stand.plan, gezahlt), heute, mandant.land as Land, zahltag);
  const ersetzte = zahlstand.offen.filter(({ faelligAm }) => faelligAm >= wirksamAb);
  if (istGleicherPlan(plan, ersetzte) && !optionen.auchOhneAenderung) return;
  if (plan.length === 0 && ersetzte.length === 0) return;
  await deps.kasse.ordneAn(tx, {
    vorgangId: akte.id,
    nummer: (await findStand(tx, akte.id))?.nummer ?? 0,
    aktenzeichen: akte.aktenzeichen,
    anlass,
    art: plan.length === 0 ? "einstellung" : "aenderung",
    empfaenger: stand.konto.empfaenger,
    iban: stand.konto.iban,
    plan,
    wirksamAb,
  });
}
