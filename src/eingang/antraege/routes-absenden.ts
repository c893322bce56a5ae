import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { erreichtNiveau, frameOf, mandantOf } from "#auth";
import { entscheide } from "#baukasten";
import { mandantenrecht } from "#bearbeitung";
import type { Db } from "#db";
import { type Http, Problem, sendHtml } from "#http";
import { getLeistung } from "#leistungen";
import { renderPage } from "#ui";
import { findSchrittNachTransaktion } from "#vorgaenge";
import { transaktionVon } from "./reiche-ein.ts";
import { type FormularDeps, ladeEntwurf } from "./routes-formular.ts";
import { Hinweisseite } from "./seiten/hinweisseite.tsx";
import { Druckseite, Pruefseite, type PruefseiteProps } from "./seiten/pruefseite.tsx";
import { type Entwurf, loescheEntwurf } from "./store.ts";
import { merkname, personAus } from "./zugang.ts";

const Params = z.object({ id: z.uuid() });
const Erklaerungen = z.object({
  erklaerung: z.string().optional(),
  einwilligung: z.string().optional(),
  email: z.string().max(200).default(""),
});

/** Summary, declarations, submission, print for signature, discarding. */
export function registerAbsenden(app: Http, deps: FormularDeps & { db: Db }): void {
  const { auth, antraege, clock, db } = deps;

  /** § 36a Abs. 2 SGB I: a log-in of sufficient trust keeps the written form; without one it is paper. */
  const schriftformVon = (request: FastifyRequest, entwurf: Entwurf): PruefseiteProps["schriftform"] => {
    const { sitzung } = request;
    if (sitzung.art !== "buerger") return "anmelden";
    const { schriftform, identitaet } = getLeistung(entwurf.leistung);
    const noetig = [schriftform, identitaet].flatMap((each) => (each ? [each.vertrauensniveau] : []));
    return noetig.every((niveau) => erreichtNiveau(sitzung.vertrauensniveau, niveau)) ? "genuegt" : "zuNiedrig";
  };

  const zeige = (
    request: FastifyRequest,
    reply: FastifyReply,
    entwurf: Entwurf,
    mehr: Partial<PruefseiteProps> = {},
    status = 200,
  ) => {
    const email = request.sitzung.art === "buerger" ? (request.sitzung.email ?? "") : "";
    const props = {
      frame: frameOf(request),
      leistung: getLeistung(entwurf.leistung),
      entwurf,
      heute: clock.today(),
      schriftform: schriftformVon(request, entwurf),
      email,
      ...mehr,
    };
    return sendHtml(reply, renderPage(Pruefseite(props)), status);
  };

  const istHinweis = ({ leistung }: Entwurf) => getLeistung(leistung).rechtsnatur === "hinweis";
  /** Of a hint nothing follows: the rules answer at once, and nothing is handed in. */
  const zeigeHinweis = (request: FastifyRequest, reply: FastifyReply, entwurf: Entwurf) => {
    const leistung = getLeistung(entwurf.leistung);
    const heute = clock.today();
    const antworten = leistung.formular.stutze(entwurf.antworten, heute);
    const antragsteller = { idnr: null, vornamen: "", nachname: "" };
    const entscheidung = entscheide(leistung, {
      antworten,
      nachweise: {},
      antragsteller,
      eingegangenAm: heute,
      mandant: mandantenrecht(mandantOf(request)),
    });
    return sendHtml(reply, renderPage(Hinweisseite({ frame: frameOf(request), leistung, entwurf, heute, entscheidung })));
  };

  app.get("/antrag/:id/pruefen", { schema: { params: Params } }, async (request, reply) => {
    const entwurf = await ladeEntwurf(deps, request, request.params.id);
    const offen = getLeistung(entwurf.leistung).formular.ersteOffene(entwurf.antworten, clock.today());
    if (offen) return reply.redirect(`/antrag/${entwurf.id}/seite/${offen}`, 303);
    return istHinweis(entwurf) ? zeigeHinweis(request, reply, entwurf) : zeige(request, reply, entwurf);
  });

  app.post(
    "/antrag/:id/einreichen",
    {
      config: { rateLimit: { max: 60, timeWindow: "1 minute" } },
      preHandler: auth.nurBuerger,
      schema: { params: Params, body: Erklaerungen },
    },
    async (request, reply) => {
      const { id } = request.params;
      const mandant = mandantOf(request);
      const buerger = auth.buerger(request);
      // Sent twice, from two tabs, or after the back button: the draft is gone, its Vorgang is there. Looked for before the draft and,
      // because another request may be faster, once more after it was not found.
      const gewordenerVorgang = async () => {
        const schritt = await db.inTransaction({ mandant: mandant.id }, (tx) =>
          findSchrittNachTransaktion(tx, transaktionVon(id)),
        );
        return schritt && `/vorgang/${schritt.vorgangId}`;
      };
      const frueher = await gewordenerVorgang();
      if (frueher) return reply.redirect(frueher, 303);
      const entwurf = await ladeEntwurf(deps, request, id).catch(
        async (error) => (await gewordenerVorgang()) ?? Promise.reject(error),
      );
      if (typeof entwurf === "string") return reply.redirect(entwurf, 303);
      if (istHinweis(entwurf)) return reply.redirect(`/antrag/${id}/pruefen`, 303);
      const einwilligung = request.body.einwilligung === "ja";
      const email = request.body.email.trim();
      const fehler: Record<string, string> = {};
      if (request.body.erklaerung !== "ja")
        fehler.erklaerung = "Bitte bestätigen Sie, dass Ihre Angaben richtig und vollständig sind.";
      if (email && !z.email().safeParse(email).success)
        fehler.email = "Diese E-Mail-Adresse ist unvollständig. Bitte prüfen Sie sie, oder lassen Sie das Feld leer.";
      if (Object.keys(fehler).length > 0) return zeige(request, reply, entwurf, { fehler, email, einwilligung }, 422);
      if (schriftformVon(request, entwurf) !== "genuegt") return zeige(request, reply, entwurf, {}, 403);

      const niveau = buerger.vertrauensniveau;
      const schriftform =
        niveau === "niedrig" ? ({ art: "nichtNoetig" } as const) : ({ art: "anmeldung", vertrauensniveau: niveau } as const);
      const person = { ...personAus(buerger), email: email || null };
      const ergebnis = await antraege.reicheEin(mandant.id, id, {
        kanal: "online",
        person,
        schriftform,
        einwilligungPostfach: einwilligung,
      });
      if (ergebnis.art === "unvollstaendig") return reply.redirect(`/antrag/${id}/seite/${ergebnis.seite}`, 303);
      if (ergebnis.art === "fort") {
        const doch = await gewordenerVorgang();
        if (!doch) throw new Problem(404, "Diesen Antrag gibt es nicht", "Er wurde inzwischen gelöscht.");
        return reply.redirect(doch, 303);
      }
      await auth.merke(request, reply, merkname(id), undefined);
      return reply.redirect(`/vorgang/${ergebnis.vorgangId}?neu=1`, 303);
    },
  );

  // A code is made for each print-out, so that what stands on the paper is valid and what was shown before is not.
  app.post("/antrag/:id/drucken", { schema: { params: Params } }, async (request, reply) => {
    const entwurf = await ladeEntwurf(deps, request, request.params.id);
    const leistung = getLeistung(entwurf.leistung);
    const offen = leistung.formular.ersteOffene(entwurf.antworten, clock.today());
    if (offen) return reply.redirect(`/antrag/${entwurf.id}/seite/${offen}`, 303);
    if (istHinweis(entwurf)) return reply.redirect(`/antrag/${entwurf.id}/pruefen`, 303);
    const mandant = mandantOf(request);
    const code = await antraege.erneuereCode(mandant.id, entwurf.id);
    const { anschrift, aemter } = mandant.einstellungen;
    const amt = aemter[leistung.amt];
    const ort = `${amt?.anschrift ?? `${anschrift.strasse} ${anschrift.hausnummer}`}, ${anschrift.plz} ${anschrift.ort}`;
    const props = {
      frame: frameOf(request),
      leistung,
      entwurf,
      heute: clock.today(),
      code,
      amt: amt?.name ?? mandant.name,
      anschrift: ort,
    };
    return sendHtml(reply, renderPage(Druckseite(props)));
  });

  app.post("/antrag/:id/verwerfen", { schema: { params: Params } }, async (request, reply) => {
    const entwurf = await ladeEntwurf(deps, request, request.params.id);
    await db.inTransaction({ mandant: mandantOf(request).id }, (tx) => loescheEntwurf(tx, entwurf.id));
    await auth.merke(request, reply, merkname(entwurf.id), undefined);
    return reply.redirect(entwurf.person ? "/mein" : "/", 303);
  });
}
