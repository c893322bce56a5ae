/** The watch over the nightly runs of many Mandanten: intake, judgement of the night, incidents, and the pages of the operator. */
export { DateiUnlesbar, leseCsv } from "./annahme/csv.ts";
export { setzeBericht } from "./bericht/setze-bericht.ts";
export { type Annahmebefund, Jobangabe, Laufmeldung, Plan, type UeberwachterJob } from "./contract.ts";
export { bewerteMorgenJob, laufwachtjobs, lerneJob } from "./jobs.ts";
export { createLaufwacht, type Laufwacht } from "./laufwacht.ts";
export { registerLaufwacht } from "./routes.ts";
export { beginneTagwerk, listeEmpfaenger, schreibeEmpfaenger, schreibeKalender } from "./store-betrieb.ts";
export { beendeJobs, legeJobsAn, listeJobs, schreibeQuelle } from "./store-jobs.ts";
export { schreibeTageswerte } from "./store-reihen.ts";
