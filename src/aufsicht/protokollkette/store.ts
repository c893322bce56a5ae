import type { Tx } from "#db";
import { isoSql } from "#protokoll";
import type { Schluessel, Stapel } from "./saetze.ts";

export type Kettenkopf = { nummer: number; kopf: string; geschlossen: string };
export type Suchstand = {
  alteBis: string | null;
  fertigBis: number;
  kandidatBis: number | null;
  kandidatXmax: number | null;
};
export type Glied = {
  stelle: number;
  art: string;
  schluessel: string;
  blatt: string;
  salz: string | null;
  digest: string | null;
};

const LOCK = 7_240_960;
const geschlossen = `${isoSql("s.geschlossen_am")} as geschlossen`;

/** One process at a time closes batches of a Mandant. @returns false where another one does */
export async function sperreKette(tx: Tx, warte: boolean): Promise<boolean> {
  if (warte) {
    await tx.query("select pg_advisory_xact_lock($1, $2)", [LOCK, tx.mandantId]);
    return true;
  }
  const { rows } = await tx.query<{ frei: boolean }>("select pg_try_advisory_xact_lock($1, $2) as frei", [LOCK, tx.mandantId]);
  return rows[0]?.frei === true;
}

export async function findLetztenKopf(tx: Tx): Promise<Kettenkopf | undefined> {
  const { rows } = await tx.query<Kettenkopf>(
    `select s.nummer, encode(s.kopf, 'hex') as kopf, ${geschlossen} from kette_stapel s where s.mandant_id = $1 order by s.nummer desc limit 1`,
    [tx.mandantId],
  );
  return rows[0];
}

/** Oldest and newest transaction numbers of this moment: what is below `xmin` has ended. */
export async function liesAugenblick(tx: Tx): Promise<{ xmin: number; xmax: number }> {
  const { rows } = await tx.query<{ xmin: number; xmax: number }>(
    "select pg_snapshot_xmin(s)::text::bigint as xmin, pg_snapshot_xmax(s)::text::bigint as xmax from pg_current_snapshot() s",
  );
  return rows[0] as { xmin: number; xmax: number };
}

export async function findSuchstand(tx: Tx, art: string): Promise<Suchstand> {
  const { rows } = await tx.query<Suchstand>(
    `select alte_bis as "alteBis", fertig_bis as "fertigBis", kandidat_bis as "kandidatBis", kandidat_xmax as "kandidatXmax"
       from kette_stand where mandant_id = $1 and art = $2`,
    [tx.mandantId, art],
  );
  return rows[0] ?? { alteBis: "", fertigBis: 0, kandidatBis: null, kandidatXmax: null };
}

export async function schreibeSuchstand(tx: Tx, art: string, stand: Suchstand): Promise<void> {
  await tx.query(
    `insert into kette_stand (mandant_id, art, alte_bis, fertig_bis, kandidat_bis, kandidat_xmax) values ($1, $2, $3, $4, $5, $6)
     on conflict (mandant_id, art) do update set alte_bis = excluded.alte_bis, fertig_bis = excluded.fertig_bis,
       kandidat_bis = excluded.kandidat_bis, kandidat_xmax = excluded.kandidat_xmax`,
    [tx.mandantId, art, stand.alteBis, stand.fertigBis, stand.kandidatBis, stand.kandidatXmax],
  );
}

/**
 * Plans anew each time for the rest of the transaction: a plan kept from when the chain was short reads all of it for every row once it is
 * long (267 rows a second instead of ten thousand, on the first day).
 */
export const planeFrisch = (tx: Tx) => tx.query("set local plan_cache_mode = force_custom_plan");

/** Those of the keys that no batch has taken in, in the given order. */
export async function filtereOffene(tx: Tx, art: string, schluessel: readonly string[]): Promise<string[]> {
  if (schluessel.length === 0) return [];
  // A sub-select, not an anti-join: that would be planned as a hash over the whole chain.
  const { rows } = await tx.query<{ schluessel: string }>(
    `select k.schluessel from unnest($3::text[]) with ordinality k(schluessel, n)
      where (select true from kette_glied g where g.mandant_id = $1 and g.art = $2 and g.schluessel = k.schluessel limit 1) is null order by k.n`,
    [tx.mandantId, art, schluessel],
  );
  return rows.map((row) => row.schluessel);
}

export type NeuesGlied = { art: string; schluessel: string; blatt: string; salz: string | null; digest: string };

