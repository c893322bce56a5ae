import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createBatcher } from "./batcher.ts";
import { DbUnavailable } from "./db.ts";

describe("calls that share a transaction", () => {
  const gather = (fail: (items: readonly number[]) => Error | undefined = () => undefined) => {
    const batches: number[][] = [];
    const call = createBatcher<number, string>({
      keyOf: (item) => item % 2,
      async run(items) {
        batches.push([...items]);
        await new Promise(setImmediate);
        const error = fail(items);
        if (error) throw error;
        return items.map((item) => `r${item}`);
      },
      max: 3,
    });
    return { batches, call };
  };

  test("calls of one turn go together, at most as many as allowed, and each gets its own result", async () => {
    const { batches, call } = gather();
    assert.deepEqual(await Promise.all([1, 3, 5, 7, 9].map(call)), ["r1", "r3", "r5", "r7", "r9"]);
    assert.deepEqual(batches, [
      [1, 3, 5],
      [7, 9],
    ]);
  });

  test("keys never share a batch", async () => {
    const { batches, call } = gather();
    await Promise.all([1, 2, 3, 4].map(call));
    assert.deepEqual(
      batches.map((batch) => new Set(batch.map((item) => item % 2)).size),
      [1, 1],
    );
  });

  test("one bad item fails alone", async () => {
    const { call } = gather((items) => (items.includes(3) ? new Error("three") : undefined));
    const settled = await Promise.allSettled([1, 3, 5].map(call));
    assert.deepEqual(
      settled.map((each) => each.status),
      ["fulfilled", "rejected", "fulfilled"],
    );
  });

  test("an unreachable database is not asked again for every item", async () => {
    const { batches, call } = gather(() => new DbUnavailable("gone"));
    const settled = await Promise.allSettled([1, 3, 5].map(call));
    assert.deepEqual(
      settled.map((each) => each.status),
      ["rejected", "rejected", "rejected"],
    );
    assert.equal(batches.length, 1);
  });

  test("what comes while a batch is under way, and after the last one, is done too", async () => {
    const { call } = gather();
    const first = call(1);
    await new Promise(setImmediate);
    assert.deepEqual(await Promise.all([first, call(3)]), ["r1", "r3"]);
    assert.equal(await call(5), "r5");
  });

  test("a batch waits for calls that are known to come, and not for ever", async () => {
    const batches: number[][] = [];
    let coming = 3;
    const call = createBatcher<number, number>({
      keyOf: () => 1,
      moreComing: () => coming > 0,
      async run(items) {
        batches.push([...items]);
        return items;
      },
    });
    const late = (item: number, ms: number) =>
      new Promise((done) => setTimeout(done, ms)).then(() => {
        coming--;
        return call(item);
      });
    await Promise.all([late(1, 0), late(2, 40), late(3, 80)]);
    assert.deepEqual(batches, [[1, 2, 3]]);
    coming = 1;
    assert.equal(await call(4), 4);
    assert.deepEqual(batches.at(-1), [4]);
  });
});
