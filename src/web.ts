import { join } from "node:path";
import { registerAntraege } from "#antraege";
import { createAuth, frameOf } from "#auth";
import { registerEreignisse } from "#ereignisse";
import { registerGebuehrenAmt, registerGebuehrenBuerger, registerKontoauszug, registerMeldung } from "#gebuehren";
import { createHttp, type Http } from "#http";
import { registerLaufwacht } from "#laufwacht";
import { leistungen } from "#leistungen";
import { Fehlerseite, registerAmt, registerAmtWeitere, registerBuerger, registerRecht, registerWirkung } from "#oberflaeche";
import { registerKette } from "#protokollkette";
import { registerRechnungen, registerRechnungenApi } from "#rechnungen";
import { assets, renderPage } from "#ui";
import type { System } from "./app.ts";

/** The web side of the system: all routes of all parts. */
export async function createWeb(system: System): Promise<Http> {
  const { config, db, clock, secrets, tenants } = system;
  const app = await createHttp({
    tenants,
    baseHost: config.baseHost,
    assets,
    maxUpload: 10 * 1024 * 1024,
    maxPerMinute: config.maxPerMinute,
    logLevel: config.logLevel,
    renderProblem: (request, problem) => renderPage(Fehlerseite({ frame: frameOf(request), problem })),
    checkReady: async () => {
      await db.inTransaction("installation", (tx) => tx.query("select 1"));
    },
  });
  const auth = createAuth(app, {
    db,
    clock,
    secrets,
    providers: config.providers,
    secureCookie: config.secureCookie,
    leistungenVonAmt: (amt) => leistungen.filter((each) => each.amt === amt).map((each) => each.schluessel),
  });
  const deps = { ...system, auth, adresse: config.adresse, secureCookie: config.secureCookie, demoPost: config.demoPost };
  registerGebuehrenBuerger(app, { ...deps, anbietername: config.zahlung.name });
  registerGebuehrenAmt(app, deps);
  registerKontoauszug(app, deps);
  registerMeldung(app, { ...deps, meldegeheimnis: config.zahlung.geheimnis });
  registerBuerger(app, deps);
  registerAntraege(app, deps);
  registerRechnungenApi(app, deps);
  registerEreignisse(app, { ...deps, meldende: config.meldende });
  registerAmt(app, deps);
  registerAmtWeitere(app, deps);
  registerKette(app, deps);
  registerRechnungen(app, { ...deps, zwischenablage: join(config.daten, "zwischenablage") });
  registerLaufwacht(app, { ...deps, adresseBetrieb: config.adresseBetrieb });
  // Invented people to try a planned change on: loaded by whoever asks for it, in a real house as well.
  const recht = { ...deps, probebevoelkerung: () => import("../demo/simulation.ts") };
  registerRecht(app, recht);
  registerWirkung(app, recht);
  return app;
}
