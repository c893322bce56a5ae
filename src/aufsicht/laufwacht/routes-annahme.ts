import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Clock } from "#clock";
import type { Db } from "#db";
import { type Http, Problem } from "#http";
import { laeufeAus, Metrikausfuhr } from "./annahme/otlp.ts";
import { nimmPing, pingarten } from "./annahme/ping.ts";
import { Laufstapel } from "./contract.ts";
import type { Laufwacht } from "./laufwacht.ts";
import { findQuelle } from "./store-jobs.ts";

export type AnnahmeDeps = { db: Db; clock: Clock; laufwacht: Laufwacht };
const GROSS = 16 * 1024 * 1024;
const viele = { config: { mandantless: true, rateLimit: { max: 6000, timeWindow: "1 minute" } } };

/** What other systems tell of their runs: in batches with a token, by ping with an address nobody can guess, as metrics. */
export function registerAnnahme(app: Http, { db, clock, laufwacht }: AnnahmeDeps): void {
  const quelleVon = async (request: FastifyRequest) => {
    const token = /^Bearer (\S{16,200})$/.exec(request.headers.authorization ?? "")?.[1];
    const quelle =
      token && (await db.inTransaction("betrieb", (tx) => findQuelle(tx, createHash("sha256").update(token).digest())));
    if (!quelle)
      throw new Problem(
        401,
        "Nicht angemeldet",
        "Es fehlt ein gültiges Token. Der Betrieb erstellt es mit „fachwerk laufwacht quelle“.",
      );
    return quelle;
  };

  app.post(
    "/api/laufwacht/laeufe",
    { ...viele, bodyLimit: GROSS, schema: { tags: ["Laufwacht"], body: Laufstapel } },
    async (request) => laufwacht.annahme.nimmAn(await quelleVon(request), request.body.laeufe),
  );

  app.post(
    "/api/laufwacht/v1/metrics",
    { ...viele, bodyLimit: GROSS, schema: { tags: ["Laufwacht"], body: Metrikausfuhr } },
    async (request) => {
      const befund = await laufwacht.annahme.nimmAn(await quelleVon(request), laeufeAus(request.body));
      // The form that OTLP gives an answer in.
      return befund.abgewiesen === 0
        ? {}
        : { partialSuccess: { rejectedDataPoints: befund.abgewiesen, errorMessage: befund.maengel[0]?.satz ?? "" } };
    },
  );

  // A context of its own: a ping's body is whatever a script pipes into it, never a form.
  app.register(async (eigene) => {
    eigene.removeAllContentTypeParsers();
    eigene.addContentTypeParser("*", { parseAs: "string", bodyLimit: 64 * 1024 }, (_request, body, done) =>
      done(null, String(body)),
    );
    const schema = {
      params: z.object({ uuid: z.uuid(), art: z.enum(pingarten) }),
      querystring: z.object({ anzahl: z.coerce.number().optional() }),
    };
    (eigene as Http).route({
      method: ["GET", "POST"],
      url: "/ping/:uuid/:art",
      ...viele,
      schema,
      handler: async (request, reply) => {
        const { uuid, art } = request.params;
        const auszug = typeof request.body === "string" ? request.body : undefined;
        const { anzahl } = request.query;
        if (!(await nimmPing({ db, clock }, uuid, art, { auszug, anzahl })))
          return reply.code(404).type("text/plain; charset=utf-8").send("unbekannt\n");
        return reply.header("cache-control", "no-store").type("text/plain; charset=utf-8").send("ok\n");
      },
    });
  });
}
