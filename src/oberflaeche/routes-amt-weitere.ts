import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Antraege } from "#antraege";
import { type Auth, amtsbereiche, frameOf, hatRecht, leistungenMit, mandantOf } from "#auth";
import { feld } from "#baukasten";
import { zugestellt } from "#bearbeitung";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { leseDatum } from "#kalender";
import { findSendung, listeOffeneSendungen, vermerkeVersand } from "#kuvertierung";
import { getLeistung, leistungen } from "#leistungen";
import { leseProtokoll, schreibeProtokoll } from "#protokoll";
import type { Secrets } from "#secrets";
import { renderPage } from "#ui";
import { findStand, haengeAn } from "#vorgaenge";
import { type PapierProps, Papierseite, Postausgang, Protokollseite } from "./seiten/amt-weitere.tsx";

export type WeitereDeps = { auth: Auth; db: Db; blobs: Blobs; clock: Clock; antraege: Antraege; secrets: Secrets };
const Params = z.object({ id: z.uuid() });

/** Post on paper, applications on paper, and the log of accesses. */
export function registerAmtWeitere(app: Http, deps: WeitereDeps): void {
  registerPost(app, deps);
  registerPapier(app, deps);
  const { auth, db, clock } = deps;
  app.get(amtsbereiche.protokoll.pfad, { preHandler: auth.nurBereich("protokoll") }, async (request, reply) => {
    const ich = auth.amtsperson(request);
    const zeilen = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const gelesen = await leseProtokoll(tx, { limit: 200 });
      await schreibeProtokoll(tx, {
        art: "protokoll.gelesen",
        zeitpunkt: clock.now(),
        daten: { wer: ich.kennung, anlass: "Einsicht in das Protokoll" },
      });
      return gelesen;
    });
    return sendHtml(reply, renderPage(Protokollseite({ frame: frameOf(request), zeilen })));
  });
}

function registerPost(app: Http, { auth, db, blobs, clock }: WeitereDeps): void {
  const nurPost = { preHandler: auth.nurBereich("post") };
  const { recht } = amtsbereiche.post;
  const nichtDa = () =>
    new Problem(404, "Diesen Brief gibt es nicht", "Im Postausgang finden Sie alle Briefe, die Sie noch versenden müssen.");
  /** A letter of another office is as if it did not exist. */
  const eigene = async (tx: Tx, request: FastifyRequest, id: string) => {
    const sendung = await findSendung(tx, id);
    if (!sendung || !hatRecht(request.amtsrechte, recht, sendung.leistung)) throw nichtDa();
    return sendung;
  };
  app.get(
    amtsbereiche.post.pfad,
    { ...nurPost, schema: { querystring: z.object({ versandt: z.string().optional() }) } },
    async (request, reply) => {
      const alle = leistungen.map(({ schluessel }) => schluessel);
      const sendungen = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
        const gelesen = await listeOffeneSendungen(tx, leistungenMit(request.amtsrechte, recht, alle));
        const vorgaenge = gelesen.map(({ vorgangId }) => vorgangId);
        const daten = { wer: auth.amtsperson(request).kennung, anlass: "Postausgang", vorgaenge };
        await schreibeProtokoll(tx, { art: "liste.gesehen", zeitpunkt: clock.now(), daten });
        return gelesen;
      });
      return sendHtml(
        reply,
        renderPage(
          Postausgang({
            frame: frameOf(request),
            sendungen,
            meldung: request.query.versandt ? "Der Versand ist vermerkt." : undefined,
          }),
        ),
      );
    },
  );

  app.get("/amt/post/:id/brief.pdf", { ...nurPost, schema: { params: Params } }, async (request, reply) => {
    const ich = auth.amtsperson(request);
    const mandantId = mandantOf(request).id;
    const sendung = await db.inTransaction({ mandant: mandantId }, async (tx) => {
      const gefunden = await eigene(tx, request, request.params.id);
      await schreibeProtokoll(tx, {
        art: "brief.gedruckt",
        zeitpunkt: clock.now(),
        daten: { wer: ich.kennung, anlass: "Versand", vorgaenge: [gefunden.vorgangId] },
      });
      return gefunden;
    });
    return reply
      .type("application/pdf")
      .header("cache-control", "no-store")
      .send(await blobs.get(mandantId, sendung.akteSha256));
  });

  app.post("/amt/post/:id/versandt", { ...nurPost, schema: { params: Params } }, async (request, reply) => {
    const ich = auth.amtsperson(request);
    const mandant = mandantOf(request);
    await db.inTransaction({ mandant: mandant.id }, async (tx) => {
      const sendung = await eigene(tx, request, request.params.id);
      const akteur = { art: "amt", kennung: ich.kennung, name: ich.name } as const;
      if (!(await vermerkeVersand(tx, sendung.id, clock.today(), akteur))) return;
      const stand = await findStand(tx, sendung.vorgangId);
      // A hearing or a reminder that is posted late announces nothing: else the notice would count as delivered that nobody has sent yet.
      if (stand?.stand.bescheidId !== sendung.bescheidId) return;
      const leistung = getLeistung(stand.leistung);
      const schritt = { ...zugestellt(mandant, leistung, "brief", clock.today(), clock.now(), sendung.bescheidId), akteur };
      const ergebnis = await haengeAn(tx, sendung.vorgangId, [schritt], stand.nummer);
      if (ergebnis.art === "konflikt")
        throw new Problem(
          409,
          "Gerade geändert",
          "Der Vorgang hat sich eben geändert. Bitte bestätigen Sie den Versand noch einmal.",
        );
    });
    return reply.redirect("/amt/post?versandt=1", 303);
  });
}

