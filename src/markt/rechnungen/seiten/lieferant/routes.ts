import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, mandantOf } from "#auth";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { formatiereDatum } from "#kalender";
import { untersuche } from "#rechnungspruefung";
import { renderPage } from "#ui";
import { fasseBericht } from "../../bericht/fasse-bericht.ts";
import { createBerichtsatz } from "../../bericht/setze-bericht.ts";
import { belegcode, stimmtBelegcode } from "../../eingang/beleg.ts";
import { createZwischenablage } from "../../eingang/zwischenablage.ts";
import { findNachEingangsnummer, listeRechnungsschritte } from "../../store.ts";
import type { SeitenDeps } from "../deps.ts";
import { Einreichseite, Ergebnisseite, Standseite, Standsuche } from "./seite.tsx";
import { punkteFuer } from "./stand.ts";

const wenige = (max: number) => ({ config: { rateLimit: { max, timeWindow: "1 minute" } } });
const Token = z.object({ token: z.string().max(40) });
const abgelaufen = () =>
  new Problem(
    404,
    "Diese Prüfung ist abgelaufen",
    "Wir heben geprüfte Dateien nur 30 Minuten auf. Bitte laden Sie die Rechnung noch einmal hoch.",
  );

/** Suppliers, without an account: check, hand in, look up. */
export function registerLieferant(app: Http, deps: SeitenDeps): void {
  const { db, clock, secrets, tenants, rechnungen } = deps;
  const ablage = createZwischenablage(deps.zwischenablage, clock);
  const satz = createBerichtsatz();

  app.get("/rechnungen", async (request, reply) => {
    mandantOf(request);
    return sendHtml(reply, renderPage(Einreichseite({ frame: frameOf(request) })));
  });

  app.post("/rechnungen/pruefung", wenige(20), async (request, reply) => {
    const mandant = mandantOf(request);
    const { files } = await readForm(request);
    const dateien = files.filter(({ field }) => field === "datei");
    const [datei] = dateien;
    if (!datei || dateien.length > 1) {
      const fehler = datei
        ? "Bitte wählen Sie nur eine Datei. Jede Rechnung bekommt einen eigenen Bericht und einen eigenen Beleg."
        : "Bitte wählen Sie die Datei Ihrer Rechnung aus.";
      const frame = { ...frameOf(request), pfad: "/rechnungen" };
      return sendHtml(reply, renderPage(Einreichseite({ frame, fehler })), 422);
    }
    const token = await ablage.lege(mandant.id, { dateiname: nurName(datei.name), bytes: datei.bytes });
    if (!token)
      throw new Problem(
        503,
        "Gerade sehr viele Prüfungen",
        "Bitte versuchen Sie es in einigen Minuten noch einmal. Ihre Datei wurde nicht gespeichert.",
      );
    return reply.redirect(`/rechnungen/pruefung/${token}`, 303);
  });

  /** Checked again whenever it is shown: the file is what counts, and a report that was kept could be another one's. */
  const pruefe = async (request: FastifyRequest, token: string) => {
    const abgelegt = await ablage.hole(mandantOf(request).id, token);
    if (!abgelegt) throw abgelaufen();
    const { bericht, rechnung } = untersuche(abgelegt.dateiname, abgelegt.bytes);
    return { ...abgelegt, bericht: fasseBericht(bericht, rechnung) };
  };

  app.get("/rechnungen/pruefung/:token", { ...wenige(60), schema: { params: Token } }, async (request, reply) => {
    const { token } = request.params;
    const { bericht } = await pruefe(request, token);
    return sendHtml(reply, renderPage(Ergebnisseite({ frame: frameOf(request), token, bericht })));
  });

  app.get("/rechnungen/pruefung/:token/bericht.pdf", { ...wenige(20), schema: { params: Token } }, async (request, reply) => {
    const { bericht } = await pruefe(request, request.params.token);
    const { name, einstellungen } = mandantOf(request);
    const absender = { name, farbe: einstellungen.farbe, datum: formatiereDatum(clock.today()) };
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .header("content-disposition", 'inline; filename="Pruefbericht.pdf"')
      .send(await satz.setze(bericht, absender, clock.now()));
  });

  app.post("/rechnungen/pruefung/:token/einreichen", { ...wenige(20), schema: { params: Token } }, async (request, reply) => {
    const { token } = request.params;
    const mandantId = mandantOf(request).id;
    const { bericht, bytes, dateiname } = await pruefe(request, token);
    if (!bericht.angenommen) return sendHtml(reply, renderPage(Ergebnisseite({ frame: frameOf(request), token, bericht })), 422);
    // The token is the key of the arrival: a double click and the back button end at the same receipt.
    const { rechnungId, eingangsnummer } = await rechnungen.nimmAn({
      mandantId,
      bytes,
      dateiname,
      kanal: "upload",
      absender: null,
      akteur: { art: "lieferant", weg: "upload" },
      transaktion: `upload:${token}`,
    });
    const code = belegcode(secrets, mandantId, rechnungId);
    return reply.redirect(`/rechnungen/stand?${new URLSearchParams({ nummer: eingangsnummer, code, neu: "ja" })}`, 303);
  });

  const Standfrage = z.object({
    nummer: z.string().trim().max(40).default(""),
    code: z.string().trim().max(40).default(""),
    neu: z.enum(["ja"]).optional().catch(undefined),
  });
  app.get("/rechnungen/stand", { ...wenige(60), schema: { querystring: Standfrage } }, async (request, reply) => {
    const { nummer, code, neu } = request.query;
    const { id: mandantId } = mandantOf(request);
    const frame = frameOf(request);
    const fund = await db.inTransaction({ mandant: mandantId }, async (tx) => {
      const zeile = await findNachEingangsnummer(tx, nummer.toUpperCase());
      if (!zeile || !stimmtBelegcode(secrets, mandantId, zeile.id, code)) return undefined;
      return { zeile, schritte: await listeRechnungsschritte(tx, zeile.id) };
    });
    if (!fund) return sendHtml(reply, renderPage(Standsuche({ frame, nummer, code })), nummer || code ? 404 : 200);
    const { zeile, schritte } = fund;
    const ziel = zeile.stand.weiter && (await tenants.findBySchluessel(zeile.stand.weiter.mandant));
    const abweisung =
      zeile.stand.phase === "abgewiesen" ? (await rechnungen.findAbweisung(mandantId, zeile.id))?.text : undefined;
    const props = {
      frame,
      nummer: zeile.eingangsnummer,
      code: belegcode(secrets, mandantId, zeile.id),
      neu: neu === "ja",
      punkte: punkteFuer(zeile, schritte, ziel?.name),
      abweisung,
    };
    return sendHtml(reply, renderPage(Standseite(props)));
  });
}

/** Without path and control characters: the name is shown and is written into the log. */
const nurName = (name: string): string =>
  [...(name.split(/[/\\]/).at(-1) ?? "")]
    .filter((zeichen) => zeichen >= " ")
    .join("")
    .slice(0, 200) || "rechnung";
