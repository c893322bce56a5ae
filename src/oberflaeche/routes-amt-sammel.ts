import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf, hatRecht, mandantOf, type Recht } from "#auth";
import { findSammelfreigabe, listeEinzelergebnisse, type Wahl } from "#bearbeitung";
import { vermerkeEinsicht } from "#datenschutzcockpit";
import type { Tx } from "#db";
import { type Http, Problem, parseFields, readForm, sendHtml } from "#http";
import { findLeistung, leistungen } from "#leistungen";
import { schreibeProtokoll } from "#protokoll";
import { renderPage } from "#ui";
import { findStand, listeVorbereitete, type Phase, type VorbereiteteZeile, zaehleVorbereitete } from "#vorgaenge";
import type { AmtDeps } from "./amt-akte.ts";
import { HOECHSTE_NUMMER } from "./routes-amt-handlungen.ts";
import { type Sammelart, Sammelbestaetigung, Sammelergebnis, Sammelliste, type Stapel } from "./seiten/amt-sammel.tsx";

const JE_SEITE = 50;
const Art = z.enum(["entscheiden", "freigeben"]);
const Kopf = z.object({ leistung: z.string().max(60), art: Art });
const rechtFuer: Record<Sammelart, Recht["art"]> = { entscheiden: "vorgang.bearbeiten", freigeben: "vorgang.freigeben" };
const phaseFuer: Record<Sammelart, Phase> = { entscheiden: "beiSachbearbeitung", freigeben: "entschieden" };

const wunschFuer = (leistung: string, art: Sammelart, kennung: string) => ({ leistung, phase: phaseFuer[art], kennung });

/** Piles that this clerk may release and in which something waits. Automatic Leistungen have none. */
async function listeStapel(tx: Tx, rechte: readonly Recht[], kennung: string): Promise<Stapel[]> {
  const stapel: Stapel[] = [];
  for (const leistung of leistungen) {
    if (leistung.automatik.erlaubt !== false) continue;
    for (const art of Art.options) {
      if (!hatRecht(rechte, rechtFuer[art], leistung.schluessel) || (art === "freigeben" && !leistung.vierAugen)) continue;
      const anzahl = await zaehleVorbereitete(tx, wunschFuer(leistung.schluessel, art, kennung));
      if (anzahl > 0) stapel.push({ leistung, art, anzahl });
    }
  }
  return stapel;
}

export const zaehleGemeinsame = async (tx: Tx, rechte: readonly Recht[], kennung: string): Promise<number> =>
  (await listeStapel(tx, rechte, kennung)).reduce((summe, { anzahl }) => summe + anzahl, 0);

/** `wahl.<id>` = number of the last step seen. What is no id or number was not sent by our page. */
function auswahlAus(felder: Readonly<Record<string, string>>): Wahl[] {
  const form = z.object({ vorgangId: z.uuid(), nummer: z.coerce.number().int().positive().max(HOECHSTE_NUMMER) });
  return Object.entries(felder).flatMap(([name, nummer]) =>
    name.startsWith("wahl.") ? [parseFields(form, { vorgangId: name.slice("wahl.".length), nummer })] : [],
  );
}

/**
 * The same selection of the same clerk has the same key, however often its page is opened: a case at a step can be released only once, so
 * whoever sends it again reads what came of it.
 */
