import type { Tx } from "#db";
import type { Laufzeile } from "./annahme/pruefe-meldung.ts";

/**
 * All runs of a batch in one statement. A repetition changes nothing; an end that comes after its beginning, or before it, completes the row.
 * @returns how many rows are new or became more complete
 */
export async function schreibeLaeufe(tx: Tx, quelle: string, zeilen: readonly Laufzeile[], am: Date): Promise<number> {
  if (zeilen.length === 0) return 0;
  // Sorted keys: two batches that meet in the same rows wait for each other instead of locking each other out.
  const sortiert = [...zeilen].sort((a, b) => (a.kennung < b.kennung ? -1 : 1));
  const { rows } = await tx.query<{ n: number }>(
    `with neu as (
       insert into wacht_lauf as l (quelle, kennung, job, tag, beginn, ende, ausgang, anzahl, betrag_cent, auszug, empfangen_am)
       select $1, kennung, job, (beginn at time zone 'Europe/Berlin')::date, beginn, ende, ausgang, anzahl, betrag, auszug, $10::timestamptz
         from unnest($2::text[], $3::int[], $4::timestamptz[], $5::timestamptz[], $6::text[], $7::bigint[], $8::bigint[], $9::text[])
              t(kennung, job, beginn, ende, ausgang, anzahl, betrag, auszug)
       on conflict (quelle, kennung) do update
          set beginn = least(l.beginn, excluded.beginn), tag = least(l.tag, excluded.tag), ende = coalesce(l.ende, excluded.ende),
              ausgang = coalesce(l.ausgang, excluded.ausgang), anzahl = coalesce(l.anzahl, excluded.anzahl),
              betrag_cent = coalesce(l.betrag_cent, excluded.betrag_cent), auszug = coalesce(l.auszug, excluded.auszug)
        where l.job = excluded.job and (excluded.beginn < l.beginn or (l.ende is null and excluded.ende is not null)
              or (l.ausgang is null and excluded.ausgang is not null) or (l.anzahl is null and excluded.anzahl is not null))
       returning job, tag
     ), beruehrt as (
       insert into wacht_beruehrt (job, tag) select distinct job, tag from neu order by job, tag
       on conflict (job, tag) do update set mal = wacht_beruehrt.mal + 1
     )
     select count(*)::int as n from neu`,
    [
      quelle,
      sortiert.map((each) => each.kennung),
      sortiert.map((each) => each.job),
      sortiert.map((each) => each.beginn),
      sortiert.map((each) => each.ende),
      sortiert.map((each) => each.ausgang),
      sortiert.map((each) => each.anzahl),
      sortiert.map((each) => each.betragCent),
      sortiert.map((each) => each.auszug),
      am,
    ],
  );
  return rows[0]?.n ?? 0;
}

/** The day's values anew wherever runs came in since the last time. Failed runs count with what they did. */
export async function summiereTage(tx: Tx): Promise<number> {
  const { rowCount } = await tx.query(
    `with offen as (delete from wacht_beruehrt returning job, tag)
     insert into wacht_tageswert (job, tag, anzahl, dauer_s, laeufe)
     select l.job, l.tag, coalesce(sum(l.anzahl), 0)::bigint,
            (sum(extract(epoch from l.ende - l.beginn)) filter (where l.ende >= l.beginn))::int, count(*)::int
       from wacht_lauf l join offen o on o.job = l.job and o.tag = l.tag group by l.job, l.tag
     on conflict (job, tag) do update set anzahl = excluded.anzahl, dauer_s = excluded.dauer_s, laeufe = excluded.laeufe`,
  );
  return rowCount;
}

export async function loescheLaeufeVor(tx: Tx, tag: string, hoechstens: number): Promise<number> {
  const { rowCount } = await tx.query(
    "delete from wacht_lauf where ctid = any(array(select ctid from wacht_lauf where tag < $1 limit $2 for update skip locked))",
    [tag, hoechstens],
  );
  return rowCount;
}

