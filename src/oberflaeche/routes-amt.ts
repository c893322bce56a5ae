import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, frameOf, hatRecht, leistungenMit, mandantOf, type Recht } from "#auth";
import type { Urteile } from "#baukasten";
import { type Akte, type Bearbeitung, type Ergebnis, findAkte, type Handlung, vorschlagMit } from "#bearbeitung";
import { findBescheid, listeBescheide } from "#bescheide";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import { vermerkeEinsicht } from "#datenschutzcockpit";
import type { Db, Tx } from "#db";
import { type Http, Problem, readForm, sendHtml } from "#http";
import { type Land, leseDatum, plusTage, werktagAb } from "#kalender";
import { listeAnordnungen } from "#kasse";
import { getLeistung, leistungen } from "#leistungen";
import { schreibeProtokoll } from "#protokoll";
import { renderPage, type Ton } from "#ui";
import { findNachAktenzeichen, listeStaende, zaehleNachPhase } from "#vorgaenge";
import { Arbeitsliste, dokumente, type FallProps, Fallseite, type Filter, filter } from "./seiten/amt.tsx";

export type AmtDeps = { auth: Auth; db: Db; blobs: Blobs; clock: Clock; bearbeitung: Bearbeitung };
const Params = z.object({ id: z.uuid() });
const JE_SEITE = 25;
const nichtDa = () =>
  new Problem(
    404,
    "Diesen Vorgang gibt es nicht",
    "Vielleicht gehört er zu einem anderen Amt. In der Liste finden Sie alle Vorgänge, die Sie bearbeiten dürfen.",
  );

/** The clerk's workplace: list, case, and every act of a person. */
export function registerAmt(app: Http, deps: AmtDeps): void {
  registerListe(app, deps);
  registerFall(app, deps);
  registerHandlungen(app, deps);
}

const meineLeistungen = (rechte: readonly Recht[]) =>
  leistungenMit(
    rechte,
    "vorgang.bearbeiten",
    leistungen.map((each) => each.schluessel),
  );

function registerListe(app: Http, { auth, db, clock }: AmtDeps): void {
  const Wunsch = z.object({
    filter: z.enum(Object.keys(filter) as [Filter, ...Filter[]]).catch("offen"),
    sortierung: z.enum(["aelteste", "neueste", "frist"]).catch("aelteste"),
    seite: z.coerce.number().int().min(1).max(10_000).catch(1),
  });
  app.get("/amt", { preHandler: auth.nurAmt("vorgang.bearbeiten"), schema: { querystring: Wunsch } }, async (request, reply) => {
    const ich = auth.amtsperson(request);
    const { filter: gewaehlt, sortierung, seite } = request.query;
    const daten = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const liste = await listeStaende(tx, {
        phasen: filter[gewaehlt].phasen,
        leistungen: meineLeistungen(ich.rechte),
        sortierung,
        seite,
        jeSeite: JE_SEITE,
      });
      const jePhase = new Map((await zaehleNachPhase(tx)).map(({ phase, anzahl }) => [phase, anzahl]));
      await schreibeProtokoll(tx, {
        art: "liste.gesehen",
        zeitpunkt: clock.now(),
        daten: { wer: ich.kennung, anlass: filter[gewaehlt].titel, vorgaenge: liste.zeilen.map((zeile) => zeile.id) },
      });
      return { liste, jePhase };
    });
    const anzahl = Object.fromEntries(
      Object.entries(filter).map(([key, { phasen }]) => [
        key,
        phasen.reduce((summe, phase) => summe + (daten.jePhase.get(phase) ?? 0), 0),
      ]),
    ) as Record<Filter, number>;
    const props = {
      frame: frameOf(request),
      gewaehlt,
      zeilen: daten.liste.zeilen,
      gesamt: daten.liste.gesamt,
      seite,
      jeSeite: JE_SEITE,
      sortierung,
      anzahl,
      kennung: ich.kennung,
    };
    return sendHtml(reply, renderPage(Arbeitsliste(props)));
  });

  app.get(
    "/amt/suche",
    {
      preHandler: auth.nurAmt("vorgang.bearbeiten"),
      schema: { querystring: z.object({ aktenzeichen: z.string().max(40).default("") }) },
    },
    async (request, reply) => {
      const ich = auth.amtsperson(request);
      const gesucht = request.query.aktenzeichen.trim().toUpperCase();
      const treffer = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
        const gefunden = await findNachAktenzeichen(tx, gesucht);
        const erlaubt = gefunden && hatRecht(ich.rechte, "vorgang.bearbeiten", gefunden.leistung) ? gefunden : undefined;
        await schreibeProtokoll(tx, {
          art: "suche.ausgefuehrt",
          zeitpunkt: clock.now(),
          daten: { wer: ich.kennung, anlass: `Aktenzeichen ${gesucht}`, vorgaenge: erlaubt ? [erlaubt.id] : [] },
        });
        return erlaubt;
      });
      if (!treffer)
        throw new Problem(
          404,
          "Kein Vorgang gefunden",
          `Zum Aktenzeichen „${gesucht}“ gibt es hier nichts. Bitte prüfen Sie die Zeichen.`,
        );
      return reply.redirect(`/amt/vorgang/${treffer.id}`, 303);
    },
  );
}

