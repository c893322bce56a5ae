import { isoSql, type LogKind } from "./log-kind.ts";

/** Accesses and acts that are no step of a Vorgang. Their numbers are their keys. */
export const protokollKind: LogKind = {
  name: "protokoll",
  title: "Zugriffe und Handlungen",
  async lastNumber(tx) {
    const { rows } = await tx.query<{ n: number }>("select last_value as n from protokoll_id_seq");
    return rows[0]?.n ?? 0;
  },
  async listNew(tx, after, limit) {
    const { rows } = await tx.query<{ number: number; key: string }>(
      "select id as number, id::text as key from protokoll where mandant_id = $1 and id > $2 order by id limit $3",
      [tx.mandantId, after, limit],
    );
    return rows;
  },
  async read(tx, keys, { content }) {
    const { rows } = await tx.query<{
      key: string;
      head: Record<string, unknown>;
      digest: string;
      salt: string | null;
      content: unknown;
    }>(
      `select p.id::text as key, jsonb_build_object('art', p.art, 'zeitpunkt', ${isoSql("p.zeitpunkt")}) as head,
              encode(p.digest, 'hex') as digest, encode(i.salz, 'hex') as salt, i.daten as content
         from protokoll p left join protokoll_inhalt i on $3 and i.mandant_id = p.mandant_id and i.id = p.id
        where p.mandant_id = $1 and p.id = any($2::bigint[])`,
      [tx.mandantId, keys, content],
    );
    return rows.map((row) => ({ ...row, content: row.salt === null ? undefined : row.content }));
  },
};
