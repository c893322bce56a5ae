import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";

export type MigrationReport = { applied: string[]; alreadyThere: number };

const FOLDER = join(import.meta.dirname, "../../../db/migrations");
const LOCK = 7_240_951;

/** Roles belong to the server, not to one database: created once, kept when they exist. */
const ROLES = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'fachwerk_app') then
    create role fachwerk_app nologin;
  end if;
  if not pg_has_role(current_user, 'fachwerk_app', 'member') then
    execute format('grant fachwerk_app to %I', current_user);
  end if;
exception when duplicate_object or unique_violation then null;  -- another process was first
end $$`;

async function requireBypass(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ok: boolean; version: number }>(
    "select rolsuper or rolbypassrls as ok, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user",
  );
  if ((rows[0]?.version ?? 0) < 150_000) throw new Error("Fachwerk braucht PostgreSQL 15 oder neuer.");
  if (!rows[0]?.ok) {
    throw new Error(
      "Die Rolle in DATABASE_URL darf Zeilenrechte nicht umgehen. Bitte `alter role … bypassrls` ausführen: sonst verändern Migrationen unbemerkt keine Zeile.",
    );
  }
}

/**
 * Applies the files of `db/migrations/` that are missing, in order, each in its own transaction, under one advisory lock.
 * @throws when a file that was applied earlier has changed since: migrations are never edited
 */
export async function migrate(ownerUrl: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "fachwerk-migriere" });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await requireBypass(client);
    await client.query(ROLES);
    await client.query("create schema if not exists fachwerk");
    await client.query(
      "create table if not exists fachwerk.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    await client.query("comment on table fachwerk.migration is 'klasse: installation'");
    const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from fachwerk.migration");
    const known = new Map(rows.map((row) => [row.name, row.sha256]));
    const applied: string[] = [];
    for (const name of (await readdir(FOLDER)).filter((file) => file.endsWith(".sql")).sort()) {
      const sql = await readFile(join(FOLDER, name), "utf8");
      const sha256 = createHash("sha256").update(sql).digest("hex");
      const before = known.get(name);
      if (before === sha256) continue;
      if (before) throw new Error(`Die Migration ${name} wurde nach ihrer Anwendung verändert. Bitte eine neue Datei anlegen.`);
      await applyOne(client, name, sql, sha256);
      applied.push(name);
    }
    return { applied, alreadyThere: known.size };
  } finally {
    await client.end();
  }
}

async function applyOne(client: pg.Client, name: string, sql: string, sha256: string): Promise<void> {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query("insert into fachwerk.migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${name} ist gescheitert: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
