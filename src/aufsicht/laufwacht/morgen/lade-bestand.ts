import type { Tx } from "#db";
import { type IsoDatum, plusTage, tageZwischen } from "#kalender";
import {
  type Bestand,
  type Betriebskalender,
  type Rueckmeldung,
  type WachJob,
  wanduhr,
  wendeRueckmeldungenAn,
} from "#wachmodell";
import type { UeberwachterJob } from "../contract.ts";
import { type Kalendereintrag, listeKalender, listeRueckmeldungen } from "../store-betrieb.ts";
import { listeJobs } from "../store-jobs.ts";
import { listeReihen } from "../store-reihen.ts";

export const LERNTAGE = 730;
/** For one morning: a year and a little, so that Easter of last year is among the like days. */
export const BLICKTAGE = 400;

export type Geladen = { jobs: UeberwachterJob[]; bestand: Bestand; kalender(job: UeberwachterJob): Betriebskalender };

export const alsWachJob = (job: UeberwachterJob): WachJob => ({
  id: String(job.id),
  mandant: job.mandant,
  system: job.system,
  land: job.land,
});

/**
 * All that is known of the last days up to `bis`. A day without a run is 0 from a job's first known day on; before it nothing is known. What
 * people said, closed days and maintenance teach nothing.
 */
export async function ladeBestand(tx: Tx, bis: IsoDatum, tage: number, heute?: IsoDatum): Promise<Geladen> {
  const jobs = await listeJobs(tx);
  const beginn = plusTage(bis, 1 - tage);
  const stelle = new Map(jobs.map(({ id }, j) => [id, j]));
  const zahlen = new Float32Array(jobs.length * tage).fill(Number.NaN);
  const dauern = new Float32Array(jobs.length * tage).fill(Number.NaN);
  for (const { job, ab, werte } of await listeReihen(tx, beginn, bis)) {
    const j = stelle.get(job);
    if (j === undefined) continue;
    // An evening job has not had its day yet on the morning that is judged.
    const ende = jobs[j]?.frueh || heute === undefined ? tage : tageZwischen(beginn, heute);
    zahlen.fill(0, j * tage + ab, j * tage + ende);
    dauern.fill(0, j * tage + ab, j * tage + ende);
    for (const [t, anzahl, dauer] of werte) {
      zahlen[j * tage + t] = anzahl;
      dauern[j * tage + t] = dauer;
    }
  }
  const eintraege = (await listeKalender(tx)).filter(({ stand }) => stand === "gilt");
  const kalender = (job: UeberwachterJob) => kalenderVon(job, eintraege);
  const meldungen = (await listeRueckmeldungen(tx)).map(
    ({ job, mandant, tag, art }): Rueckmeldung => ({
      tag,
      art,
      ...(job !== null ? { job: String(job) } : { mandant: mandant ?? "" }),
    }),
  );
  const ausgenommen = nimmAus(jobs, eintraege, beginn, tage);
  const roh: Bestand = { beginn, tage, jobs: jobs.map(alsWachJob), zahlen, dauern, ausgenommen };
  return { jobs, kalender, bestand: wendeRueckmeldungenAn(roh, meldungen) };
}

const betrifft = (e: Kalendereintrag, job: UeberwachterJob) =>
  (e.job === null || e.job === job.id) &&
  (e.mandant === null || e.mandant === job.mandant) &&
  (e.system === null || e.system === job.system);

const tagVon = (zeit: Date) => wanduhr(zeit).tag;

export function kalenderVon(job: UeberwachterJob, eintraege: readonly Kalendereintrag[]): Betriebskalender {
  const eigene = eintraege.filter((e) => e.stand === "gilt" && betrifft(e, job));
  return {
    land: job.land,
    schliessungen: eigene.flatMap(({ art, von, bis, grund }) =>
      art === "schliessung" && von && bis ? [{ von: tagVon(von), bis: tagVon(bis), grund }] : [],
    ),
    wartungen: eigene.flatMap((e): Betriebskalender["wartungen"][number][] => {
      if (e.art === "wartung" && e.von && e.bis) return [{ art: "einmal", von: e.von, bis: e.bis, grund: e.grund }];
      if (e.art === "wartungWiederkehrend" && e.cron && e.dauerMin)
        return [{ art: "wiederkehrend", cron: e.cron, dauerMin: e.dauerMin, grund: e.grund }];
      return [];
    }),
  };
}

/** Days of single entries; a recurring window is part of a job's normal life and is learnt as such. */
function nimmAus(
  jobs: readonly UeberwachterJob[],
  eintraege: readonly Kalendereintrag[],
  beginn: IsoDatum,
  tage: number,
): Uint8Array {
  const ausgenommen = new Uint8Array(jobs.length * tage);
  for (const eintrag of eintraege) {
    if (!eintrag.von || !eintrag.bis) continue;
    const von = Math.max(0, tageZwischen(beginn, tagVon(eintrag.von)));
    const bis = Math.min(tage - 1, tageZwischen(beginn, tagVon(eintrag.bis)));
    if (von > bis) continue;
    jobs.forEach((job, j) => {
      if (betrifft(eintrag, job)) ausgenommen.fill(1, j * tage + von, j * tage + bis + 1);
    });
  }
  return ausgenommen;
}
