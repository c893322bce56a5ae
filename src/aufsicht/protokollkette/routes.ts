import { Readable } from "node:stream";
import { z } from "zod";
import { type Auth, frameOf, mandantOf } from "#auth";
import type { Clock } from "#clock";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { leseDatum } from "#kalender";
import type { Mandant } from "#tenants";
import { renderPage } from "#ui";
import type { Protokollkette } from "./kette.ts";
import type { Umfang } from "./saetze.ts";
import { Kettenseite, type Kettenseitenprops } from "./seiten/kette.tsx";

export type KettenRoutesDeps = { auth: Auth; clock: Clock; kette: Protokollkette };
/** What a page can wait for. */
const NEUESTE_STAPEL = 12;
const wenige = { config: { rateLimit: { max: 20, timeWindow: "1 minute" } } };

/** Heads for everybody, the page of the audit office, the proof for each person. */
export function registerKette(app: Http, deps: KettenRoutesDeps): void {
  registerKoepfe(app, deps);
  registerPruefung(app, deps);
  registerNachweis(app, deps);
}

/** No log-in: a head tells nothing about anybody, and it proves something only in the hands of others. */
function registerKoepfe(app: Http, { kette }: KettenRoutesDeps): void {
  const schema = { querystring: z.object({ nummer: z.coerce.number().int().positive().max(2_147_483_647).optional() }) };
  app.get("/.well-known/fachwerk-protokoll", { schema }, async (request, reply) => {
    const mandant = mandantOf(request);
    const { nummer } = request.query;
    const kopf = nummer ? await kette.findKopf(mandant.id, nummer) : (await kette.koepfe(mandant.id, 1))[0];
    if (nummer && !kopf) throw new Problem(404, "Diesen Kopf gibt es nicht", "Ohne Nummer bekommen Sie den letzten.");
    return reply.header("cache-control", "no-cache").send({
      form: "fachwerk-koepfe/1",
      mandant: mandant.schluessel,
      name: mandant.name,
      schluessel: await kette.schluessel(),
      kopf: kopf
        ? { nummer: kopf.nummer, kopf: kopf.kopf, geschlossen: kopf.geschlossen, unterschriften: kopf.unterschriften }
        : null,
    });
  });
}

function registerPruefung(app: Http, { auth, clock, kette }: KettenRoutesDeps): void {
  const nurProtokoll = { preHandler: auth.nurAmt("protokoll.lesen") };
  type Mehr = Pick<Kettenseitenprops, "ergebnis" | "fehler" | "eingabe">;
  const seite = async (frame: Kettenseitenprops["frame"], mandant: Mandant, mehr: Mehr = {}) => {
    const { zeilen, offen } = await kette.lage(mandant.id);
    const titel = new Map(kette.arten.map((art) => [art.name, art.title]));
    return renderPage(
      Kettenseite({
        frame,
        jetzt: clock.now(),
        koepfe: await kette.koepfe(mandant.id, 10),
        zeilen: zeilen.map(({ art, anzahl }) => ({ titel: titel.get(art) ?? art, anzahl })),
        offen,
        schluessel: await kette.schluessel(),
        ...mehr,
      }),
    );
  };
  app.get("/amt/protokoll/kette", nurProtokoll, async (request, reply) =>
    sendHtml(reply, await seite(frameOf(request), mandantOf(request))),
  );

  app.post("/amt/protokoll/kette/pruefung", { ...nurProtokoll, ...wenige }, async (request, reply) => {
    const mandant = mandantOf(request);
    const leser = { wer: auth.amtsperson(request).kennung, anlass: "Prüfung der Kette" };
    const ergebnis = await kette.pruefeNeueste(mandant.id, NEUESTE_STAPEL, leser);
    return sendHtml(reply, await seite({ ...frameOf(request), pfad: "/amt/protokoll/kette" }, mandant, { ergebnis }));
  });

  app.post("/amt/protokoll/kette/ausfuhr", { ...nurProtokoll, ...wenige }, async (request, reply) => {
    const mandant = mandantOf(request);
    const { fields } = await readForm(request);
    const fehler: Record<string, string> = {};
    const tag = (feld: "von" | "bis") => {
      const gelesen = fields[feld]?.trim() ? leseDatum(fields[feld]) : undefined;
      if (fields[feld]?.trim() && !gelesen) fehler[feld] = "Bitte tragen Sie einen Tag ein, zum Beispiel 01.01.2026.";
      return gelesen;
    };
    const [von, bis] = [tag("von"), tag("bis")];
    const anlass = fields.anlass?.trim() ?? "";
    if (von && bis && von > bis) fehler.bis = "Dieser Tag liegt vor dem ersten. Bitte tauschen Sie die beiden.";
    if (!anlass) fehler.anlass = "Bitte tragen Sie ein, wofür Sie die Datei brauchen. Das steht danach im Protokoll.";
    if (Object.keys(fehler).length > 0) {
      const frame = { ...frameOf(request), pfad: "/amt/protokoll/kette" };
      return sendHtml(reply, await seite(frame, mandant, { fehler, eingabe: fields }), 422);
    }
    const umfang: Umfang = {
      art: von || bis ? "auszug" : "alles",
      ...(von && { von }),
      ...(bis && { bis }),
      ...(fields.dokumente && { dokumente: true }),
    };
    const leser = { wer: auth.amtsperson(request).kennung, anlass: anlass.slice(0, 200) };
    return reply
      .type("application/jsonl; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="protokoll-${mandant.schluessel}-${clock.today()}.jsonl"`)
      .send(Readable.from(kette.exportiere(mandant.id, umfang, leser)));
  });
}

/** What a person may keep: their own entries of the cockpit with the way to the signed heads over them. */
function registerNachweis(app: Http, { auth, clock, kette }: KettenRoutesDeps): void {
  app.get("/datenschutz/nachweis", { preHandler: auth.nurBuerger, ...wenige }, async (request, reply) => {
    const mandant = mandantOf(request);
    const { person } = auth.buerger(request);
    const zeilen = kette.exportiere(
      mandant.id,
      { art: "auszug", person },
      { wer: `person:${person}`, anlass: "Nachweis für die Person selbst" },
    );
    return reply
      .type("application/jsonl; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="nachweis-${mandant.schluessel}-${clock.today()}.jsonl"`)
      .send(Readable.from(zeilen));
  });
}
