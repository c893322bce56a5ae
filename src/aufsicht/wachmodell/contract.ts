import type { IsoDatum, Land, Ortsrecht } from "#kalender";

/** A job as the watch knows it: whose, on which system, under which holidays. */
export type WachJob = { id: string; mandant: string; system: string; land: Land; ort?: Ortsrecht };

/**
 * What is known of all jobs, row by row in the order of `jobs`, `tage` values a row; day 0 is `beginn`. 0: it is known that nothing came.
 * NaN: nothing is known of the day (the job was not there yet, recording failed); such a day is neither learnt from nor judged.
 */
export type Bestand = {
  beginn: IsoDatum;
  tage: number;
  jobs: readonly WachJob[];
  zahlen: Float32Array;
  /** Duration in seconds in the same form. */
  dauern?: Float32Array;
  /** 1: this day of this job teaches nothing (feedback, maintenance); judged it is all the same. */
  ausgenommen?: Uint8Array;
  /** "New normal from": by id of the job the days on which its level began anew. */
  niveauwechsel?: ReadonlyMap<string, readonly number[]>;
};

/** How the watch judges one day of one job. */
export type Bewertung = {
  job: string;
  tag: IsoDatum;
  wert: number;
  /** Expected count where the job runs. */
  erwartet: number;
  /** One standard deviation, in counts. */
  streuung: number;
  /** Probability that the job runs on that day at all. */
  laeuft: number;
  /** 0 to 1: probability of an anomaly, if one in two hundred points is one. */
  score: number;
  /** Whose word that is. */
  quelle: "netz" | "regression";
  /** Only where the Bestand has durations. */
  dauer?: { wert: number; erwartet: number; streuung: number; score: number };
};

/** Figures of one training, by detection of injected anomalies in the validation window (never by loss). */
export type Modellguete = {
  durchschnittspraezision: number;
  /** The same points judged by the regression alone. */
  nurRegression: number;
  /** Old judge on the same points; undefined without one. */
  bisheriges: number | undefined;
  /** Mean distance of stated probability and observed share, ten bins. */
  eichfehler: number;
  /** Standardised mean residual of the last 14 days before the training ended, median over all jobs; 0 is none. */
  drift: number;
  /** Share of jobs whose level moved by more than a quarter since the first half of the training time. */
  niveauVerschoben: number;
  jobs: number;
  tage: number;
  sekunden: number;
};

/** What came of a training. The old model stays in charge unless the new one is better or as good. */
export type Lernergebnis =
  | { art: "uebernommen"; modell: Wachmodell; guete: Modellguete; satz: string }
  | { art: "behalten"; grund: "schlechter" | "gescheitert" | "zuWenig"; guete?: Modellguete; satz: string };

/** What one job's regression came to. Only plain numbers: it goes into a file as it is. */
export type Jobmodell = {
  /** Median of the logarithm, the zero of the coefficients. */
  mitte: number;
  /** Robust standard deviation of the logarithm. */
  streuung: number;
  /** Days it learnt from. */
  n: number;
  /** Which of the keys of days its rhythm follows. */
  schluessel: number;
  /** Share of days on which the Land rests and the job ran all the same. */
  ruhetags: number;
  beiwerte: Float32Array;
  /** Probability to run by value of the key. */
  laeuft: Float32Array;
};

/** The judging and the expecting network as layers of weights, with what is needed to go on training. */
export type Netzgewichte = { schichten: number[]; gewichte: Float32Array };

export type Erwartungsnetz = {
  netz: Netzgewichte;
  /** Row by row of the jobs of the model, then of its Mandanten. */
  einbettungJobs: Float32Array;
  einbettungMandanten: Float32Array;
  /** What the training days say of each job, as the network was told. */
  steckbriefe: Float32Array;
  mandanten: string[];
};

/** Expectation of one quantity: a regression a job, one network over all, blended. */
export type Erwartungsteil = {
  jobmodelle: Jobmodell[];
  netz: Erwartungsnetz | undefined;
  /** Share of the network in the blend, 0 to 1, chosen by detection. */
  anteilNetz: number;
};

/** Everything that judges. Serialised by `alsBytes`, read by `ausBytes`. */
export type Wachmodell = {
  fassung: number;
  saat: number;
  beginn: IsoDatum;
  /** First day (index from `beginn`) that it has not seen. */
  bis: number;
  jobs: WachJob[];
  zahlen: Erwartungsteil;
  dauern?: Erwartungsteil;
  /** The expecting network of the first part of the time: the next training goes on from it, because it has not seen the judge's days. */
  fruehesNetz: Erwartungsnetz | undefined;
  /** Judging networks, whose mean counts; none: there were too few days, the regression judges alone. */
  richter: Netzgewichte[];
  guete: Modellguete;
};