export async function zaehleAnnahme(
  tx: Tx,
  tag: string,
  quelle: string,
  gruende: readonly { grund: string; beispiel: string; anzahl: number }[],
  am: Date,
): Promise<void> {
  if (gruende.length === 0) return;
  const sortiert = [...gruende].sort((a, b) => (a.grund + a.beispiel < b.grund + b.beispiel ? -1 : 1));
  await tx.query(
    `insert into wacht_annahme as a (tag, quelle, grund, beispiel, anzahl, zuletzt_am)
     select $1::date, $2, g, b, n, $6::timestamptz from unnest($3::text[], $4::text[], $5::bigint[]) t(g, b, n)
     on conflict (tag, quelle, grund, beispiel) do update set anzahl = a.anzahl + excluded.anzahl, zuletzt_am = excluded.zuletzt_am`,
    [
      tag,
      quelle,
      sortiert.map((each) => each.grund),
      sortiert.map((each) => each.beispiel),
      sortiert.map((each) => each.anzahl),
      am,
    ],
  );
}

export type Annahmezeile = { tag: string; quelle: string; grund: string; beispiel: string; anzahl: number; zuletztAm: Date };
export async function listeAnnahme(tx: Tx, ab: string): Promise<Annahmezeile[]> {
  const { rows } = await tx.query<Annahmezeile>(
    `select tag, quelle, grund, beispiel, anzahl, zuletzt_am as "zuletztAm" from wacht_annahme where tag >= $1 order by tag desc, anzahl desc limit 300`,
    [ab],
  );
  return rows;
}

export async function zaehleLaeufe(tx: Tx, ab: string): Promise<{ quelle: string; laeufe: number; zuletztAm: Date }[]> {
  const { rows } = await tx.query<{ quelle: string; laeufe: number; zuletztAm: Date }>(
    `select quelle, count(*)::int as laeufe, max(empfangen_am) as "zuletztAm" from wacht_lauf where tag >= $1 group by quelle order by quelle`,
    [ab],
  );
  return rows;
}

export type Lauf = {
  job: number;
  kennung: string;
  beginn: Date;
  ende: Date | null;
  ausgang: "erfolg" | "fehler" | null;
  anzahl: number | null;
  betragCent: number | null;
  auszug: string | null;
};
export async function listeLaeufe(tx: Tx, von: Date, bis: Date, job?: number): Promise<Lauf[]> {
  const { rows } = await tx.query<Lauf>(
    `select job, kennung, beginn, ende, ausgang, anzahl, betrag_cent as "betragCent", ${job === undefined ? "right(auszug, 200) as auszug" : "auszug"}
       from wacht_lauf
      where tag between ($1::timestamptz at time zone 'Europe/Berlin')::date and ($2::timestamptz at time zone 'Europe/Berlin')::date
        and beginn >= $1 and beginn < $2 and ($3::int is null or job = $3) order by beginn`,
    [von, bis, job ?? null],
  );
  return rows;
}

/** The newest run of a job that began and has not ended: the one that an end by ping means. */
export async function findOffenenLauf(
  tx: Tx,
  job: number,
  quelle: string,
): Promise<{ kennung: string; beginn: Date } | undefined> {
  const { rows } = await tx.query<{ kennung: string; beginn: Date }>(
    `select kennung, beginn from wacht_lauf where job = $1 and quelle = $2 and ende is null order by beginn desc limit 1`,
    [job, quelle],
  );
  return rows[0];
}

export async function listeTageswerte(
  tx: Tx,
  von: string,
  bis: string,
  job?: number,
): Promise<{ job: number; tag: string; anzahl: number; dauerS: number | null }[]> {
  const { rows } = await tx.query<{ job: number; tag: string; anzahl: number; dauerS: number | null }>(
    `select job, tag, anzahl, dauer_s as "dauerS" from wacht_tageswert where tag between $1 and $2 and ($3::int is null or job = $3) order by job, tag`,
    [von, bis, job ?? null],
  );
  return rows;
}
