import type { Tx } from "#db";
import { digestOf } from "#protokoll";
import { type Art, inhalte, type NeuerSchritt } from "./schritte.ts";
import { folge, type Stand } from "./stand.ts";
import { findNachTransaktion, findStaendeZumSchreiben, type NeuerStand, type SchrittZeile, schreibeSchritte } from "./store.ts";
import type { Phase } from "./uebergaenge.ts";

export type Angehaengt =
  | { art: "angehaengt"; nummer: number; stand: Stand }
  /** The same transaction key was written before: nothing to do. */
  | { art: "bereitsGeschehen"; nummer: number; stand: Stand }
  /** Somebody else wrote first: read again and decide anew. */
  | { art: "konflikt"; nummer: number; stand: Stand }
  | { art: "unzulaessig"; phase: Phase; schritt: Art };

export type Stelle = { nummer: number; stand: Stand };
export type Anhang = { rechnungId: string; schritte: readonly NeuerSchritt[]; erwarteteNummer: number };

/**
 * The only write to an invoice: appends steps in order, all or none, in the caller's transaction, and folds them into the state. Expected
 * outcomes are values: an error would abort the caller's transaction.
 *
 * @param erwarteteNummer number of the last step the caller has seen
 */
export async function haengeAn(
  tx: Tx,
  rechnungId: string,
  schritte: readonly NeuerSchritt[],
  erwarteteNummer: number,
): Promise<Angehaengt> {
  const stellen = await findStaendeZumSchreiben(tx, [rechnungId]);
  const [angehaengt] = await haengeGesperrteAn(tx, [{ rechnungId, schritte, erwarteteNummer }], stellen);
  return angehaengt as Angehaengt;
}

/** The same for many, whose states the caller has read with their rows locked. `stellen` moves with what was written. */
export async function haengeGesperrteAn(
  tx: Tx,
  anhaenge: readonly Anhang[],
  stellen: Map<string, Stelle>,
): Promise<Angehaengt[]> {
  const zeilen: SchrittZeile[] = [];
  const staende = new Map<string, NeuerStand>();
  const ausgaenge = anhaenge.map((anhang): Angehaengt | undefined => {
    const vorher = stellen.get(anhang.rechnungId);
    if (!vorher) throw new Error(`Rechnung ${anhang.rechnungId} gibt es nicht.`);
    if (anhang.schritte.length === 0) return { art: "bereitsGeschehen", ...vorher };
    if (vorher.nummer !== anhang.erwarteteNummer) return undefined;
    const gefaltet = falte(anhang, vorher);
    if ("art" in gefaltet) return gefaltet;
    zeilen.push(...gefaltet.zeilen);
    stellen.set(anhang.rechnungId, gefaltet.stelle);
    const zeitpunkt = anhang.schritte.at(-1)?.zeitpunkt ?? new Date(0);
    staende.set(anhang.rechnungId, { rechnungId: anhang.rechnungId, zeitpunkt, ...gefaltet.stelle });
    return { art: "angehaengt", ...gefaltet.stelle };
  });
  // The rows of the states are locked and the numbers were right: only a key used twice within the same Mandant fails here.
  if (zeilen.length > 0 && !(await schreibeSchritte(tx, zeilen, [...staende.values()])))
    throw new Error(`transaction key used for another step: ${zeilen.map((zeile) => zeile.transaktion).join(", ")}`);
  const offene = ausgaenge.flatMap((ausgang, index) => (ausgang ? [] : [anhaenge[index]?.schritte[0]?.transaktion ?? ""]));
  const geschehene = offene.length > 0 ? await findNachTransaktion(tx, offene) : new Map();
  return ausgaenge.map((ausgang, index): Angehaengt => {
    if (ausgang) return ausgang;
    const { rechnungId, schritte } = anhaenge[index] as Anhang;
    const art = geschehene.get(schritte[0]?.transaktion ?? "")?.id === rechnungId ? "bereitsGeschehen" : "konflikt";
    return { art, ...(stellen.get(rechnungId) as Stelle) };
  });
}

function falte(
  { rechnungId, schritte }: Anhang,
  vorher: Stelle,
): Extract<Angehaengt, { art: "unzulaessig" }> | { stelle: Stelle; zeilen: SchrittZeile[] } {
  let { stand, nummer } = vorher;
  const zeilen: SchrittZeile[] = [];
  for (const schritt of schritte) {
    const daten = inhalte[schritt.art].parse(schritt.daten);
    const naechster = folge(stand, { ...schritt, daten } as NeuerSchritt);
    if (!naechster) return { art: "unzulaessig", phase: stand.phase, schritt: schritt.art };
    stand = naechster;
    nummer++;
    const { salt, digest } = digestOf(daten);
    zeilen.push({ ...schritt, rechnungId, nummer, daten, digest, salz: salt });
  }
  return { stelle: { nummer, stand }, zeilen };
}
