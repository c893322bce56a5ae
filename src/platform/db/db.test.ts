import assert from "node:assert/strict";
import { createServer, connect as dial, type Socket } from "node:net";
import { after, before, describe, test } from "node:test";
import { type TestDb, testDb } from "../../../test/helpers/db.ts";
import { createDb, type Db, DbUnavailable } from "./db.ts";

/** The way to the database, where connections can die without anybody noticing until they are used again, as behind a failover. */
async function createWay(appUrl: string) {
  const target = new URL(appUrl);
  const host = target.searchParams.get("host") ?? target.hostname;
  const port = Number(target.port || target.searchParams.get("port") || 5432);
  const lent = new Set<Socket>();
  const dead = new Set<Socket>();
  const way = createServer((client) => {
    lent.add(client);
    const server = host.startsWith("/") ? dial(`${host}/.s.PGSQL.${port}`) : dial(port, host);
    client.on("data", (data) => (dead.has(client) ? client.destroy() : server.write(data)));
    server.on("data", (data) => dead.has(client) || client.write(data));
    client.on("close", () => server.destroy());
    client.on("error", () => {});
    server.on("error", () => {});
  });
  await new Promise<void>((ready) => way.listen(0, "127.0.0.1", ready));
  const address = way.address();
  target.searchParams.delete("host");
  target.searchParams.delete("port");
  target.hostname = "127.0.0.1";
  target.port = String(typeof address === "object" ? address?.port : 0);
  return {
    url: target.toString(),
    /** From now on each of these answers with its end. @returns how many */
    kill: () => {
      const count = lent.size;
      for (const socket of lent) dead.add(socket);
      lent.clear();
      return count;
    },
    close: () => {
      for (const socket of [...lent, ...dead]) socket.destroy();
      return new Promise((done) => way.close(done));
    },
  };
}

describe("connections that died while they waited", () => {
  let testdb: TestDb;
  let way: Awaited<ReturnType<typeof createWay>>;
  let db: Db;
  before(async () => {
    testdb = await testDb();
    way = await createWay(testdb.appUrl);
    db = createDb(way.url, { size: 4 });
  });
  after(async () => {
    await db.close();
    await way.close();
    await testdb.close();
  });
  const ask = () => db.inTransaction("installation", async (tx) => (await tx.query<{ x: number }>("select 1 as x")).rows[0]?.x);

  test("the database is back: nobody who asks hears of it, although every connection in the pool is dead", async () => {
    await Promise.all([ask(), ask(), ask(), ask()]);
    assert.equal(way.kill(), 4);
    assert.deepEqual(await Promise.all([ask(), ask(), ask(), ask(), ask(), ask()]), [1, 1, 1, 1, 1, 1]);
  });

  test("one that dies in the middle of a transaction is told: what was done is not known to have held", async () => {
    let runs = 0;
    const broken = db.inTransaction("installation", async (tx) => {
      runs++;
      await tx.query("select 1");
      way.kill();
      await tx.query("select 1");
    });
    await assert.rejects(broken, DbUnavailable);
    assert.equal(runs, 1, "and never done twice in silence");
    assert.equal(await ask(), 1);
  });
});
