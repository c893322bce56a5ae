import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { leistungen } from "#leistungen";
import { ALLE_ARTEN, listeUnerwuenschte, schreibeWunsch } from "./store.ts";

/** A kind of address: what a person can object to. */
export const artVon = (leistung: string, angebot: string): string => `${leistung}/${angebot}`;

/** All kinds there are, as the page lists them. */
export const alleArten = leistungen.flatMap(({ schluessel, angebote = [] }) =>
  angebote.map((angebot) => ({ art: artVon(schluessel, angebot.schluessel), leistung: schluessel, angebot })),
);

/** In a transaction that sees the person. */
export async function istErwuenscht(tx: Tx, person: string, art: string): Promise<boolean> {
  const unerwuenscht = await listeUnerwuenschte(tx, person);
  return !unerwuenscht.includes(ALLE_ARTEN) && !unerwuenscht.includes(art);
}

/** The person's word on being addressed holds in every town hall of the installation. */
export const createAnsprache = ({ db, clock }: { db: Db; clock: Clock }) => ({
  unerwuenschte: (person: string) => db.inTransaction({ person }, (tx) => listeUnerwuenschte(tx, person)),
  /** @returns false where there is no such kind */
  async wuensche(person: string, art: string, erwuenscht: boolean): Promise<boolean> {
    if (art !== ALLE_ARTEN && !alleArten.some((each) => each.art === art)) return false;
    await db.inTransaction({ person }, (tx) => schreibeWunsch(tx, person, art, erwuenscht, clock.now()));
    return true;
  },
});
export type Ansprache = ReturnType<typeof createAnsprache>;
