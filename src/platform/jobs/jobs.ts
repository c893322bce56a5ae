import { PgBoss } from "pg-boss";
import type { Tx } from "#db";
import type { Job } from "./define-job.ts";

export type Jobs = {
  /** Enqueues in the caller's transaction: rolled back with it, visible to workers when it commits. */
  add<Input extends object>(
    tx: Tx,
    job: Pick<Job<Input, never>, "name" | "eingang">,
    daten: Input,
    /** `inSeconds` counts on the database's clock, which may be another than that of the law. */
    options?: { startAfter?: Date; inSeconds?: number },
  ): Promise<void>;
  /** As many jobs of one kind as there are data, in one statement. */
  addAll<Input extends object>(tx: Tx, job: Pick<Job<Input, never>, "name" | "eingang">, daten: readonly Input[]): Promise<void>;
  /** Jobs that wait, run, or gave up, by queue: what readiness and the operator look at. */
  count(): Promise<{ name: string; waiting: number; active: number; failed: number }[]>;
  stop(): Promise<void>;
};

/** How long a process may send no sign of life before its jobs go to another. */
export const HEARTBEAT_SECONDS = 10;
export const SCHEMA = "pgboss";

export function createBoss(url: string, options: { size: number; supervise: boolean; log?: (error: Error) => void }): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: "fachwerk-jobs",
    max: options.size,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: options.supervise,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    useListenNotify: options.supervise,
    openTelemetry: { enabled: false },
  });
  // Unheard, an error event would end the process; the next poll tries again.
  boss.on("error", (error) => options.log?.(error));
  return boss;
}

/** The sending side; each process has one. */
export async function createJobs(url: string, log?: (error: Error) => void): Promise<Jobs> {
  const boss = createBoss(url, { size: 2, supervise: false, ...(log && { log }) });
  await boss.start();
  return {
    async add(tx, job, daten, options = {}) {
      const id = await boss.send(job.name, job.eingang.parse(daten), {
        ...(options.startAfter && { startAfter: options.startAfter }),
        ...(options.inSeconds !== undefined && { startAfter: options.inSeconds }),
        db: { executeSql: (text, values) => tx.query(text, values) },
      });
      if (!id) throw new Error(`job ${job.name} was not accepted`);
    },
    async addAll(tx, job, daten) {
      if (daten.length === 0) return;
      const auftraege = daten.map((each) => ({ data: job.eingang.parse(each) }));
      const ids = await boss.insert(job.name, auftraege, {
        returnId: true,
        db: { executeSql: (text, values) => tx.query(text, values) },
      });
      if (ids?.length !== daten.length) throw new Error(`${ids?.length ?? 0} of ${daten.length} jobs ${job.name} were accepted`);
    },
    async count() {
      const { rows } = await boss.getDb().executeSql(
        `select name, count(*) filter (where state in ('created', 'retry'))::int waiting, count(*) filter (where state = 'active')::int active,
                count(*) filter (where state = 'failed')::int failed
           from ${SCHEMA}.job group by name order by name`,
      );
      return rows;
    },
    stop: () => boss.stop({ graceful: false }),
  };
}
