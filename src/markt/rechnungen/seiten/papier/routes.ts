import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { type Http, parseFields, readForm, sendHtml } from "#http";
import { renderPage } from "#ui";
import { typVon } from "../amt/dateien.ts";
import type { SeitenDeps } from "../deps.ts";
import { Papierseite } from "./seite.tsx";

/** The way of paper into the inbox. */
export function registerPapier(app: Http, deps: SeitenDeps): void {
  const { auth, rechnungen } = deps;
  const nurKlaeren = { preHandler: auth.nurAmt("rechnung.klaeren") };
  app.get("/amt/rechnungen/papier", nurKlaeren, (request, reply) =>
    sendHtml(reply, renderPage(Papierseite({ frame: frameOf(request) }))),
  );

  app.post("/amt/rechnungen/papier", nurKlaeren, async (request, reply) => {
    const { fields, files } = await readForm(request);
    const { transaktion } = parseFields(z.object({ transaktion: z.uuid() }), fields);
    const [scan, ...weitere] = files.filter(({ field }) => field === "scan");
    const nein = (fehler: string) => sendHtml(reply, renderPage(Papierseite({ frame: frameOf(request), fehler })), 422);
    if (!scan || weitere.length > 0) return nein("Bitte wählen Sie den Scan einer Rechnung, als eine Datei.");
    const { kennung, name } = auth.amtsperson(request);
    const typ = typVon(scan.bytes);
    if (!typ) return nein("Das ist kein Scan, den wir zeigen können. Bitte wählen Sie ein PDF, PNG oder JPEG.");
    // The ending follows the content: the page shows the scan by it.
    const rumpf = (scan.name.split(/[/\\]/).at(-1) ?? "").replace(/\.[A-Za-z0-9]{1,5}$/, "");
    const { rechnungId } = await rechnungen.nimmAn({
      mandantId: mandantOf(request).id,
      bytes: scan.bytes,
      dateiname: `${rumpf || "scan"}.${typ.split("/")[1]}`,
      kanal: "papier",
      absender: null,
      akteur: { art: "amt", kennung, name },
      transaktion: `papier:${transaktion}`,
    });
    return reply.redirect(`/amt/rechnungen/${rechnungId}`, 303);
  });
}
