import { findAkte } from "#bearbeitung";
import type { Tx } from "#db";
import { plusTage } from "#kalender";
import { listeAnordnungen } from "#kasse";
import { findBezug, inFolge } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { ordneNeuAn } from "./ordne-neu-an.ts";
import { zahlstandAus } from "./zahlstand.ts";

/**
 * Decided anew after an objection: what is owed now takes the place of what was ordered before. A second order beside the first one would pay
 * every month twice.
 */
export async function zahleNeu(
  deps: Pick<DauerDeps, "clock" | "kasse" | "tenants" | "leistung">,
  tx: Tx,
  vorgangId: string,
  anlass: string,
): Promise<void> {
  const mandant = await deps.tenants.getById(tx.mandantId);
  const bezug = await findBezug(tx, deps, mandant, vorgangId);
  if (bezug) return ordneNeuAn(deps, tx, mandant, bezug, anlass);
  const akte = await findAkte(tx, vorgangId);
  const anordnungen = akte ? inFolge(akte, await listeAnordnungen(tx, vorgangId)) : [];
  const letzte = anordnungen.at(-1);
  const heute = deps.clock.today();
  if (!akte || !letzte || zahlstandAus(anordnungen, heute).offen.length === 0) return;
  const { aktenzeichen, empfaenger, iban } = letzte;
  const wirksamAb = plusTage(heute, 1);
  await deps.kasse.ordneAn(tx, {
    vorgangId,
    nummer: akte.nummer,
    aktenzeichen,
    anlass,
    art: "einstellung",
    empfaenger,
    iban,
    plan: [],
    wirksamAb,
  });
}
