import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, hatRecht, mandantOf } from "#auth";
import { fuerMandant } from "#baukasten";
import { mandantenrecht } from "#bearbeitung";
import { type Betroffenenwunsch, findeBetroffene, findeSeite, liesRueckwirkung } from "#betroffene";
import { type Http, Problem, sendHtml } from "#http";
import { leseDatum } from "#kalender";
import { parameterblaetter } from "#rechtsansicht";
import { renderPage } from "#ui";
import { Betroffenenseite } from "./betroffene.tsx";
import { alsCsv, csvKopf } from "./betroffene-csv.ts";
import { brauchtLeistung } from "./routes.ts";
import type { WirkungDeps } from "./routes-wirkung.ts";

const Params = z.object({ schluessel: z.string().max(60) });
const Wunsch = z.object({
  parameter: z.string().max(80).default(""),
  wert: z.string().max(4000).default(""),
  ab: z.string().max(20).default(""),
  nach: z.uuid().optional().catch(undefined),
  seite: z.coerce.number().int().min(1).max(100_000).catch(1),
});
type Anfrage = FastifyRequest<{ Params: z.infer<typeof Params>; Querystring: z.infer<typeof Wunsch> }>;
/** It reads files for seconds: nobody needs it more often. */
const selten = { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } };
const JE_SEITE = 50;
/** So long a page searches before it shows what it has, and where to go on. */
const LAENGSTENS_MS = 5_000;

/** Decisions of this house that a figure strikes which changed for days gone by: page by page, and whole as a file. */
export function registerBetroffene(app: Http, deps: WirkungDeps): void {
  const { auth, clock } = deps;
  const schema = { params: Params, querystring: Wunsch };
  const nurAmt = { preHandler: auth.nurAmt("leistung.sehen"), ...selten, schema };

  /** The figures are those that hold for this Mandant, its Satzungen among them. */
  function lies(request: Anfrage) {
    const mandant = mandantOf(request);
    const leistung = brauchtLeistung(request.params.schluessel);
    const ich = auth.amtsperson(request);
    // Files are read: that takes the right to the cases, not only to the rules.
    if (!hatRecht(ich.rechte, "vorgang.bearbeiten", leistung.schluessel))
      throw new Problem(
        403,
        "Kein Zugriff",
        "Dafür brauchen Sie das Recht, diese Vorgänge zu bearbeiten. Bitte wenden Sie sich an Ihre Leitung.",
      );
    const hier = fuerMandant(leistung, mandantenrecht(mandant));
    const { parameter, wert } = request.query;
    const ab = leseDatum(request.query.ab) ?? "";
    const text = wert.trim() === "" ? parameter : `${parameter}=${wert}`;
    const gelesen = parameter === "" ? undefined : liesRueckwirkung(hier, text, ab, clock.today());
    const wunsch: Betroffenenwunsch | undefined =
      gelesen?.art === "gelesen"
        ? { mandant, leistung, jetzt: gelesen.jetzt, anlass: gelesen.anlass, wer: ich.kennung }
        : undefined;
    return {
      wunsch,
      fehler: gelesen?.art === "fehler" ? gelesen.text : undefined,
      props: { frame: frameOf(request), leistung, parameter: parameterblaetter(hier), eingabe: { parameter, wert, ab } },
    };
  }

  app.get("/amt/leistungen/:schluessel/betroffene", nurAmt, async (request, reply) => {
    const { wunsch, fehler, props } = lies(request);
    if (!wunsch) return sendHtml(reply, renderPage(Betroffenenseite({ ...props, fehler })), fehler ? 422 : 200);
    const ende = performance.now() + LAENGSTENS_MS;
    const { nach = null, seite } = request.query;
    const gefunden = await findeSeite(deps, { ...wunsch, nach, weiter: () => performance.now() < ende }, JE_SEITE);
    const ergebnis = { anlass: wunsch.anlass, seite, ...gefunden };
    return sendHtml(reply, renderPage(Betroffenenseite({ ...props, ergebnis })));
  });

  app.get("/amt/leistungen/:schluessel/betroffene.csv", nurAmt, async (request, reply) => {
    const { wunsch, fehler, props } = lies(request);
    if (!wunsch)
      return sendHtml(reply, renderPage(Betroffenenseite({ ...props, fehler: fehler ?? "Bitte wählen Sie einen Satz." })), 422);
    async function* zeilen(gesucht: Betroffenenwunsch): AsyncGenerator<string> {
      yield csvKopf;
      for await (const each of findeBetroffene(deps, gesucht)) yield alsCsv(each);
    }
    return reply
      .type("text/csv; charset=utf-8")
      .header("cache-control", "no-store")
      .header("content-disposition", `attachment; filename="Betroffene-${props.leistung.schluessel}-${clock.today()}.csv"`)
      .send(Readable.from(zeilen(wunsch)));
  });
}
