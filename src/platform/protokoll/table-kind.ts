import { isoSql, type LogKind, type LogRow } from "./log-kind.ts";

/**
 * Rows of a table that keep no digest of their own: the chain makes one when it takes the row in. Their content is the row itself; what
 * stays for good is the instant.
 */
export function tableKind(spec: {
  name: string;
  title: string;
  table: string;
  sequence: string;
  number: "lfd" | "id";
  /** SQL of the key, and of the row again from a key `k.key`. */
  key: string;
  byKey: string;
  instant: string;
  /** No instants: how JSON shows them depends on the session. */
  columns: readonly string[];
  /** SQL of more that belongs to the content, by name. */
  more?: Readonly<Record<string, string>>;
  /** SQL for the rows of a file, and of a person, `$2`; without it the kind has none. */
  akte?: string;
  person?: string;
}): LogKind {
  const { name, title, table, number, key } = spec;
  const content = [
    ...spec.columns.map((column) => `'${column}', t.${column}`),
    ...Object.entries(spec.more ?? {}).map(([label, sql]) => `'${label}', ${sql}`),
  ].join(", ");
  return {
    name,
    title,
    async lastNumber(tx) {
      const { rows } = await tx.query<{ n: number }>(`select last_value as n from ${spec.sequence}`);
      return rows[0]?.n ?? 0;
    },
    async listNew(tx, after, limit) {
      const { rows } = await tx.query<{ number: number; key: string }>(
        `select t.${number} as number, ${key} as key from ${table} t where t.mandant_id = $1 and t.${number} > $2 order by t.${number} limit $3`,
        [tx.mandantId, after, limit],
      );
      return rows;
    },
    ...(number === "lfd" && {
      async listOld(tx, after, limit) {
        const { rows } = await tx.query<{ key: string }>(
          `select ${key} as key from ${table} t where t.mandant_id = $1 and t.lfd is null and (${key}) collate "C" > $2 order by (${key}) collate "C" limit $3`,
          [tx.mandantId, after, limit],
        );
        return rows.map((row) => row.key);
      },
    }),
    async read(tx, keys) {
      const { rows } = await tx.query<LogRow>(
        `select ${key} as key, null as digest, null as salt, jsonb_build_object('zeitpunkt', ${isoSql(`t.${spec.instant}`)}) as head,
                jsonb_strip_nulls(jsonb_build_object(${content})) as content
           from unnest($2::text[]) k(key) join ${table} t on t.mandant_id = $1 and ${spec.byKey}`,
        [tx.mandantId, keys],
      );
      return rows;
    },
    async findKeys(tx, wanted) {
      const which = "akte" in wanted ? spec.akte : spec.person;
      if (!which) return [];
      const { rows } = await tx.query<{ key: string }>(
        `select ${key} as key from ${table} t where t.mandant_id = $1 and ${which} order by 1`,
        [tx.mandantId, "akte" in wanted ? wanted.akte : wanted.person],
      );
      return rows.map((row) => row.key);
    },
  };
}
