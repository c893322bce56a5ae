import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as warte } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Dienst } from "./dienste.ts";
import type { Buch } from "./hinterlassen.ts";

export type Umgebung = {
  wurzel: string;
  env: NodeJS.ProcessEnv;
  /** One line of a child's output. */
  zeile: (name: string, text: string) => void;
  buch: Buch;
  /** Raised when the person stops Fachwerk while it is still starting. */
  abbruch: AbortSignal;
};

const START_MS = 60_000;
const ERSTE_PAUSE_MS = 500;
const LAENGSTE_PAUSE_MS = 15_000;
/** Who ran this long was well; a crash after it is a new one. */
const GESUND_MS = 30_000;

const mitEltern = pathToFileURL(join(import.meta.dirname, "mit-eltern.ts")).href;

/**
 * A child in a session of its own: Ctrl-C in the terminal reaches only us, and we stop the children in their order.
 * The channel (ipc) carries nothing; that it closes tells the child that we are gone.
 */
export function starteKind(umgebung: Umgebung, name: string, argumente: readonly string[]): ChildProcess {
  const kind = spawn(process.execPath, ["--import", "tsx", "--import", mitEltern, ...argumente], {
    cwd: umgebung.wurzel,
    env: umgebung.env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  if (kind.pid) umgebung.buch.trageEin(name, kind.pid);
  return kind;
}

const zuEnde = (kind: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    if (kind.exitCode !== null || kind.signalCode !== null) return resolve(String(kind.exitCode ?? kind.signalCode));
    kind.once("exit", (code, art) => resolve(String(code ?? art)));
    kind.once("error", (error) => resolve(error.message));
  });

function lausche(kind: ChildProcess, jeZeile: (text: string) => void): void {
  for (const strom of [kind.stdout, kind.stderr]) if (strom) createInterface({ input: strom }).on("line", jeZeile);
}

/** Runs a command of ours to its end, for instance `migriere`. @throws with its last lines when it fails */
export async function fuehreBefehlAus(umgebung: Umgebung, befehl: readonly string[]): Promise<void> {
  umgebung.abbruch.throwIfAborted();
  const kind = starteKind(umgebung, befehl.join(" "), ["src/cli.ts", ...befehl]);
  const brichAb = () => kind.kill("SIGTERM");
  umgebung.abbruch.addEventListener("abort", brichAb, { once: true });
  const letzte: string[] = [];
  lausche(kind, (text) => {
    letzte.push(text);
    if (letzte.length > 12) letzte.shift();
    umgebung.zeile(befehl[0] ?? "", text);
  });
  const ende = await zuEnde(kind);
  umgebung.abbruch.removeEventListener("abort", brichAb);
  umgebung.abbruch.throwIfAborted();
  if (ende !== "0") throw new Error(`„fachwerk ${befehl.join(" ")}“ ist gescheitert (Ende ${ende}):\n${letzte.join("\n")}`);
}

export type Prozess = { readonly dienst: Dienst; bereit: Promise<void>; beende(geduldMs: number): Promise<void> };

/** Starts a Dienst and keeps it running: after a crash again, each time a little later. */
export function halteAmLaufen(umgebung: Umgebung, dienst: Dienst): Prozess {
  let kind: ChildProcess | undefined;
  let gewollt = true;
  const abbruch = new AbortController();

  /** Resolves when the child is ready, rejects when it ends before. */
  const einmal = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const letzte: string[] = [];
      const neu = starteKind(umgebung, dienst.name, [dienst.datei]);
      kind = neu;
      const frist = setTimeout(
        () => reject(new Error(`${dienst.name} wurde in ${START_MS / 1000} Sekunden nicht bereit.`)),
        START_MS,
      );
      lausche(neu, (text) => {
        if (text.startsWith(`bereit ${dienst.name}`)) {
          clearTimeout(frist);
          resolve();
          return;
        }
        letzte.push(text);
        if (letzte.length > 12) letzte.shift();
        umgebung.zeile(dienst.name, text);
      });
      void zuEnde(neu).then((ende) => {
        clearTimeout(frist);
        reject(new Error(`${dienst.name} ist beim Start beendet worden (Ende ${ende}):\n${letzte.join("\n")}`));
      });
    });

  const wache = async () => {
    for (let pause = ERSTE_PAUSE_MS; gewollt; ) {
      const seit = performance.now();
      const ende = kind ? await zuEnde(kind) : "nicht gestartet";
      if (!gewollt) return;
      if (performance.now() - seit > GESUND_MS) pause = ERSTE_PAUSE_MS;
      umgebung.zeile(dienst.name, `beendet (${ende}), neuer Start in ${pause / 1000} s`);
      await warte(pause, undefined, { signal: abbruch.signal }).catch(() => {});
      pause = Math.min(pause * 2, LAENGSTE_PAUSE_MS);
      if (gewollt) await einmal().catch(() => {});
    }
  };

  const bereit = einmal();
  bereit.then(wache).catch(() => {});
  return {
    dienst,
    bereit,
    async beende(geduldMs) {
      gewollt = false;
      abbruch.abort();
      if (!kind || kind.exitCode !== null || kind.signalCode !== null) return;
      const ende = zuEnde(kind);
      kind.kill("SIGTERM");
      const rechtzeitig = await Promise.race([ende.then(() => true), warte(geduldMs, false)]);
      if (!rechtzeitig) kind.kill("SIGKILL");
      await ende;
    },
  };
}
