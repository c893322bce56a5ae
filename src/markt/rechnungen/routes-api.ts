import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Clock, dayOf } from "#clock";
import type { Db } from "#db";
import { type Http, Problem } from "#http";
import { GROESSTE_DATEI, transaktionAus } from "./eingang/nimm-datei-an.ts";
import { Peppolnachricht } from "./eingang/peppol.ts";
import type { Rechnungen } from "./rechnungen.ts";
import { findRechnung, listeRechnungsschritte } from "./store.ts";
import { findeZugang, istZugang, type Zugang, type Zugangsrecht } from "./zugang.ts";

export type RechnungenApiDeps = { db: Db; clock: Clock; rechnungen: Rechnungen };

const Antwort = z.object({ id: z.uuid(), eingangsnummer: z.string(), stand: z.enum(["angenommen", "bekannt"]) });
const niemand = () =>
  new Problem(
    401,
    "Nicht angemeldet",
    "Rechnungen nehmen wir hier nur mit einem gültigen Zugang an. Sie bekommen ihn von der Verwaltung, der Sie Rechnungen stellen.",
  );

const andereDatei = (feld: string, eingangsnummer: string) =>
  new Problem(
    409,
    "Schon verwendet",
    `Unter diesem Wert (${feld}) liegt schon eine andere Datei als ${eingangsnummer} vor. Diese Datei wurde nicht angenommen. Bitte senden Sie sie mit einem neuen Wert.`,
  );
const wegVon = ({ kennung }: Zugang) => `api:${kennung}`;

/** The interface for programs: send an invoice, ask what became of it. */
export function registerRechnungenApi(app: Http, { db, clock, rechnungen }: RechnungenApiDeps): void {
  const mandantVon = (request: FastifyRequest) => {
    if (!request.mandant) throw new Problem(404, "Unbekannte Adresse", "Bitte rufen Sie die Adresse der Verwaltung auf.");
    return request.mandant.id;
  };
  const zugangMit = async (request: FastifyRequest, recht: Zugangsrecht) => {
    const zugang = await findeZugang({ db, clock }, mandantVon(request), request.headers.authorization);
    if (!zugang) throw niemand();
    if (!zugang.rechte.includes(recht)) throw new Problem(403, "Kein Zugriff", "Dieser Zugang darf das nicht.");
    return zugang;
  };

  const nurMitZugang = (recht: Zugangsrecht) => ({
    // Whose house it is, and so whose token, is known only after the body is read; without any it is not read at all.
    onRequest: async (request: FastifyRequest) => {
      if (!istZugang(request.headers.authorization)) throw niemand();
    },
    preHandler: async (request: FastifyRequest) => {
      await zugangMit(request, recht);
    },
  });

  // The document itself is the body, whatever its type: nothing reads it before its bytes are stored.
  app.register(async (roh) => {
    roh.removeAllContentTypeParsers();
    roh.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: GROESSTE_DATEI }, (_request, rumpf, fertig) =>
      fertig(null, rumpf),
    );

    roh.post(
      "/api/rechnungen",
      {
        ...nurMitZugang("einliefern"),
        bodyLimit: GROESSTE_DATEI,
        schema: {
          tags: ["Rechnungen"],
          summary:
            "Nimmt eine Rechnung an (XRechnung, ZUGFeRD). Derselbe Idempotency-Key, oder am selben Tag dieselbe Datei, ist eine Einlieferung.",
          response: { 202: Antwort },
        } as object,
      },
      async (request, reply) => {
        const zugang = await zugangMit(request, "einliefern");
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const schluessel = z.string().min(8).max(200).optional().safeParse(request.headers["idempotency-key"]);
        if (!schluessel.success)
          throw new Problem(422, "Idempotency-Key", "Der Idempotency-Key muss 8 bis 200 Zeichen haben, oder er fehlt ganz.");
        const tag = dayOf(clock.now());
        const ergebnis = await rechnungen.nimmDateiAn({
          mandantId: mandantVon(request),
          bytes,
          dateiname: dateiname(request.headers["content-disposition"]),
          kanal: "api",
          absender: zugang.bezeichnung,
          akteur: { art: "lieferant", weg: wegVon(zugang) },
          transaktion: schluessel.data
            ? `api:${zugang.kennung}:${schluessel.data}`
            : transaktionAus("api", zugang.kennung, tag, bytes),
        });
        if (ergebnis.art === "abgelehnt") throw new Problem(422, "Keine Rechnung", ergebnis.text);
        if (ergebnis.andereDatei) throw andereDatei("Idempotency-Key", ergebnis.eingangsnummer);
        return reply.code(202).send({ id: ergebnis.rechnungId, eingangsnummer: ergebnis.eingangsnummer, stand: ergebnis.art });
      },
    );
  });

  app.post(
    "/api/rechnungen/peppol",
    {
      ...nurMitZugang("peppol"),
      bodyLimit: 32 * 1024 * 1024,
      schema: {
        tags: ["Rechnungen"],
        summary: "Ein Peppol-Zugangspunkt übergibt eine empfangene Nachricht; dieselbe nachrichtId ist eine Einlieferung",
        body: Peppolnachricht,
        response: { 202: Antwort },
      },
    },
    async (request, reply) => {
      const ergebnis = await rechnungen.nimmPeppolAn(mandantVon(request), request.body);
      if (ergebnis.art === "abgelehnt") throw new Problem(422, "Keine Rechnung", ergebnis.text);
      if (ergebnis.andereDatei) throw andereDatei("nachrichtId", ergebnis.eingangsnummer);
      return reply.code(202).send({ id: ergebnis.rechnungId, eingangsnummer: ergebnis.eingangsnummer, stand: ergebnis.art });
    },
  );

  app.get(
    "/api/rechnungen/:id",
    {
      schema: { tags: ["Rechnungen"], summary: "Sagt, wo eine eingelieferte Rechnung steht", params: z.object({ id: z.uuid() }) },
    },
    async (request, reply) => {
      const zugang = await zugangMit(request, "lesen");
      const { zeile, eingang } = await db.inTransaction({ mandant: mandantVon(request) }, async (tx) => ({
        zeile: await findRechnung(tx, request.params.id),
        eingang: (await listeRechnungsschritte(tx, request.params.id))[0],
      }));
      // Whoever may read sees what they sent with this token and nothing else; names of tokens may be given twice.
      if (!zeile || eingang?.akteur.art !== "lieferant" || eingang.akteur.weg !== wegVon(zugang))
        throw new Problem(404, "Unbekannte Rechnung", "Diese Rechnung gibt es nicht, oder Sie haben sie nicht eingeliefert.");
      const { eingangsnummer, eingegangenAm, stand } = zeile;
      const abweisung = await rechnungen.findAbweisung(mandantVon(request), zeile.id);
      return reply.send({
        id: zeile.id,
        eingangsnummer,
        eingegangenAm,
        stand: stand.phase,
        ...(stand.bezahlt && { bezahltAm: stand.bezahlt.am }),
        ...(abweisung && { abweisung: abweisung.text }),
      });
    },
  );
}

function dateiname(kopf: string | undefined): string {
  const name = /filename="?([^";]+)"?/i.exec(kopf ?? "")?.[1] ?? "rechnung";
  return name.replaceAll(/[\\/\p{Cc}]/gu, "_").slice(0, 200);
}
