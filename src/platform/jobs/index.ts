/** Work for later: enqueued in the caller's transaction, done at least once by any worker process. */
export { type AnyJob, defineJob, type Job } from "./define-job.ts";
export { doEach } from "./do-each.ts";
export { inTurn, type Turns } from "./in-turn.ts";
export { createJobs, type Jobs } from "./jobs.ts";
export { migrateJobs } from "./migrate-jobs.ts";
export { startWorker, type Worker } from "./worker.ts";
