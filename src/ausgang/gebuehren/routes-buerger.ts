import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, frameOf, mandantOf } from "#auth";
import type { Clock } from "#clock";
import type { Db } from "#db";
import { type Http, Problem, sendHtml } from "#http";
import { getLeistung } from "#leistungen";
import type { Mandant } from "#tenants";
import { renderPage } from "#ui";
import type { Gebuehren } from "./gebuehren.ts";
import { setzeQuittung } from "./quittung.ts";
import { Gebuehrenseite, Gebuehrseite, Weiterseite, Zahlungsergebnis } from "./seiten/buerger.tsx";
import { laufendeZahlung } from "./sollstand.ts";
import { findSollstellung, listeEreignisse, listeSollstellungenFuerPerson } from "./store.ts";

export type GebuehrenBuergerDeps = { auth: Auth; db: Db; clock: Clock; gebuehren: Gebuehren; anbietername: string };
const Params = z.object({ id: z.uuid() });
export const gebuehrNichtDa = () =>
  new Problem(404, "Diese Gebühr gibt es nicht", "Was Sie zu bezahlen haben, steht in „Mein Bereich“.");

export function stelleFuer(mandant: Mandant, leistung: string): { name: string; anschrift: string } {
  const { aemter, anschrift } = mandant.einstellungen;
  return aemter[getLeistung(leistung).amt] ?? { name: mandant.name, anschrift: `${anschrift.strasse} ${anschrift.hausnummer}` };
}

/** What a person owes: list, one of them, to the provider and back, receipt. */
export function registerGebuehrenBuerger(app: Http, deps: GebuehrenBuergerDeps): void {
  const { auth, db, clock, gebuehren } = deps;
  const nurBuerger = { preHandler: auth.nurBuerger };
  const eigene = (request: FastifyRequest, id: string) => {
    const { person } = auth.buerger(request);
    return db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const zeile = await findSollstellung(tx, id);
      // Another person's is as if it did not exist.
      if (zeile?.person !== person) throw gebuehrNichtDa();
      return { zeile, ereignisse: await listeEreignisse(tx, id) };
    });
  };

  app.get("/gebuehren", nurBuerger, async (request, reply) => {
    const { person } = auth.buerger(request);
    const zeilen = await db.inTransaction({ mandant: mandantOf(request).id }, (tx) => listeSollstellungenFuerPerson(tx, person));
    return sendHtml(reply, renderPage(Gebuehrenseite({ frame: frameOf(request), zeilen, heute: clock.today() })));
  });

  app.get("/gebuehren/:id", { ...nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const mandant = mandantOf(request);
    const { zeile } = await eigene(request, request.params.id);
    const props = { frame: frameOf(request), mandant, zeile, heute: clock.today(), amt: stelleFuer(mandant, zeile.leistung) };
    return sendHtml(reply, renderPage(Gebuehrseite(props)));
  });

  app.post(
    "/gebuehren/:id/bezahlen",
    { ...nurBuerger, schema: { params: Params }, config: { rateLimit: { max: 60, timeWindow: "1 minute" } } },
    async (request, reply) => {
      const { id } = request.params;
      const hier = `${request.protocol}://${request.headers.host}/gebuehren/${id}`;
      const beginn = await gebuehren.beginne(
        mandantOf(request),
        id,
        auth.buerger(request).person,
        (zahlungId) => `${hier}/zahlung/${zahlungId}`,
      );
      if (beginn.art === "nichtDa") throw gebuehrNichtDa();
      if (beginn.art === "nichtErreichbar")
        throw new Problem(
          503,
          "Zahlungsdienst nicht erreichbar",
          "Der Zahlungsdienst antwortet gerade nicht. Es wurde nichts abgebucht. Bitte versuchen Sie es in einigen Minuten noch einmal, oder überweisen Sie den Betrag.",
        );
      return reply.redirect(beginn.art === "weiter" ? `/gebuehren/${id}/weiter` : `/gebuehren/${id}`, 303);
    },
  );

  app.get("/gebuehren/:id/weiter", { ...nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const { zeile } = await eigene(request, request.params.id);
    const weiterUrl = laufendeZahlung(zeile.stand)?.weiterUrl;
    if (!weiterUrl) return reply.redirect(`/gebuehren/${zeile.id}`, 303);
    return sendHtml(reply, renderPage(Weiterseite({ frame: frameOf(request), zeile, weiterUrl, anbieter: deps.anbietername })));
  });

  app.get(
    "/gebuehren/:id/zahlung/:zahlung",
    { ...nurBuerger, schema: { params: Params.extend({ zahlung: z.uuid() }) } },
    async (request, reply) => {
      const { id, zahlung } = request.params;
      const vorher = await eigene(request, id);
      if (!vorher.zeile.stand.zahlungen.some(({ zahlungId }) => zahlungId === zahlung)) throw gebuehrNichtDa();
      const ergebnis = await gebuehren.klaere(mandantOf(request).id, zahlung);
      const { zeile } = await eigene(request, id);
      const hier = `/gebuehren/${id}/zahlung/${zahlung}`;
      return sendHtml(reply, renderPage(Zahlungsergebnis({ frame: frameOf(request), zeile, ergebnis, hier })));
    },
  );

  app.get("/gebuehren/:id/quittung.pdf", { ...nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const { zeile, ereignisse } = await eigene(request, request.params.id);
    if (zeile.stand.bezahltCent === 0) throw gebuehrNichtDa();
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .header("content-disposition", `inline; filename="Quittung-${zeile.kassenzeichen}.pdf"`)
      .send(await setzeQuittung(mandantOf(request), zeile, ereignisse));
  });
}
