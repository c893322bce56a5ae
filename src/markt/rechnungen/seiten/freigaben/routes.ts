import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { type Http, readForm, sendHtml } from "#http";
import { leseDatum } from "#kalender";
import { schreibeProtokoll } from "#protokoll";
import { renderPage } from "#ui";
import { listeAlleBefugten, listeVertretungen } from "../../handlungen/store.ts";
import { findNamen, listeZuAnordnende } from "../../sichten/store.ts";
import { findRechnung } from "../../store.ts";
import type { SeitenDeps } from "../deps.ts";
import { registerLink } from "./routes-link.ts";
import { Freigabenseite, type Vertretungsprops, Vertretungsseite } from "./seite.tsx";

const HOECHSTENS = 50;
const erste = (befugte: readonly { kennung: string; name: string }[]) => (kennung: string) =>
  befugte.find((person) => person.kennung === kennung)?.name ?? kennung;

/** What waits for this person's order, who represents them, and the link of the mail. */
export function registerFreigaben(app: Http, deps: SeitenDeps): void {
  const { auth, db, clock, rechnungen } = deps;
  const nurAnordnen = { preHandler: auth.nurBereich("freigaben") };
  registerLink(app, deps);

  app.get(
    "/amt/freigaben",
    { ...nurAnordnen, schema: { querystring: z.object({ angeordnet: z.uuid().optional().catch(undefined) }) } },
    async (request, reply) => {
      const ich = auth.amtsperson(request);
      const mandant = mandantOf(request);
      const gelesen = await db.inTransaction({ mandant: mandant.id }, async (tx) => {
        const zeilen = await listeZuAnordnende(tx, ich.kennung, clock.today(), HOECHSTENS);
        const ids = zeilen.map(({ id }) => id);
        const daten = { wer: ich.kennung, anlass: "Meine Freigaben", rechnungen: ids };
        await schreibeProtokoll(tx, { art: "liste.gesehen", zeitpunkt: clock.now(), daten });
        const id = request.query.angeordnet;
        const zuletzt = id ? await findRechnung(tx, id) : undefined;
        const { anordnung, mitgezeichnet } = zuletzt?.stand ?? {};
        return {
          zeilen,
          namen: await findNamen(tx, ids, "festgestellt"),
          wen: erste(await listeAlleBefugten(tx)),
          // Only one's own act is told again: the address may name any invoice.
          geschehen: [anordnung?.kennung, mitgezeichnet?.kennung].includes(ich.kennung) ? zuletzt : undefined,
        };
      });
      const props = { frame: frameOf(request), aemter: mandant.einstellungen.aemter, heute: clock.today(), ...gelesen };
      return sendHtml(reply, renderPage(Freigabenseite(props)));
    },
  );

  async function zeige(request: FastifyRequest, reply: FastifyReply, mehr: Partial<Vertretungsprops> = {}, status = 200) {
    const { kennung } = auth.amtsperson(request);
    const { personen, vertretungen } = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => ({
      personen: await listeAlleBefugten(tx),
      vertretungen: await listeVertretungen(tx, kennung, clock.today()),
    }));
    const frame = { ...frameOf(request), pfad: "/amt/freigaben/vertretung" };
    const props = {
      frame,
      kennung,
      vertretungen,
      personen,
      wen: erste(personen),
      heute: clock.today(),
      erledigt: false,
      ...mehr,
    };
    return sendHtml(reply, renderPage(Vertretungsseite(props)), status);
  }
  const Meldung = z.object({ meldung: z.enum(["erledigt"]).optional().catch(undefined) });
  app.get("/amt/freigaben/vertretung", { ...nurAnordnen, schema: { querystring: Meldung } }, (request, reply) =>
    zeige(request, reply, { erledigt: request.query.meldung === "erledigt" }),
  );

  const akteur = (request: FastifyRequest) => {
    const { kennung, name } = auth.amtsperson(request);
    return { art: "amt", kennung, name } as const;
  };
  app.post("/amt/freigaben/vertretung", nurAnordnen, async (request, reply) => {
    const { fields } = await readForm(request);
    const mandantId = mandantOf(request).id;
    const personen = await db.inTransaction({ mandant: mandantId }, listeAlleBefugten);
    const durch = personen.find(({ kennung }) => kennung === fields.durch);
    if (!durch) return zeige(request, reply, { fehler: "Bitte wählen Sie, wer Sie vertritt.", eingabe: fields }, 422);
    const ergebnis = await rechnungen.vertritt(mandantId, akteur(request), {
      durch: { kennung: durch.kennung, name: durch.name },
      von: leseDatum(fields.von ?? "") ?? "",
      bis: leseDatum(fields.bis ?? "") ?? "",
    });
    if (ergebnis.art === "verweigert") return zeige(request, reply, { fehler: ergebnis.text, eingabe: fields }, 422);
    return reply.redirect("/amt/freigaben/vertretung?meldung=erledigt", 303);
  });

  app.post(
    "/amt/freigaben/vertretung/:id/ende",
    { ...nurAnordnen, schema: { params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const ergebnis = await rechnungen.beendeVertretung(mandantOf(request).id, akteur(request), request.params.id);
      if (ergebnis.art === "verweigert") return zeige(request, reply, { fehler: ergebnis.text }, 404);
      return reply.redirect("/amt/freigaben/vertretung?meldung=erledigt", 303);
    },
  );
}
