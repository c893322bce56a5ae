import type { Tx } from "#db";
import type { Anordnung, Kassenantwort } from "./contract.ts";

const spalten = `o.id, o.vorgang_id as "vorgangId", o.aktenzeichen, o.art, o.empfaenger, o.iban, o.plan, o.summe_cent as "summeCent", o.wirksam_ab as "wirksamAb", o.erstellt_am as "erstelltAm"`;

/** @returns ids of those written: an occasion that has its order already gets no second one */
export async function schreibeAnordnungen(
  tx: Tx,
  anordnungen: readonly (Anordnung & { anlass: string })[],
): Promise<Set<string>> {
  if (anordnungen.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string }>(
    `insert into anordnung (mandant_id, id, vorgang_id, anlass, art, aktenzeichen, empfaenger, iban, plan, summe_cent, erstellt_am, wirksam_ab)
     select $1::int, a.* from jsonb_to_recordset($2::jsonb) as a(id uuid, "vorgangId" uuid, anlass text, art text, aktenzeichen text,
            empfaenger text, iban text, plan jsonb, "summeCent" bigint, "erstelltAm" timestamptz, "wirksamAb" date)
     on conflict (mandant_id, vorgang_id, anlass) do nothing returning id`,
    [tx.mandantId, JSON.stringify(anordnungen)],
  );
  return new Set(rows.map(({ id }) => id));
}

export type AnordnungMitAntwort = Anordnung & {
  antwort: Kassenantwort["art"] | null;
  belegnummer: string | null;
  grund: string | null;
};

/** `wartetAuf`: orders of the same Vorgang that came before it, oldest first, and that the treasury has not answered. */
export type Uebergabe = AnordnungMitAntwort & { wartetAuf: string[] };

export async function findAnordnungen(tx: Tx, ids: readonly string[]): Promise<Uebergabe[]> {
  // By the step that noted the order: two orders can share a moment.
  const schritt = (anordnung: string) =>
    `(select nummer from vorgang_schritt where mandant_id = $1 and transaktion = 'anordnung:' || ${anordnung}.id)`;
  const { rows } = await tx.query<Uebergabe>(
    `select ${spalten}, a.art as antwort, a.belegnummer, a.grund,
            array(select v.id from anordnung v where v.mandant_id = o.mandant_id and v.vorgang_id = o.vorgang_id and v.id <> o.id
                     and not exists (select from anordnung_antwort b where b.mandant_id = v.mandant_id and b.anordnung_id = v.id)
                     and ${schritt("v")} < ${schritt("o")} order by ${schritt("v")}) as "wartetAuf"
       from anordnung o left join anordnung_antwort a on a.mandant_id = o.mandant_id and a.anordnung_id = o.id
      where o.mandant_id = $1 and o.id = any($2::uuid[])`,
    [tx.mandantId, ids],
  );
  return rows;
}

export async function listeAnordnungen(tx: Tx, vorgangId: string): Promise<AnordnungMitAntwort[]> {
  const { rows } = await tx.query<AnordnungMitAntwort>(
    `select ${spalten}, a.art as antwort, a.belegnummer, a.grund
       from anordnung o left join anordnung_antwort a on a.mandant_id = o.mandant_id and a.anordnung_id = o.id
      where o.mandant_id = $1 and o.vorgang_id = $2 order by o.erstellt_am, o.id`,
    [tx.mandantId, vorgangId],
  );
  return rows;
}

export async function schreibeAntworten(
  tx: Tx,
  antworten: readonly { anordnungId: string; antwort: Kassenantwort }[],
  am: Date,
): Promise<void> {
  await tx.query(
    `insert into anordnung_antwort (mandant_id, anordnung_id, art, belegnummer, grund, am)
     select $1::int, (a->>'anordnungId')::uuid, a->'antwort'->>'art', a->'antwort'->>'belegnummer', a->'antwort'->>'grund', $3::timestamptz
       from jsonb_array_elements($2::jsonb) a
     on conflict do nothing`,
    [tx.mandantId, JSON.stringify(antworten), am],
  );
}
