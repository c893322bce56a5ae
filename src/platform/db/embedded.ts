import { closeSync, openSync, statSync, writeFileSync } from "node:fs";
import { mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  binariesFor,
  closeToOthers,
  dataArgument,
  initialise,
  inspectData,
  requireWritable,
  serverUid,
  socketFolder,
} from "./embedded-folders.ts";
import { clearStalePid, isAlive, launch, mayServe, readPostmaster, stopServer } from "./embedded-process.ts";
import { watchOver } from "./embedded-watch.ts";

export type Embedded = {
  /** Owner of the database `fachwerk`: migrates, passes row security, is no superuser. */
  ownerUrl: string;
  /** The application's role: row security holds for it. */
  appUrl: string;
  /** The server ran already, left over by a run that was killed or started by another process. */
  adopted: boolean;
  /** Fast shutdown, waits until the server is gone. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** The data folder of the installation (`.fachwerk`); the cluster lies in `postgres` below it. */
  dir: string;
  /** German progress and remarks for the person at the terminal. */
  onStatus?: (text: string) => void;
  /** For tests: nothing is forced to disk. */
  unsafeFast?: boolean;
  /** `parent`: ends with this process, however it dies. `idle`: ends five minutes after `dir/benutzt` was last touched. */
  endsWith?: "parent" | "idle";
};

const settings = (socket: string, fast: boolean) => ({
  listen_addresses: "",
  unix_socket_directories: socket,
  port: "5432",
  // Tests: many files at once, each with the pools of server and workers.
  max_connections: fast ? "300" : "100",
  shared_buffers: "256MB",
  wal_compression: "on",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  jit: "off",
  fsync: fast ? "off" : "on",
  // Costs nothing without fsync, and a killed test server still knows what it acknowledged.
  synchronous_commit: "on",
  full_page_writes: fast ? "off" : "on",
  timezone: "UTC",
  log_timezone: "UTC",
  // A second or later of recovery is normal after a kill; a message in another language could not be read at start.
  lc_messages: "C",
});

const urlFor = (role: string, socket: string, database = "fachwerk") =>
  `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(socket)}`;

async function connectAs(role: string, socket: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: urlFor(role, socket, database), connectionTimeoutMillis: 3_000 });
  await client.connect();
  return client;
}

