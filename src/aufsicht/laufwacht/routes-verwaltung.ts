import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { frameOf } from "#auth";
import { type Http, readForm, sendHtml } from "#http";
import { leseDatum, plusTage } from "#kalender";
import { renderPage } from "#ui";
import { leseCron, ortszeit, spieleNach } from "#wachmodell";
import { nameVon, type Seitendeps } from "./routes-seiten.ts";
import { Empfaengerseite } from "./seiten/empfaenger.tsx";
import { Kalenderseite } from "./seiten/kalender.tsx";
import { type Schwellenprops, Schwellenseite } from "./seiten/schwellen.tsx";
import { WURZEL } from "./seiten/teile.tsx";
import {
  type Einstellung,
  entscheideKalender,
  findEinstellung,
  type Kalendereintrag,
  listeEmpfaenger,
  listeKalender,
  listeRueckmeldungen,
  schalteEmpfaenger,
  schreibeEinstellung,
  schreibeEmpfaenger,
  schreibeKalender,
  wege,
} from "./store-betrieb.ts";
import { listeJobs } from "./store-jobs.ts";
import { listeBewertungen } from "./store-urteil.ts";

type Felder = Readonly<Record<string, string>>;
const Nummer = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const NACHSPIELTAGE = 90;

/** Calendar, recipients, thresholds. */
export function registerVerwaltung(app: Http, deps: Seitendeps): void {
  const { auth, db, clock } = deps;
  const nurBetrieb = { preHandler: auth.nurAmt("betrieb.sehen") };
  const frameFuer = (request: FastifyRequest, ende: string) => ({ ...frameOf(request), pfad: `${WURZEL}/${ende}` });

  const kalenderseite = async (request: FastifyRequest, mehr: { fehler?: Felder; eingabe?: Felder } = {}) => {
    const { eintraege, jobs } = await db.inTransaction("betrieb", async (tx) => ({
      eintraege: await listeKalender(tx),
      jobs: new Map((await listeJobs(tx, { auchBeendete: true })).map((job) => [job.id, job])),
    }));
    const ical = `${deps.adresseBetrieb}/laufwacht/kalender/${deps.secrets.sign("laufwacht-ical", "1")}.ics`;
    return renderPage(Kalenderseite({ frame: frameFuer(request, "kalender"), eintraege, jobs, ical, ...mehr }));
  };
  app.get(`${WURZEL}/kalender`, nurBetrieb, async (request, reply) => sendHtml(reply, await kalenderseite(request)));
  app.post(`${WURZEL}/kalender`, nurBetrieb, async (request, reply) => {
    const { fields } = await readForm(request);
    const gelesen = liesEintrag(fields);
    if ("fehler" in gelesen) return sendHtml(reply, await kalenderseite(request, { ...gelesen, eingabe: fields }), 422);
    const eintrag = { ...gelesen, stand: "gilt" as const, eingetragenVon: nameVon(auth, request), am: clock.now() };
    await db.inTransaction("betrieb", (tx) => schreibeKalender(tx, eintrag));
    return reply.redirect(`${WURZEL}/kalender`, 303);
  });
  const Entscheid = Nummer.extend({ entscheid: z.enum(["annehmen", "ablehnen"]) });
  app.post(`${WURZEL}/kalender/:id/:entscheid`, { ...nurBetrieb, schema: { params: Entscheid } }, async (request, reply) => {
    const { id, entscheid } = request.params;
    const stand = entscheid === "annehmen" ? "gilt" : "abgelehnt";
    await db.inTransaction("betrieb", (tx) => entscheideKalender(tx, id, stand, nameVon(auth, request)));
    return reply.redirect(`${WURZEL}/kalender`, 303);
  });

  const empfaengerseite = async (request: FastifyRequest, mehr: { fehler?: Felder; eingabe?: Felder } = {}) => {
    const empfaenger = await db.inTransaction("betrieb", listeEmpfaenger);
    return renderPage(Empfaengerseite({ frame: frameFuer(request, "empfaenger"), empfaenger, ...mehr }));
  };
  app.get(`${WURZEL}/empfaenger`, nurBetrieb, async (request, reply) => sendHtml(reply, await empfaengerseite(request)));
  app.post(`${WURZEL}/empfaenger`, nurBetrieb, async (request, reply) => {
    const { fields } = await readForm(request);
    const gelesen = liesEmpfaenger(fields);
    if ("fehler" in gelesen) return sendHtml(reply, await empfaengerseite(request, { ...gelesen, eingabe: fields }), 422);
    await db.inTransaction("betrieb", (tx) => schreibeEmpfaenger(tx, gelesen));
    return reply.redirect(`${WURZEL}/empfaenger`, 303);
  });
  const Schalter = Nummer.extend({ wie: z.enum(["an", "aus"]) });
  app.post(`${WURZEL}/empfaenger/:id/:wie`, { ...nurBetrieb, schema: { params: Schalter } }, async (request, reply) => {
    const { id, wie } = request.params;
    await db.inTransaction("betrieb", (tx) => schalteEmpfaenger(tx, id, wie === "an"));
    return reply.redirect(`${WURZEL}/empfaenger`, 303);
  });

  const schwellenseite = async (request: FastifyRequest, mehr: Pick<Schwellenprops, "neu" | "fehler" | "eingabe"> = {}) => {
    const jetzt = await db.inTransaction("betrieb", findEinstellung);
    return renderPage(Schwellenseite({ frame: frameFuer(request, "schwellen"), jetzt, ...mehr }));
  };
  app.get(`${WURZEL}/schwellen`, nurBetrieb, async (request, reply) => sendHtml(reply, await schwellenseite(request)));
  app.post(`${WURZEL}/schwellen/probe`, nurBetrieb, async (request, reply) => {
    const { fields } = await readForm(request);
    const gelesen = liesEinstellung(fields);
    if ("fehler" in gelesen) return sendHtml(reply, await schwellenseite(request, { ...gelesen, eingabe: fields }), 422);
    const neu = await db.inTransaction("betrieb", async (tx) => {
      const bis = plusTage(clock.today(), -1);
      const eigene = new Map((await listeJobs(tx)).flatMap((j) => (j.mindestmenge === null ? [] : [[j.id, j.mindestmenge]])));
      const bewertungen = (await listeBewertungen(tx, plusTage(bis, 1 - NACHSPIELTAGE), bis)).map(({ job, dauer, ...each }) => ({
        ...each,
        job: String(job),
        ...(dauer && { dauer }),
        ...(eigene.has(job) && { mindestmenge: eigene.get(job) as number }),
      }));
      const gesagt = new Map((await listeRueckmeldungen(tx)).map(({ job, tag, art }) => [`${job} ${tag}`, art]));
      const urteil = (job: string, tag: string) => {
        const art = gesagt.get(`${job} ${tag}`);
        return art === "neuesNiveau" ? undefined : art;
      };
      const spiele = (schwellen: Einstellung) => spieleNach(bewertungen, schwellen, urteil, NACHSPIELTAGE);
      return { einstellung: gelesen, bisher: spiele(await findEinstellung(tx)), kuenftig: spiele(gelesen) };
    });
    return sendHtml(reply, await schwellenseite(request, { neu }));
  });
  app.post(`${WURZEL}/schwellen`, nurBetrieb, async (request, reply) => {
    const { fields } = await readForm(request);
    const gelesen = liesEinstellung(fields);
    if ("fehler" in gelesen) return sendHtml(reply, await schwellenseite(request, { ...gelesen, eingabe: fields }), 422);
    await db.inTransaction("betrieb", (tx) => schreibeEinstellung(tx, gelesen, nameVon(auth, request), clock.now()));
    return reply.redirect(`${WURZEL}/schwellen`, 303);
  });
}

