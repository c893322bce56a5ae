import { z } from "zod";
import { amtsbereiche, frameOf, hatRecht, leistungenMit, mandantOf, type Recht } from "#auth";
import { findBescheid } from "#bescheide";
import { type Http, Problem, sendHtml } from "#http";
import { leistungen } from "#leistungen";
import { schreibeProtokoll } from "#protokoll";
import { renderPage } from "#ui";
import { findNachAktenzeichen, listeNachzusehende, listeStaende, type Phase, zaehleNachPhase } from "#vorgaenge";
import { type AmtDeps, nichtDa, oeffneAkte, zeigeFall } from "./amt-akte.ts";
import { registerHandlungen } from "./routes-amt-handlungen.ts";
import { registerSammel, zaehleGemeinsame } from "./routes-amt-sammel.ts";
import { Arbeitsliste, type Filter, filter } from "./seiten/arbeitsliste.tsx";
import { dokumente } from "./seiten/fall.tsx";

const Params = z.object({ id: z.uuid() });
const JE_SEITE = 25;

/** The clerk's workplace: list, case, and every act of a person. */
export function registerAmt(app: Http, deps: AmtDeps): void {
  registerListe(app, deps);
  registerFall(app, deps);
  registerSammel(app, deps);
  registerHandlungen(app, deps);
}

const meineLeistungen = (rechte: readonly Recht[]) =>
  leistungenMit(
    rechte,
    "vorgang.bearbeiten",
    leistungen.map((each) => each.schluessel),
  );

function registerListe(app: Http, { auth, db, clock }: AmtDeps): void {
  const Wunsch = z.object({
    filter: z.enum(Object.keys(filter) as [Filter, ...Filter[]]).catch("offen"),
    sortierung: z.enum(["aelteste", "neueste", "frist"]).catch("aelteste"),
    seite: z.coerce.number().int().min(1).max(10_000).catch(1),
  });
  app.get(
    amtsbereiche.vorgaenge.pfad,
    { preHandler: auth.nurBereich("vorgaenge"), schema: { querystring: Wunsch } },
    async (request, reply) => {
      const ich = auth.amtsperson(request);
      const { filter: gewaehlt, sortierung, seite } = request.query;
      const meine = meineLeistungen(ich.rechte);
      const daten = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
        const seitenwunsch = { leistungen: meine, seite, jeSeite: JE_SEITE };
        const nachzusehen = await listeNachzusehende(tx, gewaehlt === "nachsehen" ? seitenwunsch : { ...seitenwunsch, seite: 1 });
        const liste =
          gewaehlt === "nachsehen"
            ? nachzusehen
            : await listeStaende(tx, { ...seitenwunsch, phasen: filter[gewaehlt].phasen, sortierung });
        const jePhase = new Map((await zaehleNachPhase(tx, meine)).map(({ phase, anzahl }) => [phase, anzahl]));
        await schreibeProtokoll(tx, {
          art: "liste.gesehen",
          zeitpunkt: clock.now(),
          daten: { wer: ich.kennung, anlass: filter[gewaehlt].titel, vorgaenge: liste.zeilen.map((zeile) => zeile.id) },
        });
        return {
          liste,
          jePhase,
          nachzusehen: nachzusehen.gesamt,
          gemeinsam: await zaehleGemeinsame(tx, ich.rechte, ich.kennung),
        };
      });
      const anzahl = Object.fromEntries(
        Object.entries(filter).map(([key, { phasen }]) => [
          key,
          key === "nachsehen"
            ? daten.nachzusehen
            : phasen.reduce((summe: number, phase: Phase) => summe + (daten.jePhase.get(phase) ?? 0), 0),
        ]),
      ) as Record<Filter, number>;
      const props = {
        frame: frameOf(request),
        gewaehlt,
        zeilen: daten.liste.zeilen,
        gesamt: daten.liste.gesamt,
        gemeinsam: daten.gemeinsam,
        seite,
        jeSeite: JE_SEITE,
        sortierung,
        anzahl,
        kennung: ich.kennung,
      };
      return sendHtml(reply, renderPage(Arbeitsliste(props)));
    },
  );

  app.get(
    "/amt/suche",
    {
      preHandler: auth.nurAmt("vorgang.bearbeiten"),
      schema: { querystring: z.object({ aktenzeichen: z.string().max(40).default("") }) },
    },
    async (request, reply) => {
      const ich = auth.amtsperson(request);
      const gesucht = request.query.aktenzeichen.trim().toUpperCase();
      const treffer = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
        const gefunden = await findNachAktenzeichen(tx, gesucht);
        const erlaubt = gefunden && hatRecht(ich.rechte, "vorgang.bearbeiten", gefunden.leistung) ? gefunden : undefined;
        await schreibeProtokoll(tx, {
          art: "suche.ausgefuehrt",
          zeitpunkt: clock.now(),
          daten: { wer: ich.kennung, anlass: `Aktenzeichen ${gesucht}`, vorgaenge: erlaubt ? [erlaubt.id] : [] },
        });
        return erlaubt;
      });
      if (!treffer)
        throw new Problem(
          404,
          "Kein Vorgang gefunden",
          `Zum Aktenzeichen „${gesucht}“ gibt es hier nichts. Bitte prüfen Sie die Zeichen.`,
        );
      return reply.redirect(`/amt/vorgang/${treffer.id}`, 303);
    },
  );
}

function registerFall(app: Http, deps: AmtDeps): void {
  const { auth, db, blobs } = deps;
  const nurAmt = { preHandler: auth.nurAmt("vorgang.bearbeiten") };
  app.get(
    "/amt/vorgang/:id",
    {
      ...nurAmt,
      schema: { params: Params, querystring: z.object({ meldung: z.enum(["erledigt"]).optional().catch(undefined) }) },
    },
    async (request, reply) =>
      zeigeFall(
        deps,
        request,
        reply,
        request.params.id,
        request.query.meldung ? { meldung: { art: "erfolg", titel: "Gespeichert." } } : {},
      ),
  );

  app.get(
    "/amt/vorgang/:id/bescheid/:bescheid.pdf",
    { ...nurAmt, schema: { params: Params.extend({ bescheid: z.uuid() }) } },
    async (request, reply) => {
      const mandantId = mandantOf(request).id;
      const bescheid = await db.inTransaction({ mandant: mandantId }, async (tx) => {
        await oeffneAkte(deps, request, tx, request.params.id, "Bescheid geöffnet");
        return findBescheid(tx, request.params.bescheid);
      });
      if (bescheid?.vorgangId !== request.params.id) throw nichtDa();
      return reply
        .type("application/pdf")
        .header("cache-control", "no-store")
        .send(await blobs.get(mandantId, bescheid.akteSha256));
    },
  );

  app.get(
    "/amt/vorgang/:id/dokument/:sha256",
    { ...nurAmt, schema: { params: Params.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) } },
    async (request, reply) => {
      const mandantId = mandantOf(request).id;
      const anlage = await db.inTransaction({ mandant: mandantId }, async (tx) => {
        const akte = await oeffneAkte(deps, request, tx, request.params.id, "Dokument geöffnet");
        return dokumente(akte).find((each) => each.sha256 === request.params.sha256);
      });
      if (!anlage) throw nichtDa();
      // As a download under its sniffed type: a document somebody sent must not run as a page of ours.
      return reply
        .type(anlage.typ)
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(anlage.name)}`)
        .send(await blobs.get(mandantId, anlage.sha256));
    },
  );
}
