import type { Clock } from "#clock";
import type { Db } from "#db";
import { type IsoDatum, plusTage } from "#kalender";
import { ortszeit } from "#wachmodell";
import { beginneTagwerk } from "../store-betrieb.ts";
import { loescheLaeufeVor, summiereTage } from "../store-laeufe.ts";

/** In parts: one deletion of millions would hold its rows against the intake for minutes. */
const STUECK = 10_000;
const STUECKE_JE_TAG = 100;

export const ersterBehaltenerTag = (heute: IsoDatum, tage: number): IsoDatum => plusTage(heute, -tage);
/** Older runs are not taken in. A day more than is deleted: a batch and a deletion may meet at midnight. */
export const aeltesteAnnahme = (heute: IsoDatum, tage: number): Date => ortszeit(plusTage(heute, 1 - tage), 0);

/** Once a day: single runs older than their time go, what is known of their days stays. @returns how many went */
export async function loescheAlteLaeufe(deps: { db: Db; clock: Clock; laufwachtTage: number }): Promise<number> {
  const { db, clock } = deps;
  const heute = clock.today();
  const vor = ersterBehaltenerTag(heute, deps.laufwachtTage);
  const begonnen = await db.inTransaction("betrieb", async (tx) => {
    if (!(await beginneTagwerk(tx, heute, "loeschung", clock.now(), 24 * 60))) return false;
    // Before anything goes, all days are summed up: none is left that would be counted again without its runs.
    await summiereTage(tx);
    return true;
  });
  let geloescht = 0;
  for (let n = 0; begonnen && n < STUECKE_JE_TAG; n++) {
    const weg = await db.inTransaction("betrieb", (tx) => loescheLaeufeVor(tx, vor, STUECK));
    geloescht += weg;
    if (weg < STUECK) break;
  }
  return geloescht;
}
