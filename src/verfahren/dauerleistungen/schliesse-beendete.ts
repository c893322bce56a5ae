import { dayOf } from "#clock";
import type { Tx } from "#db";
import type { Turns } from "#jobs";
import { formatiereDatum, type IsoDatum, plusMonate, plusTage } from "#kalender";
import { listeAnordnungen } from "#kasse";
import type { Mandant } from "#tenants";
import { listeSchritte } from "#vorgaenge";
import { type Bezug, findBezug } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { schreibe } from "./schreibe.ts";
import { findFreieDauerleistung, listeAenderungen, listeBeendete, vermerkeAbschluss, vertageAbschluss } from "./store.ts";

/** A missed deadline can be reinstated for a year (§ 27 Abs. 3 SGB X, § 32 Abs. 3 VwVfG, § 110 Abs. 3 AO): so long something can follow. */
const NACHLAUF_MONATE = 12;

/**
 * Closes what has ended and can have no sequel: each notice final for a year, nothing ordered that is not paid and receipted, nothing to be
 * demanded. Each in a transaction of its own; what cannot be closed yet is looked at again the next day.
 * @returns how many were closed
 */
export async function schliesseBeendete(deps: DauerDeps, mandant: Mandant, hoechstens: number, reihe: Turns): Promise<number> {
  const heute = deps.clock.today();
  const grenze = plusMonate(heute, -NACHLAUF_MONATE);
  const ids = await deps.db.inTransaction({ mandant: mandant.id }, (tx) => listeBeendete(tx, grenze, heute, hoechstens));
  let geschlossen = 0;
  const schliesse = (id: string) =>
    deps.db.inTransaction({ mandant: mandant.id }, async (tx) => {
      const zeile = await findFreieDauerleistung(tx, id);
      if (!zeile?.endetAb || zeile.endetAb > grenze || zeile.offeneAenderung !== null) return;
      const bezug = await findBezug(tx, deps, mandant, id);
      if (!bezug || !(await istAusgestanden(tx, bezug, grenze))) return vertageAbschluss(tx, id, plusTage(heute, 1));
      const grund = `Die Leistung ist am ${formatiereDatum(zeile.endetAb)} geendet. Alles ist gezahlt, und die Fristen sind vorbei.`;
      await schreibe(deps, tx, bezug.akte, { art: "abgeschlossen", daten: { grund } });
      await vermerkeAbschluss(tx, id);
      geschlossen++;
    });
  for (const id of ids) await reihe.take(() => schliesse(id));
  return geschlossen;
}

async function istAusgestanden(tx: Tx, { akte, zahlstand }: Bezug, grenze: IsoDatum): Promise<boolean> {
  if (!(await istEndgueltig(tx, akte.id, akte.stand.phase, grenze)) || zahlstand.offen.length > 0) return false;
  // Refused by the treasury, or without its receipt: somebody must still see to it.
  if ((await listeAnordnungen(tx, akte.id)).some(({ antwort }) => antwort !== "quittiert")) return false;
  for (const aenderung of await listeAenderungen(tx, akte.id)) {
    if (aenderung.offen || (aenderung.rueckforderungCent > 0 && !aenderung.gefordert)) return false;
    if (!(await istEndgueltig(tx, aenderung.vorgangId, undefined, grenze))) return false;
  }
  return true;
}

async function istEndgueltig(tx: Tx, vorgangId: string, nur: string | undefined, grenze: IsoDatum): Promise<boolean> {
  const schritte = await listeSchritte(tx, vorgangId);
  const zuletzt = schritte.findLast(({ art }) =>
    ["bestandskraeftig", "abgeschlossen", "zurueckgezogen", "widersprochen"].includes(art),
  );
  if (!zuletzt || zuletzt.art === "widersprochen" || (nur !== undefined && nur !== "bestandskraeftig")) return false;
  return dayOf(zuletzt.zeitpunkt) <= grenze;
}