function liesEinstellung(fields: Felder): Einstellung | { fehler: Felder } {
  const fehler: Record<string, string> = {};
  const zahl = (name: string, von: number, bis: number) => {
    const wert = Number(fields[name]?.trim().replace(",", ".") || Number.NaN);
    if (!Number.isInteger(wert) || wert < von || wert > bis)
      fehler[name] = `Bitte tragen Sie eine ganze Zahl von ${von} bis ${bis} ein.`;
    return wert;
  };
  const einstellung = {
    schwelle: zahl("schwelle", 20, 99) / 100,
    budget: zahl("budget", 1, 500),
    mindestmenge: zahl("mindestmenge", 0, 100_000),
  };
  return Object.keys(fehler).length > 0 ? { fehler } : einstellung;
}

type NeuerEintrag = Omit<Kalendereintrag, "id" | "entschiedenVon" | "stand" | "eingetragenVon" | "am">;
function liesEintrag(fields: Felder): NeuerEintrag | { fehler: Felder } {
  const fehler: Record<string, string> = {};
  const art = z.enum(["schliessung", "wartung", "wartungWiederkehrend"]).catch("schliessung").parse(fields.art);
  const wert = (name: string) => fields[name]?.trim() || null;
  const zeit = (name: "von" | "bis", ohneUhrzeit: number) => {
    const [, tagText = "", stunde, minute] = /^(\S+)(?:\s+(\d{1,2}):(\d{2}))?$/.exec(fields[name]?.trim() ?? "") ?? [];
    const tag = leseDatum(tagText);
    if (!tag || (art === "wartung" && stunde === undefined)) {
      fehler[name] =
        art === "wartung"
          ? "Bitte tragen Sie Tag und Uhrzeit ein, zum Beispiel 24.12.2026 22:00."
          : "Bitte tragen Sie einen Tag ein, zum Beispiel 24.12.2026.";
      return null;
    }
    return ortszeit(tag, stunde === undefined ? ohneUhrzeit : Number(stunde) * 60 + Number(minute));
  };
  const einmal = art !== "wartungWiederkehrend";
  const von = einmal ? zeit("von", 0) : null;
  const bis = einmal ? zeit("bis", 12 * 60) : null;
  if (von && bis && bis < von) fehler.bis = "Das Ende liegt vor dem Anfang. Bitte tauschen Sie die beiden.";
  let cron: string | null = null;
  let dauerMin: number | null = null;
  if (!einmal) {
    cron = wert("cron");
    try {
      leseCron(cron ?? "");
    } catch (error) {
      fehler.cron = error instanceof Error ? error.message : "Dieser Zeitplan ist falsch.";
    }
    dauerMin = Number(wert("dauerMin"));
    if (!Number.isInteger(dauerMin) || dauerMin < 1 || dauerMin > 10_080)
      fehler.dauerMin = "Bitte tragen Sie die Minuten ein, höchstens 10.080.";
  }
  const grund = wert("grund");
  if (!grund) fehler.grund = "Bitte tragen Sie einen Grund ein. Er steht später bei jedem Lauf, für den niemand gerufen wurde.";
  if (Object.keys(fehler).length > 0) return { fehler };
  return {
    art,
    job: null,
    mandant: wert("mandant"),
    system: wert("system"),
    von,
    bis,
    cron,
    dauerMin,
    grund: grund?.slice(0, 200) ?? "",
  };
}

function liesEmpfaenger(fields: Felder): Parameters<typeof schreibeEmpfaenger>[1] | { fehler: Felder } {
  const fehler: Record<string, string> = {};
  const weg = z.enum(wege).catch("mail").parse(fields.weg);
  const name = fields.name?.trim().slice(0, 100) ?? "";
  const ziel = fields.ziel?.trim().slice(0, 500) ?? "";
  if (!name) fehler.name = "Bitte tragen Sie einen Namen ein.";
  if (weg === "mail" && !z.email().safeParse(ziel).success) fehler.ziel = "Bitte tragen Sie eine E-Mail-Adresse ein.";
  if (weg !== "mail" && !/^https?:\/\/\S+$/.test(ziel))
    fehler.ziel = "Bitte tragen Sie eine Adresse ein, die mit https:// beginnt.";
  if (Object.keys(fehler).length > 0) return { fehler };
  return {
    name,
    weg,
    ziel,
    mandant: fields.mandant?.trim() || null,
    system: fields.system?.trim() || null,
    stufe: fields.stufe === "2" ? 2 : 1,
  };
}