/** Roles and database are completed on every start: a run killed between the two statements heals here. */
async function ensureRoles(socket: string): Promise<void> {
  const client = await connectAs("postgres", socket, "postgres");
  try {
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'fachwerk_app') then create role fachwerk_app login; end if;
        if not exists (select from pg_roles where rolname = 'fachwerk_owner') then
          create role fachwerk_owner login createdb createrole bypassrls;
        end if;
        if not pg_has_role('fachwerk_owner', 'fachwerk_app', 'member') then
          grant fachwerk_app to fachwerk_owner with admin option;
        end if;
      end $$`);
    const { rowCount } = await client.query("select from pg_database where datname = 'fachwerk'");
    if (!rowCount) await client.query("create database fachwerk owner fachwerk_owner");
  } finally {
    await client.end();
  }
}

/** The server of this data folder, if one runs and answers. */
export async function findEmbedded(dir: string): Promise<{ ownerUrl: string; appUrl: string } | undefined> {
  const dataFolder = join(dir, "postgres");
  const found = await readPostmaster(dataFolder);
  if (!found?.socketFolder || !(await mayServe(found.pid, dataFolder))) return undefined;
  return { ownerUrl: urlFor("fachwerk_owner", found.socketFolder), appUrl: urlFor("fachwerk_app", found.socketFolder) };
}

/** Two starts at once must not both run initdb. The lock holds the number of its process, so that a killed one blocks nobody. */
async function underLock<T>(dir: string, fn: () => Promise<T>): Promise<T> {
  const file = join(dir, "postgres.sperre");
  const end = performance.now() + 60_000;
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const holder = Number(await readFile(file, "utf8").catch(() => ""));
      if ((holder > 0 && !isAlive(holder)) || performance.now() > end) await rm(file, { force: true });
      else await sleep(50);
    }
  }
  try {
    return await fn();
  } finally {
    await rm(file, { force: true });
  }
}

/** A server that already runs here is used as it is: it survives the `kill -9` of its starter, and its data with it. */
async function adopt(dataFolder: string, onStatus: (text: string) => void): Promise<string | undefined> {
  const end = performance.now() + 30_000;
  for (let told = false; performance.now() < end; ) {
    const found = await readPostmaster(dataFolder);
    if (!found || !(await mayServe(found.pid, dataFolder))) return undefined;
    if (found.ready && found.socketFolder) {
      const reached = await connectAs("postgres", found.socketFolder, "postgres").catch(() => undefined);
      await reached?.end();
      if (reached) return found.socketFolder;
    }
    if (!told) onStatus("Die Datenbank läuft noch von einem früheren Start; es wird gewartet, bis sie bereit ist …");
    told = true;
    await sleep(100);
  }
  throw new Error(
    `In ${dataFolder} läuft ein PostgreSQL, das nicht antwortet. Bitte beenden (Nummer in postmaster.pid) und erneut starten.`,
  );
}

function openLog(dir: string): { path: string; fd: number } {
  const path = join(dir, "postgres.log");
  const long = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (long > 5_000_000) writeFileSync(path, "");
  return { path, fd: openSync(path, "a", 0o600) };
}

/** @returns undefined when the server is ready, else what it wrote last */
async function launchOnce(
  program: string,
  args: string[],
  dataFolder: string,
  dir: string,
  uid?: number,
): Promise<string | undefined> {
  const log = openLog(dir);
  const before = statSync(log.path).size;
  const child = launch(program, args, { cwd: dataFolder, log: log.fd, ...(uid !== undefined && { uid }) });
  closeSync(log.fd);
  let ended: string | undefined;
  child.on("error", (error) => (ended = error.message));
  child.on("exit", (code, signal) => (ended ??= `Ende ${code ?? signal}`));
  while (ended === undefined) {
    const found = await readPostmaster(dataFolder);
    if (found?.pid === child.pid && found?.ready) return undefined;
    await sleep(15);
  }
  const wrote = (await readFile(log.path)).subarray(before).toString().trim().split("\n").slice(-4).join(" | ");
  return wrote || ended;
}

async function startServer(options: EmbeddedOptions, dataFolder: string, onStatus: (text: string) => void): Promise<string> {
  const uid = await serverUid(dataFolder);
  const binaries = await binariesFor(uid);
  if ((await inspectData(dataFolder, binaries, onStatus)) === "absent") {
    onStatus("Die Datenbank wird angelegt …");
    await initialise(dataFolder, binaries, uid, !options.unsafeFast);
  }
  await closeToOthers(dataFolder);
  const socket = await socketFolder(dataFolder, uid);
  const pairs = Object.entries(settings(socket, options.unsafeFast ?? false)).flatMap(([key, value]) => [
    "-c",
    `${key}=${value}`,
  ]);
  const args = ["-D", dataArgument(dataFolder, uid), ...pairs];
  // After `kill -9` of everything, shared memory and sockets of the old server may take some seconds to go.
  const end = performance.now() + 8_000;
  for (;;) {
    await clearStalePid(dataFolder);
    const trouble = await launchOnce(binaries.postgres, args, dataFolder, options.dir, uid);
    if (trouble === undefined) return socket;
    if (!/still in use|lock file|already exists|Address already in use/i.test(trouble) || performance.now() > end)
      throw new Error(
        `Die Datenbank in ${dataFolder} startet nicht. Sie bleibt unangetastet; ihre letzte Meldung: ${trouble}. Ganz neu beginnen: npm start -- --frisch`,
      );
    await sleep(300);
  }
}

/**
 * Starts the PostgreSQL that npm brought, reachable through a Unix socket only, or adopts the one that already runs on this folder.
 * @throws Error with a German sentence that says what to do: folder not writable, data of another version, server does not start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const onStatus = options.onStatus ?? (() => {});
  await requireWritable(options.dir);
  await mkdir(options.dir, { recursive: true });
  const dataFolder = join(await realpath(options.dir), "postgres");
  return underLock(options.dir, async () => {
    const running = await adopt(dataFolder, onStatus);
    const socket = running ?? (await startServer(options, dataFolder, onStatus));
    await ensureRoles(socket);
    const watch = options.endsWith && !running ? await watchOver(options.dir, dataFolder, options.endsWith) : undefined;
    return {
      ownerUrl: urlFor("fachwerk_owner", socket),
      appUrl: urlFor("fachwerk_app", socket),
      adopted: running !== undefined,
      async stop() {
        await stopServer(dataFolder);
        watch?.release();
        await rm(socket, { recursive: true, force: true });
      },
    };
  });
}
