import { z } from "zod";
import { mandantOf } from "#auth";
import { type Http, Problem, readForm } from "#http";
import { pruefe } from "#rechnungspruefung";
import { MAX_MB } from "./lieferant/seite.tsx";

const Befund = z.object({ regel: z.string(), schwere: z.string(), ort: z.string(), text: z.string() });
const Bericht = z.object({
  datei: z.string(),
  format: z.string(),
  szenario: z.string().nullable(),
  gueltig: z.boolean(),
  fehler: z.array(Befund),
  warnungen: z.array(Befund),
  hinweise: z.array(Befund),
});
const roh = ["application/xml", "text/xml", "application/pdf", "application/octet-stream"];

/** The check for programs: the file as body or as part of a form; nothing is kept. */
export function registerPruefApi(app: Http): void {
  app.register(async (eigene) => {
    const bereich = eigene as Http;
    bereich.addContentTypeParser(roh, { parseAs: "buffer", bodyLimit: MAX_MB * 1024 * 1024 }, (_request, inhalt, fertig) =>
      fertig(null, inhalt),
    );
    bereich.post(
      "/api/rechnungen/pruefung",
      {
        bodyLimit: MAX_MB * 1024 * 1024,
        config: { rateLimit: { max: 60, timeWindow: "1 minute" } },
        schema: {
          tags: ["Rechnungen"],
          summary: "Prüft eine elektronische Rechnung (XRechnung, ZUGFeRD); nichts wird gespeichert",
          description: `Die Datei als Rumpf der Anfrage oder als Teil eines Formulars, höchstens ${MAX_MB} MB. Auch eine abgewiesene Rechnung ist eine Antwort mit Status 200.`,
          consumes: [...roh, "multipart/form-data"],
          querystring: z.object({ datei: z.string().max(200).optional() }),
          body: z.any().describe("Die Datei"),
          response: { 200: Bericht },
        },
      },
      async (request) => {
        mandantOf(request);
        if (!request.isMultipart()) {
          if (!(request.body instanceof Uint8Array) || request.body.byteLength === 0) throw keineDatei();
          return pruefe(request.query.datei ?? "rechnung", request.body) as z.input<typeof Bericht>;
        }
        const [datei, ...weitere] = (await readForm(request)).files;
        if (!datei || weitere.length > 0) throw keineDatei();
        return pruefe(datei.name, datei.bytes) as z.input<typeof Bericht>;
      },
    );
  });
}

const keineDatei = () => new Problem(422, "Keine Datei", "Bitte senden Sie genau eine Datei.");