export async function schreibeStapel(
  tx: Tx,
  stapel: { nummer: number; wurzel: string; kopf: string; geschlossen: string },
  glieder: readonly NeuesGlied[],
): Promise<void> {
  await tx.query(
    `insert into kette_stapel (mandant_id, nummer, anzahl, wurzel, kopf, geschlossen_am)
     values ($1, $2, $3, decode($4, 'hex'), decode($5, 'hex'), $6::timestamptz)`,
    [tx.mandantId, stapel.nummer, glieder.length, stapel.wurzel, stapel.kopf, stapel.geschlossen],
  );
  await tx.query(
    `insert into kette_glied (mandant_id, art, schluessel, stapel, stelle, blatt)
     select $1::int, art, schluessel, $2::int, stelle, decode(blatt, 'hex') from unnest($3::text[], $4::text[], $5::text[]) with ordinality t(art, schluessel, blatt, stelle)`,
    [tx.mandantId, stapel.nummer, glieder.map((g) => g.art), glieder.map((g) => g.schluessel), glieder.map((g) => g.blatt)],
  );
  const gesalzene = glieder.filter((glied) => glied.salz !== null);
  if (gesalzene.length === 0) return;
  await tx.query(
    `insert into kette_salz (mandant_id, art, schluessel, salz, digest)
     select $1::int, art, schluessel, decode(salz, 'hex'), decode(digest, 'hex') from unnest($2::text[], $3::text[], $4::text[], $5::text[]) t(art, schluessel, salz, digest)`,
    [
      tx.mandantId,
      gesalzene.map((g) => g.art),
      gesalzene.map((g) => g.schluessel),
      gesalzene.map((g) => g.salz),
      gesalzene.map((g) => g.digest),
    ],
  );
}

export async function schreibeUnterschrift(
  tx: Tx,
  unterschrift: { stapel: number; schluessel: string; unterschrift: string; am: Date },
): Promise<void> {
  await tx.query(
    "insert into kette_unterschrift (mandant_id, stapel, schluessel, unterschrift, am) values ($1, $2, $3, $4, $5) on conflict do nothing",
    [tx.mandantId, unterschrift.stapel, unterschrift.schluessel, unterschrift.unterschrift, unterschrift.am],
  );
}

/** Batches in order, after a number. */
export async function listeStapel(tx: Tx, nach: number, hoechstens: number): Promise<Stapel[]> {
  const { rows } = await tx.query<Omit<Stapel, "typ">>(
    `select s.nummer, s.anzahl, encode(s.wurzel, 'hex') as wurzel, encode(s.kopf, 'hex') as kopf, ${geschlossen},
            (select coalesce(json_agg(json_build_object('schluessel', u.schluessel, 'unterschrift', u.unterschrift) order by u.schluessel), '[]')
               from kette_unterschrift u where u.mandant_id = s.mandant_id and u.stapel = s.nummer) as unterschriften
       from kette_stapel s where s.mandant_id = $1 and s.nummer > $2 order by s.nummer limit $3`,
    [tx.mandantId, nach, hoechstens],
  );
  return rows.map((row) => ({ typ: "stapel", ...row }));
}

/** The rows of a batch in order. */
export async function listeGlieder(tx: Tx, stapel: number): Promise<Glied[]> {
  const { rows } = await tx.query<Glied>(
    `select g.stelle, g.art, g.schluessel, encode(g.blatt, 'hex') as blatt, encode(z.salz, 'hex') as salz, encode(z.digest, 'hex') as digest
       from kette_glied g left join kette_salz z on z.mandant_id = g.mandant_id and z.art = g.art and z.schluessel = g.schluessel
      where g.mandant_id = $1 and g.stapel = $2 order by g.stelle`,
    [tx.mandantId, stapel],
  );
  return rows;
}

/** In which batches these rows are. */
export async function listeStapelVon(
  tx: Tx,
  art: string,
  schluessel: readonly string[],
): Promise<{ stapel: number; schluessel: string }[]> {
  const { rows } = await tx.query<{ stapel: number; schluessel: string }>(
    "select stapel, schluessel from kette_glied where mandant_id = $1 and art = $2 and schluessel = any($3)",
    [tx.mandantId, art, schluessel],
  );
  return rows;
}

export async function zaehleGlieder(tx: Tx): Promise<{ art: string; anzahl: number }[]> {
  const { rows } = await tx.query<{ art: string; anzahl: number }>(
    "select art, count(*) as anzahl from kette_glied where mandant_id = $1 group by art order by art",
    [tx.mandantId],
  );
  return rows;
}

export async function listeSchluessel(tx: Tx): Promise<Schluessel[]> {
  const { rows } = await tx.query<Schluessel>(
    `select json_strip_nulls(json_build_object('kennung', kennung, 'oeffentlich', oeffentlich, 'seit', ${isoSql("seit")},
              'bestaetigtVon', bestaetigt_von, 'bestaetigung', bestaetigung)) as s from kette_schluessel order by seit, kennung`,
  );
  return (rows as unknown as { s: Schluessel }[]).map(({ s }) => s);
}

export async function schreibeSchluessel(tx: Tx, schluessel: Omit<Schluessel, "seit"> & { seit: Date }): Promise<void> {
  await tx.query(
    `insert into kette_schluessel (kennung, oeffentlich, seit, bestaetigt_von, bestaetigung) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [
      schluessel.kennung,
      schluessel.oeffentlich,
      schluessel.seit,
      schluessel.bestaetigtVon ?? null,
      schluessel.bestaetigung ?? null,
    ],
  );
}
