import type { Regel } from "./regel.ts";

/** Every rule there is, in the order of the report. */
export const regeln: readonly Regel[] = [];
