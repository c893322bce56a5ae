import type { IncomingMessage, ServerResponse } from "node:http";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  LogController,
  type RawServerDefault,
} from "fastify";
import { jsonSchemaTransform, serializerCompiler, validatorCompiler, type ZodTypeProvider } from "fastify-type-provider-zod";
import type { Mandant, Tenants } from "#tenants";
import { CHOICE_COOKIE, findMandant } from "./mandant-aus-host.ts";
import { isForeign } from "./origin.ts";
import { notUnderstood, Problem, problemFrom } from "./problem.ts";
import { sendHtml } from "./reply.ts";
import { isStorable } from "./text.ts";

export type Http = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>;

declare module "fastify" {
  interface FastifyRequest {
    /** The Mandant whose town hall was entered; null on the installation's own pages. */
    mandant: Mandant | null;
  }
}

export type HttpOptions = {
  tenants: Tenants;
  /** Name under which the installation itself answers, e.g. `localhost`. */
  baseHost: string;
  assets: readonly { path: string; content: Buffer | string; contentType: string }[];
  /** Largest upload in bytes. */
  maxUpload: number;
  /** Requests of one address in a minute before the server asks for patience. */
  maxPerMinute: number;
  renderProblem(request: FastifyRequest, problem: Problem): string;
  /** Resolves when the process can serve, rejects with the reason otherwise. */
  checkReady(): Promise<void>;
  logLevel: string;
};

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "manifest-src 'self'",
].join("; ");

export async function createHttp(options: HttpOptions): Promise<Http> {
  const app = fastify({
    logger: { level: options.logLevel, redact: ["req.headers.cookie", "req.headers.authorization"] },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    trustProxy: process.env.FACHWERK_PROXY === "1",
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
  }).withTypeProvider<ZodTypeProvider>() as Http;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("mandant", null);

  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Fachwerk",
        version: "1",
        description: "Der offene Rahmen der digitalen Verwaltung. Fehler sind Problemdokumente nach RFC 9457.",
      },
    },
    transform: jsonSchemaTransform,
    hideUntagged: true,
  });
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 256 * 1024 });
  await app.register(multipart, {
    limits: { fileSize: options.maxUpload, files: 5, fields: 100, fieldSize: 64 * 1024, parts: 120 },
  });
  await app.register(rateLimit, { max: options.maxPerMinute, timeWindow: "1 minute" });

  addHooks(app, options);
  addOwnRoutes(app, options);
  return app;
}

function addHooks(app: Http, options: HttpOptions): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers({
      "content-security-policy": CSP,
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=()",
    });
    if (isForeign(request))
      throw new Problem(
        403,
        "Fremde Herkunft",
        "Diese Anfrage kam nicht von unseren Seiten. Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal.",
      );
  });
  app.addHook("preValidation", async (request) => {
    // A form with files has no body yet; `readForm` reads and checks it. Uploads themselves are bytes, not text.
    const body = request.isMultipart() ? undefined : request.body;
    if (![request.params, request.query, body].every(isStorable)) throw notUnderstood();
  });
  app.addHook("preHandler", async (request) => {
    if (request.routeOptions.config.mandantless) return;
    const mandant = await findMandant(
      options.tenants,
      request.headers.host ?? "",
      options.baseHost,
      request.cookies[CHOICE_COOKIE],
    );
    request.mandant = mandant ?? null;
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = problemFrom(error);
    // The pattern, not the address: some addresses carry a token.
    if (problem.status >= 500) request.log.error({ err: error, url: request.routeOptions.url }, "request failed");
    return sendProblem(request, reply, problem, options);
  });
  app.setNotFoundHandler(async (request, reply) => {
    request.mandant =
      (await findMandant(options.tenants, request.headers.host ?? "", options.baseHost, request.cookies[CHOICE_COOKIE]).catch(
        () => undefined,
      )) ?? null;
    const problem = new Problem(
      404,
      "Diese Seite gibt es nicht",
      "Vielleicht ist der Link veraltet. Über die Startseite finden Sie alle Leistungen.",
    );
    return sendProblem(request, reply, problem, options);
  });
}

function sendProblem(
  request: FastifyRequest,
  reply: Parameters<Parameters<Http["setErrorHandler"]>[0]>[2],
  problem: Problem,
  options: HttpOptions,
) {
  const wantsPage = !request.url.startsWith("/api/") && (request.headers.accept ?? "").includes("text/html");
  if (wantsPage) return sendHtml(reply, options.renderProblem(request, problem), problem.status);
  return reply
    .code(problem.status)
    .type("application/problem+json")
    .serializer(JSON.stringify)
    .send({ type: "about:blank", title: problem.title, status: problem.status, detail: problem.detail });
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Served without asking whose town hall it is: assets, health. */
    mandantless?: boolean;
  }
}

function addOwnRoutes(app: Http, options: HttpOptions): void {
  const own = { config: { mandantless: true, rateLimit: false as const } };
  for (const asset of options.assets) {
    app.get(asset.path, own, (_request, reply) =>
      reply.header("cache-control", "public, max-age=31536000, immutable").type(asset.contentType).send(asset.content),
    );
  }
  app.get("/gesund", own, () => ({ gesund: true }));
  app.get("/bereit", own, async (_request, reply) => {
    try {
      await options.checkReady();
      return { bereit: true };
    } catch (error) {
      return reply.code(503).send({ bereit: false, grund: error instanceof Error ? error.message : "unbekannt" });
    }
  });
  app.get("/api/openapi.json", own, () => app.swagger());
}
