import type { Tx } from "#db";
import type { Abruf, Abrufabsicht, Ausgang, Einsicht, Weitergabe } from "./contract.ts";

const abrufSpalten = `a.mandant_id as "mandantId", a.id, a.vorgang_id as "vorgangId", a.person, a.vertreter, a.register, a.auskunft, a.zweck, a.norm,
  a.behoerde, a.attribute, a.angefragt_am as "angefragtAm", g.ausgang, g.grund, g.am as "ausgangAm"`;

/** The caller commits before any register is asked. An intent repeated under its id changes nothing. */
export async function vermerkeAbsichten(tx: Tx, absichten: readonly Abrufabsicht[], am: Date): Promise<void> {
  if (absichten.length === 0) return;
  await tx.query(
    `insert into abruf (mandant_id, id, vorgang_id, person, vertreter, register, auskunft, zweck, norm, behoerde, attribute, angefragt_am)
     select $1::int, (a->>'id')::uuid, (a->>'vorgangId')::uuid, a->>'person', a->>'vertreter', a->>'register', a->>'auskunft', a->>'zweck', a->>'norm',
            a->>'behoerde', array(select jsonb_array_elements_text(a->'attribute')), $3::timestamptz
       from jsonb_array_elements($2::jsonb) a
     on conflict do nothing`,
    [tx.mandantId, JSON.stringify(absichten), am],
  );
}

export type AusgangEintrag = Pick<Abrufabsicht, "id" | "person" | "vertreter"> & { ausgang: Ausgang; grund: string | null };

/** The first outcome of an intent stands. */
export async function vermerkeAusgaenge(tx: Tx, ausgaenge: readonly AusgangEintrag[], am: Date): Promise<void> {
  await tx.query(
    `insert into abruf_ausgang (mandant_id, id, person, vertreter, ausgang, grund, am)
     select $1::int, (a->>'id')::uuid, a->>'person', a->>'vertreter', a->>'ausgang', a->>'grund', $3::timestamptz
       from jsonb_array_elements($2::jsonb) a
     on conflict do nothing`,
    [tx.mandantId, JSON.stringify(ausgaenge), am],
  );
}

export const vermerkeEinsicht = (tx: Tx, einsicht: Omit<Einsicht, "mandantId">): Promise<void> =>
  vermerkeEinsichten(tx, [einsicht]);

/** Files that were opened together. */
export async function vermerkeEinsichten(tx: Tx, einsichten: readonly Omit<Einsicht, "mandantId">[]): Promise<void> {
  if (einsichten.length === 0) return;
  await tx.query(
    `insert into einsicht (mandant_id, vorgang_id, person, vertreter, stelle, anlass, am)
     select $1::int, (e->>'vorgangId')::uuid, e->>'person', e->>'vertreter', e->>'stelle', e->>'anlass', (e->>'am')::timestamptz
       from jsonb_array_elements($2::jsonb) e`,
    [tx.mandantId, JSON.stringify(einsichten)],
  );
}

/** Intents without outcome: of some Vorgaenge, or those that are older than an instant. */
export async function listeOffeneAbrufe(
  tx: Tx,
  wunsch: { vorgangIds: readonly string[] } | { aelterAls: Date; hoechstens: number },
): Promise<Abruf[]> {
  const { rows } = await tx.query<Abruf>(
    `select ${abrufSpalten} from abruf a left join abruf_ausgang g using (mandant_id, id)
      where a.mandant_id = $1 and g.id is null and ($2::uuid[] is null or a.vorgang_id = any($2)) and ($3::timestamptz is null or a.angefragt_am < $3)
      order by a.angefragt_am limit $4`,
    "vorgangIds" in wunsch
      ? [tx.mandantId, wunsch.vorgangIds, null, null]
      : [tx.mandantId, null, wunsch.aelterAls, wunsch.hoechstens],
  );
  return rows;
}

/** In a transaction of the person (across Mandanten); newest first. */
export async function listeAbrufeFuerPerson(
  tx: Tx,
  person: string,
  seite: { ab: number; anzahl: number },
): Promise<{ zeilen: Abruf[]; gesamt: number }> {
  const { rows } = await tx.query<Abruf & { gesamt: number }>(
    `select ${abrufSpalten}, count(*) over () as gesamt from abruf a left join abruf_ausgang g using (mandant_id, id)
      where a.person = $1 or a.vertreter = $1
      order by a.angefragt_am desc, a.id limit $2 offset $3`,
    [person, seite.anzahl, seite.ab],
  );
  return { zeilen: rows, gesamt: rows[0]?.gesamt ?? 0 };
}

/** In a transaction of the person (across Mandanten); the newest hundred. */
export async function listeEinsichtenFuerPerson(tx: Tx, person: string): Promise<Einsicht[]> {
  const { rows } = await tx.query<Einsicht>(
    `select mandant_id as "mandantId", vorgang_id as "vorgangId", person, vertreter, stelle, anlass, am from einsicht
      where person = $1 or vertreter = $1 order by am desc limit 100`,
    [person],
  );
  return rows;
}

/** The caller commits before the other Mandant has the data. */
export async function vermerkeWeitergaben(tx: Tx, weitergaben: readonly Omit<Weitergabe, "am">[], am: Date): Promise<void> {
  for (const { id, anlass, person, vertreter, von, an, zweck, norm, attribute } of weitergaben)
    await tx.query(
      `insert into weitergabe (mandant_id, id, anlass, person, vertreter, von, an, zweck, norm, attribute, am)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
      [tx.mandantId, id, anlass, person, vertreter, von, an, zweck, norm, attribute, am],
    );
}

/** In a transaction of the person (across Mandanten); the newest hundred. */
export async function listeWeitergabenFuerPerson(tx: Tx, person: string): Promise<Weitergabe[]> {
  const { rows } = await tx.query<Weitergabe>(
    `select id, anlass, person, vertreter, von, an, zweck, norm, attribute, am from weitergabe
      where person = $1 or vertreter = $1 order by am desc, person limit 100`,
    [person],
  );
  return rows;
}
