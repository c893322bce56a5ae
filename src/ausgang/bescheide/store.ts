import type { Tx } from "#db";
import type { Bescheid } from "./contract.ts";

const spalten = `id, vorgang_id as "vorgangId", art, empfaenger, betreff, datum, postfach_sha256 as "postfachSha256",
  akte_sha256 as "akteSha256", massgeblich, erstellt_am as "erstelltAm"`;

export async function schreibeBescheid(tx: Tx, bescheid: Bescheid): Promise<void> {
  await tx.query(
    `insert into bescheid (mandant_id, id, vorgang_id, art, empfaenger, betreff, datum, postfach_sha256, akte_sha256, massgeblich, erstellt_am)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.mandantId,
      bescheid.id,
      bescheid.vorgangId,
      bescheid.art,
      bescheid.empfaenger,
      bescheid.betreff,
      bescheid.datum,
      bescheid.postfachSha256,
      bescheid.akteSha256,
      bescheid.massgeblich,
      bescheid.erstelltAm,
    ],
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
