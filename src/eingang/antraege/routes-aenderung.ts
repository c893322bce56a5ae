import { isDeepStrictEqual } from "node:util";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type Auth, frameOf, mandantOf } from "#auth";
import type { Leistung } from "#baukasten";
import { findAkte } from "#bearbeitung";
import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import { antwortenAm, type Dauerleistungen, istBeendet, type LaufendeLeistung } from "#dauerleistungen";
import type { Db } from "#db";
import { type Http, Problem, readForm, type SentForm, sendHtml } from "#http";
import { formatiereDatum, plusMonate } from "#kalender";
import { renderPage } from "#ui";
import type { Anlage } from "#vorgaenge";
import { feldname, liesAenderung, seitenFuer, VORAUS_MONATE } from "./lies-aenderung.ts";
import { aendereListe } from "./listen.ts";
import { findEigenenVorgang, legeAnlagenAb } from "./nachtrag.ts";
import { Aenderungsformular, Aenderungswahl } from "./seiten/aenderungsseite.tsx";

type Deps = { auth: Auth; db: Db; clock: Clock; blobs: Blobs; dauerleistungen: Dauerleistungen };
const Params = z.object({ id: z.uuid() });
const SeiteParams = Params.extend({ seite: z.string().max(60) });
const nichtDa = () =>
  new Problem(
    404,
    "Hier läuft keine Leistung",
    "Ihre Leistungen finden Sie unter „Mein Bereich“. Ist sie beendet, stellen Sie bitte einen neuen Antrag.",
  );

const schonAnders = () =>
  new Problem(
    409,
    "Dieses Formular ist schon gesendet",
    "Es wurde mit anderen Angaben gesendet, und nur die haben wir. Bitte öffnen Sie „Änderung melden“ neu und melden Sie, was noch fehlt.",
  );

/** What a person reports of a benefit that runs: choose what changed, correct it, say since when. */
export function registerAenderung(app: Http, deps: Deps): void {
  const { auth, db, clock, dauerleistungen } = deps;
  const nurBuerger = { preHandler: auth.nurBuerger };

  const lade = (request: FastifyRequest, id: string): Promise<LaufendeLeistung> =>
    db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
      const eigener = await findEigenenVorgang(tx, id, auth.buerger(request).person);
      const laufend = eigener && (await dauerleistungen.lies(tx, id));
      // Until its end a benefit can change, also when the notice of the end is out already.
      if (!laufend || istBeendet(laufend)) throw nichtDa();
      return laufend;
    });
  const ladeSeite = async (request: FastifyRequest, id: string, seite: string) => {
    const laufend = await lade(request, id);
    const regel = Object.hasOwn(laufend.leistung.dauer?.seiten ?? {}, seite) ? laufend.leistung.dauer?.seiten[seite] : undefined;
    if (!regel || regel.wenn?.(antwortenAm(laufend, clock.today())) === false)
      throw new Problem(404, "Das lässt sich hier nicht ändern", "Bitte rufen Sie uns an.");
    const zuNiedrig = regel.wirkt === "auszahlung" && auth.buerger(request).vertrauensniveau === "niedrig";
    const { konto } = laufend.stand;
    const antworten = antwortenAm(laufend, clock.today());
    // The account on file is not shown in full: who got into somebody's mailbox need not learn it.
    const gezeigt = regel.wirkt === "auszahlung" ? { ...antworten, [seite]: { inhaber: konto?.empfaenger } } : antworten;
    return {
      laufend,
      regel,
      rahmen: { frame: frameOf(request), vorgangId: id, leistung: laufend.leistung, antworten: gezeigt, zuNiedrig },
    };
  };

  app.get("/vorgang/:id/aenderung", { ...nurBuerger, schema: { params: Params } }, async (request, reply) => {
    const laufend = await lade(request, request.params.id);
    const antworten = antwortenAm(laufend, clock.today());
    return sendHtml(
      reply,
      renderPage(
        Aenderungswahl({
          frame: frameOf(request),
          vorgangId: request.params.id,
          leistung: laufend.leistung,
          antworten,
          bald: plusMonate(clock.today(), VORAUS_MONATE),
        }),
      ),
    );
  });

  app.get("/vorgang/:id/aenderung/:seite", { ...nurBuerger, schema: { params: SeiteParams } }, async (request, reply) => {
    const { id, seite } = request.params;
    const { rahmen } = await ladeSeite(request, id, seite);
    return sendHtml(reply, renderPage(Aenderungsformular({ ...rahmen, seiten: seitenFuer(rahmen.leistung, seite) })));
  });

  // Each report opens a Vorgang and asks registers.
  const selten = { config: { rateLimit: { max: 30, timeWindow: "1 minute" } } };
  app.post(
    "/vorgang/:id/aenderung/:seite",
    { ...nurBuerger, ...selten, schema: { params: SeiteParams } },
    async (request, reply) => {
      const { id, seite } = request.params;
      const { laufend, regel, rahmen } = await ladeSeite(request, id, seite);
      const sent = await readForm(request);
      const transaktion = z.uuid().safeParse(sent.fields.transaktion);
      if (!transaktion.success)
        throw new Problem(400, "Ungültige Anfrage", "Bitte laden Sie die Seite neu und senden Sie sie noch einmal.");
      const zeige = (seiten: string[], fehler: Record<string, string>) =>
        sendHtml(reply, renderPage(Aenderungsformular({ ...rahmen, seiten, roh: sent.fields, fehler })), 422);
      const gezeigte = gezeigteSeiten(rahmen.leistung, seite, sent.fields);
      const mitListe = aendereListe(felderAller(rahmen.leistung, gezeigte), sent.fields);
      if (mitListe)
        return sendHtml(reply, renderPage(Aenderungsformular({ ...rahmen, seiten: gezeigte, roh: mitListe, fehler: {} })));

      if (regel.wirkt === "auszahlung") {
        const fehler = await aendereKonto(deps, request, id, laufend, seite, sent.fields, transaktion.data);
        return fehler ? zeige([seite], fehler) : reply.redirect(`/vorgang/${id}?neu=konto`, 303);
      }
      const anlagen = await nimmAnlagen(deps, mandantOf(request).id, sent);
      if (typeof anlagen === "string") return zeige([seite], { [seite]: anlagen });
      const gelesen = liesAenderung(laufend, seite, sent.fields, anlagen, clock.today());
      if (gelesen.art === "fehler") return zeige(gelesen.seiten, gelesen.fehler);
      const { person, vertrauensniveau } = auth.buerger(request);
      const gemeldet = await db.inTransaction({ mandant: mandantOf(request).id }, async (tx) => {
        const ergebnis = await dauerleistungen.meldeAenderung(tx, id, {
          anlass: "meldung",
          ab: gelesen.ab,
          seit: gelesen.seit,
          grund: `Sie haben uns am ${formatiereDatum(clock.today())} gemeldet: „${regel.titel}“, ${regel.seit ? "ab" : "seit"} ${formatiereDatum(gelesen.seit)}.`,
          seiten: gelesen.seiten,
          kanal: "online",
          akteur: { art: "buerger", person },
          transaktion: `meldung:${transaktion.data}`,
          anlagen,
          ...(vertrauensniveau !== "niedrig" && { schriftform: { art: "anmeldung", vertrauensniveau } as const }),
        });
        // The back button, and something else in the same form: whoever reads "reported" must have reported it.
        const damals =
          ergebnis.art === "bereitsGeschehen" ? (await findAkte(tx, ergebnis.vorgangId))?.eingang.aenderung : undefined;
        if (damals && !(damals.ab === gelesen.ab && isDeepStrictEqual(damals.seiten, gelesen.seiten))) throw schonAnders();
        return ergebnis;
      });
      if (gemeldet.art === "laeuftNicht") throw nichtDa();
      return reply.redirect(`/vorgang/${gemeldet.vorgangId}?neu=1`, 303);
    },
  );
}

