import type { Tx } from "#db";
import { type IsoDatum, plusTage } from "#kalender";
import { type Einstellung, findEinstellung } from "../store-betrieb.ts";
import { listeJobs } from "../store-jobs.ts";
import { listeBefunde, listeBewertungen } from "../store-urteil.ts";
import { type Joblage, lageVon } from "./lage.ts";

/** The day that is judged on a morning: evening jobs had theirs the day before. */
export const tagAm = (frueh: boolean, morgen: IsoDatum): IsoDatum => (frueh ? morgen : plusTage(morgen, -1));

export async function liesMorgen(
  tx: Tx,
  morgen: IsoDatum,
  wahl: { system?: string | undefined; mandant?: string | undefined } = {},
): Promise<{ lagen: Joblage[]; einstellung: Einstellung }> {
  const einstellung = await findEinstellung(tx);
  const jobs = await listeJobs(tx, wahl);
  const befunde = Map.groupBy(await listeBefunde(tx, morgen), ({ job }) => job);
  const bewertungen = new Map(
    (await listeBewertungen(tx, plusTage(morgen, -1), morgen)).map((each) => [`${each.job} ${each.tag}`, each]),
  );
  const lagen = jobs.map((job) =>
    lageVon(job, befunde.get(job.id) ?? [], bewertungen.get(`${job.id} ${tagAm(job.frueh, morgen)}`), einstellung.schwelle),
  );
  return { lagen, einstellung };
}
