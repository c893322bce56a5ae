import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as warte } from "node:timers/promises";
import { type Clock, systemClock } from "#clock";
import { portVariable, type Registername, type Registerprozess, register, registerprozesse } from "../../src/register.ts";
import { type Bevoelkerung, createBevoelkerung } from "../bevoelkerung/index.ts";
import { type Dienst, istObjekt, laeuftAlsProzess, liesJson, portAus, schreibeJson, starteHttp } from "../dienst.ts";
import { istUebernahme, meldeAenderung, trageTodEin, trageUmzugEin, uebernimm } from "./aenderungen.ts";
import { auskuenfteVon } from "./auskuenfte.ts";
import type { Auskuenfte, Befund } from "./auskunft.ts";
import { istNeugeborenes, trageEin, verbreite } from "./geburten.ts";
import type { Meldeziel } from "./melde.ts";
import { createMerkliste } from "./merkliste.ts";
import { createSteuerung, type Modus, type Steuerung } from "./steuerung.ts";
import { verfaelsche } from "./verfaelscht.ts";

export type Registeroptionen = {
  token?: string;
  bevoelkerung?: Bevoelkerung;
  clock?: Clock;
  /** Other registers with a population of their own, and whom it reports to what it enters. */
  nachbarn?: readonly string[];
  meldeziel?: (register: Registername) => Meldeziel | undefined;
};
export type Register = Dienst & { steuerung: Steuerung };

/** Personas about whose children a register is silent from the start. */
const anfangsStumm: Partial<Record<Registername, readonly string[]>> = { personenstandsregister: ["ilona"] };

/** One register behind HTTP, in this process. */
export async function starteRegister(name: Registername, port: number, optionen: Registeroptionen = {}): Promise<Register> {
  const bevoelkerung = optionen.bevoelkerung ?? createBevoelkerung();
  const clock = optionen.clock ?? systemClock;
  const kopf = `Bearer ${optionen.token ?? "demo-token"}`;
  const auskuenfte: Auskuenfte = auskuenfteVon[name](bevoelkerung);
  const stumme = (anfangsStumm[name] ?? []).flatMap((persona) => bevoelkerung.getPersona(persona).kinder);
  const steuerung = createSteuerung(Object.fromEntries(stumme.map((idnr): [string, Modus] => [idnr, "stumm"])));
  const abrufe = createMerkliste(200_000);

  async function gibAuskunft(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const id = anfrage.headers["x-abruf-id"];
    const frage = leseFrage(await liesJson(anfrage));
    const auskunft = frage && Object.hasOwn(auskuenfte, frage.auskunft) ? auskuenfte[frage.auskunft] : undefined;
    if (!frage || !auskunft || typeof id !== "string" || id === "")
      return schreibeJson(antwort, 400, { grund: "Die Anfrage ist unvollständig, oder diese Auskunft gibt es hier nicht." });
    abrufe.merke(id);
    const { modus, verzoegerungMs } = steuerung.verhaltenFuer(frage.anfrage.idnr);
    if (modus === "stumm") return;
    if (modus === "langsam") await warte(verzoegerungMs);
    if (modus === "fehler") return schreibeJson(antwort, 500, { grund: "Das Register ist gestört." });
    if (modus === "kaputt") {
      antwort.writeHead(200, { "content-type": "application/json" });
      antwort.end('{"art":"gefunden","stand":"20');
      return;
    }
    const heute = clock.today();
    const befund = auskunft(frage.anfrage, heute);
    const gesagt =
      modus === "falsch" ? verfaelsche(befund, frage.auskunft, frage.anfrage, heute, bevoelkerung, auskunft) : befund;
    sage(antwort, gesagt, clock.now().toISOString());
  }

  async function nimmGeburt(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const bericht = trageEin(bevoelkerung, await liesJson(anfrage), clock.today());
    if (typeof bericht === "string") return schreibeJson(antwort, 400, { grund: bericht });
    schreibeJson(antwort, 201, bericht);
    await verbreite(bericht, optionen.nachbarn ?? [], optionen.meldeziel?.(name));
  }
  async function uebernimmGeburt(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const geburt = await liesJson(anfrage);
    if (!istNeugeborenes(geburt)) return schreibeJson(antwort, 400, { grund: "Das ist keine Geburt." });
    bevoelkerung.nimmAuf(geburt);
    schreibeJson(antwort, 200, { ok: true });
  }

  /** What this register enters beside births, by its address. */
  const eintraege = {
    "/todesfaelle": ["personenstandsregister", trageTodEin],
    "/umzuege": ["melderegister", trageUmzugEin],
  } as const;
  async function nimmAenderung(pfad: keyof typeof eintraege, anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const bericht = eintraege[pfad][1](bevoelkerung, await liesJson(anfrage), clock.today());
    if (typeof bericht === "string") return schreibeJson(antwort, 400, { grund: bericht });
    uebernimm(bevoelkerung, bericht.uebernahme);
    schreibeJson(antwort, 201, bericht);
    await meldeAenderung(bericht, optionen.nachbarn ?? [], optionen.meldeziel?.(name));
  }
  async function uebernimmAenderung(anfrage: IncomingMessage, antwort: ServerResponse): Promise<void> {
    const aenderung = await liesJson(anfrage);
    if (!istUebernahme(aenderung)) return schreibeJson(antwort, 400, { grund: "Das ist weder ein Todesfall noch ein Umzug." });
    uebernimm(bevoelkerung, aenderung);
    schreibeJson(antwort, 200, { ok: true });
  }

  const dienst = await starteHttp((anfrage, antwort) => {
    const { url = "/", method } = anfrage;
    const darf = () =>
      anfrage.headers.authorization === kopf || schreibeJson(antwort, 401, { grund: "Das Kennwort fehlt oder ist falsch." });
    const kannNicht = () => {
      if (!antwort.headersSent) schreibeJson(antwort, 400, { grund: "Die Anfrage ist nicht zu verstehen." });
    };
    if (method === "POST" && url === "/auskunft") {
      if (darf() === true) gibAuskunft(anfrage, antwort).catch(kannNicht);
    } else if (method === "GET" && url.startsWith("/abruf/")) {
      if (darf() === true) schreibeJson(antwort, 200, { bekannt: abrufe.kennt(url.slice("/abruf/".length)) });
    } else if (method === "POST" && url === "/geburten" && name === "personenstandsregister") {
      nimmGeburt(anfrage, antwort).catch(kannNicht);
    } else if (method === "POST" && url === "/geburten/uebernahme") {
      uebernimmGeburt(anfrage, antwort).catch(kannNicht);
    } else if (method === "POST" && (url === "/todesfaelle" || url === "/umzuege") && eintraege[url][0] === name) {
      nimmAenderung(url, anfrage, antwort).catch(kannNicht);
    } else if (method === "POST" && url === "/aenderungen/uebernahme") {
      uebernimmAenderung(anfrage, antwort).catch(kannNicht);
    } else if (method === "POST" && url === "/steuerung") {
      liesJson(anfrage).then(
        (befehl) => (steuerung.setze(befehl) ? schreibeJson(antwort, 200, { ok: true }) : kannNicht()),
        kannNicht,
      );
    } else if (method === "GET" && url === "/bereit") {
      schreibeJson(antwort, 200, { name, bereit: true, abrufe: abrufe.verschiedene() });
    } else schreibeJson(antwort, 404, { grund: "Diese Adresse gibt es hier nicht." });
  }, port);
  return { ...dienst, steuerung };
}

