import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { type Http, Problem, parseFields, readForm, sendHtml } from "#http";
import { formatiereDatum } from "#kalender";
import { renderPage } from "#ui";
import { createBerichtsatz } from "../../bericht/setze-bericht.ts";
import type { SeitenDeps } from "../deps.ts";
import { registerDateien } from "./dateien.ts";
import { type Aktenbild, lade } from "./lade.ts";
import { Rechnungsseite } from "./rechnung.tsx";
import { registerListe } from "./routes-liste.ts";
import { darfTun, taten } from "./taten.ts";
import type { Aktenprops } from "./teile.tsx";
import { nichtDa, oeffne } from "./zugriff.ts";

const Params = z.object({ id: z.uuid() });
const Rahmen = z.object({ transaktion: z.uuid(), nummer: z.coerce.number().int().positive() });

/** The clerks' side: inbox, one invoice with every act on it, its files. */
export function registerAmtRechnungen(app: Http, deps: SeitenDeps): void {
  const { auth, db, clock } = deps;
  const nurSehen = { preHandler: auth.nurAmt("rechnung.sehen") };
  const satz = createBerichtsatz();
  registerListe(app, deps);
  registerDateien(app, deps);

  function zeige(request: FastifyRequest, reply: FastifyReply, akte: Aktenbild, mehr: Partial<Aktenprops> = {}, status = 200) {
    // A scan as PDF is shown in the browser's viewer, in a frame of this page and no other.
    if (akte.zeile.stand.phase === "zuErfassen")
      reply.header("content-security-policy", `${reply.getHeader("content-security-policy")}; frame-src 'self'`);
    const frame = { ...frameOf(request), pfad: `/amt/rechnungen/${akte.zeile.id}` };
    return sendHtml(reply, renderPage(Rechnungsseite({ frame, ...akte, ...mehr })), status);
  }

  const Ansicht = z.object({
    kreditor: z.string().max(80).default(""),
    meldung: z.string().max(30).optional(),
  });
  app.get("/amt/rechnungen/:id", { ...nurSehen, schema: { params: Params, querystring: Ansicht } }, async (request, reply) => {
    const { kreditor, meldung } = request.query;
    const akte = await lade(deps, request, request.params.id, "Rechnung geöffnet", kreditor);
    const tat = meldung !== undefined && Object.hasOwn(taten, meldung) ? taten[meldung] : undefined;
    return zeige(request, reply, akte, tat ? { meldung: { art: "erfolg", titel: tat.erfolg } } : {});
  });

  app.get("/amt/rechnungen/:id/bericht.pdf", { ...nurSehen, schema: { params: Params } }, async (request, reply) => {
    const { bericht } = await lade(deps, request, request.params.id, "Prüfbericht geöffnet");
    if (!bericht) throw nichtDa();
    const { name, einstellungen } = mandantOf(request);
    const absender = { name, farbe: einstellungen.farbe, datum: formatiereDatum(clock.today()) };
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .send(await satz.setze(bericht, absender, clock.now()));
  });

  app.post(
    "/amt/rechnungen/:id/:tat",
    { ...nurSehen, schema: { params: Params.extend({ tat: z.string().max(30) }) } },
    async (request, reply) => {
      const { id, tat: name } = request.params;
      const tat = Object.hasOwn(taten, name) ? taten[name] : undefined;
      if (!tat) throw nichtDa();
      const ich = auth.amtsperson(request);
      const mandantId = mandantOf(request).id;
      const { zeile } = await db.inTransaction({ mandant: mandantId }, (tx) =>
        oeffne(deps, request, tx, id, `Rechnung: ${name}`),
      );
      if (!darfTun(tat, ich.rechte, zeile.stand.amt))
        throw new Problem(403, "Kein Zugriff", "Dafür fehlt Ihnen das Recht. Bitte wenden Sie sich an Ihre Leitung.");
      const { fields } = await readForm(request);
      const { transaktion, nummer } = parseFields(Rahmen, fields);
      if (name === "feststellen" && (fields.aktion === "pruefen" || fields.aktion === "zeile")) {
        const zeilen = Number(fields.zeilen) + (fields.aktion === "zeile" ? 1 : 0);
        const akte = await lade(deps, request, id, "Aufteilung geprüft");
        return zeige(request, reply, akte, { tat: name, eingabe: { ...fields, zeilen: String(zeilen) } });
      }
      const von = { art: "amt", kennung: ich.kennung, name: ich.name } as const;
      const handlung = { mandantId, rechnungId: id, nummer, transaktion, von };
      const ergebnis = await tat.tu(deps.rechnungen, handlung, fields, { request });
      const ausListe = fields.zurueck === "freigaben";
      if (ergebnis.art === "erledigt" || ergebnis.art === "bereitsGeschehen")
        return reply.redirect(ausListe ? `/amt/freigaben?angeordnet=${id}` : `/amt/rechnungen/${id}?meldung=${name}`, 303);
      const akte = await lade(deps, request, id, "Rechnung geöffnet");
      const meldung = { art: "gefahr", titel: ergebnis.text } as const;
      // After a conflict the page shows the new state: what was typed belonged to the old one.
      return ergebnis.art === "konflikt"
        ? zeige(request, reply, akte, { meldung }, 409)
        : zeige(request, reply, akte, { meldung, tat: name, eingabe: fields }, 422);
    },
  );
}
