import { z } from "zod";
import { beiAnderenHaeusern } from "#antraege";
import { frameOf, mandantOf } from "#auth";
import { alleLebenslagen, lebenslagen } from "#baukasten";
import { type Http, Problem, sendHtml } from "#http";
import { findLeistung, leistungenVon } from "#leistungen";
import type { Mandant, Tenants } from "#tenants";
import { renderPage } from "#ui";
import { Lebenslagenseite, type Leistungskarte, lagenVon } from "./seiten/leistungsliste.tsx";
import { Leistungsseite, Mandantenseite, Startseite } from "./seiten/start.tsx";
import { meintenSie, sucheLebenslagen, sucheLeistungen } from "./suche.ts";

export type LeistungenDeps = { tenants: Tenants; adresse(schluessel: string): string };

const angeboten = ({ einstellungen }: Mandant) => leistungenVon(einstellungen, Object.keys(einstellungen.aemter));
const nichtHier = (leistung: string, mandant: string) =>
  new Problem(
    404,
    `${leistung}: hier nicht zuständig`,
    `${mandant} entscheidet darüber nicht. Fragen Sie bitte bei Ihrer Stadt oder Gemeinde, beim Landkreis oder unter der Behördennummer 115.`,
  );

/** What people find here: what this house offers, and what the houses offer that it names for the rest. */
export async function kartenFuer(deps: LeistungenDeps, mandant: Mandant): Promise<Leistungskarte[]> {
  const eigene = angeboten(mandant).map((leistung) => ({ leistung }));
  const andere = await Promise.all(
    beiAnderenHaeusern(mandant).map(async ({ leistung, mandant: schluessel }) => {
      const haus = await deps.tenants.findBySchluessel(schluessel);
      return haus ? [{ leistung, haus: { name: haus.name, adresse: deps.adresse(schluessel) } }] : [];
    }),
  );
  return [...eigene, ...andere.flat()];
}

/** Entrance with search, situations of life, the page of a Leistung. */
export function registerLeistungen(app: Http, deps: LeistungenDeps): void {
  app.get("/", { schema: { querystring: z.object({ suche: z.string().max(100).default("") }) } }, async (request, reply) => {
    const frame = frameOf(request);
    const { mandant } = request;
    if (!mandant) {
      const mandanten = (await deps.tenants.list()).map((each) => ({ ...each, adresse: deps.adresse(each.schluessel) }));
      return sendHtml(reply, renderPage(Mandantenseite({ frame, mandanten, gewaehlt: undefined })));
    }
    const suche = request.query.suche.trim();
    const karten = await kartenFuer(deps, mandant);
    const gefundene = sucheLeistungen(
      karten.map(({ leistung }) => leistung),
      suche,
    );
    const treffer = gefundene.flatMap((leistung) => karten.filter((karte) => karte.leistung === leistung));
    const lagen = lagenVon(karten);
    const props = {
      frame,
      mandant,
      suche,
      treffer,
      lagen,
      gemeinte: sucheLebenslagen(suche).filter((lage) => lagen.includes(lage)),
      meinten: meintenSie(
        karten.map(({ leistung }) => leistung),
        suche,
      ),
    };
    return sendHtml(reply, renderPage(Startseite(props)));
  });

  app.get("/lebenslagen/:pfad", { schema: { params: z.object({ pfad: z.string().max(60) }) } }, async (request, reply) => {
    const lage = alleLebenslagen.find((each) => lebenslagen[each].pfad === request.params.pfad);
    if (!lage) throw new Problem(404, "Dieses Thema gibt es nicht", "Auf der Startseite finden Sie alle Themen und Leistungen.");
    const karten = await kartenFuer(deps, mandantOf(request));
    const props = {
      frame: frameOf(request),
      lage,
      karten: karten.filter(({ leistung }) => leistung.lebenslagen.includes(lage)),
      andere: lagenVon(karten).filter((andere) => andere !== lage),
    };
    return sendHtml(reply, renderPage(Lebenslagenseite(props)));
  });

  app.get(
    "/leistungen/:schluessel",
    { schema: { params: z.object({ schluessel: z.string().max(60) }) } },
    async (request, reply) => {
      const leistung = findLeistung(request.params.schluessel);
      if (!leistung) throw new Problem(404, "Diese Leistung gibt es nicht", "Auf der Startseite finden Sie alle Leistungen.");
      const mandant = mandantOf(request);
      const karte = (await kartenFuer(deps, mandant)).find((each) => each.leistung === leistung);
      if (!karte) throw nichtHier(leistung.name, mandant.name);
      // An old link, or one that somebody passed on: the house that decides, instead of "not here".
      if (karte.haus) return reply.redirect(`${karte.haus.adresse}/leistungen/${leistung.schluessel}`, 303);
      return sendHtml(reply, renderPage(Leistungsseite({ frame: frameOf(request), mandant, leistung })));
    },
  );
  app.get(
    "/api/leistungen",
    {
      schema: {
        tags: ["Leistungen"],
        summary: "Leistungen, die hier online beantragt werden können",
        querystring: z.object({ suche: z.string().max(100).default("") }),
        response: {
          200: z.array(
            z.object({
              schluessel: z.string(),
              name: z.string(),
              kurzbeschreibung: z.string(),
              lebenslagen: z.array(z.string()),
              version: z.string(),
            }),
          ),
        },
      },
    },
    async (request) =>
      sucheLeistungen(angeboten(mandantOf(request)), request.query.suche).map(
        ({ schluessel, name, kurzbeschreibung, lebenslagen, version }) => ({
          schluessel,
          name,
          kurzbeschreibung,
          lebenslagen: [...lebenslagen],
          version,
        }),
      ),
  );
}
