import type { IsoDatum } from "#kalender";

/** A notice or another letter, made once and never changed, by its hash: one file since 2026-11-28, two before. */
export type Bescheid = {
  id: string;
  vorgangId: string;
  art: "bescheid" | "mitteilung";
  /** The Rolle it is addressed to. */
  empfaenger: "antragsteller" | "andererElternteil";
  betreff: string;
  datum: IsoDatum;
  postfachSha256: string;
  akteSha256: string;
  /** Which of the two counts in case of doubt. */
  massgeblich: "postfach" | "akte";
  erstelltAm: Date;
};
