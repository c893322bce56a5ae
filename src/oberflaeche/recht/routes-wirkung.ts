import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { fuerMandant, type Leistung } from "#baukasten";
import { mandantenrecht } from "#bearbeitung";
import type { Clock } from "#clock";
import { type Http, Problem, sendHtml } from "#http";
import { type IsoDatum, leseDatum, monatVon } from "#kalender";
import { parameterblaetter } from "#rechtsansicht";
import { renderPage } from "#ui";
import {
  type Bevoelkerungsfall,
  type Fallvergleich,
  fasseZusammen,
  liesAenderung,
  schreibeFort,
  vergleicheFall,
  wendeAn,
} from "#wirkung";
import { brauchtLeistung, type RechtDeps } from "./routes.ts";
import { registerBetroffene } from "./routes-betroffene.ts";
import { Simulationsseite } from "./simulation.tsx";

export type WirkungDeps = RechtDeps & { clock: Clock };

const Params = z.object({ schluessel: z.string().max(60) });
const Wunsch = z.object({
  parameter: z.string().max(80).default(""),
  wert: z.string().max(4000).default(""),
  ab: z.string().max(20).default(""),
});
/** It reckons for seconds: nobody needs it more often. */
const selten = { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } };
const JE_ATEMZUG = 40;

/** What a change would do to the invented population. */
export function registerWirkung(app: Http, deps: WirkungDeps): void {
  registerBetroffene(app, deps);
  const { auth, clock } = deps;
  app.get(
    "/amt/leistungen/:schluessel/simulation",
    { preHandler: auth.nurAmt("leistung.sehen"), ...selten, schema: { params: Params, querystring: Wunsch } },
    async (request, reply) => {
      const leistung = fuerMandant(brauchtLeistung(request.params.schluessel), mandantenrecht(mandantOf(request)));
      const { simulierbareLeistungen, faelleFuer } = await deps.probebevoelkerung();
      if (!simulierbareLeistungen.includes(leistung.schluessel))
        throw new Problem(
          404,
          "Das lässt sich hier nicht durchrechnen",
          `Die erfundene Bevölkerung trägt nicht, was ${leistung.name} wissen muss.`,
        );
      const { parameter, wert } = request.query;
      const ab = leseDatum(request.query.ab) ?? clock.today();
      const props = {
        frame: frameOf(request),
        leistung,
        parameter: parameterblaetter(leistung),
        eingabe: { parameter, wert, ab },
      };
      if (wert.trim() === "") return sendHtml(reply, renderPage(Simulationsseite(props)));
      const { leistung: alt, fortgeschrieben } = schreibeFort(leistung, ab);
      const gelesen = liesAenderung(alt, `${parameter}=${wert}`, ab);
      if (gelesen.art === "fehler") return sendHtml(reply, renderPage(Simulationsseite({ ...props, fehler: gelesen.text })), 422);
      const vergleiche = await vergleicheAlle(alt, wendeAn(alt, [gelesen.aenderung]), faelleFuer(leistung, ab), ab);
      const ergebnis = { inWorten: gelesen.inWorten, fortgeschrieben: fortgeschrieben(), wirkung: fasseZusammen(vergleiche) };
      return sendHtml(reply, renderPage(Simulationsseite({ ...props, ergebnis })));
    },
  );
}

/** Lets other requests in between: thousands of decisions in a row would hold up everybody for seconds. */
async function vergleicheAlle(
  alt: Leistung,
  neu: Leistung,
  faelle: readonly Bevoelkerungsfall[],
  ab: IsoDatum,
): Promise<Fallvergleich[]> {
  const vergleiche: Fallvergleich[] = [];
  for (const [nummer, fall] of faelle.entries()) {
    if (nummer % JE_ATEMZUG === 0) await new Promise((weiter) => setImmediate(weiter));
    vergleiche.push(vergleicheFall(alt, neu, fall, monatVon(ab)));
  }
  return vergleiche;
}
