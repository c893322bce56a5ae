import { z } from "zod";
import type { Schritt, Stand } from "#vorgaenge";

/** What came of asking. "No entry" and "not reachable" are different answers: only the first is a fact. */
export type Auskunft =
  | { art: "gefunden"; stand: string; daten: Record<string, unknown> }
  | { art: "keinEintrag"; stand: string }
  | { art: "verweigert"; grund: string }
  | { art: "nichtErreichbar"; grund: string };

/** One question to one register. */
export type Abrufwunsch = {
  /** Name of the Nachweis within the Leistung. */
  nachweis: string;
  register: string;
  auskunft: string;
  /** Pseudonym of the person concerned, and of the one who may see the entry for them. */
  person: string;
  vertreter: string | null;
  zweck: string;
  norm: string;
  anfrage: Record<string, unknown>;
  /** What the answer must look like; what does not is no answer. */
  antwort: z.ZodType<Record<string, unknown>>;
};

export type Abrufauftrag = {
  mandantId: number;
  /** The authority that asks, as the person will read it in the cockpit. */
  behoerde: string;
  /** null: prefilling a form. */
  vorgangId: string | null;
  /** Number of the Vorgang's last step that the caller has seen; 0 for a form. */
  nummer: number;
  wuensche: readonly Abrufwunsch[];
};

/** A question about whoever it concerns: nobody knows before whom the register will name. */
export type Listenauftrag<T extends Record<string, unknown>> = {
  mandantId: number;
  behoerde: string;
  register: string;
  auskunft: string;
  zweck: string;
  norm: string;
  anfrage: Record<string, unknown>;
  antwort: z.ZodType<T>;
  /** Which look this is: repeated after a failure, it gives nobody a second entry. */
  schluessel: string;
  /** Keys of what the list tells about each person. */
  attribute: readonly string[];
  /** Whose data the answer holds: pseudonyms, and who may see the entry for them. */
  betroffene(daten: T): readonly { person: string; vertreter: string | null }[];
};

/** The answer to each wish, by its `nachweis`; and for a Vorgang what was appended to it, unless somebody else wrote in between. */
export type Abgerufen = {
  auskuenfte: ReadonlyMap<string, Auskunft>;
  angehaengt?: { nummer: number; stand: Stand; schritte: readonly Schritt[] };
};

export type RegisterZugang = { url: string; token: string };

export const Antwort = z.discriminatedUnion("art", [
  z.object({ art: z.literal("gefunden"), stand: z.string(), daten: z.record(z.string(), z.unknown()) }),
  z.object({ art: z.literal("keinEintrag"), stand: z.string() }),
  z.object({ art: z.literal("verweigert"), grund: z.string() }),
]);
