import type { z } from "zod";

/**
 * A job is a name, a shape and a handler. It is done at least once: a worker may die between the handler's commit and the
 * settlement of the job, so the handler must find its own work done and stop.
 *
 * `System` is what the handler needs of the assembled system; a job that needs less fits wherever more is given.
 */
export type Job<Input, System> = {
  /** Also the queue's name: `part.verb`. */
  name: string;
  eingang: z.ZodType<Input>;
  fuehreAus(daten: Input, system: System): Promise<void>;
  /** How often it is tried before a person must look. The wait doubles each time, up to an hour. */
  versuche: number;
  /** It can wait while others are busy: told to the outside what is decided already. */
  nachrangig?: boolean;
};

/** Any job, whatever its input: the input is checked by the job's own shape before the handler sees it. */
export type AnyJob<System> = Pick<Job<never, System>, "name" | "versuche" | "nachrangig" | "fuehreAus"> & {
  eingang: { parse(data: unknown): unknown };
};

export function defineJob<Input, System>(job: Omit<Job<Input, System>, "versuche"> & { versuche?: number }): Job<Input, System> {
  return { versuche: 12, ...job };
}
