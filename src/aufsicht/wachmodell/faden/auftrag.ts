import type { Bestand } from "../contract.ts";
import type { Lernwunsch } from "../lernen/lerne.ts";

/** What goes to the thread: the old model as bytes, because it may come from the database as such. */
export type Lernauftrag = {
  bestand: Bestand;
  wunsch: Omit<Lernwunsch, "bisheriges" | "uhr">;
  bisheriges?: Uint8Array | undefined;
};
/** What comes back: the same outcome, the new model as bytes. */
export type Lernantwort =
  | { art: "uebernommen"; bytes: Uint8Array; guete: import("../contract.ts").Modellguete; satz: string }
  | Extract<import("../contract.ts").Lernergebnis, { art: "behalten" }>;
