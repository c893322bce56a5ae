import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, amtsbereiche, frameOf, hatRecht, leistungenMit, mandantOf, type Recht } from "#auth";
import type { Clock } from "#clock";
import { vermerkeEinsicht } from "#datenschutzcockpit";
import type { Db, Tx } from "#db";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { leistungen } from "#leistungen";
import { schreibeProtokoll } from "#protokoll";
import { renderPage } from "#ui";
import { amtstaten, idAus } from "./amt-taten.ts";
import { alsCsv, csvKopf } from "./csv.ts";
import type { Gebuehren } from "./gebuehren.ts";
import { formatiereKassenzeichen, leseKassenzeichen } from "./kassenzeichen.ts";
import { darfKontoauszug } from "./kontoauszug/routes.ts";
import { bewegungen, setzeQuittung } from "./quittung.ts";
import { regelnFuer } from "./regeln.ts";
import { gebuehrNichtDa, stelleFuer } from "./routes-buerger.ts";
import { type AmtGebuehrProps, AmtGebuehrseite } from "./seiten/amt-gebuehr.tsx";
import { type Filter, filter, Sollliste } from "./seiten/amt-liste.tsx";
import { findNachKassenzeichen, findSollstellung, listeEreignisse, type Sollzeile } from "./store.ts";
import { type Auswahlwunsch, listeSollstellungen, listeSollstellungenNach } from "./store-listen.ts";

export type GebuehrenAmtDeps = { auth: Auth; db: Db; clock: Clock; gebuehren: Gebuehren };
const Params = z.object({ id: z.uuid() });
const JE_SEITE = 25;
const CSV_PORTION = 1_000;
const Auswahl = z.object({
  filter: z.enum(Object.keys(filter) as [Filter, ...Filter[]]).catch("offen"),
  sortierung: z.enum(["faellig", "neueste", "betrag"]).catch("faellig"),
  seite: z.coerce.number().int().min(1).max(10_000).catch(1),
});
type Auswahl = z.infer<typeof Auswahl>;

/** The counter: what is open and overdue, one claim, and every act on it. */
export function registerGebuehrenAmt(app: Http, deps: GebuehrenAmtDeps): void {
  registerListe(app, deps);
  registerGebuehr(app, deps);
}

