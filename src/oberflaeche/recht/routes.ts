import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, amtsbereiche, frameOf, hatRecht, mandantOf } from "#auth";
import { fuerMandant, type Leistung } from "#baukasten";
import { mandantenrecht } from "#bearbeitung";
import type { Db } from "#db";
import { type Http, Problem, readForm, sendHtml } from "#http";
import type { IsoDatum } from "#kalender";
import { findLeistung, leistungen } from "#leistungen";
import { leseProtokoll } from "#protokoll";
import { parameterblaetter, vergleicheDokumente } from "#rechtsansicht";
import { renderPage } from "#ui";
import {
  type Freigabeergebnis,
  type Freigabestand,
  findBeruehrungen,
  findDokument,
  laufendeVersion,
  listeAlleFreigaben,
  listeVersionen,
  standAus,
  type Versionen,
} from "#versionen";
import { zaehleWartende } from "#vorgaenge";
import type { Bevoelkerungsfall } from "#wirkung";
import { Rechtsansicht } from "./ansicht.tsx";
import { type FreigabeProps, Freigabeseite } from "./freigabe.tsx";
import { Rechtsliste } from "./liste.tsx";

/** People to try a change on; loaded when somebody asks, the house runs without them. */
export type Probebevoelkerung = {
  simulierbareLeistungen: readonly string[];
  faelleFuer(leistung: Leistung, tag: IsoDatum): Bevoelkerungsfall[];
};
export type RechtDeps = { auth: Auth; db: Db; versionen: Versionen; probebevoelkerung: () => Promise<Probebevoelkerung> };
const Params = z.object({ schluessel: z.string().max(60) });
const sieht = (auth: Auth) => ({ preHandler: auth.nurBereich("regeln") });

export function brauchtLeistung(schluessel: string): Leistung {
  const leistung = findLeistung(schluessel);
  if (!leistung) throw new Problem(404, "Diese Leistung gibt es nicht", "In der Liste der Leistungen finden Sie alle.");
  return leistung;
}

/** The rules of every Leistung, and their release. */
export function registerRecht(app: Http, deps: RechtDeps): void {
  const { auth, db, probebevoelkerung } = deps;
  app.get(amtsbereiche.regeln.pfad, sieht(auth), async (request, reply) => {
    const staende = await freigabestaende(db, mandantOf(request).id);
    const zeilen = leistungen
      .map(laufendeVersion)
      .map((version) => ({ version, stand: staende(version.leistung, version.fingerabdruck) }));
    return sendHtml(reply, renderPage(Rechtsliste({ frame: frameOf(request), zeilen })));
  });

  app.get("/amt/leistungen/:schluessel", { ...sieht(auth), schema: { params: Params } }, async (request, reply) => {
    const leistung = brauchtLeistung(request.params.schluessel);
    const mandant = mandantOf(request);
    const { dokument, fingerabdruck } = laufendeVersion(leistung);
    // What this Mandant's Satzungen say is no part of the version, but of what is decided here.
    const eigene = new Map(
      parameterblaetter(fuerMandant(leistung, mandantenrecht(mandant))).map((each) => [each.schluessel, each]),
    );
    const parameter = dokument.parameter.map((each) =>
      each.satzung ? { ...each, saetze: eigene.get(each.schluessel)?.saetze ?? [] } : each,
    );
    const staende = await freigabestaende(db, mandant.id);
    const seite = Rechtsansicht({
      frame: frameOf(request),
      dokument: { ...dokument, parameter },
      fingerabdruck,
      stand: staende(leistung.schluessel, fingerabdruck),
      beruehrungen: findBeruehrungen(leistung.schluessel),
      simulierbar: (await probebevoelkerung()).simulierbareLeistungen.includes(leistung.schluessel),
    });
    return sendHtml(reply, renderPage(seite));
  });
  registerFreigabe(app, deps);
}

