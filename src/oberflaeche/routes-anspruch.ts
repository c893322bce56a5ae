import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Antraege } from "#antraege";
import { merkname } from "#antraege";
import { type Auth, frameOf, mandantOf } from "#auth";
import { schaetzeEin } from "#baukasten";
import { mandantenrecht } from "#bearbeitung";
import type { Clock } from "#clock";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { renderPage } from "#ui";
import { leseLebensangaben } from "./anspruch.ts";
import { kartenFuer, type LeistungenDeps } from "./routes-leistungen.ts";
import { Anspruchsseite, type Eingeschaetzt } from "./seiten/anspruchsseite.tsx";

export type AnspruchDeps = LeistungenDeps & { auth: Auth; clock: Clock; antraege: Antraege };

/**
 * Few questions, and which Leistungen may fit. Nothing is kept: no session begins, nothing is written or logged, the answers travel in the
 * body and not in an address that a browser, a proxy or a log would remember. Only who begins an Antrag leaves a draft, and is told so.
 */
export function registerAnspruch(app: Http, deps: AnspruchDeps): void {
  const limit = { config: { rateLimit: { max: 120, timeWindow: "1 minute" } } };

  const zeige = (
    request: FastifyRequest,
    reply: FastifyReply,
    roh: Readonly<Record<string, string>>,
    mehr: { fehler?: Record<string, string>; ergebnis?: readonly Eingeschaetzt[] } = {},
    status = 200,
  ) => sendHtml(reply, renderPage(Anspruchsseite({ frame: frameOf(request), roh, ...mehr })), status);

  const wo = (request: FastifyRequest) => {
    const { land, einstellungen } = mandantOf(request);
    return { heute: deps.clock.today(), land, plz: einstellungen.anschrift.plz };
  };
  const schaetze = async (request: FastifyRequest, gelesen: Extract<ReturnType<typeof leseLebensangaben>, { ok: true }>) => {
    const mandant = mandantOf(request);
    return (await kartenFuer(deps, mandant)).flatMap((karte) =>
      schaetzeEin(karte.leistung, gelesen.angaben, mandantenrecht(mandant)).map(
        (einschaetzung): Eingeschaetzt => ({ ...karte, einschaetzung }),
      ),
    );
  };

  app.get("/anspruch", async (request, reply) => {
    mandantOf(request);
    return zeige(request, reply, {});
  });

  app.post("/anspruch", limit, async (request, reply) => {
    const { fields } = await readForm(request);
    const gelesen = leseLebensangaben(fields, wo(request));
    if (!gelesen.ok) return zeige(request, reply, fields, { fehler: gelesen.fehler }, 422);
    return zeige(request, reply, fields, { ergebnis: await schaetze(request, gelesen) });
  });

  app.post("/anspruch/antrag", limit, async (request, reply) => {
    const { fields } = await readForm(request);
    const gelesen = leseLebensangaben(fields, wo(request));
    const schluessel = z.string().max(60).safeParse(fields.leistung).data;
    const passende = gelesen.ok ? await schaetze(request, gelesen) : [];
    const gewaehlt = passende.find(({ leistung, haus }) => leistung.schluessel === schluessel && !haus);
    if (!gewaehlt)
      throw new Problem(404, "Diese Leistung gibt es nicht", "Bitte wählen Sie die Leistung auf der Startseite aus.");
    const { leistung, einschaetzung } = gewaehlt;
    const person = request.sitzung.art === "buerger" ? request.sitzung.person : null;
    const { entwurf, code } = await deps.antraege.beginne(mandantOf(request).id, leistung, person, einschaetzung.antworten);
    if (person === null) await deps.auth.merke(request, reply, merkname(entwurf.id), code);
    return reply.redirect(`/antrag/${entwurf.id}/seite/${leistung.formular.start}`, 303);
  });
}