function schluesselAus(
  kennung: string,
  leistung: string,
  art: Sammelart,
  auswahl: readonly { id: string; nummer: number }[],
): string {
  const wahl = auswahl.map(({ id, nummer }) => `${id}:${nummer}`).sort();
  const hex = createHash("sha256")
    .update(JSON.stringify([kennung, leistung, art, wahl]))
    .digest("hex");
  // The form of a UUID of version 8: custom content (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const nichtErlaubt = () =>
  new Problem(403, "Kein Zugriff", "Für diese Freigabe fehlt Ihnen das Recht. Bitte wenden Sie sich an Ihre Leitung.");

/** Releasing many prepared cases: list, one page that names the number, outcome of each. */
export function registerSammel(app: Http, deps: AmtDeps): void {
  const { auth, db, clock, bearbeitung } = deps;
  const nurAmt = { preHandler: auth.nurAmt("vorgang.bearbeiten") };

  const pruefeKopf = (request: FastifyRequest, felder: Record<string, string>) => {
    const { leistung: schluessel, art } = parseFields(Kopf, felder);
    const leistung = findLeistung(schluessel);
    if (!leistung || !hatRecht(auth.amtsperson(request).rechte, rechtFuer[art], schluessel)) throw nichtErlaubt();
    return { leistung, art };
  };

  const Wunsch = z.object({
    leistung: z.string().max(60).optional(),
    art: Art.optional().catch(undefined),
    seite: z.coerce.number().int().min(1).max(10_000).catch(1),
    alle: z.string().optional(),
    leer: z.string().optional(),
  });
  app.get("/amt/sammel", { ...nurAmt, schema: { querystring: Wunsch } }, async (request, reply) => {
    const ich = auth.amtsperson(request);
    const { leistung, art, seite, alle, leer } = request.query;
    const daten = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const stapel = await listeStapel(tx, ich.rechte, ich.kennung);
      const gewaehlt = stapel.find((each) => each.leistung.schluessel === leistung && each.art === (art ?? "entscheiden"));
      const gezeigt = gewaehlt ?? (leistung ? undefined : stapel[0]);
      // Whoever has just released the last page comes back to one that is there.
      const letzte = Math.max(1, Math.ceil((gezeigt?.anzahl ?? 0) / JE_SEITE));
      const zeilen = gezeigt
        ? await listeVorbereitete(tx, {
            ...wunschFuer(gezeigt.leistung.schluessel, gezeigt.art, ich.kennung),
            seite: Math.min(seite, letzte),
            jeSeite: JE_SEITE,
          })
        : [];
      await vermerke(tx, request, zeilen, gezeigt);
      return { stapel, gewaehlt: gezeigt, zeilen, seite: Math.min(seite, letzte) };
    });
    const meldung = leer ? "Bitte wählen Sie mindestens einen Antrag aus." : undefined;
    return sendHtml(
      reply,
      renderPage(Sammelliste({ frame: frameOf(request), ...daten, jeSeite: JE_SEITE, alle: alle === "1", meldung })),
    );
  });

  /** The list shows of each person what is released: it is written down like an opened file, and shown to them. */
  async function vermerke(tx: Tx, request: FastifyRequest, zeilen: readonly VorbereiteteZeile[], stapel: Stapel | undefined) {
    const ich = auth.amtsperson(request);
    const anlass = "Gemeinsame Freigabe";
    const am = clock.now();
    await schreibeProtokoll(tx, {
      art: "liste.gesehen",
      zeitpunkt: am,
      daten: { wer: ich.kennung, anlass, vorgaenge: zeilen.map(({ id }) => id) },
    });
    const amt = stapel?.leistung.amt ?? "";
    const stelle = mandantOf(request).einstellungen.aemter[amt]?.name ?? amt;
    for (const { id, person, aktenzeichen } of zeilen)
      if (person)
        await vermerkeEinsicht(tx, { vorgangId: id, person, vertreter: null, stelle, anlass: `${anlass}, ${aktenzeichen}`, am });
  }

  // Read, not sent: the back button comes here without asking whether to send again.
  const Gewaehlt = z.record(z.string(), z.string().max(60));
  app.get("/amt/sammel/bestaetigen", { ...nurAmt, schema: { querystring: Gewaehlt } }, async (request, reply) => {
    const { leistung, art } = pruefeKopf(request, request.query);
    const gewaehlt = auswahlAus(request.query).slice(0, JE_SEITE);
    if (gewaehlt.length === 0)
      return reply.redirect(`/amt/sammel?${new URLSearchParams({ leistung: leistung.schluessel, art, leer: "1" })}`, 303);
    const auswahl = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const staende = [];
      for (const { vorgangId, nummer } of gewaehlt) {
        const stand = await findStand(tx, vorgangId);
        if (stand?.leistung === leistung.schluessel) staende.push({ id: vorgangId, aktenzeichen: stand.aktenzeichen, nummer });
      }
      return staende;
    });
    const schluessel = schluesselAus(auth.amtsperson(request).kennung, leistung.schluessel, art, auswahl);
    const props = { frame: frameOf(request), leistung, art, auswahl, schluessel };
    return sendHtml(reply, renderPage(Sammelbestaetigung(props)));
  });

  app.post("/amt/sammel/freigeben", nurAmt, async (request, reply) => {
    const ich = auth.amtsperson(request);
    const { fields } = await readForm(request);
    const { leistung, art } = pruefeKopf(request, fields);
    const { schluessel } = parseFields(z.object({ schluessel: z.uuid() }), fields);
    const auftrag = {
      id: schluessel,
      leistung: leistung.schluessel,
      art,
      akteur: { art: "amt", kennung: ich.kennung, name: ich.name } as const,
      auswahl: auswahlAus(fields).slice(0, JE_SEITE),
      begonnenAm: clock.now(),
    };
    if (!(await bearbeitung.gibVieleFrei(mandantOf(request).id, auftrag)))
      throw new Problem(
        409,
        "Dieses Formular ist schon gesendet",
        "Unter ihm steht eine andere Freigabe, und nur die gilt. Bitte wählen Sie die Anträge neu aus.",
      );
    return reply.redirect(`/amt/sammel/lauf/${schluessel}`, 303);
  });

  app.get("/amt/sammel/lauf/:id", { ...nurAmt, schema: { params: z.object({ id: z.uuid() }) } }, async (request, reply) => {
    const ich = auth.amtsperson(request);
    const { id } = request.params;
    const daten = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const lauf = await findSammelfreigabe(tx, id);
      return lauf && { lauf, ergebnisse: await listeEinzelergebnisse(tx, id) };
    });
    const leistung = findLeistung(daten?.lauf.leistung ?? "");
    // Only to the one who released: their list is nobody else's business, and the cases show it anyway.
    if (!daten || !leistung || daten.lauf.akteur.kennung !== ich.kennung)
      throw new Problem(404, "Diese Freigabe gibt es nicht", "Unter „Gemeinsam freigeben“ finden Sie, was jetzt wartet.");
    return sendHtml(reply, renderPage(Sammelergebnis({ frame: frameOf(request), leistung, ...daten })));
  });
}