/** The file, for whoever may work on its Leistung; every opening is written down, and shown to the person. */
async function oeffneAkte(deps: AmtDeps, request: FastifyRequest, tx: Tx, id: string, anlass: string): Promise<Akte> {
  const ich = deps.auth.amtsperson(request);
  const akte = await findAkte(tx, id);
  if (!akte || !hatRecht(ich.rechte, "vorgang.bearbeiten", akte.leistung)) throw nichtDa();
  await schreibeProtokoll(tx, {
    art: "akte.gelesen",
    zeitpunkt: deps.clock.now(),
    daten: { wer: ich.kennung, anlass, vorgaenge: [id] },
  });
  const antragsteller = akte.beteiligte.find((each) => each.rolle === "antragsteller")?.person;
  const stelle = mandantOf(request).einstellungen.aemter[getLeistung(akte.leistung).amt]?.name ?? getLeistung(akte.leistung).amt;
  if (antragsteller)
    await vermerkeEinsicht(tx, {
      vorgangId: id,
      person: antragsteller,
      vertreter: null,
      stelle,
      anlass: `${anlass}, ${akte.aktenzeichen}`,
      am: deps.clock.now(),
    });
  return akte;
}

async function zeigeFall(
  deps: AmtDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  mehr: Partial<FallProps> = {},
  status = 200,
) {
  const ich = deps.auth.amtsperson(request);
  const mandant = mandantOf(request);
  const daten = await deps.db.inTransaction({ mandant: mandant.id }, async (tx) => ({
    akte: await oeffneAkte(deps, request, tx, id, "Bearbeitung des Antrags"),
    bescheide: await listeBescheide(tx, id),
    anordnungen: await listeAnordnungen(tx, id),
  }));
  const props = {
    frame: frameOf(request),
    leistung: getLeistung(daten.akte.leistung),
    vorschlag: vorschlagMit(daten.akte, {}),
    kennung: ich.kennung,
    darfFreigeben: hatRecht(ich.rechte, "vorgang.freigeben", daten.akte.leistung),
    fristVorschlag: werktagAb(plusTage(deps.clock.today(), 14), mandant.land as Land),
    ...daten,
    ...mehr,
  };
  return sendHtml(reply, renderPage(Fallseite(props)), status);
}