function registerFreigabe(app: Http, deps: RechtDeps): void {
  const { auth, versionen } = deps;
  app.get(
    "/amt/leistungen/:schluessel/freigabe",
    {
      ...sieht(auth),
      schema: {
        params: Params,
        querystring: z.object({
          vergleich: z
            .string()
            .regex(/^[0-9a-f]{6,128}$/)
            .optional()
            .catch(undefined),
          meldung: z.enum(["freigegeben", "zurueckgenommen"]).optional().catch(undefined),
        }),
      },
    },
    async (request, reply) => {
      const { vergleich, meldung } = request.query;
      const titel = { freigegeben: "Ihre Freigabe ist vermerkt.", zurueckgenommen: "Die Freigabe ist zurückgenommen." } as const;
      const props = await freigabeProps(deps, request, request.params.schluessel, vergleich);
      return sendHtml(
        reply,
        renderPage(Freigabeseite({ ...props, ...(meldung && { meldung: { art: "erfolg", titel: titel[meldung] } }) })),
      );
    },
  );

  const handlung = (
    pfad: string,
    meldung: string,
    tu: (wunsch: Parameters<Versionen["gibFrei"]>[0], felder: Record<string, string>) => Promise<Freigabeergebnis>,
  ) =>
    app.post(`/amt/leistungen/:schluessel/${pfad}`, { ...sieht(auth), schema: { params: Params } }, async (request, reply) => {
      const leistung = brauchtLeistung(request.params.schluessel);
      const ich = auth.amtsperson(request);
      if (!hatRecht(ich.rechte, "leistung.freigeben", leistung.schluessel))
        throw new Problem(
          403,
          "Kein Zugriff",
          "Dafür fehlt Ihnen das Recht. Freigeben darf die Leitung oder die Fachaufsicht dieser Leistung.",
        );
      const { fields } = await readForm(request);
      const wunsch = {
        mandantId: mandantOf(request).id,
        leistung: leistung.schluessel,
        fingerabdruck: fields.fingerabdruck ?? "",
        von: { kennung: ich.kennung, name: ich.name },
      };
      const ergebnis = await tu(wunsch, fields);
      if (ergebnis.art === "erledigt")
        return reply.redirect(`/amt/leistungen/${leistung.schluessel}/freigabe?meldung=${meldung}`, 303);
      const props = await freigabeProps(deps, request, leistung.schluessel);
      return sendHtml(reply, renderPage(Freigabeseite({ ...props, meldung: { art: "warnung", titel: ergebnis.text } })), 409);
    });
  handlung("freigabe", "freigegeben", (wunsch) => versionen.gibFrei(wunsch));
  handlung("freigabe/zuruecknehmen", "zurueckgenommen", (wunsch, { grund = "" }) => versionen.nimmZurueck(wunsch, grund));
}

/** Compared with the version that was asked for, else the last one this Mandant released, else the one before. */
async function freigabeProps(
  { auth, db }: RechtDeps,
  request: FastifyRequest,
  schluessel: string,
  gewuenscht?: string,
): Promise<FreigabeProps> {
  const leistung = brauchtLeistung(schluessel);
  const laufende = laufendeVersion(leistung);
  const ich = auth.amtsperson(request);
  return db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
    const alle = await listeAlleFreigaben(tx);
    const eintraegeVon = (fingerabdruck: string) =>
      alle.filter((each) => each.leistung === schluessel && each.fingerabdruck === fingerabdruck);
    const versionen = (await listeVersionen(tx, schluessel)).map((zeile) => ({
      ...zeile,
      stand: standAus(eintraegeVon(zeile.fingerabdruck)),
    }));
    const andere = versionen.filter(({ fingerabdruck }) => fingerabdruck !== laufende.fingerabdruck);
    const gewaehlt =
      andere.find(({ fingerabdruck }) => gewuenscht !== undefined && fingerabdruck.startsWith(gewuenscht)) ??
      andere.find(({ stand }) => stand.art === "freigegeben") ??
      andere[0];
    const vergleich = gewaehlt && (await findDokument(tx, schluessel, gewaehlt.fingerabdruck));
    const freigaben = await leseProtokoll(tx, { arten: ["leistung.freigegeben"], limit: 100 });
    const letzte = freigaben.find(({ daten }) => daten.fingerabdruck === laufende.fingerabdruck);
    return {
      wartende: { jetzt: await zaehleWartende(tx, schluessel), beiFreigabe: Number(letzte?.daten.gewartet ?? 0) },
      frame: frameOf(request),
      laufende,
      stand: standAus(eintraegeVon(laufende.fingerabdruck)),
      eintraege: eintraegeVon(laufende.fingerabdruck),
      versionen,
      vergleich,
      unterschiede: vergleich ? vergleicheDokumente(vergleich.dokument, laufende.dokument) : [],
      darf: hatRecht(ich.rechte, "leistung.freigeben", schluessel),
      kennung: ich.kennung,
    };
  });
}

/** State by Leistung and fingerprint, of all versions in one query. */
async function freigabestaende(db: Db, mandantId: number): Promise<(leistung: string, fingerabdruck: string) => Freigabestand> {
  const alle = await db.inTransaction({ mandant: mandantId }, listeAlleFreigaben);
  return (leistung, fingerabdruck) =>
    standAus(alle.filter((each) => each.leistung === leistung && each.fingerabdruck === fingerabdruck));
}
