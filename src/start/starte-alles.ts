import { isAbsolute, join, resolve } from "node:path";
import { type Databases, type Embedded, findDatabases, requireWritable, startEmbedded } from "#db";
import { benannt, kasten, schreibe, ueberstehtGeschlosseneAusgabe } from "./ausgabe.ts";
import { alleDienste, type Dienst, portVariablen, webPortVon } from "./dienste.ts";
import { beginneNeu, kennzeichne } from "./frisch.ts";
import { type Buch, fuehreBuch, raeumeAuf } from "./hinterlassen.ts";
import { pruefePorts } from "./ports.ts";
import { fuehreBefehlAus, halteAmLaufen, type Prozess, type Umgebung } from "./prozess.ts";

/** Whom to be to try something, as the closing box shows it. */
export type Anmeldung = { titel: string; namen: readonly string[] };

export type Optionen = {
  /** `--frisch`: empties the data folder first. */
  frisch?: boolean;
  /** `--port`: the web port. */
  port?: number;
  anmeldungen?: readonly Anmeldung[];
  /** Where progress is written, one line each; the terminal unless a test listens. */
  log?: (text: string) => void;
  /** The checkout; another one only in tests. */
  wurzel?: string;
};

const dieseWurzel = join(import.meta.dirname, "../..");

/** The data folder: `FACHWERK_DATEN`, else `.fachwerk` in the checkout. */
export function datenordner(env: NodeJS.ProcessEnv = process.env): string {
  const gewaehlt = env.FACHWERK_DATEN;
  if (!gewaehlt) return join(dieseWurzel, ".fachwerk");
  return isAbsolute(gewaehlt) ? gewaehlt : resolve(gewaehlt);
}

/** What has been started so far; stopped in the order server, worker, counterparts, database. */
type Lauf = {
  wurzel: string;
  dir: string;
  dienste: readonly Dienst[];
  log: (text: string) => void;
  abbruch: AbortController;
  prozesse: Prozess[];
  datenbank?: Embedded;
  buch?: Buch;
};

/** Server first, so that nobody submits to a system that is about to end. At the very worst ten seconds, usually one. */
async function beendeAlles(lauf: Lauf): Promise<void> {
  const von = (name: string) => lauf.prozesse.filter((prozess) => prozess.dienst.name === name);
  const gegenstellen = lauf.prozesse.filter(({ dienst }) => !dienst.brauchtDatenbank);
  await Promise.all(von("server").map((prozess) => prozess.beende(3_000)));
  await Promise.all(von("worker").map((prozess) => prozess.beende(3_000)));
  await Promise.all(gegenstellen.map((prozess) => prozess.beende(1_000)));
  await lauf.datenbank?.stop();
  lauf.buch?.schliesse();
}

async function findeDatenbank(lauf: Lauf): Promise<Databases> {
  const fremde = findDatabases();
  if (fremde) return fremde;
  lauf.datenbank = await startEmbedded({ dir: lauf.dir, onStatus: lauf.log });
  return { ownerUrl: lauf.datenbank.ownerUrl, appUrl: lauf.datenbank.appUrl };
}

const umgebungFuer = (lauf: Lauf, buch: Buch, urls: Databases): Umgebung => ({
  wurzel: lauf.wurzel,
  buch,
  abbruch: lauf.abbruch.signal,
  zeile: (name, text) => lauf.log(benannt(name, text)),
  env: {
    ...process.env,
    ...portVariablen(lauf.dienste),
    DATABASE_URL: urls.ownerUrl,
    DATABASE_URL_APP: urls.appUrl,
    FACHWERK_DATEN: lauf.dir,
    // Compiled code of the last start: nine processes share two cores.
    NODE_COMPILE_CACHE: join(lauf.dir, "cache"),
  },
});

async function starteDienste(lauf: Lauf): Promise<void> {
  const buch = fuehreBuch(lauf.dir, webPortVon(lauf.dienste));
  lauf.buch = buch;
  const urls = await findeDatenbank(lauf);
  lauf.abbruch.signal.throwIfAborted();
  const umgebung = umgebungFuer(lauf, buch, urls);
  const starte = (brauchtDatenbank: boolean) => {
    lauf.abbruch.signal.throwIfAborted();
    const neue = lauf.dienste
      .filter((dienst) => dienst.brauchtDatenbank === brauchtDatenbank)
      .map((dienst) => halteAmLaufen(umgebung, dienst));
    lauf.prozesse.push(...neue);
    return Promise.all(neue.map((prozess) => prozess.bereit));
  };
  const gegenstellen = starte(false);
  gegenstellen.catch(() => {});
  await fuehreBefehlAus(umgebung, ["migriere"]);
  await fuehreBefehlAus(umgebung, ["demo", "fuelle", "--falls-leer"]);
  await Promise.all([gegenstellen, starte(true)]);
}

