import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { aemterMit, frameOf, hatRecht, mandantOf, type Recht } from "#auth";
import { dayOf } from "#clock";
import type { Tx } from "#db";
import { CSV_ANFANG, csvZeile, type Http, sendHtml } from "#http";
import { formatiereDatum } from "#kalender";
import { schreibeProtokoll } from "#protokoll";
import { renderPage } from "#ui";
import { type Listenwunsch, listeRechnungen, zaehleStufen } from "../../sichten/store.ts";
import type { StandZeile } from "../../store.ts";
import type { SeitenDeps } from "../deps.ts";
import { type Filter, filter, phasenworte } from "../worte.ts";
import { euroText } from "./aufteilung.ts";
import { Eingangsliste } from "./liste.tsx";

const JE_SEITE = 25;
const CSV_PORTION = 500;
const Auswahl = z.object({
  filter: z
    .enum(Object.keys(filter) as [Filter, ...Filter[]])
    .optional()
    .catch(undefined),
  sortierung: z.enum(["aelteste", "neueste", "faellig", "skonto", "betrag"]).catch("aelteste"),
  suche: z.string().max(100).catch(""),
  amt: z.string().max(60).catch(""),
  meine: z.enum(["", "ja"]).catch(""),
  seite: z.coerce.number().int().min(1).max(10_000).catch(1),
});
type Auswahl = Omit<z.infer<typeof Auswahl>, "filter"> & { filter: Filter };

/** Without a choice, the list that this person has something to do in. */
const mitFilter = (request: FastifyRequest, wahl: z.infer<typeof Auswahl>): Auswahl => {
  const darf = (art: Recht["art"]) => hatRecht(request.amtsrechte, art);
  const sonst =
    darf("rechnung.klaeren") || darf("rechnung.kreditor") ? "klaeren" : darf("rechnung.anordnen") ? "anordnen" : "feststellen";
  return { ...wahl, filter: wahl.filter ?? sonst };
};

/** Offices whose invoices the person sees, narrowed to the one they chose; null: all, and what no office has yet. */
export function aemterFuer(request: FastifyRequest, gewaehlt: string): string[] | null {
  const gesehen = aemterMit(request.amtsrechte, "rechnung.sehen");
  if (gewaehlt === "") return gesehen;
  return gesehen === null || gesehen.includes(gewaehlt) ? [gewaehlt] : [];
}
export function amtsauswahl(request: FastifyRequest): { wert: string; text: string }[] {
  const gesehen = aemterMit(request.amtsrechte, "rechnung.sehen");
  return Object.entries(mandantOf(request).einstellungen.aemter)
    .filter(([wert]) => gesehen === null || gesehen.includes(wert))
    .map(([wert, { name }]) => ({ wert, text: name }));
}

export function registerListe(app: Http, deps: SeitenDeps): void {
  const { auth, db, clock } = deps;
  const nurAmt = { preHandler: auth.nurBereich("rechnungen") };
  const wunschFuer = (request: FastifyRequest, wahl: Auswahl): Omit<Listenwunsch, "jeSeite"> => ({
    phasen: filter[wahl.filter].phasen,
    aemter: aemterFuer(request, wahl.amt),
    ...(wahl.meine === "ja" && { zustaendig: auth.amtsperson(request).kennung }),
    ...(wahl.suche.trim() && { suche: wahl.suche }),
    sortierung: wahl.sortierung,
    seite: wahl.seite,
  });
  /** Which invoices were shown is written down, with the reading. */
  const lies = async (tx: Tx, request: FastifyRequest, wahl: Auswahl, wunsch: Listenwunsch) => {
    const liste = await listeRechnungen(tx, wunsch);
    await schreibeProtokoll(tx, {
      art: "liste.gesehen",
      zeitpunkt: clock.now(),
      daten: {
        wer: auth.amtsperson(request).kennung,
        anlass: `Rechnungen: ${filter[wahl.filter].titel}${wahl.suche ? `, Suche „${wahl.suche}“` : ""}`,
        rechnungen: liste.zeilen.map(({ id }) => id),
      },
    });
    return liste;
  };

  app.get("/amt/rechnungen", { ...nurAmt, schema: { querystring: Auswahl } }, async (request, reply) => {
    const wahl = mitFilter(request, request.query);
    const wunsch = { ...wunschFuer(request, wahl), jeSeite: JE_SEITE };
    const { liste, stufen } = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => ({
      stufen: await zaehleStufen(tx, wunsch.aemter),
      liste: await lies(tx, request, wahl, wunsch),
    }));
    const zahlen = Object.fromEntries(
      Object.entries(filter).map(([name, { phasen }]) => [
        name,
        stufen
          .filter(({ phase }) => (phasen as readonly string[]).includes(phase))
          .reduce((summe, { anzahl }) => summe + anzahl, 0),
      ]),
    ) as Record<Filter, number>;
    const props = {
      frame: frameOf(request),
      wahl,
      zahlen,
      ...liste,
      jeSeite: JE_SEITE,
      heute: clock.today(),
      aemter: amtsauswahl(request),
      darfErfassen: hatRecht(request.amtsrechte, "rechnung.klaeren"),
    };
    return sendHtml(reply, renderPage(Eingangsliste(props)));
  });

  async function* csv(request: FastifyRequest, wahl: Auswahl): AsyncGenerator<string> {
    yield CSV_ANFANG +
      csvZeile([
        "Eingangsnummer",
        "Eingegangen",
        "Lieferant",
        "Rechnungsnummer",
        "Rechnungsdatum",
        "Betrag",
        "Fällig",
        "Amt",
        "Stand",
      ]);
    for (let seite = 1; ; seite++) {
      const wunsch = { ...wunschFuer(request, wahl), seite, jeSeite: CSV_PORTION };
      const { zeilen } = await db.inTransaction({ mandant: mandantOf(request).id }, (tx) => lies(tx, request, wahl, wunsch));
      yield zeilen.map(alsCsv).join("");
      if (zeilen.length < CSV_PORTION) return;
    }
  }
  app.get("/amt/rechnungen.csv", { ...nurAmt, schema: { querystring: Auswahl } }, (request, reply) =>
    reply
      .type("text/csv; charset=utf-8")
      .header("cache-control", "no-store")
      .header(
        "content-disposition",
        `attachment; filename="Rechnungen-${mitFilter(request, request.query).filter}-${clock.today()}.csv"`,
      )
      .send(Readable.from(csv(request, mitFilter(request, request.query)))),
  );
}

const alsCsv = ({ eingangsnummer, eingegangenAm, stand: { kopf, zahlung, amt, phase } }: StandZeile): string =>
  csvZeile([
    eingangsnummer,
    formatiereDatum(dayOf(eingegangenAm)),
    kopf?.lieferant.name ?? "",
    kopf?.rechnungsnummer ?? "",
    kopf ? formatiereDatum(kopf.rechnungsdatum) : "",
    kopf ? euroText(kopf.zahlbarCent) : "",
    zahlung ? formatiereDatum(zahlung.faelligAm) : "",
    amt ?? "",
    phasenworte[phase].text,
  ]);
