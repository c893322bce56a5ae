import { isoSql, type LogKind, type LogRow } from "#protokoll";

/**
 * The steps of Vorgaenge as the chain sees them: `<vorgang>#<nummer>`. Who, when and what kind stay for good, the content goes with its
 * retention rule.
 */
export const schrittKind: LogKind = {
  name: "vorgang.schritt",
  title: "Schritte der Vorgänge",
  async lastNumber(tx) {
    const { rows } = await tx.query<{ n: number }>("select last_value as n from vorgang_schritt_lfd");
    return rows[0]?.n ?? 0;
  },
  async listNew(tx, after, limit) {
    const { rows } = await tx.query<{ number: number; key: string }>(
      `select lfd as number, vorgang_id || '#' || nummer as key from vorgang_schritt
        where mandant_id = $1 and lfd > $2 order by lfd limit $3`,
      [tx.mandantId, after, limit],
    );
    return rows;
  },
  async listOld(tx, after, limit) {
    const [vorgangId = "00000000-0000-0000-0000-000000000000", nummer = 0] = after === "" ? [] : after.split("#");
    const { rows } = await tx.query<{ key: string }>(
      `select vorgang_id || '#' || nummer as key from vorgang_schritt
        where mandant_id = $1 and lfd is null and (vorgang_id, nummer) > ($2::uuid, $3::int) order by vorgang_id, nummer limit $4`,
      [tx.mandantId, vorgangId, nummer, limit],
    );
    return rows.map(({ key }) => key);
  },
  async read(tx, keys, { content }) {
    const { rows } = await tx.query<LogRow>(
      `select s.vorgang_id || '#' || s.nummer as key, encode(s.digest, 'hex') as digest, encode(i.salz, 'hex') as salt, i.daten as content,
              jsonb_strip_nulls(jsonb_build_object('akte', s.vorgang_id, 'aktenzeichen', v.aktenzeichen, 'leistung', v.leistung,
                'version', v.leistung_version, 'nummer', s.nummer, 'art', s.art, 'akteur', s.akteur, 'zeitpunkt', ${isoSql("s.zeitpunkt")},
                'transaktion', s.transaktion, 'loescht', case when s.art = 'inhaltGeloescht' then true end)) as head
         from unnest($2::text[]) k(key)
         join vorgang_schritt s on s.mandant_id = $1 and s.vorgang_id = split_part(k.key, '#', 1)::uuid and s.nummer = split_part(k.key, '#', 2)::int
         join vorgang v on v.mandant_id = $1 and v.id = s.vorgang_id
         left join vorgang_schritt_inhalt i on $3 and i.mandant_id = $1 and i.vorgang_id = s.vorgang_id and i.nummer = s.nummer`,
      [tx.mandantId, keys, content],
    );
    return rows.map((row) => ({ ...row, content: row.salt === null ? undefined : row.content }));
  },
  // By person there are none: a step can hold what others said or what the register knows of them, and names the clerk. People keep the
  // proof over their entries of the Datenschutzcockpit.
  async findKeys(tx, wanted) {
    if (!("akte" in wanted)) return [];
    const { rows } = await tx.query<{ key: string }>(
      "select vorgang_id || '#' || nummer as key from vorgang_schritt where mandant_id = $1 and vorgang_id = $2::uuid order by nummer",
      [tx.mandantId, wanted.akte],
    );
    return rows.map(({ key }) => key);
  },
};
