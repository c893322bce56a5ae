import type { Tx } from "#db";
import { digestOf } from "#protokoll";
import { type Art, inhalte, type NeuerSchritt } from "./schritte.ts";
import { folge, type Stand } from "./stand.ts";
import { findSchrittNachTransaktion, findStandZumSchreiben, schreibeSchritte } from "./store.ts";
import type { Phase } from "./uebergaenge.ts";

export type Angehaengt =
  | { art: "angehaengt"; nummer: number; stand: Stand }
  /** The same transaction key was written before: nothing to do. */
  | { art: "bereitsGeschehen"; nummer: number; stand: Stand }
  /** Somebody else wrote first: read again and decide anew. */
  | { art: "konflikt"; nummer: number; stand: Stand }
  | { art: "unzulaessig"; phase: Phase; schritt: Art };

/**
 * The only write to a Vorgang: appends steps in order, all or none, in the caller's transaction, and folds them into the state.
 * Expected outcomes are values: an error would abort the caller's transaction.
 *
 * @param erwarteteNummer number of the last step the caller has seen
 */
export async function haengeAn(
  tx: Tx,
  vorgangId: string,
  schritte: readonly NeuerSchritt[],
  erwarteteNummer: number,
): Promise<Angehaengt> {
  const vorher = await findStandZumSchreiben(tx, vorgangId);
  if (!vorher) throw new Error(`Vorgang ${vorgangId} gibt es nicht.`);
  const erster = schritte[0];
  if (!erster) return { art: "bereitsGeschehen", ...vorher };
  if (vorher.nummer !== erwarteteNummer) {
    const frueher = await findSchrittNachTransaktion(tx, erster.transaktion);
    return { art: frueher ? "bereitsGeschehen" : "konflikt", ...vorher };
  }

  let stand = vorher.stand;
  const zeilen = [];
  for (const [index, schritt] of schritte.entries()) {
    const naechster = folge(stand, schritt);
    if (!naechster) return { art: "unzulaessig", phase: stand.phase, schritt: schritt.art };
    stand = naechster;
    const daten = inhalte[schritt.art].parse(schritt.daten);
    const { salt, digest } = digestOf(daten);
    zeilen.push({ ...schritt, nummer: erwarteteNummer + 1 + index, daten, digest, salz: salt });
  }
  const geschrieben = await schreibeSchritte(tx, vorgangId, zeilen, stand);
  // The row of the state is locked and the number was right: only a key used twice within the same Mandant comes here.
  if (!geschrieben)
    throw new Error(`transaction key used for another step: ${schritte.map((schritt) => schritt.transaktion).join(", ")}`);
  return { art: "angehaengt", nummer: erwarteteNummer + schritte.length, stand };
}
