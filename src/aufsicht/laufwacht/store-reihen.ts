import type { Tx } from "#db";

/** Days of a job from its first known one: [index from `von`, count, seconds or NaN]. */
export type Reihe = { job: number; ab: number; werte: [number, number, number][] };

/** One text a job: ten thousand jobs of a year would be millions of rows to unpack. */
export async function listeReihen(tx: Tx, von: string, bis: string): Promise<Reihe[]> {
  const { rows } = await tx.query<{ job: number; ab: number; werte: string }>(
    `select job, min(tag) - $1::date as ab, string_agg((tag - $1::date) || ' ' || anzahl || ' ' || coalesce(dauer_s::text, 'NaN'), ',') as werte
       from wacht_tageswert where tag between $1 and $2 group by job`,
    [von, bis],
  );
  return rows.map(({ job, ab, werte }) => ({
    job,
    ab,
    werte: werte.split(",").map((teil): [number, number, number] => {
      const [t, anzahl, dauer] = teil.split(" ");
      return [Number(t), Number(anzahl), Number(dauer)];
    }),
  }));
}

/** History as it was before the Laufwacht watched: whole days without their runs. */
export async function schreibeTageswerte(
  tx: Tx,
  werte: readonly { job: number; tag: string; anzahl: number; dauerS: number | null }[],
): Promise<void> {
  await tx.query(
    `insert into wacht_tageswert (job, tag, anzahl, dauer_s, laeufe) select job, tag, anzahl, dauer, 1 from unnest($1::int[], $2::date[], $3::bigint[], $4::int[]) t(job, tag, anzahl, dauer)
     on conflict do nothing`,
    [
      werte.map((each) => each.job),
      werte.map((each) => each.tag),
      werte.map((each) => each.anzahl),
      werte.map((each) => each.dauerS),
    ],
  );
}

export async function findErstenTag(tx: Tx, job?: number): Promise<string | undefined> {
  const { rows } = await tx.query<{ tag: string | null }>(
    "select min(tag) as tag from wacht_tageswert where $1::int is null or job = $1",
    [job ?? null],
  );
  return rows[0]?.tag ?? undefined;
}
