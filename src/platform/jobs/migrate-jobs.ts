import { PgBoss } from "pg-boss";
import { HEARTBEAT_SECONDS, SCHEMA } from "./jobs.ts";

/** Creates or updates the queues' tables and one queue per job, as the owner; then lets the application work in them. */
export async function migrateJobs(ownerUrl: string, jobs: readonly { name: string; versuche: number }[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, schedule: false, supervise: false, max: 2 });
  await boss.start();
  try {
    for (const job of jobs) {
      const options = {
        retryLimit: job.versuche,
        retryBackoff: true,
        retryDelay: 2,
        retryDelayMax: 3600,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        notify: true,
        deleteAfterSeconds: 3600,
        // Longer than the tries of any job last: what still waits must not be deleted for its age.
        retentionSeconds: 180 * 86_400,
      };
      await boss.createQueue(job.name, options);
      await boss.updateQueue(job.name, options);
    }
    await boss.getDb().executeSql(
      `grant usage on schema ${SCHEMA} to fachwerk_app;
       grant select, insert, update, delete on all tables in schema ${SCHEMA} to fachwerk_app;
       grant execute on all functions in schema ${SCHEMA} to fachwerk_app`,
    );
  } finally {
    await boss.stop({ graceful: false });
  }
}