function leseFrage(inhalt: unknown): { auskunft: string; anfrage: Record<string, unknown> } | undefined {
  if (!istObjekt(inhalt) || !istObjekt(inhalt.anfrage)) return undefined;
  const { auskunft, anfrage, zweck, rechtsgrundlage, behoerde } = inhalt;
  // Who asks, for what and on which norm: without them no authority may answer.
  const begruendet = [zweck, rechtsgrundlage, behoerde].every((text) => typeof text === "string" && text !== "");
  return begruendet && typeof auskunft === "string" ? { auskunft, anfrage } : undefined;
}

function sage(antwort: ServerResponse, befund: Befund, stand: string): void {
  if (befund.art === "verweigert") return schreibeJson(antwort, 403, befund);
  if (befund.art === "unverstaendlich") return schreibeJson(antwort, 400, { grund: befund.grund });
  schreibeJson(
    antwort,
    200,
    befund.art === "gefunden" ? { art: "gefunden", stand, daten: befund.daten } : { art: "keinEintrag", stand },
  );
}

/** One register of every other process: they share its population. */
const nachbarnVon = (prozess: Registerprozess): string[] =>
  [...registerprozesse]
    .filter(([name]) => name !== prozess)
    .flatMap(([, [erstes]]) => (erstes ? [`http://localhost:${portAus(portVariable(erstes), register[erstes].port)}`] : []));

/** Each authority reports under a token of its own. */
const MELDETOKEN: Partial<Record<Registerprozess, string>> = {
  personenstandsregister: "FACHWERK_EREIGNIS_TOKEN",
  melderegister: "FACHWERK_EREIGNIS_TOKEN_MELDEREGISTER",
};
const MELDETOKEN_DEMO: Partial<Record<Registerprozess, string>> = {
  personenstandsregister: "demo-ereignisse",
  melderegister: "demo-meldungen",
};

/** The whole of an entry point: every register of this process, each at its own port and with a behaviour of its own. */
export const alsProzess = (prozess: Registerprozess): Promise<void> =>
  laeuftAlsProzess(prozess, async () => {
    const token = process.env.FACHWERK_REGISTER_TOKEN;
    const optionen = {
      bevoelkerung: createBevoelkerung(),
      ...(token && { token }),
      nachbarn: nachbarnVon(prozess),
      meldeziel: () => ({
        url: process.env.FACHWERK_EREIGNISSE ?? `http://localhost:${process.env.FACHWERK_PORT_WEB ?? 2030}/api/ereignisse`,
        token: process.env[MELDETOKEN[prozess] ?? ""] ?? MELDETOKEN_DEMO[prozess] ?? "",
      }),
    };
    const dienste = await Promise.all(
      (registerprozesse.get(prozess) ?? []).map((name) =>
        starteRegister(name, portAus(portVariable(name), register[name].port), optionen),
      ),
    );
    const [erster] = dienste;
    if (!erster) throw new Error("Für diesen Prozess steht kein Register in src/register.ts.");
    return { ...erster, schliesse: async () => void (await Promise.all(dienste.map((each) => each.schliesse()))) };
  });
