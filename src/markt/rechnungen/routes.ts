import type { Http } from "#http";
import { registerAmtRechnungen } from "./seiten/amt/routes.ts";
import { registerPruefApi } from "./seiten/api.ts";
import { registerAuswertung } from "./seiten/auswertung/routes.ts";
import type { SeitenDeps } from "./seiten/deps.ts";
import { registerFreigaben } from "./seiten/freigaben/routes.ts";
import { registerLieferant } from "./seiten/lieferant/routes.ts";
import { registerPapier } from "./seiten/papier/routes.ts";

/** Every page and interface of the incoming invoice. */
export function registerRechnungen(app: Http, deps: SeitenDeps): void {
  registerLieferant(app, deps);
  registerPruefApi(app);
  registerAmtRechnungen(app, deps);
  registerPapier(app, deps);
  registerAuswertung(app, deps);
  registerFreigaben(app, deps);
}
