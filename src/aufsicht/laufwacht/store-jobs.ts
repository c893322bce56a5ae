import type { Tx } from "#db";
import type { Land } from "#kalender";
import type { Jobangabe, Plan, UeberwachterJob } from "./contract.ts";
import type { Angaben } from "./sicht/lies-angaben.ts";

const spalten = `j.id, j.system, j.mandant, j.name, j.land, j.plan, j.frueh, j.eigentuemer, j.mindestmenge, j.ping, j.beendet_am as "beendetAm"`;

export async function listeJobs(
  tx: Tx,
  wahl: { auchBeendete?: boolean; system?: string | undefined; mandant?: string | undefined } = {},
): Promise<UeberwachterJob[]> {
  const { rows } = await tx.query<UeberwachterJob>(
    `select ${spalten} from wacht_job j
      where ($1 or j.beendet_am is null) and ($2::text is null or j.system = $2) and ($3::text is null or j.mandant = $3) order by j.id`,
    [wahl.auchBeendete ?? false, wahl.system ?? null, wahl.mandant ?? null],
  );
  return rows;
}

export async function findJob(tx: Tx, id: number): Promise<UeberwachterJob | undefined> {
  return (await tx.query<UeberwachterJob>(`select ${spalten} from wacht_job j where j.id = $1`, [id])).rows[0];
}

export async function findJobNachPing(tx: Tx, ping: string): Promise<UeberwachterJob | undefined> {
  return (await tx.query<UeberwachterJob>(`select ${spalten} from wacht_job j where j.ping = $1`, [ping])).rows[0];
}

/** Those that are there already stay as they are. @returns how many are new */
export async function legeJobsAn(
  tx: Tx,
  jobs: readonly (Omit<Jobangabe, "plan"> & { plan?: Jobangabe["plan"] | Plan; frueh?: boolean })[],
  am: Date,
): Promise<number> {
  await tx.query(
    `insert into wacht_system (name, angelegt_am) select distinct s, $2::timestamptz from unnest($1::text[]) s order by s on conflict do nothing`,
    [jobs.map(({ system }) => system), am],
  );
  const { rowCount } = await tx.query(
    `insert into wacht_job (system, mandant, name, land, plan, frueh, eigentuemer, angelegt_am)
     select distinct on (system, mandant, name) system, mandant, name, land, plan, frueh, eigentuemer, $8::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::bool[], $7::text[]) t(system, mandant, name, land, plan, frueh, eigentuemer)
      order by system, mandant, name on conflict (system, mandant, name) do nothing`,
    [
      jobs.map((each) => each.system),
      jobs.map((each) => each.mandant),
      jobs.map((each) => each.name),
      jobs.map((each) => each.land),
      jobs.map((each) => (each.plan ? JSON.stringify(each.plan) : null)),
      jobs.map((each) => each.frueh ?? true),
      jobs.map((each) => each.eigentuemer),
      am,
    ],
  );
  return rowCount;
}

/** The tenant, or this one job of it, has left: what it reports from now on is counted and not watched. */
export async function beendeJobs(tx: Tx, wahl: { mandant: string } | { job: number }, am: string): Promise<number> {
  const { rowCount } = await tx.query(
    `update wacht_job set beendet_am = $3 where beendet_am is null and ($1::text is null or mandant = $1) and ($2::int is null or id = $2)`,
    ["mandant" in wahl ? wahl.mandant : null, "job" in wahl ? wahl.job : null, am],
  );
  return rowCount;
}

export type Jobaenderung = { nummer: number; am: Date; wer: string; vorher: Angaben | null; nachher: Angaben };

export async function aendereJob(
  tx: Tx,
  job: number,
  a: Angaben,
  wie: { vorher: Angaben | null; wer: string; am: Date },
): Promise<void> {
  await tx.query("insert into wacht_system (name, angelegt_am) values ($1, $2) on conflict do nothing", [a.system, wie.am]);
  await tx.query(
    "update wacht_job set system = $2, land = $3, plan = $4, frueh = $5, eigentuemer = $6, mindestmenge = $7 where id = $1",
    [job, a.system, a.land, a.plan && JSON.stringify(a.plan), a.frueh, a.eigentuemer, a.mindestmenge],
  );
  await tx.query("insert into wacht_job_aenderung (job, am, wer, vorher, nachher) values ($1, $2, $3, $4, $5)", [
    job,
    wie.am,
    wie.wer,
    wie.vorher && JSON.stringify(wie.vorher),
    JSON.stringify(a),
  ]);
}

export async function listeJobaenderungen(tx: Tx, job: number, hoechstens: number): Promise<Jobaenderung[]> {
  const { rows } = await tx.query<Jobaenderung>(
    "select nummer, am, wer, vorher, nachher from wacht_job_aenderung where job = $1 order by nummer desc limit $2",
    [job, hoechstens],
  );
  return rows;
}

export async function schreibeQuelle(
  tx: Tx,
  quelle: { name: string; token: Buffer; legtAn: boolean; land: Land },
  am: Date,
): Promise<void> {
  await tx.query(
    `insert into wacht_quelle (name, token_sha256, legt_an, land, angelegt_am) values ($1, $2, $3, $4, $5)
     on conflict (name) do update set token_sha256 = excluded.token_sha256, legt_an = excluded.legt_an, land = excluded.land`,
    [quelle.name, quelle.token, quelle.legtAn, quelle.land, am],
  );
}

export async function findQuelle(tx: Tx, token: Buffer): Promise<{ name: string; legtAn: boolean; land: Land } | undefined> {
  const { rows } = await tx.query<{ name: string; legtAn: boolean; land: Land }>(
    `select name, legt_an as "legtAn", land from wacht_quelle where token_sha256 = $1`,
    [token],
  );
  return rows[0];
}