function registerListe(app: Http, { auth, db, clock }: GebuehrenAmtDeps): void {
  const nurAmt = { preHandler: auth.nurBereich("gebuehren") };
  const wunschFuer = (request: FastifyRequest, auswahl: Auswahl): Auswahlwunsch => {
    const wahl: (typeof filter)[Filter] = filter[auswahl.filter];
    const alle = leistungen.map(({ schluessel }) => schluessel);
    return {
      zustaende: wahl.zustaende,
      leistungen: leistungenMit(request.amtsrechte, amtsbereiche.gebuehren.recht, alle),
      faelligVor: "ueberfaellig" in wahl ? clock.today() : undefined,
      freizugeben: "freizugeben" in wahl,
    };
  };
  /** Whose claims were shown is written down, with the reading. */
  const mitProtokoll = <T extends { zeilen: readonly Sollzeile[] }>(
    request: FastifyRequest,
    auswahl: Auswahl,
    lies: (tx: Tx) => Promise<T>,
  ) =>
    db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const gelesen = await lies(tx);
      const vorgaenge = gelesen.zeilen.map(({ vorgangId }) => vorgangId);
      const daten = { wer: auth.amtsperson(request).kennung, anlass: `Gebühren: ${filter[auswahl.filter].titel}`, vorgaenge };
      await schreibeProtokoll(tx, { art: "liste.gesehen", zeitpunkt: clock.now(), daten });
      return gelesen;
    });

  app.get(amtsbereiche.gebuehren.pfad, { ...nurAmt, schema: { querystring: Auswahl } }, async (request, reply) => {
    const { filter: gewaehlt, sortierung, seite } = request.query;
    const wunsch = { ...wunschFuer(request, request.query), sortierung, seite, jeSeite: JE_SEITE };
    const liste = await mitProtokoll(request, request.query, (tx) => listeSollstellungen(tx, wunsch));
    const props = {
      frame: frameOf(request),
      gewaehlt,
      sortierung,
      seite,
      jeSeite: JE_SEITE,
      heute: clock.today(),
      mitKontoauszug: darfKontoauszug(request),
      ...liste,
    };
    return sendHtml(reply, renderPage(Sollliste(props)));
  });

  /** Portion by portion, each in a transaction of its own: the whole list, and a slow download holds no connection of the database. */
  async function* csv(request: FastifyRequest, auswahl: Auswahl): AsyncGenerator<string> {
    const wunsch = wunschFuer(request, auswahl);
    yield csvKopf;
    for (let nach: Sollzeile | undefined; ; ) {
      const { zeilen } = await mitProtokoll(request, auswahl, async (tx) => ({
        zeilen: await listeSollstellungenNach(tx, wunsch, nach, CSV_PORTION),
      }));
      if (zeilen.length > 0) yield alsCsv(zeilen);
      nach = zeilen.at(-1);
      if (zeilen.length < CSV_PORTION) return;
    }
  }
  app.get("/amt/gebuehren.csv", { ...nurAmt, schema: { querystring: Auswahl } }, (request, reply) =>
    reply
      .type("text/csv; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="Gebuehren-${request.query.filter}-${clock.today()}.csv"`)
      .send(Readable.from(csv(request, request.query))),
  );

  app.get(
    "/amt/gebuehren/suche",
    { ...nurAmt, schema: { querystring: z.object({ kassenzeichen: z.string().max(40).default("") }) } },
    async (request, reply) => {
      const gesucht = leseKassenzeichen(request.query.kassenzeichen);
      if (!gesucht)
        throw new Problem(
          404,
          "Kein Kassenzeichen",
          `„${request.query.kassenzeichen}“ ist kein Kassenzeichen. Bitte prüfen Sie die zwölf Ziffern.`,
        );
      const ich = auth.amtsperson(request);
      const treffer = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
        const gefunden = await findNachKassenzeichen(tx, gesucht);
        const erlaubt = gefunden && hatRecht(ich.rechte, "gebuehr.annehmen", gefunden.leistung) ? gefunden : undefined;
        const daten = { wer: ich.kennung, anlass: `Kassenzeichen ${gesucht}`, vorgaenge: erlaubt ? [erlaubt.vorgangId] : [] };
        await schreibeProtokoll(tx, { art: "suche.ausgefuehrt", zeitpunkt: clock.now(), daten });
        return erlaubt;
      });
      if (!treffer)
        throw new Problem(404, "Nichts gefunden", `Zum Kassenzeichen ${formatiereKassenzeichen(gesucht)} gibt es hier nichts.`);
      return reply.redirect(`/amt/gebuehren/${treffer.id}`, 303);
    },
  );
}

