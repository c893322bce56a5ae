import { DbUnavailable } from "./db.ts";

/** How long a batch waits for calls that are known to come, and how often it looks. */
const HOLD_MS = 250;
const HOLD_STEP_MS = 25;

/**
 * Gathers calls that come while an earlier batch of the same key is under way, and does them together: under load many callers share one
 * transaction and its round trips, and a single caller waits for nobody.
 *
 * @param keyOf calls with different keys never share a batch, e.g. those of two Mandanten
 * @param moreComing true while the caller knows of calls that will come soon: a batch waits for them, at most `HOLD_MS`
 * @param run does a batch, all or nothing, and returns one result an item in the same order. Where it throws, each item is tried by
 *   itself, so that one bad item fails alone
 */
export function createBatcher<Item, Result, Key extends string | number = number>(options: {
  keyOf(item: Item): Key;
  run(items: readonly Item[], key: Key): Promise<readonly Result[]>;
  moreComing?(): boolean;
  max?: number;
}): (item: Item) => Promise<Result> {
  const { keyOf, run, moreComing = () => false, max = 100 } = options;
  type Call = { item: Item; resolve(result: Result): void; reject(error: unknown): void };
  const waiting = new Map<Key, Call[]>();

  async function settle(key: Key, calls: readonly Call[]): Promise<void> {
    try {
      const results = await run(
        calls.map((call) => call.item),
        key,
      );
      if (results.length !== calls.length) throw new Error(`${results.length} results for ${calls.length} items`);
      for (const [index, call] of calls.entries()) call.resolve(results[index] as Result);
    } catch (error) {
      if (calls.length === 1 || error instanceof DbUnavailable) for (const call of calls) call.reject(error);
      else for (const call of calls) await settle(key, [call]);
    }
  }

  async function drain(key: Key, calls: Call[]): Promise<void> {
    // Calls of the same turn of the event loop belong together; nobody waits longer than that.
    await new Promise(setImmediate);
    while (calls.length > 0) {
      for (let held = 0; held < HOLD_MS && calls.length < max && moreComing(); held += HOLD_STEP_MS)
        await new Promise((done) => setTimeout(done, HOLD_STEP_MS));
      await settle(key, calls.splice(0, max));
    }
    waiting.delete(key);
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const key = keyOf(item);
      const calls = waiting.get(key);
      if (calls) {
        calls.push({ item, resolve, reject });
        return;
      }
      const fresh = [{ item, resolve, reject }];
      waiting.set(key, fresh);
      void drain(key, fresh);
    });
}
