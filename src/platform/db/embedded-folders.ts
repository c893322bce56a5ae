import { createHash } from "node:crypto";
import { chmod, chown, lchown, lstat, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Binaries, prepareBinaries } from "./embedded-binaries.ts";
import { run } from "./embedded-process.ts";

/** The longest path of a Unix socket that Linux (108 with the final zero) and macOS (104) both accept. */
const LONGEST_SOCKET = 103;

/** No account of this number is needed. Below systemd's dynamic users, above the accounts of people and of Debian packages. */
const UID_UNDER_ROOT = 60_942;

const isRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root: then the owner of existing data, or a number of its own. Undefined: run as ourselves. */
export async function serverUid(dataFolder: string): Promise<number | undefined> {
  if (!isRoot()) return undefined;
  const owner = await lstat(dataFolder).then(
    (info) => info.uid,
    () => 0,
  );
  return owner === 0 ? UID_UNDER_ROOT : owner;
}

/**
 * How the server is told where its data lies. Another uid cannot walk through a closed home (`/root` is 0700), but a process may always
 * use the folder it was started in: so root's checkout keeps its data inside itself, and no folder of the user is opened for others.
 */
export function dataArgument(dataFolder: string, uid: number | undefined): string {
  if (uid === undefined) return dataFolder;
  if (process.platform !== "linux")
    throw new Error(
      "Bitte nicht als root starten: das mitgelieferte PostgreSQL läuft auf diesem System nur als gewöhnlicher Benutzer.",
    );
  return "/proc/self/cwd";
}

/** A short folder, because a checkout's path may be long; 0700, because the server trusts everyone who reaches its socket. */
export async function socketFolder(dataFolder: string, uid: number | undefined): Promise<string> {
  const owner = uid ?? process.getuid?.() ?? 0;
  const name = `fw-${createHash("sha256")
    .update(`${await realpath(dataFolder)}:${owner}`)
    .digest("hex")
    .slice(0, 12)}`;
  const parent = Buffer.byteLength(join(tmpdir(), name, ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET ? tmpdir() : "/tmp";
  const wanted = join(parent, name);
  const made = await mkdir(wanted, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (made) {
    if (uid !== undefined) await chown(wanted, uid, uid);
    return wanted;
  }
  const info = await lstat(wanted);
  if (info.isDirectory() && info.uid === owner && (info.mode & 0o077) === 0) return wanted;
  const other = await mkdtemp(join(parent, "fw-"));
  if (uid !== undefined) await chown(other, uid, uid);
  return other;
}

/** initdb asks the system for the name of its user, so it needs one that has a name; the server itself does not. */
async function uidWithName(): Promise<number> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const named = lines.find(([name]) => name === "nobody") ?? lines.find(([, , uid]) => Number(uid) > 0);
  if (!named?.[2])
    throw new Error(
      "In /etc/passwd steht kein Benutzer außer root; das mitgelieferte PostgreSQL braucht einen, zum Beispiel nobody.",
    );
  return Number(named[2]);
}

async function giveTo(folder: string, uid: number): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  await Promise.all(entries.map((entry) => lchown(join(entry.parentPath, entry.name), uid, uid)));
  await lchown(folder, uid, uid);
}

/** Built beside its place and moved there when whole: a run killed in the middle leaves no half database under the real name. */
export async function initialise(dataFolder: string, binaries: Binaries, uid: number | undefined, sync: boolean): Promise<void> {
  const half = `${dataFolder}.entsteht`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { mode: 0o700 });
  const as = uid === undefined ? undefined : await uidWithName();
  if (as !== undefined) await chown(half, as, as);
  const args = [
    `--pgdata=${dataArgument(half, as)}`,
    "--username=postgres",
    "--encoding=UTF8",
    // Sorts by code point whatever the machine's C library is: an update of the system cannot damage an index.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--auth-local=trust",
    "--auth-host=reject",
    "--no-instructions",
    ...(sync ? [] : ["--no-sync"]),
  ];
  const { code, output } = await run(binaries.initdb, args, { cwd: half, ...(as !== undefined && { uid: as }) });
  if (code !== 0) throw new Error(`Die Datenbank ließ sich nicht anlegen (initdb, Ende ${code}): ${output.trim().slice(-600)}`);
  if (uid !== undefined) await giveTo(half, uid);
  await rename(half, dataFolder);
}

export type Condition = "absent" | "usable";

/**
 * Looks at the data folder before a server touches it. Never deletes: what is no database of ours is moved aside.
 * @throws when the data belong to another major version of PostgreSQL, with a German sentence that says what to do
 */
export async function inspectData(dataFolder: string, binaries: Binaries, onStatus: (text: string) => void): Promise<Condition> {
  const content = await readdir(dataFolder).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return ["?"];
    throw error;
  });
  if (!content) return "absent";
  if (content.length === 0) {
    await rm(dataFolder, { recursive: true });
    return "absent";
  }
  const version = await readFile(join(dataFolder, "PG_VERSION"), "utf8").then(
    (text) => text.trim(),
    () => "",
  );
  if (version === binaries.majorVersion) return "usable";
  if (/^\d+$/.test(version)) {
    throw new Error(
      `Die Daten in ${dataFolder} gehören zu PostgreSQL ${version}, mitgeliefert ist ${binaries.majorVersion}. Sie bleiben unangetastet. Bitte mit der alten Version sichern und einspielen, oder mit „npm start -- --frisch“ neu beginnen.`,
    );
  }
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[:T]/g, "-");
  const aside = `${dataFolder}.beschaedigt-${stamp}`;
  await rename(dataFolder, aside);
  onStatus(
    `Der Datenordner der Datenbank war beschädigt (PG_VERSION fehlt). Er liegt jetzt unter ${aside}; die Datenbank beginnt leer.`,
  );
  return "absent";
}

/** @throws with a German sentence when the folder cannot be made or written */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rm(await mkdtemp(join(folder, ".schreibprobe-")), { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? cause.code : cause;
    throw new Error(
      reason === "ENOSPC"
        ? `Auf dem Datenträger von ${folder} ist kein Platz mehr. Bitte Platz schaffen und erneut starten.`
        : `Der Ordner ${folder} ist nicht beschreibbar (${reason}). Bitte Schreibrecht geben, oder mit FACHWERK_DATEN=/anderer/ordner einen anderen wählen.`,
      { cause },
    );
  }
}

/** Only the server's user may enter: PostgreSQL insists on it, and a backup tool may have widened it. */
export const closeToOthers = (dataFolder: string) => chmod(dataFolder, 0o700);

/** prepareBinaries for the uid that will run them. */
export const binariesFor = (uid: number | undefined) => prepareBinaries(uid !== undefined);
