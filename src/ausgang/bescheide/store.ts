import type { Tx } from "#db";
import type { Bescheid } from "./contract.ts";

const spalten = `id, vorgang_id as "vorgangId", art, empfaenger, betreff, datum, postfach_sha256 as "postfachSha256",
  akte_sha256 as "akteSha256", massgeblich, erstellt_am as "erstelltAm"`;

export async function schreibeBescheide(tx: Tx, ...bescheide: readonly Bescheid[]): Promise<void> {
  if (bescheide.length === 0) return;
  await tx.query(
    `insert into bescheid (mandant_id, id, vorgang_id, art, empfaenger, betreff, datum, postfach_sha256, akte_sha256, massgeblich, erstellt_am)
     select $1::int, b.* from jsonb_to_recordset($2::jsonb) as b(id uuid, "vorgangId" uuid, art text, empfaenger text, betreff text, datum date,
            "postfachSha256" text, "akteSha256" text, massgeblich text, "erstelltAm" timestamptz)`,
    [tx.mandantId, JSON.stringify(bescheide)],
  );
}

export async function findBescheid(tx: Tx, id: string): Promise<Bescheid | undefined> {
  return (await tx.query<Bescheid>(`select ${spalten} from bescheid where mandant_id = $1 and id = $2`, [tx.mandantId, id]))
    .rows[0];
}

export async function listeBescheide(tx: Tx, vorgangId: string): Promise<Bescheid[]> {
  const sql = `select ${spalten} from bescheid where mandant_id = $1 and vorgang_id = $2 order by erstellt_am`;
  return (await tx.query<Bescheid>(sql, [tx.mandantId, vorgangId])).rows;
}
