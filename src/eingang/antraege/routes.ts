import type { Blobs } from "#blobs";
import type { Dauerleistungen } from "#dauerleistungen";
import type { Db } from "#db";
import type { Gebuehren } from "#gebuehren";
import type { Http } from "#http";
import type { Jobs } from "#jobs";
import { registerAbsenden } from "./routes-absenden.ts";
import { registerAenderung } from "./routes-aenderung.ts";
import { type FormularDeps, registerFormular } from "./routes-formular.ts";
import { registerVorgang } from "./routes-vorgang.ts";

/** All routes of the way in. */
export function registerAntraege(
  app: Http,
  deps: FormularDeps & { db: Db; jobs: Jobs; blobs: Blobs; dauerleistungen: Dauerleistungen; gebuehren: Gebuehren },
): void {
  registerFormular(app, deps);
  registerAbsenden(app, deps);
  registerVorgang(app, deps);
  registerAenderung(app, deps);
}