/** The pages that stood on the form: the chosen one with its own, and those that only the answers led to. */
function gezeigteSeiten(leistung: Leistung, seite: string, felder: Readonly<Record<string, string>>): string[] {
  const erste = seitenFuer(leistung, seite);
  const weitere = Object.keys(leistung.formular.seiten).filter(
    (each) => !erste.includes(each) && Object.keys(felder).some((name) => name.startsWith(`${each}.`)),
  );
  return [...erste, ...weitere];
}
const felderAller = ({ formular }: Leistung, seiten: readonly string[]) =>
  Object.fromEntries(
    seiten.flatMap((seite) =>
      Object.entries(formular.seiten[seite]?.felder ?? {}).map(([name, feld]) => [feldname(seite, name), feld] as const),
    ),
  );

/** @returns what is wrong, field by field; undefined: done */
async function aendereKonto(
  { auth, dauerleistungen }: Deps,
  request: FastifyRequest,
  bezugId: string,
  { leistung }: LaufendeLeistung,
  seite: string,
  felder: Readonly<Record<string, string>>,
  transaktion: string,
): Promise<Record<string, string> | undefined> {
  const roh = Object.fromEntries(Object.entries(felder).map(([name, wert]) => [name.replace(`${seite}.`, ""), wert]));
  const pruefung = leistung.formular.pruefeSeite(seite, roh, {});
  if (!pruefung.ok)
    return Object.fromEntries(Object.entries(pruefung.fehler).map(([feld, text]) => [feldname(seite, feld), text]));
  const konto = leistung.zahlung?.({ [seite]: pruefung.werte });
  const { person, vertrauensniveau } = auth.buerger(request);
  const ergebnis = konto
    ? await dauerleistungen.aendereKonto({
        mandantId: mandantOf(request).id,
        bezugId,
        ...konto,
        vertrauensniveau,
        von: { art: "buerger", person },
        transaktion,
      })
    : ({ art: "laeuftNicht" } as const);
  if (ergebnis.art === "laeuftNicht") throw nichtDa();
  if (ergebnis.art === "zuNiedrig")
    throw new Problem(
      403,
      "Dafür reicht Ihre Anmeldung nicht aus",
      "Bitte melden Sie sich mit Online-Ausweis oder Elster-Zertifikat an.",
    );
  return ergebnis.art === "falsch" ? { [feldname(seite, "iban")]: ergebnis.text } : undefined;
}

async function nimmAnlagen({ blobs }: Deps, mandantId: number, { files }: SentForm): Promise<Anlage[] | string> {
  const anlagen: Anlage[] = [];
  for (const { field, ...datei } of files) {
    const abgelegt = await legeAnlagenAb(blobs, mandantId, field, [datei]);
    if (typeof abgelegt === "string") return abgelegt;
    anlagen.push(...abgelegt);
  }
  return anlagen;
}
