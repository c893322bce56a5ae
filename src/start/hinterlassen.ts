import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as warte } from "node:timers/promises";
import { z } from "zod";

const Eintrag = z.object({ name: z.string(), pid: z.int().min(2), marke: z.string() });
const Prozesse = z.object({ aufsicht: Eintrag, port: z.int().optional(), kinder: z.array(Eintrag) });
type Eintrag = z.infer<typeof Eintrag>;
type Prozesse = z.infer<typeof Prozesse>;

const datei = (dir: string) => join(dir, "prozesse.json");

/**
 * When a process began, in a form that no later process with the same number can repeat: only so may a number from a file be killed.
 * Undefined: there is no such process.
 */
export function marke(pid: number): string | undefined {
  try {
    if (process.platform === "linux") {
      const start = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      if (start[0] === "Z") return undefined;
      return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${start[19]}`;
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

const lebt = ({ pid, marke: frueher }: Eintrag) => marke(pid) === frueher;

function lies(dir: string): Prozesse | undefined {
  try {
    return Prozesse.parse(JSON.parse(readFileSync(datei(dir), "utf8")));
  } catch {
    return undefined;
  }
}

function signal(pid: number, art: "SIGTERM" | "SIGKILL"): void {
  try {
    process.kill(pid, art);
  } catch {
    // Gone in the meantime, or not ours: both leave nothing to do here.
  }
}

/**
 * Ends what a killed run left behind.
 * @throws when another `fachwerk start` still runs on this data folder
 */
export async function raeumeAuf(dir: string, melde: (text: string) => void): Promise<void> {
  const frueher = lies(dir);
  if (!frueher) return;
  if (lebt(frueher.aufsicht)) {
    throw new Error(
      `Fachwerk läuft hier schon (Prozess ${frueher.aufsicht.pid}${frueher.port ? `, http://localhost:${frueher.port}` : ""}). Bitte dort mit Strg-C beenden, oder mit „kill ${frueher.aufsicht.pid}“.`,
    );
  }
  const uebrig = frueher.kinder.filter(lebt);
  if (uebrig.length > 0)
    melde(`Ein früherer Lauf hat Prozesse hinterlassen, sie werden beendet: ${uebrig.map((kind) => kind.name).join(", ")}`);
  for (const kind of uebrig) signal(kind.pid, "SIGTERM");
  for (const ende = performance.now() + 3_000; uebrig.some(lebt) && performance.now() < ende; ) await warte(50);
  for (const kind of uebrig.filter(lebt)) signal(kind.pid, "SIGKILL");
  rmSync(datei(dir), { force: true });
}

/** The book of running processes; written anew whenever one starts. */
export function fuehreBuch(dir: string, port: number) {
  const kinder = new Map<string, Eintrag>();
  const aufsicht = { name: "start", pid: process.pid, marke: marke(process.pid) ?? "" };
  const schreibe = () => {
    writeFileSync(`${datei(dir)}.neu`, JSON.stringify({ aufsicht, port, kinder: [...kinder.values()] }));
    renameSync(`${datei(dir)}.neu`, datei(dir));
  };
  schreibe();
  return {
    trageEin(name: string, pid: number) {
      kinder.set(name, { name, pid, marke: marke(pid) ?? "" });
      schreibe();
    },
    schliesse: () => rmSync(datei(dir), { force: true }),
  };
}

export type Buch = ReturnType<typeof fuehreBuch>;
