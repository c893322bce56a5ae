import { type IsoDatum, plusTage } from "#kalender";
import { type Betriebskalender, ortszeit, pruefeLaeufe, type Regelbefund, type Lauf as Regellauf } from "#wachmodell";
import type { UeberwachterJob } from "../contract.ts";
import type { Lauf } from "../store-laeufe.ts";

/** The morning begins at six: what was due since six o'clock of the day before is judged. */
export const MORGEN_MIN = 6 * 60;
export const nachtVon = (morgen: IsoDatum) => ({
  von: ortszeit(plusTage(morgen, -1), MORGEN_MIN),
  bis: ortszeit(morgen, MORGEN_MIN),
});

/** What a rule says is worth: a missing run is certain, a late one is a nuisance, and oddities only help to see others. */
export const gewicht: Record<Regelbefund["art"], number> = {
  fehlt: 1,
  fehlgeschlagen: 1,
  zuLang: 0.8,
  verspaetet: 0.5,
  mehrfach: 0.3,
  unstimmig: 0.3,
};

/** The exact rules for all jobs of a night. A job without a plan can still fail. */
export function pruefeRegeln(
  jobs: readonly UeberwachterJob[],
  kalender: (job: UeberwachterJob) => Betriebskalender,
  laeufe: readonly Lauf[],
  morgen: IsoDatum,
  jetzt: Date,
): Regelbefund[] {
  const nachJob = new Map<number, Regellauf[]>();
  for (const lauf of laeufe) {
    const liste = nachJob.get(lauf.job) ?? [];
    if (liste.length === 0) nachJob.set(lauf.job, liste);
    liste.push({
      job: String(lauf.job),
      beginn: lauf.beginn,
      ...(lauf.ende && { ende: lauf.ende }),
      ...(lauf.ausgang && { ausgang: lauf.ausgang }),
      ...(lauf.ausgang === "fehler" && lauf.auszug && { fehlertext: letzteZeile(lauf.auszug) }),
    });
  }
  const zeit = { ...nachtVon(morgen), jetzt };
  return jobs.flatMap((job) => {
    const eigene = nachJob.get(job.id) ?? [];
    if (job.plan) return pruefeLaeufe({ ...job.plan, job: String(job.id) }, kalender(job), eigene, zeit);
    const letzter = eigene.at(-1);
    if (letzter?.ausgang !== "fehler") return [];
    const text = letzter.fehlertext ? `: ${letzter.fehlertext}` : ".";
    return [{ job: String(job.id), art: "fehlgeschlagen" as const, faellig: undefined, satz: `Endete mit Fehler${text}` }];
  });
}

const letzteZeile = (auszug: string) => auszug.trim().split("\n").at(-1)?.slice(0, 160) ?? "";
