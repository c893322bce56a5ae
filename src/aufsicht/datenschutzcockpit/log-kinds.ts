import { isoSql, type LogKind, type LogRow } from "#protokoll";

/**
 * Rows of the cockpit keep no digest of their own: the chain makes one when it takes the row in. Their content is the row itself; what
 * stays for good is the instant.
 */
function cockpitKind(spec: {
  name: string;
  title: string;
  table: string;
  sequence: string;
  number: "lfd" | "id";
  /** SQL of the key, and of the row again from a key `k.key`. */
  key: string;
  byKey: string;
  instant: string;
  columns: readonly string[];
  akte?: string;
}): LogKind {
  const { name, title, table, number, key } = spec;
  const content = spec.columns.map((column) => `'${column}', t.${column}`).join(", ");
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
          `select ${key} as key from ${table} t where t.mandant_id = $1 and t.lfd is null and ${key} collate "C" > $2 order by ${key} collate "C" limit $3`,
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
      if ("akte" in wanted && !spec.akte) return [];
      const { rows } = await tx.query<{ key: string }>(
        `select ${key} as key from ${table} t where t.mandant_id = $1 and ${"akte" in wanted ? spec.akte : "(t.person = $2 or t.vertreter = $2)"} order by 1`,
        [tx.mandantId, "akte" in wanted ? wanted.akte : wanted.person],
      );
      return rows.map((row) => row.key);
    },
  };
}

export const cockpitKinds: readonly LogKind[] = [
  cockpitKind({
    name: "cockpit.abruf",
    title: "Abrufe aus Registern",
    table: "abruf",
    sequence: "abruf_lfd",
    number: "lfd",
    key: "t.id::text",
    byKey: "t.id = k.key::uuid",
    instant: "angefragt_am",
    columns: ["vorgang_id", "person", "vertreter", "register", "auskunft", "zweck", "norm", "behoerde", "attribute"],
    akte: "t.vorgang_id = $2::uuid",
  }),
  cockpitKind({
    name: "cockpit.ausgang",
    title: "Ergebnisse der Abrufe",
    table: "abruf_ausgang",
    sequence: "abruf_ausgang_lfd",
    number: "lfd",
    key: "t.id::text",
    byKey: "t.id = k.key::uuid",
    instant: "am",
    columns: ["person", "vertreter", "ausgang", "grund"],
    akte: "t.id in (select id from abruf where mandant_id = $1 and vorgang_id = $2::uuid)",
  }),
  cockpitKind({
    name: "cockpit.einsicht",
    title: "Einsichten in Akten",
    table: "einsicht",
    sequence: "einsicht_id_seq",
    number: "id",
    key: "t.id::text",
    byKey: "t.id = k.key::bigint",
    instant: "am",
    columns: ["vorgang_id", "person", "vertreter", "stelle", "anlass"],
    akte: "t.vorgang_id = $2::uuid",
  }),
  cockpitKind({
    name: "cockpit.weitergabe",
    title: "Weitergaben an andere Stellen",
    table: "weitergabe",
    sequence: "weitergabe_lfd",
    number: "lfd",
    key: "t.id || '/' || t.person || '/' || t.anlass",
    byKey:
      "t.id = split_part(k.key, '/', 1)::uuid and t.person = split_part(k.key, '/', 2) and t.anlass = substr(k.key, length(split_part(k.key, '/', 1)) + length(split_part(k.key, '/', 2)) + 3)",
    instant: "am",
    columns: ["person", "vertreter", "von", "an", "zweck", "norm", "attribute"],
  }),
];