function registerGebuehr(app: Http, deps: GebuehrenAmtDeps): void {
  const { auth, clock } = deps;
  const nurAmt = { preHandler: auth.nurAmt("gebuehr.annehmen") };

  async function zeige(
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    mehr: Partial<AmtGebuehrProps> = {},
    status = 200,
  ) {
    const { zeile, ereignisse } = await oeffne(deps, request, id, "Gebühr geöffnet");
    const ich = auth.amtsperson(request);
    const darf = (art: Recht["art"]) => hatRecht(ich.rechte, art, zeile.leistung);
    const props: AmtGebuehrProps = {
      frame: frameOf(request),
      zeile,
      bewegungen: bewegungen(zeile, ereignisse),
      heute: clock.today(),
      kennung: ich.kennung,
      darf: {
        annehmen: darf("gebuehr.annehmen"),
        erstatten: darf("gebuehr.erstatten"),
        freigeben: darf("gebuehr.freigeben"),
        akte: darf("vorgang.bearbeiten"),
      },
      zweiteAbCent: regelnFuer(mandantOf(request)).erstattungZweiteAbCent,
      erlassZweiteAbCent: regelnFuer(mandantOf(request)).erlassZweiteAbCent,
      ...mehr,
    };
    return sendHtml(reply, renderPage(AmtGebuehrseite(props)), status);
  }

  app.get(
    "/amt/gebuehren/:id",
    {
      ...nurAmt,
      schema: { params: Params, querystring: z.object({ meldung: z.enum(["erledigt"]).optional().catch(undefined) }) },
    },
    (request, reply) =>
      zeige(
        request,
        reply,
        request.params.id,
        request.query.meldung ? { meldung: { art: "erfolg", titel: "Gespeichert." } } : {},
      ),
  );

  app.get("/amt/gebuehren/:id/quittung.pdf", { ...nurAmt, schema: { params: Params } }, async (request, reply) => {
    const { zeile, ereignisse } = await oeffne(deps, request, request.params.id, "Quittung gedruckt");
    if (bewegungen(zeile, ereignisse).length === 0) throw gebuehrNichtDa();
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .send(await setzeQuittung(mandantOf(request), zeile, ereignisse));
  });

  app.post(
    "/amt/gebuehren/:id/:tat",
    { ...nurAmt, schema: { params: Params.extend({ tat: z.string().max(30) }) } },
    async (request, reply) => {
      const { id } = request.params;
      const amtstat = Object.hasOwn(amtstaten, request.params.tat) ? amtstaten[request.params.tat] : undefined;
      if (!amtstat) throw gebuehrNichtDa();
      const { zeile } = await oeffne(deps, request, id, `Gebühr: ${request.params.tat}`);
      const ich = auth.amtsperson(request);
      if (!hatRecht(ich.rechte, amtstat.recht, zeile.leistung))
        throw new Problem(403, "Kein Zugriff", "Dafür fehlt Ihnen das Recht. Bitte wenden Sie sich an Ihre Leitung.");
      const { fields } = await readForm(request);
      const transaktion = idAus(fields, "transaktion");
      const fehler = amtstat.pruefe(fields);
      if (Object.keys(fehler).length > 0) return zeige(request, reply, id, { fehler, eingabe: fields }, 422);
      const tat = {
        mandantId: mandantOf(request).id,
        sollstellungId: id,
        transaktion,
        von: { kennung: ich.kennung, name: ich.name },
      };
      const ergebnis = await amtstat.tu(deps.gebuehren, tat, fields);
      if (ergebnis.art === "erledigt") return reply.redirect(`/amt/gebuehren/${id}?meldung=erledigt`, 303);
      return zeige(request, reply, id, { eingabe: fields, meldung: { art: "gefahr", titel: ergebnis.text } }, 409);
    },
  );
}

/** One claim, for whoever may take money for its Leistung; every opening is written down, and shown to the person. */
async function oeffne(deps: GebuehrenAmtDeps, request: FastifyRequest, id: string, anlass: string) {
  const ich = deps.auth.amtsperson(request);
  const mandant = mandantOf(request);
  return deps.db.inTransaction({ mandant: mandant.id }, async (tx: Tx) => {
    const zeile: Sollzeile | undefined = await findSollstellung(tx, id);
    if (!zeile || !hatRecht(ich.rechte, "gebuehr.annehmen", zeile.leistung)) throw gebuehrNichtDa();
    const daten = { wer: ich.kennung, anlass, vorgaenge: [zeile.vorgangId] };
    await schreibeProtokoll(tx, { art: "gebuehr.geoeffnet", zeitpunkt: deps.clock.now(), daten });
    if (zeile.person)
      await vermerkeEinsicht(tx, {
        vorgangId: zeile.vorgangId,
        person: zeile.person,
        vertreter: null,
        stelle: stelleFuer(mandant, zeile.leistung).name,
        anlass: `${anlass}, ${zeile.aktenzeichen}`,
        am: deps.clock.now(),
      });
    return { zeile, ereignisse: await listeEreignisse(tx, id) };
  });
}
