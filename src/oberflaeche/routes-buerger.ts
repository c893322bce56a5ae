import { z } from "zod";
import { type Antraege, listeEntwuerfe } from "#antraege";
import { type Auth, frameOf, mandantOf } from "#auth";
import { findBescheid } from "#bescheide";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import { listeAbrufeFuerPerson, listeEinsichtenFuerPerson, listeWeitergabenFuerPerson } from "#datenschutzcockpit";
import type { Db } from "#db";
import { listeAngeboteFuerPerson } from "#ereignisse";
import { listeSollstellungenFuerPerson } from "#gebuehren";
import { type Http, Problem, sendHtml } from "#http";
import { leistungen } from "#leistungen";
import { findNachricht, listeNachrichten, type Postfach, zaehleNachrichten } from "#postfach";
import type { Protokollkette } from "#protokollkette";
import type { Tenants } from "#tenants";
import { mandantCss, renderPage } from "#ui";
import { listeFuerPerson } from "#vorgaenge";
import { registerAnspruch } from "./routes-anspruch.ts";
import { registerLeistungen } from "./routes-leistungen.ts";
import { type DemoMail, DemoPostseite, MeinBereich, Nachrichtseite, Postfachseite } from "./seiten/buerger.tsx";
import { Cockpitseite } from "./seiten/cockpit.tsx";
import { Abgemeldetseite, Mandantenseite, Textseite } from "./seiten/start.tsx";
import { textseiten } from "./textseiten.ts";

export type BuergerDeps = {
  antraege: Antraege;
  auth: Auth;
  db: Db;
  blobs: Blobs;
  tenants: Tenants;
  postfach: Postfach;
  kette: Protokollkette;
  clock: Clock;
  adresse(schluessel: string): string;
  secureCookie: boolean;
  demoPost: string | undefined;
};
const Seitenzahl = z.object({ seite: z.coerce.number().int().min(1).max(10_000).catch(1) });
const registernamen = new Map(
  leistungen.flatMap(({ nachweise, angebote = [] }) => {
    // A register that is only searched for people whose day comes stands in no Nachweis.
    const listen = angebote.flatMap((angebot) => (angebot.anlass === "geburt" ? [] : angebot.liste));
    return [...Object.values(nachweise), ...listen].map(({ register, registerName }) => [register, registerName] as const);
  }),
);

/** First pages, services, the person's own area, mailbox, cockpit. */
export function registerBuerger(app: Http, deps: BuergerDeps): void {
  registerLeistungen(app, deps);
  registerAnspruch(app, deps);
  registerEinstieg(app, deps);
  registerPostfach(app, deps);
  registerCockpit(app, deps);
}

function registerEinstieg(app: Http, deps: BuergerDeps): void {
  const { auth, db, tenants } = deps;
  app.get("/rathaus", async (request, reply) => {
    const mandanten = (await tenants.list()).map((mandant) => ({ ...mandant, adresse: deps.adresse(mandant.schluessel) }));
    return sendHtml(
      reply,
      renderPage(
        Mandantenseite({ frame: { mandant: null, pfad: "/rathaus" }, mandanten, gewaehlt: request.mandant?.schluessel }),
      ),
    );
  });
  app.post("/rathaus", { schema: { body: z.object({ mandant: z.string().max(60) }) } }, async (request, reply) => {
    const mandant = await tenants.findBySchluessel(request.body.mandant);
    if (!mandant) throw new Problem(404, "Dieses Rathaus gibt es nicht", "Bitte wählen Sie eines aus der Liste.");
    reply.setCookie("mandant", mandant.schluessel, { path: "/", httpOnly: true, sameSite: "lax", secure: deps.secureCookie });
    return reply.redirect("/", 303);
  });
  app.get("/mandant.css", async (request, reply) =>
    reply
      .type("text/css; charset=utf-8")
      .header("cache-control", "private, max-age=300")
      .send(mandantCss(mandantOf(request).einstellungen.farbe)),
  );

  app.get(
    "/abgemeldet",
    { schema: { querystring: z.object({ kreis: z.enum(["buerger", "amt"]).catch("buerger") }) } },
    async (request, reply) =>
      sendHtml(reply, renderPage(Abgemeldetseite({ frame: frameOf(request), kreis: request.query.kreis }))),
  );
  for (const [pfad, { titel, absaetze }] of Object.entries(textseiten))
    app.get(pfad, async (request, reply) =>
      sendHtml(reply, renderPage(Textseite({ frame: frameOf(request), titel, absaetze: absaetze(mandantOf(request)) }))),
    );

  app.get("/mein", { preHandler: auth.nurBuerger }, async (request, reply) => {
    const { person } = auth.buerger(request);
    const hier = mandantOf(request);
    const daten = await db.inTransaction({ mandant: hier.id }, async (tx) => ({
      vorgaenge: await listeFuerPerson(tx, person, ["antragsteller"]),
      entwuerfe: await listeEntwuerfe(tx, person),
      ungelesen: (await zaehleNachrichten(tx, person)).ungelesen,
      gebuehren: await listeSollstellungenFuerPerson(tx, person),
    }));
    const haeuser = new Map((await tenants.list()).map((mandant) => [mandant.id, mandant]));
    const angebote = (await db.inTransaction({ person }, (tx) => listeAngeboteFuerPerson(tx, person))).map((angebot) => {
      const anderes = angebot.mandantId === hier.id ? undefined : haeuser.get(angebot.mandantId);
      const href = `${anderes ? deps.adresse(anderes.schluessel) : ""}/angebot/${angebot.id}`;
      return { ...angebot, href, haus: anderes?.name };
    });
    // What the person has sent or thrown away is done with. Of another house's drafts nothing is known here.
    const offene = angebote.filter(
      ({ haus, entwurfId }) => haus !== undefined || !entwurfId || daten.entwuerfe.some(({ id }) => id === entwurfId),
    );
    const entwuerfe = daten.entwuerfe.filter(({ id }) => !offene.some(({ entwurfId }) => entwurfId === id));
    const props = { frame: frameOf(request), ...daten, entwuerfe, angebote: offene, heute: deps.clock.today() };
    return sendHtml(reply, renderPage(MeinBereich(props)));
  });
}

