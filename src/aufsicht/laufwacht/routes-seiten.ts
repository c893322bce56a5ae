import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, frameOf } from "#auth";
import type { Clock } from "#clock";
import type { Db } from "#db";
import { type Http, Problem, sendHtml } from "#http";
import { istDatum, monatVon, plusTage } from "#kalender";
import type { Secrets } from "#secrets";
import { renderPage } from "#ui";
import { setzeBericht } from "./bericht/setze-bericht.ts";
import type { Laufwacht } from "./laufwacht.ts";
import { Berichtseite } from "./seiten/bericht.tsx";
import { Jobseite } from "./seiten/job.tsx";
import { Joblisteseite } from "./seiten/jobliste.tsx";
import { WURZEL } from "./seiten/teile.tsx";
import { Uebersichtsseite } from "./seiten/uebersicht.tsx";
import { Vorfaelleseite, Vorfallseite } from "./seiten/vorfall.tsx";
import { type Lageart, lagen, zeichneKarte } from "./sicht/lage.ts";
import { alsSpalten, liesJobsicht, liesReihe } from "./sicht/lies-job.ts";
import { liesMorgen, tagAm } from "./sicht/lies-morgen.ts";
import { setzeIcal } from "./sicht/setze-ical.ts";
import { findTagwerk, listeKalender } from "./store-betrieb.ts";
import { findJob, listeJobs } from "./store-jobs.ts";
import { findModellkopf, listeLernlaeufe } from "./store-urteil.ts";
import { findVorfall, listeSchritte, listeVorfaelle } from "./store-vorfaelle.ts";

export type Seitendeps = { auth: Auth; db: Db; clock: Clock; secrets: Secrets; laufwacht: Laufwacht; adresseBetrieb: string };
const Tag = z.string().refine(istDatum).optional().catch(undefined);
const Name = z.string().max(100).optional();

