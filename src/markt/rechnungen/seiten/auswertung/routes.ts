import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { CSV_ANFANG, csvZeile, type Http, sendHtml } from "#http";
import { schreibeProtokoll } from "#protokoll";
import { renderPage } from "#ui";
import { aemterFuer, amtsauswahl } from "../amt/routes-liste.ts";
import type { SeitenDeps } from "../deps.ts";
import { Auswertungsseite, monatswahl } from "./seite.tsx";
import { type Sicht, sichten, sortiere } from "./sichten.ts";

const Wahl = z.object({
  sicht: z.enum(Object.keys(sichten) as [Sicht, ...Sicht[]]).catch("tafel"),
  amt: z.string().max(60).catch(""),
  monate: z.coerce
    .number()
    .refine((n) => (monatswahl as readonly number[]).includes(n))
    .catch(12),
  sortierung: z.string().max(30).catch(""),
  seite: z.coerce.number().int().min(1).max(1_000).catch(1),
});
type Wahl = z.infer<typeof Wahl>;

/** Board, ageing, Skonto, rejections, throughput: for the offices whose invoices the person sees. */
export function registerAuswertung(app: Http, { auth, db, clock }: SeitenDeps): void {
  const nurSehen = { preHandler: auth.nurAmt("rechnung.sehen") };
  const lies = (request: FastifyRequest, wahl: Wahl) =>
    db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const wer = auth.amtsperson(request).kennung;
      const daten = { wer, anlass: `Rechnungen, Auswertung: ${sichten[wahl.sicht].titel}` };
      await schreibeProtokoll(tx, { art: "liste.gesehen", zeitpunkt: clock.now(), daten });
      return sichten[wahl.sicht].lies(tx, { heute: clock.today(), aemter: aemterFuer(request, wahl.amt), monate: wahl.monate });
    });

  app.get("/amt/rechnungen/auswertung", { ...nurSehen, schema: { querystring: Wahl } }, async (request, reply) => {
    const wahl = request.query;
    const props = { frame: frameOf(request), wahl, auswertung: await lies(request, wahl), aemter: amtsauswahl(request) };
    return sendHtml(reply, renderPage(Auswertungsseite(props)));
  });

  app.get("/amt/rechnungen/auswertung.csv", { ...nurSehen, schema: { querystring: Wahl } }, async (request, reply) => {
    const wahl = request.query;
    const auswertung = await lies(request, wahl);
    const zeilen = sortiere(auswertung, wahl.sortierung).map((zeile) =>
      csvZeile(auswertung.spalten.map(({ name }) => zeile[name]?.roh ?? zeile[name]?.text ?? "")),
    );
    return reply
      .type("text/csv; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="Rechnungen-${wahl.sicht}-${clock.today()}.csv"`)
      .send(CSV_ANFANG + csvZeile(auswertung.spalten.map(({ titel }) => titel)) + zeilen.join(""));
  });
}
