import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Auth } from "#auth";
import { type Http, Problem } from "#http";
import { darfMelden, Ereignis } from "./contract.ts";
import type { Ereignisse } from "./ereignisse.ts";
import { type AngebotDeps, registerAngebote } from "./routes-angebot.ts";

export type RoutenDeps = AngebotDeps & {
  auth: Auth;
  ereignisse: Ereignisse;
  /** Token by register; a register without one is not listened to. */
  meldende: Readonly<Record<string, string | undefined>>;
};

const gleich = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The intake of register events, and the pages of offers. */
export function registerEreignisse(app: Http, deps: RoutenDeps): void {
  const { ereignisse, meldende } = deps;

  const registerVon = (kopf: string | undefined): string | undefined => {
    const token = /^Bearer ([\x21-\x7e]+)$/.exec(kopf ?? "")?.[1];
    return token && Object.entries(meldende).find(([, eigener]) => eigener !== undefined && gleich(eigener, token))?.[0];
  };

  app.post(
    "/api/ereignisse",
    {
      // For all Mandanten at one address: a register knows the authority it reports to, not the host name of its town hall.
      config: { mandantless: true },
      // Before the body is read: a stranger learns nothing about what an event looks like.
      onRequest: async (request) => {
        if (!registerVon(request.headers.authorization))
          throw new Problem(401, "Nicht angemeldet", "Ereignisse nehmen wir nur von angeschlossenen Registern an.");
      },
      schema: {
        tags: ["Ereignisse"],
        summary: "Ein Register meldet ein Ereignis; dieselbe id zweimal ist ein Ereignis",
        body: Ereignis,
        response: { 202: z.object({ id: z.uuid(), stand: z.enum(["angenommen", "bekannt"]) }) },
      },
    },
    async (request, reply) => {
      const register = registerVon(request.headers.authorization) ?? "";
      if (!darfMelden[request.body.art].includes(register))
        throw new Problem(
          403,
          "Nicht zuständig",
          "Dieses Register meldet solche Ereignisse nicht. Bitte prüfen Sie das Feld „art“.",
        );
      const ergebnis = await ereignisse.nimmAn(register, request.body);
      if (ergebnis.art === "inZukunft")
        throw new Problem(
          400,
          "Der Tag liegt in der Zukunft",
          "Bitte melden Sie nur, was geschehen ist, und prüfen Sie das Feld „am“.",
        );
      if (ergebnis.art === "unbekannteBehoerde")
        throw new Problem(
          404,
          "Unbekannte Behörde",
          "Diese Behörde gibt es auf dieser Plattform nicht. Bitte prüfen Sie das Feld „behoerde“.",
        );
      if (ergebnis.art === "widerspruechlich")
        throw new Problem(
          409,
          "Widerspruch",
          "Unter dieser id wurde schon ein anderes Ereignis gemeldet. Bitte melden Sie es unter einer neuen id.",
        );
      return reply.code(202).send({ id: request.body.id, stand: ergebnis.art });
    },
  );

  registerAngebote(app, deps);
}
