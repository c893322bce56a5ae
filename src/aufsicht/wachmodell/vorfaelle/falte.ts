import type { WachJob } from "../contract.ts";

/** A job that stands out on a morning, by a rule or by the model. */
export type Auffaelligkeit = {
  job: string;
  /** 0 to 1; what a rule says is 1. */
  score: number;
  quelle: "regel" | "modell";
  satz: string;
  wert?: number;
  erwartet?: number;
};

/** What one person has to look at: one job, or all jobs of a Mandant or a system that went wrong together. */
export type Vorfall = {
  /** The same for the same jobs failing again on the next day: `mandant:17`, `system:finanz-2`, `job:4711`. */
  schluessel: string;
  art: "mandant" | "system" | "job";
  mandant: string | undefined;
  system: string | undefined;
  satz: string;
  rang: number;
  auffaelligkeiten: readonly Auffaelligkeit[];
};

export type Faltung = {
  /** From this many jobs that stand out together it is one incident. */
  abJobs: number;
  /** And from this share of all jobs of the Mandant or system. */
  abAnteil: number;
  /** A job below this score helps to make an incident of others, but is none by itself. */
  schwelle: number;
  mitzaehlen: number;
};
export const ueblicheFaltung: Faltung = { abJobs: 3, abAnteil: 0.25, schwelle: 0.5, mitzaehlen: 0.15 };

/** Folds what stands out into incidents: whole systems first, then whole Mandanten, then single jobs; each job is in one. */
export function falteZuVorfaellen(
  jobs: readonly WachJob[],
  auffaelligkeiten: readonly Auffaelligkeit[],
  faltung: Faltung = ueblicheFaltung,
): Vorfall[] {
  const job = new Map(jobs.map((each) => [each.id, each]));
  const offen = new Map(
    auffaelligkeiten.filter(({ job: id, score }) => job.has(id) && score >= faltung.mitzaehlen).map((a) => [a, true]),
  );
  const vorfaelle: Vorfall[] = [];
  for (const art of ["system", "mandant"] as const) {
    const groesse = zaehle(jobs, (each) => each[art]);
    const gruppen = new Map<string, Auffaelligkeit[]>();
    for (const a of offen.keys()) {
      const name = job.get(a.job)?.[art] ?? "";
      if (name !== "") gruppen.set(name, [...(gruppen.get(name) ?? []), a]);
    }
    for (const [name, gruppe] of gruppen) {
      const jobsDarin = new Set(gruppe.map((a) => a.job)).size;
      const mandanten = new Set(gruppe.map((a) => job.get(a.job)?.mandant));
      if (jobsDarin < faltung.abJobs || jobsDarin < faltung.abAnteil * (groesse.get(name) ?? 1)) continue;
      // A system of one Mandant says no more than the Mandant does.
      if (art === "system" && mandanten.size < 2) continue;
      if (!gruppe.some(({ score }) => score >= faltung.schwelle)) continue;
      vorfaelle.push(
        fasse(
          art,
          name,
          gruppe,
          `${jobsDarin} von ${groesse.get(name)} Jobs ${art === "system" ? "des Systems" : "des Mandanten"} fallen zusammen auf.`,
          job,
        ),
      );
      for (const a of gruppe) offen.delete(a);
    }
  }
  const einzelne = new Map<string, Auffaelligkeit[]>();
  for (const a of offen.keys()) einzelne.set(a.job, [...(einzelne.get(a.job) ?? []), a]);
  for (const [id, gruppe] of einzelne)
    if (gruppe.some(({ score }) => score >= faltung.schwelle))
      vorfaelle.push(fasse("job", id, gruppe, gruppe[0]?.satz ?? "", job));
  return vorfaelle.sort((a, b) => b.rang - a.rang || (a.schluessel < b.schluessel ? -1 : 1));
}

const zaehle = (jobs: readonly WachJob[], name: (job: WachJob) => string) => {
  const anzahl = new Map<string, number>();
  for (const job of jobs) anzahl.set(name(job), (anzahl.get(name(job)) ?? 0) + 1);
  return anzahl;
};

function fasse(
  art: Vorfall["art"],
  name: string,
  gruppe: readonly Auffaelligkeit[],
  satz: string,
  job: ReadonlyMap<string, WachJob>,
): Vorfall {
  const sortiert = [...gruppe].sort((a, b) => b.score - a.score || (a.job < b.job ? -1 : 1));
  const erster = job.get(sortiert[0]?.job ?? "");
  // Rules before models, many before few: a whole Mandant outranks the surest single job.
  const rang =
    (sortiert[0]?.score ?? 0) + Math.log2(sortiert.length) / 4 + (sortiert.some(({ quelle }) => quelle === "regel") ? 0.05 : 0);
  return {
    schluessel: `${art}:${name}`,
    art,
    mandant: art === "system" ? undefined : erster?.mandant,
    system: art === "mandant" ? undefined : erster?.system,
    satz,
    rang,
    auffaelligkeiten: sortiert,
  };
}

/** The first N are alarms, the rest is shown grey. What a rule says is never grey. */
export function teileEin(vorfaelle: readonly Vorfall[], budget: number): { alarme: Vorfall[]; grau: Vorfall[] } {
  const alarme: Vorfall[] = [];
  const grau: Vorfall[] = [];
  for (const vorfall of vorfaelle) {
    const fest = vorfall.auffaelligkeiten.some(({ quelle }) => quelle === "regel");
    (fest || alarme.length < budget ? alarme : grau).push(vorfall);
  }
  return { alarme, grau };
}

/** A job that expects three records cannot be a tenth short; below the volume the model keeps silent, the rules do not. */
export const genugMenge = ({ wert, erwartet }: { wert: number; erwartet: number }, mindestmenge: number): boolean =>
  Math.max(wert, erwartet) >= mindestmenge;
