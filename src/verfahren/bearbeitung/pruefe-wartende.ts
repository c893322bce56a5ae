import type { Tx } from "#db";
import type { Jobs } from "#jobs";
import { listeWartende, zaehleWartende } from "#vorgaenge";
import { pruefeVorgang, pruefeWartende } from "./jobs.ts";

const JE_PORTION = 200;

/**
 * The version of a Leistung has just been released, in this transaction: what waits for it is examined again. The job comes even where
 * nothing waits: counting is for people to read, and a mistake in it must not leave a case behind.
 *
 * @returns how many wait
 */
export async function pruefeNachFreigabe(jobs: Jobs, tx: Tx, leistung: string): Promise<number> {
  await jobs.add(tx, pruefeWartende, { mandantId: tx.mandantId, leistung, nach: null });
  return zaehleWartende(tx, leistung);
}

/** Each Vorgang gets the job that every new one gets: it finds by itself whether there is still something to do. */
export async function stosseWartendeAn(
  jobs: Jobs,
  tx: Tx,
  { mandantId, leistung, nach }: { mandantId: number; leistung: string; nach: string | null },
): Promise<void> {
  const ids = await listeWartende(tx, leistung, nach, JE_PORTION);
  await jobs.addAll(
    tx,
    pruefeVorgang,
    ids.map((vorgangId) => ({ mandantId, vorgangId })),
  );
  const letzte = ids.at(-1);
  if (letzte !== undefined && ids.length === JE_PORTION)
    await jobs.add(tx, pruefeWartende, { mandantId, leistung, nach: letzte });
}
