import type { FastifyRequest } from "fastify";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Cross-site request forgery, refused: a state-changing request must come from our own pages. Browsers say so in
 * `Sec-Fetch-Site` or at least in `Origin`; a program without both carries no cookie that could be abused.
 */
export function isForeign(request: FastifyRequest): boolean {
  if (SAFE.has(request.method)) return false;
  const site = request.headers["sec-fetch-site"];
  if (site) return site !== "same-origin";
  const origin = request.headers.origin;
  if (origin) {
    try {
      return new URL(origin).host !== request.headers.host;
    } catch {
      return true;
    }
  }
  return request.headers.cookie !== undefined;
}
