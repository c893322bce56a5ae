import type { FastifyReply, FastifyRequest, preHandlerAsyncHookHandler } from "fastify";
import { z } from "zod";
import type { Clock } from "#clock";
import type { Db } from "#db";
import { type Http, Problem } from "#http";
import type { Secrets } from "#secrets";
import { type Amtsbereich, amtsbereiche, bereicheFuer } from "./bereiche.ts";
import { mandantOf } from "./frame.ts";
import { createProvider, type Kreis, type ProviderOptions, type Unterwegs } from "./provider.ts";
import { hatRecht, type LeistungenVonAmt, type Recht, rechteAus } from "./scopes.ts";
import { type Amtsperson, type Buerger, createSessions, type Sitzung } from "./session.ts";

declare module "fastify" {
  interface FastifyRequest {
    sitzung: Sitzung;
    sitzungToken: string | undefined;
    /** What the person of the office may; nobody else has any. */
    amtsrechte: readonly Recht[];
  }
}

export type AuthOptions = {
  db: Db;
  clock: Clock;
  secrets: Secrets;
  providers: Record<Kreis, ProviderOptions>;
  secureCookie: boolean;
  leistungenVonAmt: LeistungenVonAmt;
};
export type Auth = {
  /** For routes of citizens: without a log-in, off to the provider and back here. */
  nurBuerger: preHandlerAsyncHookHandler;
  /** For routes of staff: without a log-in, off to the provider; without the right, refused. */
  nurAmt(art: Recht["art"]): preHandlerAsyncHookHandler;
  /** The same for one of the places of the navigation; the front door leads to the first that is open. */
  nurBereich(bereich: Amtsbereich): preHandlerAsyncHookHandler;
  buerger(request: FastifyRequest): Buerger;
  amtsperson(request: FastifyRequest): Amtsperson & { rechte: Recht[] };
  /** Remembers something small for this browser, beginning a guest's session where there is none. */
  merke(request: FastifyRequest, reply: FastifyReply, key: string, value: string | undefined): Promise<void>;
};

const COOKIE = "sitzung";
const Ziel = z
  .string()
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .max(500)
  .catch("/");

