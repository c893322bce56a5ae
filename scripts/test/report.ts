export type Totals = { passed: number; failed: number; skipped: number };

export const addUp = (...parts: Totals[]): Totals =>
  parts.reduce(
    (sum, part) => ({ passed: sum.passed + part.passed, failed: sum.failed + part.failed, skipped: sum.skipped + part.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  );

export const closingLine = ({ passed, failed, skipped }: Totals): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
