import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, frameOf, mandantOf } from "#auth";
import type { Clock } from "#clock";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { getLeistung, leistungenVon } from "#leistungen";
import { renderPage } from "#ui";
import type { Antraege } from "./antraege.ts";
import { aendereListe } from "./listen.ts";
import { Formularseite, type FormularseiteProps, Weitermachseite } from "./seiten/formularseite.tsx";
import type { Entwurf } from "./store.ts";
import { merkname, personAus, pruefeZugang } from "./zugang.ts";

export type FormularDeps = { auth: Auth; antraege: Antraege; clock: Clock };
const SeiteParams = z.object({ id: z.uuid(), seite: z.string().max(60) });

/** The draft of this request, checked; a guest's draft becomes the person's when they have logged in. */
export async function ladeEntwurf(deps: FormularDeps, request: FastifyRequest, id: string): Promise<Entwurf> {
  const mandantId = mandantOf(request).id;
  const entwurf = pruefeZugang(request, await deps.antraege.findeEntwurf(mandantId, id));
  if (entwurf.person !== null || request.sitzung.art !== "buerger") return entwurf;
  return (await deps.antraege.uebernimm(mandantId, id, request.sitzung.person)) ?? entwurf;
}

/** Beginning, pages, prefill, uploads, going on by code. */
export function registerFormular(app: Http, deps: FormularDeps): void {
  const { auth, antraege, clock } = deps;
  const schreiblimit = { config: { rateLimit: { max: 240, timeWindow: "1 minute" } } };

  const zeige = (
    request: FastifyRequest,
    reply: FastifyReply,
    entwurf: Entwurf,
    seite: string,
    mehr: Partial<FormularseiteProps> = {},
    status = 200,
  ) => {
    const kannVorbefuellen = request.sitzung.art === "buerger" && request.sitzung.idnr !== null;
    const props = {
      frame: frameOf(request),
      leistung: getLeistung(entwurf.leistung),
      entwurf,
      seite,
      heute: clock.today(),
      kannVorbefuellen,
      ...mehr,
    };
    return sendHtml(reply, renderPage(Formularseite(props)), status);
  };

  /** A page that the answers do not lead to (skipped, or made unreachable by another answer) leads to the first open one. */
  const umleitung = (entwurf: Entwurf, seite: string): string | undefined => {
    const { formular } = getLeistung(entwurf.leistung);
    if (formular.pfad(entwurf.antworten, clock.today()).includes(seite)) return undefined;
    return naechsteAdresse(entwurf);
  };
  const naechsteAdresse = (entwurf: Entwurf, nach?: string): string => {
    const { formular } = getLeistung(entwurf.leistung);
    const seite = nach
      ? formular.naechste(nach, entwurf.antworten, clock.today())
      : formular.ersteOffene(entwurf.antworten, clock.today());
    return seite ? `/antrag/${entwurf.id}/seite/${seite}` : `/antrag/${entwurf.id}/pruefen`;
  };

  app.post(
    "/antrag",
    { ...schreiblimit, schema: { body: z.object({ leistung: z.string().max(60) }) } },
    async (request, reply) => {
      const { einstellungen } = mandantOf(request);
      const leistung = leistungenVon(einstellungen, Object.keys(einstellungen.aemter)).find(
        ({ schluessel }) => schluessel === request.body.leistung,
      );
      if (!leistung)
        throw new Problem(404, "Diese Leistung gibt es nicht", "Bitte wählen Sie die Leistung auf der Startseite aus.");
      const person = request.sitzung.art === "buerger" ? request.sitzung.person : null;
      const { entwurf, code } = await antraege.beginne(mandantOf(request).id, leistung, person);
      // The code lives in the guest's session only until it has been shown.
      if (person === null) await auth.merke(request, reply, merkname(entwurf.id), code);
      return reply.redirect(`/antrag/${entwurf.id}/seite/${leistung.formular.start}`, 303);
    },
  );

  app.get("/antrag/weiter", async (request, reply) => sendHtml(reply, renderPage(Weitermachseite({ frame: frameOf(request) }))));
  app.post(
    "/antrag/weiter",
    {
      config: { rateLimit: { max: 20, timeWindow: "1 minute" } },
      schema: { body: z.object({ code: z.string().max(60).default("") }) },
    },
    async (request, reply) => {
      const entwurf = await antraege.findeNachCode(mandantOf(request).id, request.body.code);
      if (!entwurf) {
        const fehler =
          "Zu diesem Code gibt es keinen Antrag. Bitte prüfen Sie die Zeichen. Entwürfe werden nach 60 Tagen gelöscht.";
        return sendHtml(reply, renderPage(Weitermachseite({ frame: frameOf(request), fehler, code: request.body.code })), 422);
      }
      // A draft that belongs to somebody opens by log-in only: a code on paper must not open a person's account of things.
      if (entwurf.person !== null)
        return reply.redirect(`/anmeldung?ziel=${encodeURIComponent(`/antrag/${entwurf.id}/pruefen`)}`, 303);
      await auth.merke(request, reply, merkname(entwurf.id), "bekannt");
      return reply.redirect(naechsteAdresse(entwurf), 303);
    },
  );

  app.get("/antrag/:id/seite/:seite", { schema: { params: SeiteParams } }, async (request, reply) => {
    const entwurf = await ladeEntwurf(deps, request, request.params.id);
    const woanders = umleitung(entwurf, request.params.seite);
    if (woanders) return reply.redirect(woanders, 303);
    const code = request.sitzung.merkt[merkname(entwurf.id)];
    const zeigeCode = entwurf.person === null && code !== undefined && code !== "bekannt";
    if (zeigeCode) await auth.merke(request, reply, merkname(entwurf.id), "bekannt");
    return zeige(request, reply, entwurf, request.params.seite, { code: zeigeCode ? code : undefined });
  });

  app.post("/antrag/:id/seite/:seite", { ...schreiblimit, schema: { params: SeiteParams } }, async (request, reply) => {
    const { id, seite } = request.params;
    const mandantId = mandantOf(request).id;
    let entwurf = await ladeEntwurf(deps, request, id);
    const woanders = umleitung(entwurf, seite);
    if (woanders) return reply.redirect(woanders, 303);
    const { fields, files } = await readForm(request);
    const anlagenfeld = Object.entries(getLeistung(entwurf.leistung).formular.seiten[seite]?.felder ?? {}).find(
      ([, feld]) => feld.art === "anlage",
    )?.[0];
    const geaendert = aendereListe(getLeistung(entwurf.leistung).formular.seiten[seite]?.felder ?? {}, fields);
    if (geaendert) return zeige(request, reply, entwurf, seite, { roh: geaendert });
    if (anlagenfeld && fields.entferne) {
      await antraege.entferneAnlage(mandantId, id, seite, anlagenfeld, fields.entferne);
      return reply.redirect(`/antrag/${id}/seite/${seite}`, 303);
    }
    for (const datei of anlagenfeld ? files : []) {
      const mangel = await antraege.nimmAnlage(mandantId, entwurf, seite, anlagenfeld ?? "", datei);
      if (mangel) return zeige(request, reply, entwurf, seite, { roh: fields, fehler: { [anlagenfeld ?? ""]: mangel } }, 422);
      entwurf = await ladeEntwurf(deps, request, id);
    }
    if (fields.hochladen) return reply.redirect(`/antrag/${id}/seite/${seite}`, 303);
    const pruefung = await antraege.speichereSeite(mandantId, id, seite, fields);
    if (pruefung === "fort")
      throw new Problem(404, "Diesen Antrag gibt es nicht", "Er wurde inzwischen abgesendet oder gelöscht.");
    if (!pruefung.ok) return zeige(request, reply, entwurf, seite, { roh: fields, fehler: pruefung.fehler }, 422);
    return reply.redirect(naechsteAdresse(await ladeEntwurf(deps, request, id), seite), 303);
  });

  app.post(
    "/antrag/:id/seite/:seite/vorbefuellen",
    { ...schreiblimit, preHandler: auth.nurBuerger, schema: { params: SeiteParams } },
    async (request, reply) => {
      const { id, seite } = request.params;
      const entwurf = await ladeEntwurf(deps, request, id);
      const meldung = await antraege.befuelleVor(mandantOf(request), entwurf, seite, personAus(auth.buerger(request)));
      if (meldung) return zeige(request, reply, entwurf, seite, { meldung });
      return reply.redirect(`/antrag/${id}/seite/${seite}`, 303);
    },
  );

  app.post(
    "/antrag/:id/seite/:seite/vorschlag",
    { ...schreiblimit, schema: { params: SeiteParams, body: z.object({ nummer: z.coerce.number().int().min(0).max(50) }) } },
    async (request, reply) => {
      const { id, seite } = request.params;
      await ladeEntwurf(deps, request, id);
      await antraege.waehleVorschlag(mandantOf(request).id, id, seite, request.body.nummer);
      return reply.redirect(`/antrag/${id}/seite/${seite}`, 303);
    },
  );
}
