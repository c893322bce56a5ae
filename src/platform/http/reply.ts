import type { FastifyReply } from "fastify";

/** Per route: at most `max` requests of one address in a minute. */
export type RateLimit = { rateLimit: { max: number; timeWindow: string } };

/** A page. Personal pages must not lie in any cache, the browser's back-forward cache included. */
export function sendHtml(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply.code(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(html);
}
