import type { FastifyRequest } from "fastify";
import type { Buerger } from "#auth";
import { Problem } from "#http";
import type { Antragsperson } from "./reiche-ein.ts";
import type { Entwurf } from "./store.ts";

/** Under this name a session remembers the drafts it may open. */
export const merkname = (entwurfId: string) => `entwurf.${entwurfId}`;

const unbekannt = () =>
  new Problem(
    404,
    "Diesen Antrag gibt es nicht",
    "Vielleicht wurde er schon abgesendet oder gelöscht. Ihre Anträge finden Sie nach der Anmeldung unter „Mein Bereich“.",
  );

/** The draft belongs to the person logged in, or to this browser's session. Anybody else learns not even that it exists. */
export function pruefeZugang(request: FastifyRequest, entwurf: Entwurf | undefined): Entwurf {
  const { sitzung } = request;
  const eigener = entwurf?.person !== null && sitzung.art === "buerger" && sitzung.person === entwurf?.person;
  const vonHier = entwurf?.person === null && sitzung.merkt[merkname(entwurf.id)] !== undefined;
  if (!entwurf || !(eigener || vonHier)) throw unbekannt();
  return entwurf;
}

export const personAus = (buerger: Buerger): Antragsperson => ({
  person: buerger.person,
  idnr: buerger.idnr,
  vornamen: buerger.vornamen,
  nachname: buerger.nachname,
  email: buerger.email,
});
