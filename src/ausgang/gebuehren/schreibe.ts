import type { Tx } from "#db";
import { inhalte, type NeuesEreignis } from "./contract.ts";
import { folge, type Sollstand } from "./sollstand.ts";
import { findTransaktion, schreibeEreignis, schreibeStand, sperreStand } from "./store.ts";

export type Geschrieben =
  | { art: "geschrieben"; stand: Sollstand }
  /** The same transaction key was written before: nothing to do. `gleich` false: with other figures, which are not written. */
  | { art: "bereitsGeschehen"; gleich: boolean; stand: Sollstand }
  | { art: "unzulaessig"; stand: Sollstand };

/**
 * The only write to a Sollstellung after it was opened: one event, in the caller's transaction, under the lock of its state.
 * Expected outcomes are values: an error would abort the caller's transaction.
 */
export async function schreibe(
  tx: Tx,
  id: string,
  ereignis: NeuesEreignis,
  /** What must hold of the state at this very moment, beyond what may follow. */
  nurWenn: (stand: Sollstand) => boolean = () => true,
): Promise<Geschrieben> {
  const vorher = await sperreStand(tx, id);
  if (!vorher) throw new Error(`Sollstellung ${id} gibt es nicht.`);
  const frueher = await findTransaktion(tx, ereignis.transaktion);
  if (frueher) {
    const gleich = frueher.sollstellungId === id && frueher.art === ereignis.art && sagtDasselbe(frueher.daten, ereignis);
    return { art: "bereitsGeschehen", gleich, stand: vorher.stand };
  }
  if (!nurWenn(vorher.stand)) return { art: "unzulaessig", stand: vorher.stand };
  const daten = inhalte[ereignis.art].parse(ereignis.daten);
  const stand = folge(vorher.stand, { ...ereignis, daten } as NeuesEreignis);
  if (!stand) return { art: "unzulaessig", stand: vorher.stand };
  const nummer = vorher.nummer + 1;
  await schreibeEreignis(tx, id, nummer, { ...ereignis, daten } as NeuesEreignis);
  await schreibeStand(tx, id, nummer, stand, ereignis.zeitpunkt);
  return { art: "geschrieben", stand };
}

/** Drawn or reckoned anew on each try, so it may differ. Elsewhere the same names are what was chosen. */
const jedesMalNeu: Partial<Record<NeuesEreignis["art"], readonly string[]>> = {
  erstattungAngeordnet: ["erstattungId", "zweite"],
  bezahlt: ["am"],
};
function sagtDasselbe(frueher: Readonly<Record<string, unknown>>, { art, daten }: NeuesEreignis): boolean {
  const neu = jedesMalNeu[art] ?? [];
  return Object.entries(daten).every(
    ([name, wert]) => neu.includes(name) || wert === undefined || JSON.stringify(frueher[name]) === JSON.stringify(wert),
  );
}
