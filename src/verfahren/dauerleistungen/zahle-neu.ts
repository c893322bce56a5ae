import { findAkte } from "#bearbeitung";
import type { Tx } from "#db";
import { plusTage } from "#kalender";
import { listeAnordnungen } from "#kasse";
import { type Bezug, findBezug, inFolge } from "./bezug.ts";
import { type DauerDeps, systemakteur } from "./deps.ts";
import { meldeAenderung } from "./melde-aenderung.ts";
import { ordneNeuAn } from "./ordne-neu-an.ts";
import { zahlstandAus } from "./zahlstand.ts";

/**
 * Decided anew after an objection: what is owed now takes the place of what was ordered before. A second order beside the first one would pay
 * every month twice.
 */
export async function zahleNeu(
  deps: Pick<DauerDeps, "clock" | "jobs" | "kasse" | "tenants" | "leistung">,
  tx: Tx,
  vorgangId: string,
  anlass: string,
): Promise<void> {
  const mandant = await deps.tenants.getById(tx.mandantId);
  const bezug = await findBezug(tx, deps, mandant, vorgangId);
  if (bezug) {
    await ordneNeuAn(deps, tx, mandant, bezug, anlass);
    return pruefeSpaetere(deps, tx, bezug, anlass);
  }
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

/**
 * What notices have changed since the grant holds on, with amounts that were reckoned on the grant as it was: it is reckoned again, in a
 * procedure of its own.
 */
async function pruefeSpaetere(
  deps: Pick<DauerDeps, "clock" | "jobs" | "tenants" | "leistung">,
  tx: Tx,
  { akte, neuerungen }: Bezug,
  anlass: string,
): Promise<void> {
  const ab = neuerungen.map((each) => each.ab).sort()[0];
  if (ab === undefined) return;
  await meldeAenderung(deps, tx, akte.id, {
    anlass: "abhilfe",
    ab,
    grund: "Über Ihren Antrag ist nach einem Widerspruch neu entschieden. Wir prüfen, was das für spätere Änderungen bedeutet.",
    seiten: {},
    kanal: "amtswegen",
    akteur: systemakteur,
    transaktion: `abhilfe:${anlass}`,
  });
}
