import { randomBytes } from "node:crypto";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { digestOf, type LogKind, type LogRow } from "#protokoll";
import type { Signer } from "#secrets";
import { naechsterKopf, wurzelAus } from "./arithmetik.ts";
import { blattDerZeile, kopfText, stapelDigest } from "./saetze.ts";
import {
  findLetztenKopf,
  type NeuesGlied,
  schreibeSchluessel,
  schreibeStapel,
  schreibeUnterschrift,
  sperreKette,
} from "./store.ts";
import { type Lesezeichen, sucheOffene } from "./suche.ts";

export type SchliesseDeps = { db: Db; clock: Clock; arten: readonly LogKind[]; signer: () => Signer };

/** `warte`: for another process that is at it; `nachStapel`: called when a batch is committed. */
export type Schliesswunsch = { warte?: boolean; groesse?: number; nachStapel?: () => void };

/** Rows of a batch at most. Smaller: more heads to sign and to hand out; larger: more to hold in memory and longer proofs. */
export const STAPELGROESSE = 4096;

/**
 * Takes every log row that is there into the chain, batch by batch, each in a transaction of its own: a process killed in between has
 * closed a batch or has not. Where another process is at it, there is nothing to do, unless `warte`.
 *
 * @returns rows taken in
 */
export async function schliesse(
  { db, clock, arten, signer }: SchliesseDeps,
  mandant: { id: number; schluessel: string },
  { warte = false, groesse = STAPELGROESSE, nachStapel }: Schliesswunsch = {},
): Promise<number> {
  let gesamt = 0;
  const lesezeichen: Lesezeichen = new Map();
  for (;;) {
    const anzahl = await db.inTransaction({ mandant: mandant.id }, async (tx) => {
      if (!(await sperreKette(tx, warte))) return 0;
      const offene = await sucheOffene(tx, arten, groesse, lesezeichen);
      const glieder: NeuesGlied[] = [];
      for (const { art, schluessel } of offene) glieder.push(...(await gliederAus(tx, art, schluessel)));
      if (glieder.length > 0) await schliesseStapel(tx, mandant.schluessel, glieder, clock.now(), signer());
      return glieder.length;
    });
    gesamt += anzahl;
    if (anzahl > 0) nachStapel?.();
    if (anzahl < groesse) return gesamt;
  }
}

async function gliederAus(tx: Tx, art: LogKind, schluessel: readonly string[]): Promise<NeuesGlied[]> {
  // What the log keeps a digest of is not read again: the digest stands for it.
  const zeilen = new Map((await art.read(tx, schluessel, { content: false })).map((zeile) => [zeile.key, zeile]));
  return schluessel.flatMap((key) => {
    const zeile = zeilen.get(key);
    return zeile ? [gliedAus(art.name, zeile)] : [];
  });
}

function gliedAus(art: string, zeile: LogRow): NeuesGlied {
  const eigen = zeile.digest === null ? digestOf(zeile.content, randomBytes(16)) : undefined;
  const digest = zeile.digest ?? eigen?.digest.toString("hex") ?? "";
  const salz = eigen ? eigen.salt.toString("hex") : null;
  return {
    art,
    schluessel: zeile.key,
    digest,
    salz,
    blatt: blattDerZeile({ art, schluessel: zeile.key, kopf: zeile.head, digest }),
  };
}

async function schliesseStapel(tx: Tx, mandant: string, glieder: readonly NeuesGlied[], am: Date, signer: Signer): Promise<void> {
  const letzter = await findLetztenKopf(tx);
  const nummer = (letzter?.nummer ?? 0) + 1;
  const wurzel = wurzelAus(glieder.map(({ blatt }) => blatt));
  // As the database gives it back: the text is hashed.
  const geschlossen = am.toISOString().replace("Z", "000Z");
  const digest = stapelDigest(mandant, { nummer, anzahl: glieder.length, wurzel, geschlossen });
  const kopf = naechsterKopf(letzter?.kopf ?? "", digest);
  await schreibeStapel(tx, { nummer, wurzel, kopf, geschlossen }, glieder);
  await schreibeSchluessel(tx, { kennung: signer.id, oeffentlich: signer.key, seit: am });
  const unterschrift = signer.sign(kopfText(mandant, nummer, kopf));
  await schreibeUnterschrift(tx, { stapel: nummer, schluessel: signer.id, unterschrift, am });
}
