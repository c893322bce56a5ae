import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { schreibeProtokoll } from "#protokoll";
import { renderPage } from "#ui";
import type { GebuehrenAmtDeps } from "../routes-amt.ts";
import { AuszugUnlesbar } from "./lies-camt.ts";
import { type AuszugProps, Auszugseite } from "./seite.tsx";
import { listeOffeneUmsaetze } from "./store.ts";

/** A statement shows payments for every service of the house: only for whoever may take money for all of them. */
export const darfKontoauszug = (request: FastifyRequest): boolean =>
  request.amtsrechte.some((recht) => recht.art === "gebuehr.annehmen" && recht.leistung === "*");

export function registerKontoauszug(app: Http, { auth, db, clock, gebuehren }: GebuehrenAmtDeps): void {
  const nurKasse = {
    preHandler: [
      auth.nurBereich("gebuehren"),
      async (request: FastifyRequest) => {
        if (!darfKontoauszug(request))
          throw new Problem(403, "Kein Zugriff", "Kontoauszüge liest die Kasse ein. Bitte wenden Sie sich an Ihre Leitung.");
      },
    ],
  };
  async function zeige(request: FastifyRequest, reply: FastifyReply, mehr: Partial<AuszugProps> = {}, status = 200) {
    const offene = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const daten = { wer: auth.amtsperson(request).kennung, anlass: "Offene Zahlungen des Kontoauszugs" };
      await schreibeProtokoll(tx, { art: "liste.gesehen", zeitpunkt: clock.now(), daten });
      return listeOffeneUmsaetze(tx, 100);
    });
    return sendHtml(reply, renderPage(Auszugseite({ frame: frameOf(request), ...offene, ...mehr })), status);
  }

  app.get("/amt/gebuehren/kontoauszug", nurKasse, (request, reply) => zeige(request, reply));

  app.post("/amt/gebuehren/kontoauszug", nurKasse, async (request, reply) => {
    const { files } = await readForm(request);
    const datei = files.find(({ field }) => field === "auszug");
    if (!datei) return zeige(request, reply, { fehler: "Bitte wählen Sie die Datei Ihrer Bank aus." }, 422);
    try {
      const { verbucht, offen, bekannt, uebergangen } = await gebuehren.nimmAuszugAn(
        mandantOf(request).id,
        datei.bytes.toString("utf8"),
      );
      const titel = `${verbucht} verbucht, ${offen} offen, ${bekannt} schon bekannt, ${uebergangen} übergangen (Ausgänge, Vorgemerktes).`;
      return zeige(request, reply, { meldung: { art: offen > 0 ? "warnung" : "erfolg", titel } });
    } catch (error) {
      if (error instanceof AuszugUnlesbar) return zeige(request, reply, { fehler: error.message }, 422);
      throw error;
    }
  });

  app.post(
    "/amt/gebuehren/kontoauszug/:id",
    { ...nurKasse, schema: { params: z.object({ id: z.uuid() }) } },
    async (request, reply) => {
      const { fields } = await readForm(request);
      const kassenzeichen = (fields[`kassenzeichen.${request.params.id}`] ?? "").trim();
      const beiseite = (fields[`beiseite.${request.params.id}`] ?? "").trim().slice(0, 500);
      if ((kassenzeichen === "") === (beiseite === ""))
        return zeige(
          request,
          reply,
          { meldung: { art: "warnung", titel: "Bitte geben Sie entweder ein Kassenzeichen oder einen Grund an." } },
          422,
        );
      const { kennung, name } = auth.amtsperson(request);
      const was = beiseite ? { beiseite } : { kassenzeichen };
      const ergebnis = await gebuehren.erledigeUmsatz(mandantOf(request).id, request.params.id, { kennung, name }, was);
      if (ergebnis.art === "unzulaessig") return zeige(request, reply, { meldung: { art: "gefahr", titel: ergebnis.text } }, 409);
      return reply.redirect("/amt/gebuehren/kontoauszug", 303);
    },
  );
}
