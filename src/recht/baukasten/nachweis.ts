import type { z } from "zod";
import type { Antworten } from "./formular.ts";

/** What came of asking for a piece of evidence. `ausstehend`: not asked yet. */
export type Nachweisstand =
  | { art: "gefunden"; daten: Readonly<Record<string, unknown>>; stand: string }
  | { art: "keinEintrag"; stand: string }
  | { art: "verweigert"; grund: string }
  | { art: "nichtErreichbar"; grund: string };
export type Nachweisstaende = Readonly<Record<string, Nachweisstand | undefined>>;

/** Whoever applies, as far as the log-in vouches for them. */
export type Antragsteller = { idnr: string | null; vornamen: string; nachname: string };

/** A piece of evidence: who is asked for what about whom, and on which norm. */
export type Nachweis = {
  titel: string;
  register: string;
  registerName: string;
  auskunft: string;
  /** Whose data it is. */
  betroffen: "antragsteller" | "kind" | "andererElternteil" | "vertreter" | "betrieb";
  /** For what, as a sentence for the person. */
  zweck: string;
  norm: string;
  /** `antrag`: asked when the Vorgang is examined. `vorbefuellung`: only when the person presses the button in the form. */
  anlass: "antrag" | "vorbefuellung";
  antwort: z.ZodType<Record<string, unknown>>;
  /** The question, or undefined where the answers do not suffice to ask it. `idnr` is the person concerned. */
  anfrage(kontext: {
    antworten: Antworten;
    antragsteller: Antragsteller;
  }): { idnr: string; anfrage: Record<string, unknown> } | undefined;
  /** Whether the rules could need it at all: evidence that cannot change the result is not asked for. Default: always. */
  noetig?(kontext: { antworten: Antworten; eingegangenAm: string }): boolean;
};

export const defineNachweise = <const N extends Readonly<Record<string, Nachweis>>>(nachweise: N): N => nachweise;
