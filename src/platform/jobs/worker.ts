import type { JobResult, PgBoss } from "pg-boss";
import type { AnyJob } from "./define-job.ts";
import { createBoss, SCHEMA } from "./jobs.ts";

export type Worker = { stop(): Promise<void> };

const BATCH = 50;
/** How long work of the second rank lets the first rank pass before it is done all the same. */
const PATIENCE_MS = 60_000;

/**
 * Fetches and does jobs until stopped. A batch is fetched in one statement, but every job stands for itself: its own
 * transactions, its own success or failure.
 *
 * @param options.parallel jobs of one queue done at the same time (bounded by the pool of connections)
 */
export async function startWorker<System>(
  url: string,
  jobs: readonly AnyJob<System>[],
  system: System,
  options: { parallel: number; log(error: Error, jobName: string): void },
): Promise<Worker> {
  const boss = createBoss(url, { size: jobs.length + 4, supervise: true, log: (error) => options.log(error, "pg-boss") });
  await boss.start();
  const rush = createRush();
  for (const job of jobs) {
    await boss.work(
      job.name,
      {
        batchSize: BATCH,
        // Two batches at a time: one slow register holds up its own batch only.
        localConcurrency: 2,
        perJobResults: true,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 2,
      },
      async (batch) => {
        const run = () =>
          runBatch(
            batch,
            options.parallel,
            (daten) => job.fuehreAus(job.eingang.parse(daten) as never, system),
            async (id, error) => {
              options.log(error, job.name);
              await keepWhenGivenUp(boss, job.name, id).catch((failure: Error) => options.log(failure, job.name));
            },
          );
        if (!job.nachrangig) return rush.during(run);
        await rush.over(PATIENCE_MS);
        return run();
      },
    );
  }
  return {
    stop() {
      rush.end();
      return boss.stop({ graceful: true, timeout: 20_000 });
    },
  };
}

/** What used up its tries stays for the operator: it would be deleted with those that are done, and with it e.g. an order to pay. */
const keepWhenGivenUp = (boss: PgBoss, queue: string, id: string) =>
  boss
    .getDb()
    .executeSql(
      `update ${SCHEMA}.job set deletion_seconds = 0 where name = $1 and id = $2 and state = 'active' and retry_count >= retry_limit`,
      [queue, id],
    );

/** Knows whether work of the first rank is under way in this process, or was a moment ago: its next batch is then on its way. */
function createRush() {
  const MOMENT_MS = 300;
  let running = 0;
  let last = Number.NEGATIVE_INFINITY;
  let ended = false;
  return {
    async during<T>(run: () => Promise<T>): Promise<T> {
      running++;
      try {
        return await run();
      } finally {
        running--;
        last = performance.now();
      }
    },
    async over(patienceMs: number): Promise<void> {
      const latest = performance.now() + patienceMs;
      while (!ended && (running > 0 || performance.now() - last < MOMENT_MS) && performance.now() < latest)
        await new Promise((done) => setTimeout(done, MOMENT_MS));
    },
    end() {
      ended = true;
    },
  };
}

async function runBatch(
  batch: readonly { id: string; data: unknown }[],
  parallel: number,
  run: (daten: unknown) => Promise<void>,
  onFailure: (id: string, error: Error) => Promise<void>,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  const queue = batch.values();
  const lane = async () => {
    for (const { id, data } of queue) {
      try {
        await run(data);
        results.push({ id, status: "completed" });
      } catch (thrown) {
        const error = thrown instanceof Error ? thrown : new Error(String(thrown));
        await onFailure(id, error);
        results.push({ id, status: "failed", output: { message: error.message } });
      }
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return results;
}
