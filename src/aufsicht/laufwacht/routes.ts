import type { Http } from "#http";
import { registerAnnahme } from "./routes-annahme.ts";
import { registerJobs } from "./routes-jobs.ts";
import { registerSeiten, type Seitendeps } from "./routes-seiten.ts";
import { registerTaten } from "./routes-taten.ts";
import { registerVerwaltung } from "./routes-verwaltung.ts";

/** The way in for other systems, and the pages of the operator. */
export function registerLaufwacht(app: Http, deps: Seitendeps): void {
  registerAnnahme(app, deps);
  registerSeiten(app, deps);
  registerJobs(app, deps);
  registerTaten(app, deps);
  registerVerwaltung(app, deps);
}
