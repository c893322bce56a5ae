import { DbUnavailable } from "#db";

export type Turns = {
  /** Does one; its error is kept. @returns undefined where it failed */
  take<T>(run: () => Promise<T>): Promise<T | undefined>;
  /** Once all had their turn. @throws the first error, with how many there were */
  finish(): void;
};

/**
 * For a round over many that come one after the other: one that fails holds up none of the others. Thrown at once, it would hold them up for
 * ever, because the next round begins with the same one. A database that is gone ends the round: the others would fail as well.
 */
export function inTurn(): Turns {
  const errors: Error[] = [];
  return {
    async take(run) {
      try {
        return await run();
      } catch (thrown) {
        if (thrown instanceof DbUnavailable) throw thrown;
        errors.push(thrown instanceof Error ? thrown : new Error(String(thrown)));
        return undefined;
      }
    },
    finish() {
      const [first] = errors;
      if (!first) return;
      throw errors.length === 1 ? first : new Error(`${first.message} (and ${errors.length - 1} more)`, { cause: first });
    },
  };
}
