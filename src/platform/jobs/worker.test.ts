import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { z } from "zod";
import { createDb, type Db, DbUnavailable } from "#db";
import { type TestDb, testDb } from "../../../test/helpers/db.ts";
import { createJobs, defineJob, doEach, inTurn, type Jobs, startWorker, type Worker } from "./index.ts";

type Notes = { started: number; done: string[] };
const eingang = z.object({ name: z.string(), ms: z.number() });
const act = async ({ name, ms }: z.infer<typeof eingang>, notes: Notes) => {
  notes.started++;
  await new Promise((done) => setTimeout(done, ms));
  notes.done.push(name);
};
const first = defineJob({ name: "test.first", eingang, fuehreAus: act });
const hopeless = defineJob({
  name: "test.hopeless",
  eingang: z.object({}),
  versuche: 0,
  fuehreAus: async () => assert.fail("never works"),
});
const second = defineJob({ name: "test.second", eingang, nachrangig: true, fuehreAus: act });

describe("a worker", () => {
  let umgebung: TestDb;
  let db: Db;
  let jobs: Jobs;
  let worker: Worker;
  const notes: Notes = { started: 0, done: [] };
  before(async () => {
    umgebung = await testDb({ jobs: [first, second, hopeless] });
    db = createDb(umgebung.appUrl, { size: 4 });
    jobs = await createJobs(umgebung.appUrl);
    worker = await startWorker(umgebung.appUrl, [first, second, hopeless], notes, {
      parallel: 2,
      log: (error, name) => assert.equal(name, hopeless.name, error.message),
    });
  });
  after(async () => {
    await worker.stop();
    await jobs.stop();
    await db.close();
    await umgebung.close();
  });

  test("lets work of the first rank pass before that of the second, and does both", async () => {
    const until = async (holds: () => boolean) => {
      const end = performance.now() + 15_000;
      while (!holds() && performance.now() < end) await new Promise((done) => setTimeout(done, 20));
      assert.ok(holds(), notes.done.join(", "));
    };
    await db.inTransaction("installation", async (tx) => {
      for (let i = 0; i < 4; i++) await jobs.add(tx, first, { name: `decision ${i}`, ms: 1_500 });
    });
    await until(() => notes.started > 0);
    await db.inTransaction("installation", (tx) => jobs.add(tx, second, { name: "mail", ms: 0 }));
    await until(() => notes.done.length === 5);
    assert.equal(notes.done.indexOf("mail"), 4, notes.done.join(", "));
  });

  test("a job that used up its tries stays for the operator, whatever is tidied up", async () => {
    await db.inTransaction("installation", (tx) => jobs.add(tx, hopeless, {}));
    const read = () =>
      db.inTransaction("installation", async (tx) => {
        const sql = "select state, deletion_seconds as keep from pgboss.job where name = $1";
        return (await tx.query<{ state: string; keep: number }>(sql, [hopeless.name])).rows;
      });
    for (let i = 0; i < 100 && (await read())[0]?.state !== "failed"; i++) await new Promise((done) => setTimeout(done, 100));
    assert.deepEqual(await read(), [{ state: "failed", keep: 0 }]);
  });

  test("one after the other: one that fails holds up none, and is told at the end", async () => {
    const turns = inTurn();
    const done: (number | undefined)[] = [];
    for (const item of [1, 2, 3, 4])
      done.push(
        await turns.take(async () => {
          if (item % 2 === 0) throw new Error(`item ${item}`);
          return item;
        }),
      );
    assert.deepEqual(done, [1, undefined, 3, undefined]);
    assert.throws(() => turns.finish(), /item 2 \(and 1 more\)/);
    await assert.rejects(
      inTurn().take(() => Promise.reject(new DbUnavailable("gone"))),
      DbUnavailable,
    );
  });

  test("of a job with many items all are done, and then the first failure tells", async () => {
    const done: number[] = [];
    const all = doEach([1, 2, 3, 4], async (item) => {
      if (item % 2 === 0) throw new Error(`item ${item}`);
      await new Promise(setImmediate);
      done.push(item);
    });
    await assert.rejects(all, /item 2/);
    assert.deepEqual(done, [1, 3]);
  });
});
