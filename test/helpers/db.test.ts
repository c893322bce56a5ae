import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import pg from "pg";
import { createDb } from "#db";
import { type TestDb, testDb } from "./db.ts";

describe("testDb", () => {
  let first: TestDb;
  let second: TestDb;
  before(async () => {
    [first, second] = await Promise.all([testDb(), testDb()]);
  });
  after(async () => {
    await Promise.all([first.close(), second.close()]);
  });

  const ask = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };

  test("gives two files two databases", () => {
    assert.notEqual(first.ownerUrl, second.ownerUrl);
  });

  test("is migrated", async () => {
    const rows = await ask(first.ownerUrl, "select name from fachwerk.migration order by name");
    assert.ok(rows.length > 0);
  });

  test("the application connects as a role that row security binds, the owner as one that passes it", async () => {
    const rights = "select rolsuper, rolbypassrls from pg_roles where rolname = current_user";
    assert.deepEqual(await ask(first.appUrl, rights), [{ rolsuper: false, rolbypassrls: false }]);
    const [owner] = await ask(first.ownerUrl, rights);
    assert.equal(owner?.rolbypassrls, true);
  });

  test("refuses a tenant's table where no Mandant is set", async () => {
    const db = createDb(first.appUrl);
    try {
      await assert.rejects(
        db.inTransaction("installation", (tx) => tx.query("select * from sitzung")),
        /no Mandant set/,
      );
    } finally {
      await db.close();
    }
  });
});
