import type { z } from "zod";
import { type Herkunft, type Kontext, type Nachweisstand, type Saetze, zuletzt } from "#baukasten";
import { monatVon } from "#kalender";
import type { EgAntworten } from "./formular.ts";
import { bemessungszeitraum } from "./parameter.ts";

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
  saetze: Saetze;
  a: EgAntworten;
  setze(name: string, wert: unknown, herkunft?: Herkunft): void;
  /** A reason for a person. */
  melde(satz: string): void;
};

/** Months of payroll that can be the ones before the birth: no more than the law looks at, all of them earlier. */
export const passtVorGeburt = (alle: readonly string[], geburtsdatum: string, saetze: Saetze): boolean =>
  new Set(alle).size <= zuletzt(saetze(bemessungszeitraum), geburtsdatum) &&
  alle.every((monat) => monat < monatVon(geburtsdatum));
