import { createHash, randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "#db";
import { migrateJobs } from "#jobs";
import { testServer } from "./server.ts";

export type TestDb = {
  /** Migrates; passes row security; no superuser. */
  ownerUrl: string;
  /** Row security holds. */
  appUrl: string;
  /** Ends open sessions and drops the database. */
  close(): Promise<void>;
};

const ROOT = join(import.meta.dirname, "../..");
const LOCK = 7_240_952;
const AN_HOUR = 3_600_000;

/** The same name for the same schema: files that shape it are hashed, so that a stale template is never cloned. */
async function templateName(): Promise<string> {
  const hash = createHash("sha256");
  const migrations = (await readdir(join(ROOT, "db/migrations"))).filter((name) => name.endsWith(".sql")).sort();
  const files = [
    ...migrations.map((name) => `db/migrations/${name}`),
    "src/platform/jobs/migrate-jobs.ts",
    "src/platform/db/migrate.ts",
  ];
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  hash.update(await readFile(join(ROOT, "node_modules/pg-boss/package.json")));
  return `fachwerk_vorlage_${hash.digest("hex").slice(0, 12)}`;
}

function inDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}

async function asOwner<T>(ownerUrl: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "fachwerk-test" });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}

/** Test databases of killed runs and templates of other schemas. The time is in the name; one in use refuses to go, which is right. */
async function sweep(client: pg.Client, keep: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'fachwerk\\_test\\_%' or datname like 'fachwerk\\_vorlage\\_%'",
  );
  for (const { datname } of rows) {
    const born = Number.parseInt(datname.split("_")[2] ?? "", 36);
    const old = datname.startsWith("fachwerk_vorlage_") ? datname !== keep : Date.now() - born > AN_HOUR;
    if (old) await client.query(`drop database if exists ${pg.escapeIdentifier(datname)}`).catch(() => {});
  }
}

/** Migrates the template once per schema and server, whoever comes first; the others wait. */
export async function ensureTemplate(): Promise<{ ownerUrl: string; appUrl: string; template: string }> {
  const { ownerUrl, appUrl } = await testServer();
  const template = await templateName();
  await asOwner(ownerUrl, async (client) => {
    const exists = async () => (await client.query("select from pg_database where datname = $1", [template])).rowCount === 1;
    if (await exists()) return;
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    if (await exists()) return;
    await sweep(client, template);
    const half = `${template}_entsteht`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(`create database ${half}`);
    await migrate(inDatabase(ownerUrl, half));
    await migrateJobs(inDatabase(ownerUrl, half), []);
    await client.query(`alter database ${half} rename to ${template}`);
  });
  return { ownerUrl, appUrl, template };
}

let prepared: ReturnType<typeof ensureTemplate> | undefined;

/**
 * A migrated, empty database of its own for a test file. Works under `npm test` and for one file run by hand.
 * @param options.jobs queues to create, as `migrateJobs` takes them
 */
export async function testDb(options: { jobs?: Parameters<typeof migrateJobs>[1] } = {}): Promise<TestDb> {
  prepared ??= ensureTemplate();
  const { ownerUrl, appUrl, template } = await prepared;
  const name = `fachwerk_test_${Date.now().toString(36)}_${randomBytes(4).toString("hex")}`;
  await asOwner(ownerUrl, (client) => client.query(`create database ${name} template ${template}`));
  const urls = { ownerUrl: inDatabase(ownerUrl, name), appUrl: inDatabase(appUrl, name) };
  if (options.jobs?.length) await migrateJobs(urls.ownerUrl, options.jobs);
  return {
    ...urls,
    close: () => asOwner(ownerUrl, (client) => drop(client, name)),
  };
}

/** A vacuum under way belongs to the superuser and may not be ended by the owner: it is waited for. */
async function drop(client: pg.Client, database: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      await client.query(`drop database if exists ${database} with (force)`);
      return;
    } catch (error) {
      const vacuumed = error instanceof pg.DatabaseError && error.code === "42501";
      if (!vacuumed || attempt === 20) throw error;
      await new Promise((done) => setTimeout(done, 250));
    }
}
