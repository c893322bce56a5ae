import type { Tx } from "#db";

export type NeuerLink = {
  rechnungId: string;
  nummer: number;
  kennung: string;
  name: string;
  betragCent: number;
  erstelltAm: Date;
  gueltigBis: Date;
};
export type Freigabelink = NeuerLink & { verbraucht: boolean };

export async function schreibeLink(tx: Tx, tokenSha256: Buffer, link: NeuerLink): Promise<void> {
  await tx.query(
    `insert into rechnung_freigabelink (mandant_id, token_sha256, rechnung_id, nummer, kennung, name, betrag_cent, erstellt_am, gueltig_bis)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.mandantId,
      tokenSha256,
      link.rechnungId,
      link.nummer,
      link.kennung,
      link.name,
      link.betragCent,
      link.erstelltAm,
      link.gueltigBis,
    ],
  );
}

export async function findLink(tx: Tx, tokenSha256: Buffer): Promise<Freigabelink | undefined> {
  const { rows } = await tx.query<Freigabelink>(
    `select l.rechnung_id as "rechnungId", l.nummer, l.kennung, l.name, l.betrag_cent as "betragCent", l.erstellt_am as "erstelltAm",
            l.gueltig_bis as "gueltigBis", v.am is not null as verbraucht
       from rechnung_freigabelink l left join rechnung_freigabelink_verbrauch v on v.mandant_id = l.mandant_id and v.token_sha256 = l.token_sha256
      where l.mandant_id = $1 and l.token_sha256 = $2`,
    [tx.mandantId, tokenSha256],
  );
  return rows[0];
}

/** @returns false where it was used before */
export async function verbraucheLink(tx: Tx, tokenSha256: Buffer, am: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    "insert into rechnung_freigabelink_verbrauch (mandant_id, token_sha256, am) values ($1, $2, $3) on conflict do nothing",
    [tx.mandantId, tokenSha256, am],
  );
  return rowCount === 1;
}