const idnrFeld = feld.idnr({ label: "Identifikationsnummer", optional: true });

function registerPapier(app: Http, { auth, clock, antraege, secrets }: WeitereDeps): void {
  const nurAmt = { preHandler: auth.nurBereich("papier") };
  app.get(amtsbereiche.papier.pfad, nurAmt, async (request, reply) =>
    sendHtml(reply, renderPage(Papierseite({ frame: frameOf(request), heute: clock.today() }))),
  );

  app.post(
    amtsbereiche.papier.pfad,
    { ...nurAmt, config: { rateLimit: { max: 60, timeWindow: "1 minute" } } },
    async (request, reply) => {
      const mandantId = mandantOf(request).id;
      const { fields } = await readForm(request);
      const zeige = (fehler: PapierProps["fehler"]) =>
        sendHtml(
          reply,
          renderPage(Papierseite({ frame: frameOf(request), heute: clock.today(), eingabe: fields, ...(fehler && { fehler }) })),
          422,
        );
      const eingang = leseDatum(fields.eingang ?? "");
      const idnr = idnrFeld.lies(fields.idnr);
      const entwurf = await antraege.findeNachCode(mandantId, fields.code ?? "");
      const fehler: Record<string, string> = {};
      if (!entwurf) fehler.code = "Zu diesem Code gibt es keinen Antrag. Bitte vergleichen Sie ihn mit dem Ausdruck.";
      else if (!hatRecht(request.amtsrechte, amtsbereiche.papier.recht, entwurf.leistung))
        fehler.code = "Dieser Antrag gehört zu einem anderen Amt. Bitte geben Sie ihn dorthin weiter.";
      if (!fields.vornamen?.trim()) fehler.vornamen = "Bitte tragen Sie die Vornamen ein.";
      if (!fields.nachname?.trim()) fehler.nachname = "Bitte tragen Sie den Nachnamen ein.";
      if (!eingang || eingang > clock.today())
        fehler.eingang = "Bitte tragen Sie den Tag ein, an dem der Antrag eingegangen ist.";
      if (!idnr.ok) fehler.idnr = idnr.fehler;
      if (!entwurf || !eingang || !idnr.ok || Object.keys(fehler).length > 0) return zeige(fehler);
      const nummer = idnr.wert ?? null;
      const person = {
        person: nummer ? secrets.pseudonym(`idnr:${nummer}`) : entwurf.person,
        idnr: nummer,
        vornamen: fields.vornamen?.trim() ?? "",
        nachname: fields.nachname?.trim() ?? "",
        email: null,
      };
      const ergebnis = await antraege.reicheEin(mandantId, entwurf.id, {
        kanal: "papier",
        person,
        schriftform: { art: "unterschrift", eingegangenAm: eingang },
        einwilligungPostfach: false,
      });
      if (ergebnis.art !== "eingereicht")
        return zeige({ code: "Dieser Antrag ist unvollständig oder wurde eben schon angenommen." });
      return reply.redirect(`/amt/vorgang/${ergebnis.vorgangId}`, 303);
    },
  );
}
