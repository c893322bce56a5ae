import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, frameOf, mandantOf } from "#auth";
import { type Entscheidung, wasWaereWenn } from "#baukasten";
import { type Akte, findAkte, kontextAus, letzter } from "#bearbeitung";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Dauerleistungen } from "#dauerleistungen";
import type { Db } from "#db";
import { type Gebuehren, listeFuerVorgang } from "#gebuehren";
import { type Http, Problem, readForm, sendHtml } from "#http";
import type { Jobs } from "#jobs";
import { getLeistung } from "#leistungen";
import { listeNachrichtenZumVorgang } from "#postfach";
import { renderPage } from "#ui";
import { type Art, findSchrittNachTransaktion, oeffentlicherStatus } from "#vorgaenge";
import { findEigenenVorgang, legeAnlagenAb, reicheNach, widersprich, zieheZurueck } from "./nachtrag.ts";
import { Handlungsseite } from "./seiten/handlungsseite.tsx";
import { type Rueckmeldungsart, rueckmeldungsart } from "./seiten/rueckmeldung.tsx";
import { Statusseite, type StatusseiteProps } from "./seiten/statusseite.tsx";

const Params = z.object({ id: z.uuid() });
const Handlung = z.object({ transaktion: z.uuid(), text: z.string().max(8000).default("") });
const Rueckmeldung = z.object({ transaktion: z.uuid(), rueckmeldung: z.string().max(100_000).default("") });
const wieGesendet: Partial<Record<Art, Rueckmeldungsart>> = { widersprochen: "widerspruch", nachgereicht: "nachricht" };
const nichtDa = () => new Problem(404, "Diesen Vorgang gibt es nicht", "Ihre Anträge finden Sie unter „Mein Bereich“.");

const mitBescheid: readonly string[] = ["zugestellt", "bekanntgegeben", "bestandskraeftig", "imWiderspruch"];
/** Nothing is told of a decision before its notice. */
function bekannteEntscheidung(akte: Akte): Entscheidung | undefined {
  const entschieden = mitBescheid.includes(akte.stand.phase) ? letzter(akte.schritte, "entschieden") : undefined;
  return entschieden && ({ ...entschieden.entscheidung, art: entschieden.ergebnis } as Entscheidung);
}