function registerPostfach(app: Http, deps: BuergerDeps): void {
  const { auth, db } = deps;
  const nichtDa = () => new Problem(404, "Diese Nachricht gibt es nicht", "Ihre Nachrichten finden Sie im Postfach.");
  const Params = z.object({ id: z.uuid() });

  app.get("/postfach", { preHandler: auth.nurBuerger, schema: { querystring: Seitenzahl } }, async (request, reply) => {
    const { person } = auth.buerger(request);
    const { seite } = request.query;
    const daten = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => ({
      nachrichten: await listeNachrichten(tx, person, { ab: (seite - 1) * 20, anzahl: 20 }),
      gesamt: (await zaehleNachrichten(tx, person)).alle,
    }));
    return sendHtml(reply, renderPage(Postfachseite({ frame: frameOf(request), seite, ...daten })));
  });

  app.get("/postfach/:id", { preHandler: auth.nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const { person } = auth.buerger(request);
    const daten = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const nachricht = await findNachricht(tx, request.params.id);
      if (nachricht?.person !== person) throw nichtDa();
      await deps.postfach.vermerkeAbruf(tx, nachricht.id);
      return { nachricht, bescheid: nachricht.bescheidId ? await findBescheid(tx, nachricht.bescheidId) : undefined };
    });
    return sendHtml(reply, renderPage(Nachrichtseite({ frame: frameOf(request), ...daten })));
  });

  app.get("/postfach/:id/bescheid.pdf", { preHandler: auth.nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const { person } = auth.buerger(request);
    const mandantId = mandantOf(request).id;
    const bescheid = await db.inTransaction({ mandant: mandantId }, async (tx) => {
      const nachricht = await findNachricht(tx, request.params.id);
      if (nachricht?.person !== person || !nachricht.bescheidId) throw nichtDa();
      await deps.postfach.vermerkeAbruf(tx, nachricht.id);
      return findBescheid(tx, nachricht.bescheidId);
    });
    if (!bescheid) throw nichtDa();
    const bytes = await deps.blobs.get(mandantId, bescheid.postfachSha256);
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .header("content-disposition", 'inline; filename="Bescheid.pdf"')
      .send(bytes);
  });
}

const Mails = z.array(
  z.looseObject({
    an: z.union([z.string(), z.array(z.string())]).transform((an) => [an].flat().join(", ")),
    betreff: z.string(),
    text: z.string(),
    am: z.string(),
  }),
);

function registerCockpit(app: Http, deps: BuergerDeps): void {
  const { auth, db, tenants } = deps;
  app.get("/datenschutz", { preHandler: auth.nurBuerger, schema: { querystring: Seitenzahl } }, async (request, reply) => {
    const { person } = auth.buerger(request);
    const { seite } = request.query;
    const mandanten = new Map((await tenants.list()).map((mandant) => [mandant.id, mandant.name]));
    const daten = await db.inTransaction({ person }, async (tx) => ({
      abrufe: await listeAbrufeFuerPerson(tx, person, { ab: (seite - 1) * 25, anzahl: 25 }),
      einsichten: await listeEinsichtenFuerPerson(tx, person),
      weitergaben: await listeWeitergabenFuerPerson(tx, person),
    }));
    const props = {
      frame: frameOf(request),
      person,
      seite,
      weitergaben: daten.weitergaben,
      mandantName: mandantOf(request).name,
      kopf: await deps.kette.letzterKopf(mandantOf(request).id),
      gesamt: daten.abrufe.gesamt,
      abrufe: daten.abrufe.zeilen.map((abruf) => ({
        ...abruf,
        registerName: registernamen.get(abruf.register) ?? abruf.register,
      })),
      einsichten: daten.einsichten.map((einsicht) => ({ ...einsicht, mandantName: mandanten.get(einsicht.mandantId) ?? "" })),
    };
    return sendHtml(reply, renderPage(Cockpitseite(props)));
  });

  const { demoPost } = deps;
  if (!demoPost) return;
  // The demo only: where mail is real, this page does not exist. Shows a person their own mails, nobody else's.
  app.get("/demo/post", { preHandler: auth.nurBuerger }, async (request, reply) => {
    const { email } = auth.buerger(request);
    const antwort = await fetch(`${demoPost}/nachrichten?an=${encodeURIComponent(email ?? "")}`, {
      signal: AbortSignal.timeout(2_000),
    })
      .then((each) => each.json())
      .catch(() => undefined);
    const mails: DemoMail[] = Mails.safeParse(antwort).data ?? [];
    return sendHtml(reply, renderPage(DemoPostseite({ frame: frameOf(request), mails, erreichbar: antwort !== undefined })));
  });
}
