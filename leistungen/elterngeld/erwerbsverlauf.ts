import type { IsoDatum } from "#kalender";
import type { EgAntworten } from "./formular.ts";

/** What was worked and earned from a day on; "": from the first. */
export type Erwerbsstand = { ab: IsoDatum; stunden: number; brutto: number; minijob: boolean };

/** What was worked and earned since when; one stand for all the time, unless changes were reported. Undefined where an answer is missing. */
export function erwerbsverlauf({ arbeitgeberbescheinigung: a }: EgAntworten): readonly Erwerbsstand[] | undefined {
  const { verlauf } = (a ?? {}) as { verlauf?: readonly Erwerbsstand[] };
  if (verlauf) return verlauf;
  const { stunden, brutto, minijob } = a ?? {};
  return stunden === undefined || brutto === undefined || minijob === undefined
    ? undefined
    : [{ ab: "", stunden, brutto, minijob }];
}

export const erwerbAm = (verlauf: readonly Erwerbsstand[], tag: IsoDatum): Erwerbsstand | undefined =>
  verlauf.findLast(({ ab }) => ab <= tag);
