import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { formatiereEuro } from "#geld";
import { type Http, sendHtml } from "#http";
import { schreibeProtokoll } from "#protokoll";
import { untersuche } from "#rechnungspruefung";
import { renderPage } from "#ui";
import { liesBild } from "../../ansicht/lies-bild.ts";
import type { SeitenDeps } from "../deps.ts";
import { Linkende, Linkseite } from "./link.tsx";

const Params = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{20,100}$/) });
const wenige = { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } };

/** The link of the mail is bound to one person, one step, one amount. It opens without a log-in; GET never orders anything. */
export function registerLink(app: Http, deps: SeitenDeps): void {
  const { db, clock, blobs, rechnungen } = deps;
  /** Whoever is logged in as somebody else does not use a link that was forwarded. */
  const fremd = ({ sitzung }: FastifyRequest, kennung: string) => sitzung.art === "amt" && sitzung.kennung !== kennung;
  const NICHT_FUER_SIE = "Dieser Link gilt für eine andere Person. Was Sie anordnen können, sehen Sie unter „Meine Freigaben“.";

  const pruefe = async (request: FastifyRequest, token: string) => {
    const befund = await rechnungen.pruefeFreigabelink(mandantOf(request).id, token);
    if (befund.art === "ungueltig") return befund;
    return fremd(request, befund.link.kennung) ? ({ art: "ungueltig", text: NICHT_FUER_SIE } as const) : befund;
  };

  app.get("/rechnungen/freigabe/:token", { ...wenige, schema: { params: Params } }, async (request, reply) => {
    const { token } = request.params;
    const frame = frameOf(request);
    const befund = await pruefe(request, token);
    if (befund.art === "ungueltig")
      return sendHtml(reply, renderPage(Linkende({ frame, titel: "Link zur Anordnung", text: befund.text, erfolg: false })), 404);
    const { zeile, link } = befund;
    const mandantId = mandantOf(request).id;
    await db.inTransaction({ mandant: mandantId }, (tx) =>
      schreibeProtokoll(tx, {
        art: "rechnung.geoeffnet",
        zeitpunkt: clock.now(),
        daten: { wer: link.kennung, anlass: "Link zur Anordnung geöffnet", rechnungen: [zeile.id] },
      }),
    );
    const rechnung =
      zeile.kanal === "papier" ? undefined : untersuche(zeile.dateiname, await blobs.get(mandantId, zeile.sha256)).rechnung;
    return sendHtml(reply, renderPage(Linkseite({ frame, token, link, zeile, bild: rechnung && liesBild(rechnung) })));
  });

  app.post("/rechnungen/freigabe/:token", { ...wenige, schema: { params: Params } }, async (request, reply) => {
    const { token } = request.params;
    const frame = { ...frameOf(request), pfad: "/amt/freigaben" };
    const befund = await pruefe(request, token);
    const ende = (titel: string, text: string, erfolg: boolean, status: number) =>
      sendHtml(reply, renderPage(Linkende({ frame, titel, text, erfolg })), status);
    if (befund.art === "ungueltig") return ende("Link zur Anordnung", befund.text, false, 409);
    const ergebnis = await rechnungen.ordneUeberLinkAn(mandantOf(request).id, token);
    const betrag = formatiereEuro(befund.link.betragCent);
    const { kopf } = befund.zeile.stand;
    if (ergebnis.art === "erledigt" || ergebnis.art === "bereitsGeschehen")
      return ende(
        "Angeordnet",
        `${betrag} an ${kopf?.lieferant.name}, Rechnung ${kopf?.rechnungsnummer}, angeordnet von ${befund.link.name}.`,
        true,
        200,
      );
    return ende("Nicht angeordnet", ergebnis.text, false, 409);
  });
}
