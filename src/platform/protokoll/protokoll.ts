import type { Tx } from "#db";
import { digestOf } from "./digest.ts";

/** What is written down: `art` in the manner `akte.gelesen`, `suche.ausgefuehrt`; `daten` says who, what, why, and which ids came back. */
export type Eintrag = { art: string; zeitpunkt: Date; daten: Record<string, unknown> };
export type ProtokollZeile = Eintrag & { id: number };

/** In the caller's transaction: an access that is not written down does not happen. */
export async function schreibeProtokoll(tx: Tx, eintrag: Eintrag): Promise<void> {
  const { salt, digest } = digestOf(eintrag.daten);
  await tx.query(
    `with zeile as (
       insert into protokoll (mandant_id, art, zeitpunkt, digest) values ($1, $2, $3, $4) returning id
     )
     insert into protokoll_inhalt (mandant_id, id, salz, daten) select $1::int, id, $5::bytea, $6::jsonb from zeile`,
    [tx.mandantId, eintrag.art, eintrag.zeitpunkt, digest, salt, JSON.stringify(eintrag.daten)],
  );
}

/** The newest entries first. */
export async function leseProtokoll(tx: Tx, options: { arten?: readonly string[]; limit: number }): Promise<ProtokollZeile[]> {
  const { rows } = await tx.query<ProtokollZeile>(
    `select p.id, p.art, p.zeitpunkt, i.daten
       from protokoll p join protokoll_inhalt i using (mandant_id, id)
      where $1::text[] is null or p.art = any($1)
      order by p.id desc limit $2`,
    [options.arten ?? null, options.limit],
  );
  return rows;
}