/** What the operator reads. Everything it changes is in `routes-taten.ts`. */
export function registerSeiten(app: Http, deps: Seitendeps): void {
  const { auth, db, clock, laufwacht } = deps;
  const nurBetrieb = { preHandler: auth.nurBereich("laufwacht") };
  const morgenVon = (morgen: string | undefined) => {
    const letzter = laufwacht.letzterMorgen();
    return { letzter, morgen: morgen && morgen <= letzter ? morgen : letzter };
  };

  app.get(
    WURZEL,
    { ...nurBetrieb, schema: { querystring: z.object({ morgen: Tag, nur: z.enum(["alle", "auffaellig"]).catch("alle") }) } },
    async (request, reply) => {
      const { letzter, morgen } = morgenVon(request.query.morgen);
      const { nur } = request.query;
      const props = await db.inTransaction("betrieb", async (tx) => {
        const { lagen: alle } = await liesMorgen(tx, morgen);
        const karte = zeichneKarte(alle);
        const offene = await listeVorfaelle(tx, { offen: true, hoechstens: 500 });
        const ruhig = (lage: Lageart) => lage === "ordnung" || lage === "ruhe";
        return {
          bewertetAm: (await findTagwerk(tx, morgen, "morgen"))?.fertigAm ?? null,
          zahlen: Object.fromEntries(
            (Object.keys(lagen) as Lageart[]).map((lage) => [lage, alle.filter((each) => each.lage === lage).length]),
          ) as Record<Lageart, number>,
          karte: nur === "auffaellig" ? { ...karte, zeilen: karte.zeilen.filter(({ lage }) => !ruhig(lage)) } : karte,
          vorfaelle: offene.filter(({ stufe }) => stufe === "alarm"),
          graue: offene.filter(({ stufe }) => stufe === "grau").length,
          lernlauf: (await listeLernlaeufe(tx, 1))[0],
          modellVom: (await findModellkopf(tx))?.gelerntAm ?? null,
        };
      });
      return sendHtml(reply, renderPage(Uebersichtsseite({ frame: frameOf(request), morgen, letzter, nur, ...props })));
    },
  );

  app.get(
    `${WURZEL}/jobs`,
    { ...nurBetrieb, schema: { querystring: z.object({ morgen: Tag, mandant: Name, system: Name }) } },
    async (request, reply) => {
      const { mandant, system } = request.query;
      const { morgen } = morgenVon(request.query.morgen);
      const { lagen: alle } = await db.inTransaction("betrieb", (tx) => liesMorgen(tx, morgen, { mandant, system }));
      const wahl = [mandant, system && `System ${system}`].filter(Boolean).join(", ") || "Alle Jobs";
      return sendHtml(reply, renderPage(Joblisteseite({ frame: frameOf(request), morgen, wahl, lagen: alle.slice(0, 1000) })));
    },
  );

  const Nummer = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
  const Jobfragen = z.object({
    morgen: Tag,
    zeitraum: z.enum(["90", "365", "730"]).catch("90"),
    monat: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional()
      .catch(undefined),
    seite: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
    gemeldet: z.string().optional(),
  });
  app.get(`${WURZEL}/jobs/:id`, { ...nurBetrieb, schema: { params: Nummer, querystring: Jobfragen } }, async (request, reply) => {
    const { morgen } = morgenVon(request.query.morgen);
    const { zeitraum, monat = monatVon(morgen), gemeldet, seite } = request.query;
    const sicht = await db.inTransaction("betrieb", async (tx) => {
      const job = await findJob(tx, request.params.id);
      if (!job) throw keiner("Diesen Job gibt es nicht");
      return liesJobsicht(tx, job, { morgen, tage: Number(zeitraum), monat, seite: seite ?? 1 });
    });
    const adresse = deps.adresseBetrieb;
    const props = {
      frame: frameOf(request),
      morgen,
      zeitraum,
      monat,
      adresse,
      gemeldet: gemeldet === "ja",
      geblaettert: seite !== undefined,
      ...sicht,
    };
    return sendHtml(reply, renderPage(Jobseite(props)));
  });

  // The same two years as the page's picture, for the script that pans them.
  app.get(
    `${WURZEL}/jobs/:id/reihe`,
    { ...nurBetrieb, schema: { params: Nummer, querystring: z.object({ morgen: Tag }) } },
    async (request, reply) => {
      const { morgen } = morgenVon(request.query.morgen);
      const punkte = await db.inTransaction("betrieb", async (tx) => {
        const job = await findJob(tx, request.params.id);
        if (!job) throw keiner("Diesen Job gibt es nicht");
        const bis = tagAm(job.frueh, morgen);
        return liesReihe(tx, job.id, plusTage(bis, -729), bis);
      });
      return reply.header("cache-control", "no-store").send(alsSpalten(punkte));
    },
  );

  app.get(`${WURZEL}/vorfaelle`, nurBetrieb, async (request, reply) => {
    const props = await db.inTransaction("betrieb", async (tx) => ({
      offene: await listeVorfaelle(tx, { offen: true, hoechstens: 500 }),
      geschlossene: await listeVorfaelle(tx, { offen: false, hoechstens: 50 }),
    }));
    return sendHtml(reply, renderPage(Vorfaelleseite({ frame: frameOf(request), ...props })));
  });

  const Fehlerfragen = z.object({ fehler: z.enum(["text", "bis"]).optional().catch(undefined) });
  app.get(
    `${WURZEL}/vorfaelle/:id`,
    { ...nurBetrieb, schema: { params: Nummer, querystring: Fehlerfragen } },
    async (request, reply) => {
      const props = await db.inTransaction("betrieb", async (tx) => {
        const vorfall = await findVorfall(tx, request.params.id);
        if (!vorfall) throw keiner("Diesen Vorfall gibt es nicht");
        const jobs = new Map((await listeJobs(tx, { auchBeendete: true })).map((job) => [String(job.id), job]));
        return { vorfall, jobs, schritte: await listeSchritte(tx, vorfall.id) };
      });
      const { fehler } = request.query;
      const saetze = {
        text: "Bitte schreiben Sie, was bekannt ist.",
        bis: "Bitte tragen Sie einen Tag ab morgen ein, zum Beispiel 30.11.2026.",
      };
      const mangel = fehler ? { fehler: { [fehler]: saetze[fehler] } } : {};
      return sendHtml(
        reply,
        renderPage(Vorfallseite({ frame: frameOf(request), ich: nameVon(auth, request), ...props, ...mangel })),
      );
    },
  );

  const Morgen = z.object({ morgen: Tag });
  app.get(`${WURZEL}/bericht`, { ...nurBetrieb, schema: { querystring: Morgen } }, async (request, reply) => {
    const { letzter, morgen } = morgenVon(request.query.morgen);
    const bericht = await laufwacht.bericht(morgen);
    const ich = auth.amtsperson(request).kennung;
    return sendHtml(reply, renderPage(Berichtseite({ frame: frameOf(request), bericht, ich, letzter })));
  });
  app.get(`${WURZEL}/bericht/datei`, { ...nurBetrieb, schema: { querystring: Morgen } }, async (request, reply) => {
    const { morgen } = morgenVon(request.query.morgen);
    const pdf = await setzeBericht(await laufwacht.bericht(morgen), clock.now());
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .header("content-disposition", `inline; filename="morgenbericht-${morgen}.pdf"`)
      .send(pdf);
  });

  // A subscription carries no log-in: the address is the secret.
  app.get(
    "/laufwacht/kalender/:unterschrift",
    {
      config: { mandantless: true, rateLimit: { max: 60, timeWindow: "1 minute" } },
      schema: { params: z.object({ unterschrift: z.string().max(100) }) },
    },
    async (request, reply) => {
      const unterschrift = request.params.unterschrift.replace(/\.ics$/, "");
      if (!deps.secrets.verify("laufwacht-ical", "1", unterschrift)) throw keiner("Diesen Kalender gibt es nicht");
      const inhalt = await db.inTransaction("betrieb", async (tx) => ({
        vorfaelle: await listeVorfaelle(tx, { offen: true, hoechstens: 200 }),
        eintraege: await listeKalender(tx),
        jobs: new Map((await listeJobs(tx, { auchBeendete: true })).map((job) => [job.id, job])),
      }));
      const datei = setzeIcal(inhalt, clock.today(), `${deps.adresseBetrieb}${WURZEL}`);
      return reply.type("text/calendar; charset=utf-8").header("cache-control", "no-store").send(datei);
    },
  );
}

export const keiner = (titel: string) =>
  new Problem(404, titel, "Über die Übersicht der Laufwacht finden Sie alle Jobs und Vorfälle.");
export const nameVon = (auth: Auth, request: FastifyRequest) => auth.amtsperson(request).name;
