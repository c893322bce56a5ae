import type { Tx } from "#db";
import { digestOf } from "#protokoll";
import { type Art, inhalte, type NeuerSchritt, type Schritt } from "./schritte.ts";
import { folge, type Stand } from "./stand.ts";
import { findStaendeZumSchreiben, type SchrittZeile, schreibeSchritte } from "./store.ts";
import { findVorgaengeNachTransaktion } from "./store-transaktion.ts";
import type { Phase } from "./uebergaenge.ts";

export type Angehaengt =
  /** `schritte`: what was appended, as it stands in the log now. */
  | { art: "angehaengt"; nummer: number; stand: Stand; schritte: readonly Schritt[] }
  /** The same transaction key was written before: nothing to do. */
  | { art: "bereitsGeschehen"; nummer: number; stand: Stand }
  /** Somebody else wrote first: read again and decide anew. */
  | { art: "konflikt"; nummer: number; stand: Stand }
  | { art: "unzulaessig"; phase: Phase; schritt: Art };

/** Steps of one Vorgang, in order. `erwarteteNummer`: number of the last step the caller has seen. */
export type Anhang = { vorgangId: string; schritte: readonly NeuerSchritt[]; erwarteteNummer: number };

type Stelle = { nummer: number; stand: Stand };
type Zeile = SchrittZeile & { vorgangId: string };

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
  const [angehaengt] = await haengeAlleAn(tx, [{ vorgangId, schritte, erwarteteNummer }]);
  return angehaengt as Angehaengt;
}

/** Like `haengeAn`, for many Vorgaenge at once, each by itself: a conflict in one leaves the others alone. @returns one outcome each */
export async function haengeAlleAn(tx: Tx, anhaenge: readonly Anhang[]): Promise<Angehaengt[]> {
  if (anhaenge.length === 0) return [];
  const stellen = await findStaendeZumSchreiben(tx, [...new Set(anhaenge.map((anhang) => anhang.vorgangId))]);
  const zeilen: Zeile[] = [];
  const geaendert = new Map<string, { vorgangId: string; nummer: number; zeitpunkt: Date; stand: Stand }>();
  const ausgaenge: (Angehaengt | undefined)[] = [];
  for (const anhang of anhaenge) {
    const { vorgangId, schritte, erwarteteNummer } = anhang;
    const stelle = stellen.get(vorgangId);
    if (!stelle) throw new Error(`Vorgang ${vorgangId} gibt es nicht.`);
    const letzter = schritte.at(-1);
    if (letzter && stelle.nummer !== erwarteteNummer) {
      ausgaenge.push(undefined);
      continue;
    }
    const gefaltet = falte(anhang, stelle);
    ausgaenge.push(gefaltet.ausgang);
    if (!letzter || gefaltet.ausgang.art !== "angehaengt") continue;
    zeilen.push(...gefaltet.zeilen);
    stellen.set(vorgangId, gefaltet.ausgang);
    const { nummer, stand } = gefaltet.ausgang;
    geaendert.set(vorgangId, { vorgangId, nummer, zeitpunkt: letzter.zeitpunkt, stand });
  }
  // The rows of the states are locked and the numbers were right: only a key used twice within the same Mandant fails here.
  if (zeilen.length > 0 && !(await schreibeSchritte(tx, zeilen, [...geaendert.values()])))
    throw new Error(`transaction key used for another step: ${zeilen.map((zeile) => zeile.transaktion).join(", ")}`);
  return vergleiche(tx, anhaenge, ausgaenge, stellen);
}

/** For those whose number was not the expected one: a repetition, or somebody else's step. */
async function vergleiche(
  tx: Tx,
  anhaenge: readonly Anhang[],
  ausgaenge: readonly (Angehaengt | undefined)[],
  stellen: ReadonlyMap<string, Stelle>,
): Promise<Angehaengt[]> {
  const schluesselVon = (stelle: number) => anhaenge[stelle]?.schritte[0]?.transaktion ?? "";
  const offene = ausgaenge.flatMap((ausgang, stelle) => (ausgang ? [] : [schluesselVon(stelle)]));
  const geschriebene = offene.length > 0 ? await findVorgaengeNachTransaktion(tx, offene) : new Map<string, string>();
  return ausgaenge.map((ausgang, index): Angehaengt => {
    if (ausgang) return ausgang;
    const art = geschriebene.has(schluesselVon(index)) ? "bereitsGeschehen" : "konflikt";
    return { art, ...(stellen.get((anhaenge[index] as Anhang).vorgangId) as Stelle) };
  });
}

function falte({ vorgangId, schritte }: Anhang, vorher: Stelle): { ausgang: Angehaengt; zeilen: Zeile[] } {
  if (schritte.length === 0) return { ausgang: { art: "bereitsGeschehen", ...vorher }, zeilen: [] };
  let { stand, nummer } = vorher;
  const zeilen: Zeile[] = [];
  const neue: Schritt[] = [];
  for (const schritt of schritte) {
    const naechster = folge(stand, schritt);
    if (!naechster) return { ausgang: { art: "unzulaessig", phase: stand.phase, schritt: schritt.art }, zeilen: [] };
    stand = naechster;
    nummer++;
    const daten = inhalte[schritt.art].parse(schritt.daten);
    const { salt, digest } = digestOf(daten);
    zeilen.push({ ...schritt, vorgangId, nummer, daten, digest, salz: salt });
    neue.push({ art: schritt.art, nummer, daten, akteur: schritt.akteur, zeitpunkt: schritt.zeitpunkt } as Schritt);
  }
  return { ausgang: { art: "angehaengt", nummer, stand, schritte: neue }, zeilen };
}
