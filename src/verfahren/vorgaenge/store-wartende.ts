import type { Tx } from "#db";

const wartet = `mandant_id = $1 and leistung = $2 and phase = 'beiSachbearbeitung'
   and stand->>'wartetAufFreigabe' = 'true' and zustaendig is null`;

/** What waits for the release of its rules and nobody has taken up; by id, after one. */
export async function listeWartende(tx: Tx, leistung: string, nach: string | null, hoechstens: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select vorgang_id as id from vorgang_stand where ${wartet} and ($3::uuid is null or vorgang_id > $3) order by vorgang_id limit $4`,
    [tx.mandantId, leistung, nach, hoechstens],
  );
  return rows.map(({ id }) => id);
}

export async function zaehleWartende(tx: Tx, leistung: string): Promise<number> {
  const { rows } = await tx.query<{ anzahl: number }>(`select count(*)::int as anzahl from vorgang_stand where ${wartet}`, [
    tx.mandantId,
    leistung,
  ]);
  return rows[0]?.anzahl ?? 0;
}
