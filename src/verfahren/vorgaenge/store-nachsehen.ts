import type { Tx } from "#db";
import { type StandZeile, standSpalten } from "./store.ts";

/** Vorgaenge that were decided and still want a look by a person, in whatever phase they are by now; oldest first. */
export async function listeNachzusehende(
  tx: Tx,
  wunsch: { leistungen: readonly string[]; seite: number; jeSeite: number },
): Promise<{ zeilen: StandZeile[]; gesamt: number }> {
  const { rows } = await tx.query<StandZeile & { gesamt: number }>(
    `select ${standSpalten}, count(*) over () as gesamt
       from vorgang_stand s join vorgang v on v.mandant_id = s.mandant_id and v.id = s.vorgang_id
      where s.mandant_id = $1 and s.leistung = any($2) and s.stand ? 'nachsehen'
      order by s.geaendert_am, s.vorgang_id limit $3 offset $4`,
    [tx.mandantId, wunsch.leistungen, wunsch.jeSeite, (wunsch.seite - 1) * wunsch.jeSeite],
  );
  return { zeilen: rows, gesamt: rows[0]?.gesamt ?? 0 };
}
