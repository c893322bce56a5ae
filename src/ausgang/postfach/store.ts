import type { Tx } from "#db";

export type Nachricht = {
  id: string;
  vorgangId: string | null;
  person: string;
  betreff: string;
  text: string;
  bescheidId: string | null;
  ziel: string | null;
  ankuendigenAn: string | null;
  bereitgestelltAm: Date;
  angekuendigtAm: Date | null;
  abgerufenAm: Date | null;
};

const abfrage = `select n.id, n.vorgang_id as "vorgangId", n.person, n.betreff, n.text, n.bescheid_id as "bescheidId", n.ziel,
       n.ankuendigen_an as "ankuendigenAn", n.bereitgestellt_am as "bereitgestelltAm", k.am as "angekuendigtAm", r.am as "abgerufenAm"
  from nachricht n
  left join nachricht_ereignis k on k.mandant_id = n.mandant_id and k.nachricht_id = n.id and k.art = 'angekuendigt'
  left join nachricht_ereignis r on r.mandant_id = n.mandant_id and r.nachricht_id = n.id and r.art = 'abgerufen'
 where n.mandant_id = $1`;

export async function schreibeNachrichten(
  tx: Tx,
  nachrichten: readonly Omit<Nachricht, "angekuendigtAm" | "abgerufenAm">[],
): Promise<void> {
  if (nachrichten.length === 0) return;
  await tx.query(
    `insert into nachricht (mandant_id, id, vorgang_id, person, betreff, text, bescheid_id, ankuendigen_an, bereitgestellt_am, ziel)
     select $1::int, n.* from jsonb_to_recordset($2::jsonb) as n(id uuid, "vorgangId" uuid, person text, betreff text, text text,
            "bescheidId" uuid, "ankuendigenAn" text, "bereitgestelltAm" timestamptz, ziel text)`,
    [tx.mandantId, JSON.stringify(nachrichten)],
  );
}

export const findNachrichten = async (tx: Tx, ids: readonly string[]): Promise<Nachricht[]> =>
  (await tx.query<Nachricht>(`${abfrage} and n.id = any($2::uuid[])`, [tx.mandantId, ids])).rows;
export const findNachricht = async (tx: Tx, id: string): Promise<Nachricht | undefined> => (await findNachrichten(tx, [id]))[0];

export async function listeNachrichten(tx: Tx, person: string, seite: { ab: number; anzahl: number }): Promise<Nachricht[]> {
  const sql = `${abfrage} and n.person = $2 order by n.bereitgestellt_am desc, n.id limit $3 offset $4`;
  return (await tx.query<Nachricht>(sql, [tx.mandantId, person, seite.anzahl, seite.ab])).rows;
}

export async function listeNachrichtenZumVorgang(tx: Tx, vorgangId: string): Promise<Nachricht[]> {
  return (await tx.query<Nachricht>(`${abfrage} and n.vorgang_id = $2 order by n.bereitgestellt_am`, [tx.mandantId, vorgangId]))
    .rows;
}

export async function zaehleNachrichten(tx: Tx, person: string): Promise<{ alle: number; ungelesen: number }> {
  const { rows } = await tx.query<{ alle: number; ungelesen: number }>(
    `select count(*) as alle, count(*) filter (where r.am is null) as ungelesen
       from nachricht n left join nachricht_ereignis r on r.mandant_id = n.mandant_id and r.nachricht_id = n.id and r.art = 'abgerufen'
      where n.mandant_id = $1 and n.person = $2`,
    [tx.mandantId, person],
  );
  return rows[0] ?? { alle: 0, ungelesen: 0 };
}

/** The first time counts: a message read again was announced, or retrieved, when it first was. @returns ids for which this was the first */
export async function vermerkeEreignisse(
  tx: Tx,
  nachrichtIds: readonly string[],
  art: "angekuendigt" | "abgerufen",
  am: Date,
): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into nachricht_ereignis (mandant_id, nachricht_id, art, am) select $1::int, id, $3::text, $4::timestamptz from unnest($2::uuid[]) id
     on conflict do nothing returning nachricht_id as id`,
    [tx.mandantId, nachrichtIds, art, am],
  );
  return new Set(rows.map(({ id }) => id));
}
