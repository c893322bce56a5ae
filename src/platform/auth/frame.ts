import type { FastifyRequest } from "fastify";
import { Problem } from "#http";
import type { Mandant } from "#tenants";
import type { Seitenmandant, Seitennutzer } from "#ui";
import { bereicheFuer } from "./bereiche.ts";

/** What the frame of a page needs to know of its request. */
export type Frame = { mandant: Seitenmandant | null; nutzer?: Seitennutzer; pfad: string };

export function frameOf(request: FastifyRequest): Frame {
  const { sitzung, mandant } = request;
  const pfad = request.url.split("?")[0] ?? "/";
  const nutzer: Seitennutzer | undefined =
    sitzung?.art === "buerger"
      ? { name: `${sitzung.vornamen} ${sitzung.nachname}`, art: "buerger" }
      : sitzung?.art === "amt"
        ? { name: sitzung.name, art: "amt", bereiche: bereicheFuer(request.amtsrechte) }
        : undefined;
  return { mandant: mandant ? { name: mandant.name, schluessel: mandant.schluessel } : null, pfad, ...(nutzer && { nutzer }) };
}

/** The Mandant of a request that makes no sense without one. */
export function mandantOf(request: FastifyRequest): Mandant {
  if (!request.mandant)
    throw new Problem(404, "Kein Rathaus gewählt", "Bitte wählen Sie auf der Startseite zuerst Ihre Stadt oder Ihren Kreis.");
  return request.mandant;
}
