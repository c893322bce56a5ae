import { isoSql, type LogKind, type LogRow } from "#protokoll";

/** The steps of invoices as the chain sees them: `<rechnung>#<nummer>`. Who, when and what kind stay for good. */
export const rechnungKind: LogKind = {
  name: "rechnung.schritt",
  title: "Schritte der Rechnungen",
  async lastNumber(tx) {
    const { rows } = await tx.query<{ n: number }>("select last_value as n from rechnung_schritt_lfd");
    return rows[0]?.n ?? 0;
  },
  async listNew(tx, after, limit) {
    const { rows } = await tx.query<{ number: number; key: string }>(
      `select lfd as number, rechnung_id || '#' || nummer as key from rechnung_schritt where mandant_id = $1 and lfd > $2 order by lfd limit $3`,
      [tx.mandantId, after, limit],
    );
    return rows;
  },
  async read(tx, keys, { content }) {
    const { rows } = await tx.query<LogRow>(
      `select s.rechnung_id || '#' || s.nummer as key, encode(s.digest, 'hex') as digest, encode(i.salz, 'hex') as salt, i.daten as content,
              jsonb_strip_nulls(jsonb_build_object('akte', s.rechnung_id, 'aktenzeichen', r.eingangsnummer, 'nummer', s.nummer, 'art', s.art,
                'akteur', s.akteur, 'zeitpunkt', ${isoSql("s.zeitpunkt")}, 'transaktion', s.transaktion, 'loescht', case when s.art = 'inhaltGeloescht' then true end)) as head
         from unnest($2::text[]) k(key)
         join rechnung_schritt s on s.mandant_id = $1 and s.rechnung_id = split_part(k.key, '#', 1)::uuid and s.nummer = split_part(k.key, '#', 2)::int
         join rechnung r on r.mandant_id = $1 and r.id = s.rechnung_id
         left join rechnung_schritt_inhalt i on $3 and i.mandant_id = $1 and i.rechnung_id = s.rechnung_id and i.nummer = s.nummer`,
      [tx.mandantId, keys, content],
    );
    return rows.map((row) => ({ ...row, content: row.salt === null ? undefined : row.content }));
  },
  async findKeys(tx, wanted) {
    if (!("akte" in wanted)) return [];
    const { rows } = await tx.query<{ key: string }>(
      `select rechnung_id || '#' || nummer as key from rechnung_schritt where mandant_id = $1 and rechnung_id = $2 order by nummer`,
      [tx.mandantId, wanted.akte],
    );
    return rows.map(({ key }) => key);
  },
};
