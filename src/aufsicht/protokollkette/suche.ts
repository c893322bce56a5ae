import type { Tx } from "#db";
import type { LogKind } from "#protokoll";
import { filtereOffene, findSuchstand, liesAugenblick, planeFrisch, type Suchstand, schreibeSuchstand } from "./store.ts";

export type Offene = { art: LogKind; schluessel: string[] };
const SEITE = 4096;
/** A long way behind without rows of its own: others wrote, and the search should begin further on. */
const WEIT = 10 * SEITE;

/** How far each kind was looked through by one caller, so that its next batch need not begin at the beginning. */
export type Lesezeichen = Map<string, number>;

/**
 * Rows that no batch has taken in, up to a number. Keeps in mind how far each kind is done, so that the next search begins there. Call
 * under the chain's lock, and take in what is returned in the same transaction.
 */
export async function sucheOffene(
  tx: Tx,
  arten: readonly LogKind[],
  hoechstens: number,
  lesezeichen: Lesezeichen = new Map(),
): Promise<Offene[]> {
  await planeFrisch(tx);
  const offene: Offene[] = [];
  let frei = hoechstens;
  for (const art of arten) {
    if (frei === 0) break;
    const schluessel = await sucheInArt(tx, art, frei, lesezeichen);
    frei -= schluessel.length;
    if (schluessel.length > 0) offene.push({ art, schluessel });
  }
  return offene;
}

async function sucheInArt(tx: Tx, art: LogKind, hoechstens: number, lesezeichen: Lesezeichen): Promise<string[]> {
  const vorher = await findSuchstand(tx, art.name);
  const stand = { ...vorher };
  const alte = await sucheAlte(tx, art, stand, hoechstens);
  const augenblick = await liesAugenblick(tx);
  const letzte = await art.lastNumber(tx);
  const gemerkt = lesezeichen.get(art.name);
  const gefunden = await sucheNeue(tx, art, gemerkt ?? stand.fertigBis, hoechstens - alte.length);
  lesezeichen.set(art.name, gefunden.bis);
  // Begun at a bookmark it has not seen what was committed before it meanwhile.
  if (gemerkt === undefined && gefunden.alles && (gefunden.gesehen > 0 || letzte - stand.fertigBis > WEIT))
    rueckeVor(stand, augenblick, letzte);
  if (JSON.stringify(stand) !== JSON.stringify(vorher)) await schreibeSuchstand(tx, art.name, stand);
  return [...alte, ...gefunden.neue];
}

/** Moves `alteBis` on; null once there are none left. Nobody adds to them: what is written now has a number. */
async function sucheAlte(tx: Tx, art: LogKind, stand: Suchstand, hoechstens: number): Promise<string[]> {
  const gefunden: string[] = [];
  while (stand.alteBis !== null && gefunden.length < hoechstens) {
    const seite = (await art.listOld?.(tx, stand.alteBis, hoechstens - gefunden.length)) ?? [];
    stand.alteBis = seite.at(-1) ?? null;
    gefunden.push(...(await filtereOffene(tx, art.name, seite)));
  }
  return gefunden;
}

/** `alles`: nothing was left behind for want of room; `gesehen`: rows looked at, taken in already or not; `bis`: up to where none is left. */
type Gefunden = { neue: string[]; alles: boolean; gesehen: number; bis: number };

async function sucheNeue(tx: Tx, art: LogKind, ab: number, hoechstens: number): Promise<Gefunden> {
  const neue: string[] = [];
  let bis = ab;
  let gesehen = 0;
  for (;;) {
    const seite = await art.listNew(tx, bis, SEITE);
    gesehen += seite.length;
    const schluessel = seite.map(({ key }) => key);
    const offene = await filtereOffene(tx, art.name, schluessel);
    const passt = offene.slice(0, hoechstens - neue.length);
    neue.push(...passt);
    if (passt.length < offene.length) {
      const letzter = passt.at(-1);
      if (letzter !== undefined) bis = seite[schluessel.indexOf(letzter)]?.number ?? bis;
      return { neue, alles: false, gesehen, bis };
    }
    bis = seite.at(-1)?.number ?? bis;
    if (seite.length < SEITE) return { neue, alles: true, gesehen, bis };
  }
}

/**
 * A number is done with when every transaction that could still bring a smaller one has ended. Seen in three rounds: the highest number
 * given; the transactions that run a round later (the number may be drawn before the transaction has one of its own); then, once all of
 * those have ended, nothing below that number can come any more, and what was there has just been taken in.
 */
function rueckeVor(stand: Suchstand, { xmin, xmax }: { xmin: number; xmax: number }, letzte: number): void {
  if (stand.kandidatBis === null) {
    if (letzte > stand.fertigBis) stand.kandidatBis = letzte;
  } else if (stand.kandidatXmax === null || xmax < stand.kandidatXmax) {
    // Smaller than then: the database was restored elsewhere, where transactions count anew.
    stand.kandidatXmax = xmax;
  } else if (xmin >= stand.kandidatXmax) {
    stand.fertigBis = stand.kandidatBis;
    stand.kandidatBis = null;
    stand.kandidatXmax = null;
  }
}

/** Whether a batch could be closed now. Cheap: asked for every Mandant every round. */
export async function hatOffene(tx: Tx, arten: readonly LogKind[]): Promise<boolean> {
  await planeFrisch(tx);
  for (const art of arten) {
    const stand = await findSuchstand(tx, art.name);
    if (stand.alteBis !== null || stand.kandidatBis !== null) return true;
    if ((await art.lastNumber(tx)) - stand.fertigBis > WEIT) return true;
    if ((await sucheNeue(tx, art, stand.fertigBis, 1)).neue.length > 0) return true;
  }
  return false;
}

/** Rows that no batch has taken in although the search is past them: nobody but the keeper can have put them there. */
export async function sucheEingeschobene(tx: Tx, art: LogKind): Promise<string[]> {
  await planeFrisch(tx);
  const stand = await findSuchstand(tx, art.name);
  const gefunden: string[] = [];
  // Below the first number, too.
  for (let nach = -Number.MAX_SAFE_INTEGER; nach < stand.fertigBis; ) {
    const seite = (await art.listNew(tx, nach, SEITE)).filter(({ number }) => number <= stand.fertigBis);
    if (seite.length === 0) break;
    gefunden.push(
      ...(await filtereOffene(
        tx,
        art.name,
        seite.map(({ key }) => key),
      )),
    );
    nach = seite.at(-1)?.number ?? stand.fertigBis;
  }
  for (let nach = ""; stand.alteBis === null; ) {
    const seite = (await art.listOld?.(tx, nach, SEITE)) ?? [];
    if (seite.length === 0) break;
    gefunden.push(...(await filtereOffene(tx, art.name, seite)));
    nach = seite.at(-1) ?? "";
  }
  return gefunden;
}