/** Names in lines that fit a terminal of 80 columns with the frame around them. */
function umbrochen(namen: readonly string[]): string[] {
  const zeilen: string[] = [];
  for (const name of namen) {
    const letzte = zeilen.at(-1);
    if (letzte !== undefined && letzte.length + name.length + 2 <= 72) zeilen[zeilen.length - 1] = `${letzte}, ${name}`;
    else zeilen.push(`    ${name}`);
  }
  return zeilen;
}

function schlusswort(port: number, anmeldungen: readonly Anmeldung[]): string {
  const zeilen = [
    "Fachwerk läuft.",
    "",
    `Musterstadt:        http://musterstadt.localhost:${port}`,
    `Beispielkreis:      http://beispielkreis.localhost:${port}`,
    `Familienkasse:      http://familienkasse.localhost:${port}`,
    `Übersicht:          http://localhost:${port}`,
  ];
  if (anmeldungen.length > 0)
    zeilen.push(
      "",
      "Was möchten Sie ausprobieren? Anmelden ohne Passwort als:",
      ...anmeldungen.flatMap(({ titel, namen }) => [`  ${titel}`, ...umbrochen(namen)]),
    );
  return kasten([...zeilen, "", "Beenden: Strg-C   Neu beginnen: npm start -- --frisch"]);
}

/** Resolves with the first signal to stop. A second one, a second or more later, ends everything at once. */
function wartetAufEnde(lauf: Lauf): Promise<string> {
  return new Promise((fertig) => {
    let erstes: number | undefined;
    const hoere = (signal: string) => {
      if (erstes === undefined) {
        erstes = performance.now();
        lauf.abbruch.abort(new Error("beendet"));
        return fertig(signal);
      }
      // npm hands on the Ctrl-C that the terminal has already given us: the same keystroke, not a second one.
      if (performance.now() - erstes < 1_000) return;
      lauf.log("Fachwerk wird sofort beendet.");
      void Promise.all(lauf.prozesse.map((prozess) => prozess.beende(0))).finally(() => process.exit(130));
    };
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, hoere);
  });
}

async function bereiteVor(lauf: Lauf, frisch: boolean): Promise<void> {
  await requireWritable(lauf.dir);
  await raeumeAuf(lauf.dir, lauf.log);
  if (frisch) await beginneNeu(lauf.dir, lauf.log);
  kennzeichne(lauf.dir);
  await pruefePorts(lauf.dienste);
}

/**
 * Starts database, demo counterparts, server and worker, and keeps them running until a signal says stop.
 * @returns the exit code: 0 after an orderly stop, 1 when something could not start (the reason is on stderr)
 */
export async function starteAlles(optionen: Optionen = {}): Promise<number> {
  ueberstehtGeschlosseneAusgabe();
  const beginn = performance.now();
  const wurzel = optionen.wurzel ?? dieseWurzel;
  const log = optionen.log ?? schreibe;
  const lauf: Lauf = { wurzel, dir: datenordner(), dienste: [], log, abbruch: new AbortController(), prozesse: [] };
  const ende = wartetAufEnde(lauf);
  let start: Promise<void> | undefined;
  try {
    lauf.dienste = alleDienste(wurzel, optionen.port, process.env);
    await bereiteVor(lauf, optionen.frisch ?? false);
    start = starteDienste(lauf);
    await Promise.race([start, ende]);
    if (!lauf.abbruch.signal.aborted) {
      log(schlusswort(webPortVon(lauf.dienste), optionen.anmeldungen ?? []));
      log(`Bereit nach ${((performance.now() - beginn) / 1000).toFixed(1).replace(".", ",")} Sekunden.`);
    }
    await ende;
    log("\nFachwerk wird beendet …");
    // A start that was interrupted half way ends by itself; only then is it known what there is to stop.
    await start.catch(() => {});
    await beendeAlles(lauf);
    log("Fachwerk ist beendet. Die Daten bleiben erhalten.");
    return 0;
  } catch (error) {
    const gewollt = lauf.abbruch.signal.aborted;
    if (!gewollt) process.stderr.write(`\n${error instanceof Error ? error.message : error}\n`);
    lauf.abbruch.abort(error);
    await start?.catch(() => {});
    await beendeAlles(lauf);
    return gewollt ? 0 : 1;
  }
}
