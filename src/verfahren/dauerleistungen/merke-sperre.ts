import { kontextAus } from "#bearbeitung";
import type { Tx } from "#db";
import type { Mandant } from "#tenants";
import { listeBeteiligte, schreibeBeteiligte } from "#vorgaenge";
import type { Bezug } from "./bezug.ts";
import type { Aenderungsakte } from "./melde-aenderung.ts";

/**
 * A lock on an address (§ 51 BMG) that a register tells of while a change is examined: whoever opens the change or the grant from now on is
 * warned. Once seen, it stays.
 */
export async function merkeSperre(
  tx: Tx,
  mandant: Mandant,
  { akte: grund, leistung }: Bezug,
  akte: Aenderungsakte,
): Promise<void> {
  const gesperrte = leistung
    .beteiligte(kontextAus(akte, mandant))
    .filter(({ auskunftssperre }) => auskunftssperre)
    .map(({ rolle }) => rolle);
  if (gesperrte.length === 0) return;
  for (const vorgangId of [akte.id, grund.id]) {
    const offene = (await listeBeteiligte(tx, vorgangId)).filter(
      (each) => gesperrte.includes(each.rolle) && !each.auskunftssperre,
    );
    await schreibeBeteiligte(
      tx,
      offene.map((each) => ({ ...each, auskunftssperre: true, vorgangId })),
    );
  }
}
