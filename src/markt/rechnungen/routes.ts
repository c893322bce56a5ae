import type { Http } from "#http";
import { registerPruefApi } from "./seiten/api.ts";
import type { SeitenDeps } from "./seiten/deps.ts";
import { registerLieferant } from "./seiten/lieferant/routes.ts";

/** Every page and interface of the incoming invoice. */
export function registerRechnungen(app: Http, deps: SeitenDeps): void {
  registerLieferant(app, deps);
  registerPruefApi(app);
}
