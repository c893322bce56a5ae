import { type ChildProcess, spawn } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What a running server writes about itself into `postmaster.pid`. */
export type Postmaster = { pid: number; socketFolder: string; ready: boolean };

export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const lines = await readFile(join(dataFolder, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return undefined;
  return { pid, socketFolder: lines[4]?.trim() ?? "", ready: lines[7]?.trim() === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** False only when it is certain: a number in `postmaster.pid` may belong to another process by now, above all in a container. */
export async function mayServe(pid: number, dataFolder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(dataFolder));
  } catch {
    // Not ours to look at: then it is not our server either, which runs under our own uid or under one that root may read.
    return false;
  }
}

/** A `postmaster.pid` whose process is gone, or is certainly another program, is taken away; the server would else refuse to start. */
export async function clearStalePid(dataFolder: string): Promise<void> {
  const found = await readPostmaster(dataFolder);
  if (found && !(await mayServe(found.pid, dataFolder))) await rm(join(dataFolder, "postmaster.pid"), { force: true });
}

/** Fast shutdown: sessions are ended, everything is written, the next start needs no recovery. */
export async function stopServer(dataFolder: string, patienceMs = 20_000): Promise<void> {
  const found = await readPostmaster(dataFolder);
  if (!found || !(await mayServe(found.pid, dataFolder))) return;
  const end = performance.now() + patienceMs;
  process.kill(found.pid, "SIGINT");
  while (isAlive(found.pid) && (await mayServe(found.pid, dataFolder))) {
    if (performance.now() > end) {
      process.kill(found.pid, "SIGQUIT");
      await sleep(500);
      return;
    }
    await sleep(20);
  }
}

export type Finished = { code: number | null; output: string };

/** Runs a program to its end and hands back what it printed. */
export function run(program: string, args: string[], options: { cwd: string; uid?: number }): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...identity(options.uid),
      cwd: options.cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: environment(),
    });
    let output = "";
    const collect = (part: Buffer) => (output += part);
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** In a session of its own: Ctrl-C in the terminal must reach the application first and the database last, by our hand. */
export function launch(program: string, args: string[], options: { cwd: string; uid?: number; log: number }): ChildProcess {
  const child = spawn(program, args, {
    ...identity(options.uid),
    cwd: options.cwd,
    detached: true,
    stdio: ["ignore", options.log, options.log],
    env: environment(),
  });
  child.unref();
  return child;
}

const identity = (uid: number | undefined) => (uid === undefined ? {} : { uid, gid: uid });

/** PG… variables of the caller would steer our server; messages stay English because the start-up reads them. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([key]) => !key.startsWith("PG") && !key.startsWith("LC_") && key !== "LANG");
  return { ...Object.fromEntries(own), LC_ALL: "C" };
}
