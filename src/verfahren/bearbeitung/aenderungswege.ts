import type { Entscheidung } from "#baukasten";
import type { Tx } from "#db";
import type { Akte } from "./akte.ts";

/**
 * What becomes of a Vorgang that changes a running benefit: it goes the same phases as an application, but what is examined, decided and
 * noticed is a difference. Given by the part that knows running benefits, which stands below this one.
 */
export type Aenderungswege = {
  pruefe(mandantId: number, vorgangId: string): Promise<void>;
  fertige(mandantId: number, vorgangId: string): Promise<void>;
  /** What would be decided, after a hearing that nobody answered. */
  vorschlag(tx: Tx, vorgangId: string): Promise<Entscheidung | undefined>;
  /**
   * Locks the running benefits among these, before any step is written on them: a change locks the benefit first and the log after it, and
   * whoever goes the other way round waits for it while it waits for them.
   */
  sperre(tx: Tx, vorgangIds: readonly string[]): Promise<void>;
  /** These were granted in the caller's transaction, and live on. */
  lebenWeiter(tx: Tx, bewilligte: readonly { vorgangId: string; leistung: string }[]): Promise<void>;
  /** These were refused anew in the caller's transaction: changes that wait for a decision have nothing left to change. */
  lassFallen(tx: Tx, vorgangIds: readonly string[]): Promise<void>;
  /** This was decided anew in the caller's transaction: its payments take the place of those ordered before. */
  zahleNeu(tx: Tx, vorgangId: string, anlass: string): Promise<void>;
};

export const istAenderung = ({ eingang }: Pick<Akte, "eingang">): boolean => eingang.aenderung !== undefined;
