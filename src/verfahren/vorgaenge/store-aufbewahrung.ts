import type { Tx } from "#db";
import type { Phase } from "./uebergaenge.ts";

/**
 * Vorgaenge of a Leistung that ended before an instant and still have content, oldest first. A benefit that runs (`laufend`) lives on after its
 * notice is final, until it is closed; one that was refused, or the notice of a change, ends with being final. What changed a running benefit is kept as long
 * as the Vorgang of the benefit itself: it is part of why what was paid.
 */
export async function listeAbgelaufene(
  tx: Tx,
  wunsch: { leistung: string; phasen: readonly Phase[]; laufend: boolean; vor: Date; hoechstens: number },
): Promise<{ id: string; nummer: number }[]> {
  const { rows } = await tx.query<{ id: string; nummer: number }>(
    `select s.vorgang_id as id, s.nummer from vorgang_stand s
      where s.mandant_id = $1 and s.leistung = $2 and s.phase = any($3) and s.geaendert_am < $4 and not s.stand ? 'geloescht'
        and not ($6 and s.phase = 'bestandskraeftig' and not s.stand ? 'aendert' and s.stand->>'ergebnis' = 'bewilligt')
        and not exists (select from vorgang_stand m where m.mandant_id = $1 and m.vorgang_id = (s.stand->>'aendert')::uuid and not m.stand ? 'geloescht')
      order by s.geaendert_am, s.vorgang_id limit $5`,
    [tx.mandantId, wunsch.leistung, wunsch.phasen, wunsch.vor, wunsch.hoechstens, wunsch.laufend],
  );
  return rows;
}

/** Takes away what the step before said would go. @returns steps whose content is gone */
export async function loescheInhalt(tx: Tx, vorgangId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>("select fachwerk.loesche_vorgang_inhalt($1) as n", [vorgangId]);
  return rows[0]?.n ?? 0;
}