export function createAuth(app: Http, options: AuthOptions): Auth {
  const sessions = createSessions(options.db);
  const provider = createProvider(options.providers, options.secrets);
  const cookie = { path: "/", httpOnly: true, sameSite: "lax", secure: options.secureCookie } as const;
  const mandantIdOf = (request: FastifyRequest) => mandantOf(request).id;

  app.decorateRequest("sitzung");
  app.decorateRequest("sitzungToken");
  app.decorateRequest("amtsrechte");
  app.addHook("preHandler", async (request) => {
    const token = request.cookies[COOKIE];
    const found = token && request.mandant ? await sessions.find(request.mandant.id, token, options.clock.now()) : undefined;
    request.sitzung = found ?? { art: "gast", merkt: {} };
    request.sitzungToken = found ? token : undefined;
    request.amtsrechte = found?.art === "amt" ? rechteAus(found.rollen, options.leistungenVonAmt) : [];
  });

  /** A new token at every change of who it is: a token planted before the log-in is worth nothing after it. */
  async function beginne(request: FastifyRequest, reply: FastifyReply, sitzung: Sitzung): Promise<void> {
    const mandantId = mandantIdOf(request);
    if (request.sitzungToken) await sessions.end(mandantId, request.sitzungToken);
    request.sitzungToken = await sessions.create(mandantId, sitzung, options.clock.now());
    request.sitzung = sitzung;
    reply.setCookie(COOKIE, request.sitzungToken, cookie);
  }

  async function merke(request: FastifyRequest, reply: FastifyReply, key: string, value: string | undefined): Promise<void> {
    const { [key]: _, ...others } = request.sitzung.merkt;
    const sitzung = { ...request.sitzung, merkt: value === undefined ? others : { ...others, [key]: value } };
    if (!request.sitzungToken) return beginne(request, reply, sitzung);
    await sessions.update(mandantIdOf(request), request.sitzungToken, sitzung, options.clock.now());
    request.sitzung = sitzung;
  }

  const unreachable = () =>
    new Problem(
      503,
      "Anmeldung nicht erreichbar",
      "Der Anmeldedienst antwortet gerade nicht. Ihre gespeicherten Angaben sind sicher. Bitte versuchen Sie es in einigen Minuten noch einmal.",
    );
  const originOf = (request: FastifyRequest) => `${request.protocol}://${request.headers.host}`;
  const limited = { config: { rateLimit: { max: 120, timeWindow: "1 minute" } } };

  // A link begins the log-in: under form-action 'self' some browsers block a form whose answer leads elsewhere.
  app.get(
    "/anmeldung",
    {
      ...limited,
      schema: {
        querystring: z.object({
          ziel: Ziel.default("/"),
          als: z.enum(["buerger", "amt"]).catch("buerger"),
          kennung: z.string().max(100).optional(),
        }),
      },
    },
    async (request, reply) => {
      const { ziel, als, kennung } = request.query;
      mandantIdOf(request);
      const begun = await provider.begin(als, `${originOf(request)}/anmeldung/rueckkehr`, ziel, kennung).catch(() => {
        throw unreachable();
      });
      await merke(request, reply, "anmeldung", JSON.stringify(begun.unterwegs));
      return reply.redirect(begun.url, 302);
    },
  );

  app.get("/anmeldung/rueckkehr", limited, async (request, reply) => {
    const kept = request.sitzung.merkt.anmeldung;
    if (!kept)
      throw new Problem(
        400,
        "Anmeldung abgelaufen",
        "Ihre Anmeldung hat zu lange gedauert oder wurde schon beendet. Bitte melden Sie sich noch einmal an.",
      );
    const unterwegs = JSON.parse(kept) as Unterwegs;
    const angekommen = await provider.complete(unterwegs, new URL(request.url, originOf(request))).catch((error) => {
      request.log.warn({ err: error }, "log-in failed");
      throw new Problem(
        400,
        "Anmeldung nicht geklappt",
        "Der Anmeldedienst hat die Anmeldung nicht bestätigt. Bitte melden Sie sich noch einmal an.",
      );
    });
    if (angekommen.mandant !== undefined && angekommen.mandant !== request.mandant?.schluessel)
      throw new Problem(
        403,
        "Nicht für dieses Haus",
        "Ihr Dienstkonto gehört zu einer anderen Verwaltung. Bitte melden Sie sich dort an.",
      );
    const { anmeldung: _, ...merkt } = request.sitzung.merkt;
    await beginne(request, reply, { ...angekommen.sitzung, merkt });
    return reply.redirect(unterwegs.ziel, 303);
  });

  app.post("/abmelden", async (request, reply) => {
    const kreis = request.sitzung.art === "amt" ? "amt" : "buerger";
    if (request.sitzungToken) await sessions.end(mandantIdOf(request), request.sitzungToken);
    reply.clearCookie(COOKIE, cookie);
    return reply.redirect(`/abgemeldet?kreis=${kreis}`, 303);
  });

  app.get(
    "/abmelden/anmeldedienst",
    { schema: { querystring: z.object({ kreis: z.enum(["buerger", "amt"]).catch("buerger") }) } },
    async (request, reply) => {
      const url = await provider.endSessionUrl(request.query.kreis, `${originOf(request)}/`).catch(() => {
        throw unreachable();
      });
      return reply.redirect(url, 302);
    },
  );

  const zurAnmeldung = (request: FastifyRequest, reply: FastifyReply, als: Kreis) => {
    // A form sent after the session ended comes back to the page it was on, not to the address that takes the form.
    const ziel = request.method === "GET" ? request.url : pathOf(request.headers.referer);
    return reply.redirect(`/anmeldung?als=${als}&ziel=${encodeURIComponent(ziel)}`, 303);
  };

  const nurAmt =
    (art: Recht["art"]): preHandlerAsyncHookHandler =>
    async (request, reply) => {
      if (request.sitzung.art !== "amt") return zurAnmeldung(request, reply, "amt");
      if (!hatRecht(request.amtsrechte, art)) throw verboten();
    };

  return {
    async nurBuerger(request, reply) {
      if (request.sitzung.art !== "buerger") return zurAnmeldung(request, reply, "buerger");
    },
    nurAmt,
    nurBereich: (bereich) => async (request, reply) => {
      const { pfad, recht } = amtsbereiche[bereich];
      const [erster] = bereicheFuer(request.amtsrechte);
      if (bereich === "vorgaenge" && erster && erster.pfad !== pfad) return reply.redirect(erster.pfad, 303);
      return nurAmt(recht).call(app, request, reply);
    },
    buerger(request) {
      if (request.sitzung.art !== "buerger") throw verboten();
      return request.sitzung;
    },
    amtsperson(request) {
      if (request.sitzung.art !== "amt") throw verboten();
      return { ...request.sitzung, rechte: [...request.amtsrechte] };
    },
    merke,
  };
}

const verboten = () =>
  new Problem(
    403,
    "Kein Zugriff",
    "Für diese Seite fehlt Ihnen das Recht. Wenn Sie es brauchen, wenden Sie sich an Ihre Leitung.",
  );

function pathOf(referer: string | undefined): string {
  try {
    return referer ? new URL(referer).pathname : "/";
  } catch {
    return "/";
  }
}
