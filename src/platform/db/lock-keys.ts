import type { Tx } from "./db.ts";

/**
 * Lets transactions of one Mandant with the same key pass one after the other, held until they end: whoever looks for a row that is not
 * there yet, and then writes it. Many keys are taken in one order for all, so that nobody waits in a circle.
 */
export async function lockKeys(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.query(
    "select pg_advisory_xact_lock($1::int, place) from (select distinct hashtext(t) as place from unnest($2::text[]) t order by 1) sorted",
    [tx.mandantId, keys],
  );
}