function registerFall(app: Http, deps: AmtDeps): void {
  const { auth, db, blobs } = deps;
  const nurAmt = { preHandler: auth.nurAmt("vorgang.bearbeiten") };
  app.get(
    "/amt/vorgang/:id",
    {
      ...nurAmt,
      schema: { params: Params, querystring: z.object({ meldung: z.enum(["erledigt"]).optional().catch(undefined) }) },
    },
    async (request, reply) =>
      zeigeFall(
        deps,
        request,
        reply,
        request.params.id,
        request.query.meldung ? { meldung: { art: "erfolg", titel: "Gespeichert." } } : {},
      ),
  );

  app.get(
    "/amt/vorgang/:id/bescheid/:bescheid.pdf",
    { ...nurAmt, schema: { params: Params.extend({ bescheid: z.uuid() }) } },
    async (request, reply) => {
      const mandantId = mandantOf(request).id;
      const bescheid = await db.inTransaction({ mandant: mandantId }, async (tx) => {
        await oeffneAkte(deps, request, tx, request.params.id, "Bescheid geöffnet");
        return findBescheid(tx, request.params.bescheid);
      });
      if (bescheid?.vorgangId !== request.params.id) throw nichtDa();
      return reply
        .type("application/pdf")
        .header("cache-control", "no-store")
        .send(await blobs.get(mandantId, bescheid.akteSha256));
    },
  );

  app.get(
    "/amt/vorgang/:id/dokument/:sha256",
    { ...nurAmt, schema: { params: Params.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) } },
    async (request, reply) => {
      const mandantId = mandantOf(request).id;
      const anlage = await db.inTransaction({ mandant: mandantId }, async (tx) => {
        const akte = await oeffneAkte(deps, request, tx, request.params.id, "Dokument geöffnet");
        return dokumente(akte).find((each) => each.sha256 === request.params.sha256);
      });
      if (!anlage) throw nichtDa();
      // As a download under its sniffed type: a document somebody sent must not run as a page of ours.
      return reply
        .type(anlage.typ)
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(anlage.name)}`)
        .send(await blobs.get(mandantId, anlage.sha256));
    },
  );
}

const Kopf = z.object({ nummer: z.coerce.number().int().positive(), transaktion: z.uuid() });
type Felder = Record<string, string>;
type Tat = {
  pruefe?: (felder: Felder, deps: AmtDeps) => Record<string, string>;
  tu: (deps: AmtDeps, handlung: Handlung, felder: Felder, request: FastifyRequest) => Promise<Ergebnis>;
  recht?: Recht["art"];
};

const pflicht = (feld: string, text: string) => (felder: Felder) => ((felder[feld] ?? "").trim() ? {} : { [feld]: text });
const urteileAus = (felder: Felder): Urteile =>
  Object.fromEntries(
    Object.entries(felder).flatMap(([name, wert]) =>
      name.startsWith("urteil.") && (wert === "ja" || wert === "nein") ? [[name.slice(7), wert === "ja"]] : [],
    ),
  );

/** What a clerk can do, one entry an act. */
const taten: Record<string, Tat> = {
  uebernehmen: { tu: ({ bearbeitung }, handlung) => bearbeitung.uebernimm(handlung) },
  zurueckgeben: { tu: ({ bearbeitung }, handlung) => bearbeitung.gibZurueck(handlung) },
  notiz: {
    pruefe: pflicht("text", "Bitte schreiben Sie, was in die Akte soll."),
    tu: ({ bearbeitung }, handlung, { text = "" }) => bearbeitung.notiere(handlung, text.trim()),
  },
  nachfordern: {
    pruefe: (felder, { clock }) => {
      const frist = leseDatum(felder.frist ?? "");
      return {
        ...pflicht("frage", "Bitte schreiben Sie, was Sie wissen möchten.")(felder),
        ...(frist && frist > clock.today()
          ? {}
          : { frist: "Bitte geben Sie einen Tag in der Zukunft an, zum Beispiel 8.12.2026." }),
      };
    },
    tu: ({ bearbeitung }, handlung, { frage = "", frist = "" }) =>
      bearbeitung.fordereNach(handlung, frage.trim(), leseDatum(frist) ?? ""),
  },
  entscheiden: {
    pruefe: (felder) => ({
      ...(felder.ergebnis === "bewilligt" || felder.ergebnis === "abgelehnt"
        ? {}
        : { ergebnis: "Bitte wählen Sie, ob bewilligt oder abgelehnt wird." }),
      ...pflicht("begruendung", "Bitte begründen Sie die Entscheidung; der Bescheid muss begründet sein (§ 35 SGB X).")(felder),
    }),
    tu: ({ bearbeitung }, handlung, felder) =>
      bearbeitung.entscheideVonHand(
        handlung,
        felder.ergebnis === "bewilligt" ? "bewilligt" : "abgelehnt",
        (felder.begruendung ?? "").trim(),
        urteileAus(felder),
      ),
  },
  freigeben: { recht: "vorgang.freigeben", tu: ({ bearbeitung }, handlung) => bearbeitung.gebeFrei(handlung) },
  abhelfen: {
    pruefe: pflicht("begruendung", "Bitte schreiben Sie, warum abgeholfen wird."),
    tu: ({ bearbeitung }, handlung, { begruendung = "" }) => bearbeitung.hilfAb(handlung, begruendung.trim()),
  },
  vorlegen: {
    tu: ({ bearbeitung }, handlung, _felder, request) =>
      bearbeitung.legeVor(handlung, mandantOf(request).einstellungen.rechtsbehelf.widerspruchsbehoerde),
  },
};

function registerHandlungen(app: Http, deps: AmtDeps): void {
  const { auth, db } = deps;
  app.post(
    "/amt/vorgang/:id/:tat",
    { preHandler: auth.nurAmt("vorgang.bearbeiten"), schema: { params: Params.extend({ tat: z.string().max(30) }) } },
    async (request, reply) => {
      const { id } = request.params;
      const tat = Object.hasOwn(taten, request.params.tat) ? taten[request.params.tat] : undefined;
      if (!tat) throw nichtDa();
      const ich = auth.amtsperson(request);
      const mandantId = mandantOf(request).id;
      // The right to this case, before anything of it is shown or done.
      const akte = await db.inTransaction({ mandant: mandantId }, (tx) =>
        oeffneAkte(deps, request, tx, id, `Bearbeitung: ${request.params.tat}`),
      );
      if (tat.recht && !hatRecht(ich.rechte, tat.recht, akte.leistung))
        throw new Problem(403, "Kein Zugriff", "Dafür fehlt Ihnen das Recht. Bitte wenden Sie sich an Ihre Leitung.");
      const { fields } = await readForm(request);
      const kopf = Kopf.parse(fields);
      const fehler = tat.pruefe?.(fields, deps) ?? {};
      if (Object.keys(fehler).length > 0) return zeigeFall(deps, request, reply, id, { fehler, eingabe: fields }, 422);
      const handlung: Handlung = { mandantId, vorgangId: id, ...kopf, von: { art: "amt", kennung: ich.kennung, name: ich.name } };
      const ergebnis = await tat.tu(deps, handlung, fields, request);
      if (ergebnis.art === "erledigt") return reply.redirect(`/amt/vorgang/${id}?meldung=erledigt`, 303);
      const meldung: { art: Ton; titel: string } =
        ergebnis.art === "ueberholt"
          ? {
              art: "warnung",
              titel:
                "Der Vorgang hat sich inzwischen verändert. Bitte sehen Sie ihn noch einmal an; Ihre Eingaben stehen unten noch da.",
            }
          : { art: "gefahr", titel: ergebnis.text };
      return zeigeFall(deps, request, reply, id, { eingabe: fields, meldung }, 409);
    },
  );
}
