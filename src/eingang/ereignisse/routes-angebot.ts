import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Antraege, listeEntwuerfe, transaktionVon } from "#antraege";
import { type Auth, erreichtNiveau, frameOf, mandantOf } from "#auth";
import type { Clock } from "#clock";
import type { Db } from "#db";
import { type Http, Problem, sendHtml } from "#http";
import { getLeistung } from "#leistungen";
import { renderPage } from "#ui";
import { findSchrittNachTransaktion } from "#vorgaenge";
import { alleArten, artVon } from "./ansprache.ts";
import type { GemachtesAngebot } from "./contract.ts";
import type { Ereignisse } from "./ereignisse.ts";
import { Angebotsseite } from "./seiten/angebotsseite.tsx";
import { Anspracheseite } from "./seiten/anspracheseite.tsx";
import { ALLE_ARTEN, findAngebot } from "./store.ts";

export type AngebotDeps = { auth: Auth; db: Db; clock: Clock; antraege: Antraege; ereignisse: Ereignisse };
const Params = z.object({ id: z.uuid() });
const nichtDa = () =>
  new Problem(404, "Dieses Angebot gibt es nicht", "Was wir für Sie vorbereitet haben, finden Sie unter „Mein Bereich“.");

/** One offer: why, what, one click to send it; and whether the person wants to be addressed at all. */
export function registerAngebote(app: Http, deps: AngebotDeps): void {
  const { auth, db, clock, antraege, ereignisse } = deps;
  const nurBuerger = { preHandler: auth.nurBuerger };

  const lade = async (request: FastifyRequest, id: string) => {
    const { person } = auth.buerger(request);
    return db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const angebot = await findAngebot(tx, id);
      if (angebot?.person !== person || angebot.mandantId !== mandantOf(request).id) throw nichtDa();
      const entwurf = (await listeEntwuerfe(tx, person)).find((each) => each.id === angebot.entwurfId);
      const geworden = angebot.entwurfId ? await findSchrittNachTransaktion(tx, transaktionVon(angebot.entwurfId)) : undefined;
      return { angebot, entwurf, vorgangId: angebot.vorgangId ?? geworden?.vorgangId ?? null };
    });
  };
  const darfAbsenden = (request: FastifyRequest, angebot: GemachtesAngebot): boolean => {
    const { schriftform, identitaet } = getLeistung(angebot.leistung);
    const { vertrauensniveau } = auth.buerger(request);
    return [schriftform, identitaet].every((each) => !each || erreichtNiveau(vertrauensniveau, each.vertrauensniveau));
  };

  app.get("/angebot/:id", { ...nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const geladen = await lade(request, request.params.id);
    const leistung = getLeistung(geladen.angebot.leistung);
    const offen = geladen.entwurf && leistung.formular.ersteOffene(geladen.entwurf.antworten, clock.today());
    const unerwuenscht = await ereignisse.ansprache.unerwuenschte(geladen.angebot.person);
    const art = artVon(geladen.angebot.leistung, geladen.angebot.angebot);
    const gemeint = alleArten.find((each) => each.art === art)?.angebot;
    const props = {
      frame: frameOf(request),
      leistung,
      ...geladen,
      art,
      titel: gemeint?.titel ?? leistung.name,
      ohneAntwort: gemeint?.ohneAntwort,
      heute: clock.today(),
      vollstaendig: geladen.entwurf !== undefined && offen === undefined && darfAbsenden(request, geladen.angebot),
      widersprochen: unerwuenscht.includes(ALLE_ARTEN) || unerwuenscht.includes(art),
    };
    return sendHtml(reply, renderPage(Angebotsseite(props)));
  });

  app.post(
    "/angebot/:id/annehmen",
    { ...nurBuerger, schema: { params: Params, body: z.object({ einwilligung: z.string().optional() }) } },
    async (request, reply) => {
      const { angebot, entwurf, vorgangId } = await lade(request, request.params.id);
      // Sent twice: the draft has become a Vorgang.
      if (vorgangId) return reply.redirect(`/vorgang/${vorgangId}`, 303);
      if (!entwurf) throw nichtDa();
      if (!darfAbsenden(request, angebot)) return reply.redirect(`/antrag/${entwurf.id}/pruefen`, 303);
      const { person, idnr, vornamen, nachname, email, vertrauensniveau } = auth.buerger(request);
      const ergebnis = await antraege.reicheEin(mandantOf(request).id, entwurf.id, {
        kanal: "online",
        person: { person, idnr, vornamen, nachname, email },
        schriftform: vertrauensniveau === "niedrig" ? { art: "nichtNoetig" } : { art: "anmeldung", vertrauensniveau },
        einwilligungPostfach: request.body.einwilligung === "ja",
      });
      if (ergebnis.art === "eingereicht") return reply.redirect(`/vorgang/${ergebnis.vorgangId}?neu=1`, 303);
      if (ergebnis.art === "unvollstaendig") return reply.redirect(`/antrag/${entwurf.id}/seite/${ergebnis.seite}`, 303);
      return reply.redirect(`/angebot/${angebot.id}`, 303);
    },
  );

  app.get("/mein/ansprache", { ...nurBuerger }, async (request, reply) => {
    const { person } = auth.buerger(request);
    const unerwuenscht = await ereignisse.ansprache.unerwuenschte(person);
    return sendHtml(reply, renderPage(Anspracheseite({ frame: frameOf(request), arten: alleArten, unerwuenscht })));
  });

  app.post(
    "/mein/ansprache",
    {
      ...nurBuerger,
      config: { rateLimit: { max: 60, timeWindow: "1 minute" } },
      schema: { body: z.object({ art: z.string().max(120), erwuenscht: z.enum(["ja", "nein"]) }) },
    },
    async (request, reply) => {
      const { art, erwuenscht } = request.body;
      if (!(await ereignisse.ansprache.wuensche(auth.buerger(request).person, art, erwuenscht === "ja")))
        throw new Problem(404, "Das gibt es nicht", "Diese Art von Nachricht kennen wir nicht. Bitte laden Sie die Seite neu.");
      return reply.redirect("/mein/ansprache", 303);
    },
  );
}
