import type { z } from "zod";
import type { Herkunft, Kontext, Nachweisstand } from "#baukasten";
import { monatVon } from "#kalender";
import type { EgAntworten } from "./formular.ts";

export const eigene: Herkunft = { quelle: "Ihre Angabe", stand: null };

/** What a register said, in its shape; a stored answer of an older shape counts as none. */
export function gefunden<T extends z.ZodType>(
  stand: Nachweisstand | undefined,
  form: T,
): { daten: z.infer<T>; stand: string } | undefined {
  if (stand?.art !== "gefunden") return undefined;
  const gelesen = form.safeParse(stand.daten);
  return gelesen.success ? { daten: gelesen.data, stand: stand.stand } : undefined;
}

/** A case on its way from answers and evidence to facts. */
export type Akte = {
  kontext: Kontext;
  a: EgAntworten;
  setze(name: string, wert: unknown, herkunft?: Herkunft): void;
  /** A reason for a person. */
  melde(satz: string): void;
};

/** Months of payroll that can be the ones before the birth: at most twelve, all of them earlier. */
export const passtVorGeburt = (alle: readonly string[], geburtsdatum: string): boolean =>
  new Set(alle).size <= 12 && alle.every((monat) => monat < monatVon(geburtsdatum));