/** Status, answers and documents, withdrawal, objection: what the person does after submission. */
export function registerVorgang(
  app: Http,
  deps: { auth: Auth; db: Db; clock: Clock; jobs: Jobs; blobs: Blobs; dauerleistungen: Dauerleistungen; gebuehren: Gebuehren },
): void {
  const { auth, db } = deps;
  const nurBuerger = { preHandler: auth.nurBuerger };

  const ladeAkte = (request: FastifyRequest, id: string) => {
    const { person } = auth.buerger(request);
    return db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const eigener = await findEigenenVorgang(tx, id, person);
      const akte = eigener && (await findAkte(tx, id));
      if (!akte) throw nichtDa();
      const nachrichten = (await listeNachrichtenZumVorgang(tx, id)).filter((nachricht) => nachricht.person === person);
      const gebuehren = (await listeFuerVorgang(tx, id)).filter((gebuehr) => gebuehr.person === person);
      return { akte, nachrichten, gebuehren, laufend: await deps.dauerleistungen.lies(tx, id) };
    });
  };
  const zeige = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    mehr: Partial<StatusseiteProps> = {},
    status = 200,
  ) => {
    const { akte, nachrichten, gebuehren, laufend } = await ladeAkte(request, id);
    const entscheidung = bekannteEntscheidung(akte);
    const leistung = getLeistung(akte.leistung);
    const mandant = mandantOf(request);
    const props = {
      frame: frameOf(request),
      mandant,
      leistung,
      akte,
      entscheidung,
      // Reckoned when it is read, not when it is decided: it costs as much as some twenty decisions.
      umstaende: entscheidung && !akte.eingang.aenderung ? wasWaereWenn(leistung, kontextAus(akte, mandant), entscheidung) : [],
      nachrichten,
      gebuehren,
      heute: deps.clock.today(),
      laufend,
      neu: false,
      ...mehr,
    };
    return sendHtml(reply, renderPage(Statusseite(props)), status);
  };

  app.get(
    "/vorgang/:id",
    { ...nurBuerger, schema: { params: Params, querystring: z.object({ neu: z.string().optional() }) } },
    async (request, reply) =>
      zeige(request, reply, request.params.id, { neu: request.query.neu === "1", neuesKonto: request.query.neu === "konto" }),
  );

  app.post("/vorgang/:id/antwort", { ...nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const { id } = request.params;
    const { akte } = await ladeAkte(request, id);
    const { fields, files } = await readForm(request);
    const transaktion = z.uuid().safeParse(fields.transaktion);
    const antwort = (fields.antwort ?? "").trim().slice(0, 8000);
    if (!transaktion.success)
      throw new Problem(400, "Ungültige Anfrage", "Bitte laden Sie die Seite neu und senden Sie Ihre Antwort noch einmal.");
    if (antwort === "" && files.length === 0)
      return zeige(request, reply, id, { fehler: "Bitte schreiben Sie eine Antwort oder fügen Sie ein Dokument an." }, 422);
    const mandantId = mandantOf(request).id;
    const anlagen = await legeAnlagenAb(deps.blobs, mandantId, "nachreichung", files);
    if (typeof anlagen === "string") return zeige(request, reply, id, { fehler: anlagen, antwort }, 422);
    const nachtrag = { mandantId, vorgangId: akte.id, person: auth.buerger(request).person, transaktion: transaktion.data };
    const ergebnis = await reicheNach(deps, nachtrag, antwort, anlagen);
    if (ergebnis.art === "unzulaessig") throw new Problem(409, "Nicht mehr möglich", ergebnis.text);
    return reply.redirect(`/vorgang/${id}`, 303);
  });

  app.post(
    "/vorgang/:id/rueckmeldung",
    { ...nurBuerger, schema: { params: Params, body: Rueckmeldung } },
    async (request, reply) => {
      const { id } = request.params;
      const { transaktion } = request.body;
      const text = request.body.rueckmeldung.trim();
      const fehler =
        text === "" ? "Bitte schreiben Sie, worum es geht." : text.length > 8000 ? "Bitte kürzen Sie auf 8.000 Zeichen." : "";
      if (fehler) return zeige(request, reply, id, { rueckmeldung: { text, fehler } }, 422);
      const { akte } = await ladeAkte(request, id);
      const mandant = mandantOf(request);
      const nachtrag = { mandantId: mandant.id, vorgangId: akte.id, person: auth.buerger(request).person, transaktion };
      const frueher = await deps.db.inTransaction({ mandant: mandant.id }, (tx) => findSchrittNachTransaktion(tx, transaktion));
      // Sent twice: what it was the first time, not what the same words would be now.
      const art = (frueher && wieGesendet[frueher.art]) ?? rueckmeldungsart(akte, getLeistung(akte.leistung), mandant);
      if (!art)
        throw new Problem(409, "Nicht mehr möglich", "Das ist beim jetzigen Stand nicht möglich. Bitte rufen Sie uns an.");
      const ergebnis =
        art === "widerspruch" ? await widersprich(deps, nachtrag, text, []) : await reicheNach(deps, nachtrag, text, []);
      if (ergebnis.art === "unzulaessig") throw new Problem(409, "Nicht mehr möglich", ergebnis.text);
      return reply.redirect(`/vorgang/${id}`, 303);
    },
  );

  for (const art of ["widerspruch", "zurueckziehen"] as const) {
    app.get(`/vorgang/:id/${art}`, { ...nurBuerger, schema: { params: Params } }, async (request, reply) => {
      const { akte } = await ladeAkte(request, request.params.id);
      return sendHtml(
        reply,
        renderPage(Handlungsseite({ frame: frameOf(request), vorgangId: akte.id, art, aktenzeichen: akte.aktenzeichen })),
      );
    });
    app.post(`/vorgang/:id/${art}`, { ...nurBuerger, schema: { params: Params, body: Handlung } }, async (request, reply) => {
      const { akte } = await ladeAkte(request, request.params.id);
      // Who is heard cannot end the procedure by leaving it.
      if (art === "zurueckziehen" && akte.eingang.aenderung)
        throw new Problem(
          409,
          "Nicht möglich",
          "Eine Änderung können Sie nicht zurückziehen. Bitte schreiben Sie uns, was nicht stimmt.",
        );
      const { text, transaktion } = request.body;
      const nachtrag = {
        mandantId: mandantOf(request).id,
        vorgangId: akte.id,
        person: auth.buerger(request).person,
        transaktion,
      };
      const ergebnis =
        art === "widerspruch" ? await widersprich(deps, nachtrag, text, []) : await zieheZurueck(deps, nachtrag, text);
      if (ergebnis.art === "unzulaessig") throw new Problem(409, "Nicht mehr möglich", ergebnis.text);
      return reply.redirect(`/vorgang/${akte.id}`, 303);
    });
  }

  app.get(
    "/api/vorgaenge/:id/status",
    {
      ...nurBuerger,
      schema: {
        tags: ["Vorgänge"],
        summary: "Öffentlicher Stand eines eigenen Vorgangs",
        params: Params,
        response: {
          200: z.object({
            aktenzeichen: z.string(),
            status: z.string(),
            text: z.string().max(50),
            naechsterTermin: z.iso.date().nullable(),
          }),
        },
      },
    },
    async (request) => {
      const { akte } = await ladeAkte(request, request.params.id);
      return { aktenzeichen: akte.aktenzeichen, ...oeffentlicherStatus(akte.stand), naechsterTermin: akte.stand.termin ?? null };
    },
  );
}
