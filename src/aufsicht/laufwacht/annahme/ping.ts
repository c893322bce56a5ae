import { randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import type { Db } from "#db";
import type { UeberwachterJob } from "../contract.ts";
import { findJobNachPing } from "../store-jobs.ts";
import { findOffenenLauf, schreibeLaeufe, zaehleAnnahme } from "../store-laeufe.ts";
import { type Laufzeile, pruefeMeldung } from "./pruefe-meldung.ts";

export const pingarten = ["start", "ende", "fehler"] as const;
export type Pingart = (typeof pingarten)[number];
export const PING = "ping";

/**
 * A ping by URL, as Healthchecks users know it. An end without a start is a run that took no time; a second start before the end is a run of
 * its own: the first one never reported its end.
 * @returns false where nobody has this address
 */
export async function nimmPing(
  { db, clock }: { db: Db; clock: Clock },
  ping: string,
  art: Pingart,
  angaben: { auszug?: string | undefined; anzahl?: number | undefined },
): Promise<boolean> {
  return db.inTransaction("betrieb", async (tx) => {
    const job = await findJobNachPing(tx, ping);
    if (!job) return false;
    const jetzt = clock.now();
    const offen = art === "start" ? undefined : await findOffenenLauf(tx, job.id, PING);
    const kennung = offen?.kennung ?? randomUUID();
    const { zeile, gruende } = pruefeMeldung(meldungAus(job, kennung, art, offen?.beginn ?? jetzt, jetzt, angaben), job, jetzt);
    if (zeile) await schreibeLaeufe(tx, PING, [zeile satisfies Laufzeile], jetzt);
    const beispiel = `${job.system} / ${job.mandant} / ${job.name}`;
    await zaehleAnnahme(
      tx,
      clock.today(),
      PING,
      gruende.map((grund) => ({ grund, beispiel, anzahl: 1 })),
      jetzt,
    );
    return true;
  });
}

function meldungAus(
  job: UeberwachterJob,
  kennung: string,
  art: Pingart,
  beginn: Date,
  jetzt: Date,
  { auszug, anzahl }: { auszug?: string | undefined; anzahl?: number | undefined },
) {
  return {
    kennung,
    system: job.system,
    mandant: job.mandant,
    job: job.name,
    beginn: beginn.toISOString(),
    ...(art !== "start" && { ende: jetzt.toISOString(), ausgang: art === "fehler" ? ("fehler" as const) : ("erfolg" as const) }),
    ...(anzahl !== undefined && { anzahl }),
    ...(auszug && { auszug }),
  };
}
