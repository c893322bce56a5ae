import type { Blobs } from "#blobs";
import type { Db, Tx } from "#db";
import type { LogKind, LogRow } from "#protokoll";
import { pfadeAus } from "./arithmetik.ts";
import type { Satz, Stapel, Umfang, Zeile } from "./saetze.ts";
import { type Glied, listeGlieder, listeStapel, listeStapelVon, planeFrisch } from "./store.ts";

export type LeseDeps = {
  db: Db;
  blobs: Blobs;
  arten: readonly LogKind[];
  /** Takes in what is there: content that was found deleted on the way is accounted for by a row that may not be in a batch yet. */
  holeNach?: () => Promise<unknown>;
};
/** Rows whose content is held in memory at a time. */
const PORTION = 256;

/**
 * The chain as the database holds it, record by record from the first batch on: the same records that a file holds, so that one verifier
 * judges both. Each portion is a transaction of its own; a batch never changes, and content that is deleted meanwhile is simply gone.
 */
export async function* liesKette(
  { db, blobs, arten, holeNach }: LeseDeps,
  mandantId: number,
  umfang: Umfang,
  ab = 0,
): AsyncGenerator<Satz> {
  const in_ = <T>(fn: (tx: Tx) => Promise<T>) => db.inTransaction({ mandant: mandantId }, fn);
  const gewollt = await findeGewollte(in_, arten, umfang);
  const lose = umfang.person !== undefined;
  let davor: Stapel | undefined;
  let nachgeholt = holeNach === undefined;
  for (let nach = ab; ; ) {
    const stapel = await in_((tx) => listeStapel(tx, nach, 200));
    for (const each of stapel) {
      const auswahl = gewollt?.get(each.nummer);
      if (!gewollt || auswahl) yield* liesStapel({ in_, blobs, arten }, mandantId, umfang, each, auswahl);
      if (!lose) yield each;
      else if (auswahl) yield { ...each, davor: davor?.kopf ?? "" };
      davor = each;
      nach = each.nummer;
    }
    if (stapel.length === 200) continue;
    if (nachgeholt) break;
    nachgeholt = true;
    await holeNach?.();
  }
}

type In = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

/** By batch, the rows (`art schluessel`) that an excerpt of one file or one person holds; undefined: all of them. */
async function findeGewollte(in_: In, arten: readonly LogKind[], { vorgang, person }: Umfang) {
  const wunsch = vorgang !== undefined ? { akte: vorgang } : person !== undefined ? { person } : undefined;
  if (!wunsch) return undefined;
  const gewollt = new Map<number, Set<string>>();
  for (const art of arten) {
    const orte = await in_(async (tx) => listeStapelVon(tx, art.name, (await art.findKeys?.(tx, wunsch)) ?? []));
    for (const { stapel, schluessel } of orte)
      gewollt.set(stapel, (gewollt.get(stapel) ?? new Set()).add(`${art.name} ${schluessel}`));
  }
  return gewollt;
}

async function* liesStapel(
  { in_, blobs, arten }: { in_: In; blobs: Blobs; arten: readonly LogKind[] },
  mandantId: number,
  umfang: Umfang,
  { nummer }: Stapel,
  auswahl: ReadonlySet<string> | undefined,
): AsyncGenerator<Satz> {
  const glieder = await in_(async (tx) => {
    await planeFrisch(tx);
    return listeGlieder(tx, nummer);
  });
  const blaetter = glieder.map(({ blatt }) => blatt);
  const gewaehlt = auswahl ? glieder.filter(({ art, schluessel }) => auswahl.has(`${art} ${schluessel}`)) : glieder;
  for (let ab = 0; ab < gewaehlt.length; ab += PORTION) {
    const portion = gewaehlt.slice(ab, ab + PORTION);
    const zeilen = await in_(async (tx) => {
      await planeFrisch(tx);
      return liesZeilen(tx, arten, portion);
    });
    const satzVon = (glied: Glied) => zeileAus(nummer, glied, zeilen.get(`${glied.art} ${glied.schluessel}`));
    const saetze = portion.map(satzVon).filter((satz) => imZeitraum(satz, umfang));
    const pfade =
      umfang.art === "auszug"
        ? pfadeAus(
            blaetter,
            saetze.map(({ stelle }) => stelle - 1),
          )
        : [];
    for (const [stelle, satz] of saetze.entries()) {
      const pfad = pfade[stelle];
      yield pfad ? { ...satz, pfad } : satz;
      if (umfang.dokumente) yield* liesDokumente(blobs, mandantId, satz.inhalt);
    }
  }
}

async function liesZeilen(tx: Tx, arten: readonly LogKind[], glieder: readonly Glied[]): Promise<Map<string, LogRow>> {
  const gefunden = new Map<string, LogRow>();
  for (const art of arten) {
    const schluessel = glieder.filter((glied) => glied.art === art.name).map((glied) => glied.schluessel);
    if (schluessel.length === 0) continue;
    for (const zeile of await art.read(tx, schluessel, { content: true })) gefunden.set(`${art.name} ${zeile.key}`, zeile);
  }
  return gefunden;
}

function zeileAus(stapel: number, { stelle, art, schluessel, blatt, ...eigen }: Glied, zeile: LogRow | undefined): Zeile {
  const satz: Zeile = { typ: "zeile", stapel, stelle, art, schluessel, blatt };
  if (!zeile) return satz;
  const salz = zeile.salt ?? eigen.salz;
  return {
    ...satz,
    kopf: zeile.head,
    digest: zeile.digest ?? eigen.digest ?? "",
    ...(salz !== null && zeile.content !== undefined && { salz, inhalt: zeile.content }),
  };
}

const berlin = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit", day: "2-digit" });

function imZeitraum({ kopf }: Zeile, { von, bis }: Umfang): boolean {
  if (von === undefined && bis === undefined) return true;
  const zeitpunkt = new Date(String(kopf?.zeitpunkt));
  // What is gone from its table, or has no day that can be read, is told whatever was asked for.
  if (Number.isNaN(zeitpunkt.getTime())) return true;
  const tag = berlin.format(zeitpunkt);
  return (von === undefined || tag >= von) && (bis === undefined || tag <= bis);
}

/** Hashes of documents that a row names, and the documents that are still there. */
async function* liesDokumente(blobs: Blobs, mandantId: number, inhalt: unknown): AsyncGenerator<Satz> {
  for (const sha256 of new Set(nenntDokumente(inhalt))) {
    const bytes = await blobs.get(mandantId, sha256).catch(() => undefined);
    yield { typ: "dokument", sha256, ...(bytes && { inhalt: bytes.toString("base64") }) };
  }
}

export function nenntDokumente(wert: unknown): string[] {
  if (wert === null || typeof wert !== "object") return [];
  return Object.entries(wert).flatMap(([name, kind]) =>
    typeof kind === "string" ? (/sha256$/i.test(name) && /^[0-9a-f]{64}$/.test(kind) ? [kind] : []) : nenntDokumente(kind),
  );
}
