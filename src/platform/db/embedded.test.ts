import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { findEmbedded, startEmbedded } from "#db";

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("embedded PostgreSQL", () => {
  let dir: string;
  const status: string[] = [];
  const start = () => startEmbedded({ dir, unsafeFast: true, endsWith: "parent", onStatus: (text) => status.push(text) });
  const data = () => join(dir, "postgres");
  const pid = () => Number(readFileSync(join(data(), "postmaster.pid"), "utf8").split("\n")[0]);
  before(() => {
    // Spaces and a length that no socket could have.
    dir = join(mkdtempSync(join(tmpdir(), "fachwerk db ")), "ä".repeat(60));
  });
  after(async () => {
    if (await findEmbedded(dir)) await (await start()).stop();
    rmSync(join(dir, ".."), { recursive: true, force: true });
  });

  test("starts from nothing, with an owner that is no superuser and an application role that row security binds", async () => {
    const server = await start();
    assert.equal(server.adopted, false);
    const rights = "select current_user as name, rolsuper, rolbypassrls, rolcreatedb from pg_roles where rolname = current_user";
    assert.deepEqual(await ask(server.ownerUrl, rights), [
      { name: "fachwerk_owner", rolsuper: false, rolbypassrls: true, rolcreatedb: true },
    ]);
    assert.deepEqual(await ask(server.appUrl, rights), [
      { name: "fachwerk_app", rolsuper: false, rolbypassrls: false, rolcreatedb: false },
    ]);
    await ask(server.ownerUrl, "create table merkzettel as select 1 as wert");
  });

  test("a server that runs already is adopted, by several at once", async () => {
    const before = pid();
    const servers = await Promise.all([start(), start(), start()]);
    assert.deepEqual(
      servers.map((server) => server.adopted),
      [true, true, true],
    );
    assert.equal(pid(), before);
    assert.deepEqual(await findEmbedded(dir), { ownerUrl: servers[0]?.ownerUrl, appUrl: servers[0]?.appUrl });
  });

  test("after the server was killed the data are there again", async () => {
    process.kill(pid(), "SIGKILL");
    const server = await start();
    assert.deepEqual(await ask(server.ownerUrl, "select wert from merkzettel"), [{ wert: 1 }]);
  });

  test("a process number in postmaster.pid that belongs to another program by now blocks nothing", async () => {
    await (await start()).stop();
    assert.equal(await findEmbedded(dir), undefined);
    writeFileSync(join(data(), "postmaster.pid"), `${process.pid}\n${data()}\n1\n5432\n/nirgends\n\n\nready\n`);
    const server = await start();
    assert.equal(server.adopted, false);
    await server.stop();
  });

  test("data of another version stay untouched, and the sentence says what to do", async () => {
    writeFileSync(join(data(), "PG_VERSION"), "16\n");
    await assert.rejects(start, /gehören zu PostgreSQL 16.*--frisch/s);
    writeFileSync(join(data(), "PG_VERSION"), "18\n");
  });

  test("a database that does not open stays untouched, and the sentence carries its last message", async () => {
    const control = join(data(), "global/pg_control");
    const whole = readFileSync(control);
    truncateSync(control);
    await assert.rejects(start, /startet nicht\. Sie bleibt unangetastet.*pg_control.*--frisch/s);
    writeFileSync(control, whole);
    const server = await start();
    assert.deepEqual(await ask(server.ownerUrl, "select wert from merkzettel"), [{ wert: 1 }]);
    await server.stop();
  });

  test("a folder that is no database is moved aside, never deleted", async () => {
    rmSync(join(data(), "PG_VERSION"));
    const server = await start();
    const aside = readdirSync(dir).find((name) => name.startsWith("postgres.beschaedigt-"));
    assert.ok(aside && existsSync(join(dir, aside, "base")));
    assert.match(status.join("\n"), /war beschädigt.*beginnt leer/);
    await server.stop();
  });
});
