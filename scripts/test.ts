// Behind `npm test`: type check, lint, then every *.test.ts against one PostgreSQL, the browser beside them. `npm test -- kalender` runs the
// files whose path contains the word, without the checks. The last line is always `N passed, N failed, N skipped`.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findDatabases, startEmbedded } from "#db";
import { findeBrowser } from "../test/browser/finde-browser.ts";
import { ensureTemplate } from "../test/helpers/db.ts";
import { ENV_APP, ENV_OWNER } from "../test/helpers/server.ts";
import { checks } from "./test/checks.ts";
import { browserFiles, testFiles } from "./test/files.ts";
import { addUp, closingLine, type Totals } from "./test/report.ts";
import { runFiles } from "./test/run-files.ts";

const WHOLE_RUN_MS = 11 * 60_000;
const FILE_MS = 240_000;

const root = join(import.meta.dirname, "..");
process.chdir(root);
// Every test file is a process: compiled code of the last one halves its start.
process.env.NODE_COMPILE_CACHE ??= join(root, "node_modules/.cache/fachwerk");
const filters = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const say = (text: string) => void process.stdout.write(`${text}\n`);
const stopped = new AbortController();

/** Folders of earlier runs that were killed; the number in the name is their process. */
function sweepFolders(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith("fachwerk-lauf-"))) {
    try {
      process.kill(Number(name.split("-")[2]), 0);
    } catch {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

/** One server for the whole run, thrown away at its end, unless DATABASE_URL names one. */
async function startDatabase(): Promise<{ stop(): Promise<void> }> {
  const given = findDatabases();
  const dir = given ? undefined : mkdtempSync(join(tmpdir(), `fachwerk-lauf-${process.pid}-`));
  const embedded = dir ? await startEmbedded({ dir, unsafeFast: true, endsWith: "parent" }) : undefined;
  const urls = given ?? embedded;
  if (urls) Object.assign(process.env, { [ENV_OWNER]: urls.ownerUrl, [ENV_APP]: urls.appUrl });
  await ensureTemplate();
  return {
    async stop() {
      await embedded?.stop();
      if (dir) rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function browserStage(files: string[]): Promise<Totals> {
  if (files.length === 0) return addUp();
  const found = await findeBrowser(say);
  if ("grund" in found) {
    say(`\nBrowser: ${found.grund}`);
    for (const file of files) say(`  – ${file} übersprungen: kein Browser`);
    return { passed: 0, failed: 0, skipped: files.length };
  }
  process.env.FACHWERK_BROWSER = found.pfad;
  say(`\nBrowser (${found.pfad})`);
  return runFiles(files, { concurrency: 2, timeout: FILE_MS, signal: stopped.signal, say });
}

async function unitStage(files: string[]): Promise<Totals> {
  if (files.length === 0) return addUp();
  say("\nTests");
  // One more than cores: some wait minutes for a lost worker's jobs to be taken over.
  return runFiles(files, { concurrency: 3, timeout: FILE_MS, signal: stopped.signal, say });
}

async function main(): Promise<Totals> {
  const matches = (file: string) => filters.length === 0 || filters.some((word) => file.includes(word));
  const unit = testFiles(root).filter(matches);
  const browser = browserFiles(root).filter(matches);
  if (filters.length > 0 && unit.length + browser.length === 0) {
    say(`Keine Testdatei enthält „${filters.join("“ oder „")}“ in ihrem Pfad.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  sweepFolders();
  const checked = filters.length > 0 ? Promise.resolve(addUp()) : checks(root, say);
  const database = startDatabase();
  const totals = [await checked];
  const server = await database;
  try {
    // Side by side: browser tests wait for pages, others for the clock, and together they use what each leaves free.
    totals.push(...(await Promise.all([unitStage(unit), browserStage(browser)])));
  } finally {
    await server.stop();
  }
  return addUp(...totals);
}

let late = false;
setTimeout(() => {
  late = true;
  stopped.abort();
}, WHOLE_RUN_MS).unref();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopped.abort());

const totals = await main().catch((error: unknown) => {
  say(`\n${error instanceof Error ? error.stack : error}`);
  return { passed: 0, failed: 1, skipped: 0 };
});
if (late) say(`\nDer Lauf wurde nach ${WHOLE_RUN_MS / 60_000} Minuten abgebrochen.`);
if (stopped.signal.aborted) totals.failed = Math.max(1, totals.failed);
say(`\n${closingLine(totals)}`);
process.exit(totals.failed > 0 ? 1 : 0);
