import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Stadt } from "./stadt.ts";

export function starteWorker(umgebung: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "../../src/worker.ts")], {
    env: { ...process.env, ...umgebung, FACHWERK_WORKER_PARALLEL: "4" },
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** Starts, kills after the first steps were seen, starts again; the last one may finish. */
export async function stuerzeAb(stadt: Stadt, umgebung: Record<string, string>, abstuerze: number): Promise<void> {
  const zaehle = () =>
    stadt.system.db.inTransaction({ mandant: stadt.musterstadt.id }, async (tx) => {
      const { rows } = await tx.query<{ schritte: number; unterwegs: number }>(
        `select (select count(*)::int from vorgang_schritt) as schritte,
                (select count(*)::int from vorgang_stand where phase in ('inPruefung', 'entschieden')) +
                (select count(*)::int from anordnung a left join anordnung_antwort w on w.mandant_id = a.mandant_id and w.anordnung_id = a.id where w.anordnung_id is null) as unterwegs`,
      );
      return rows[0] ?? { schritte: 0, unterwegs: 0 };
    });
  for (let absturz = 0; absturz < abstuerze; absturz++) {
    const vorher = (await zaehle()).schritte;
    const worker = starteWorker(umgebung);
    await stadt.warteBis(
      "some steps before the crash",
      async () => (await zaehle()).schritte > vorher + 5 || (await zaehle()).unterwegs === 0,
      60,
    );
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
  const letzter = starteWorker(umgebung);
  try {
    await stadt.warteBis("all Vorgaenge through", async () => (await zaehle()).unterwegs === 0, 150);
  } finally {
    letzter.kill("SIGTERM");
    await once(letzter, "exit");
  }
}
