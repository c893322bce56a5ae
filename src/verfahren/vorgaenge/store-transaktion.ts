import type { Tx } from "#db";
import type { Akteur, Art } from "./schritte.ts";

/** A step as its key finds it; `daten` is null once its content was deleted. */
export type GeschriebenerSchritt = {
  vorgangId: string;
  nummer: number;
  art: Art;
  akteur: Akteur;
  daten: Readonly<Record<string, unknown>> | null;
};

/** The step that a transaction key once wrote. */
export async function findSchrittNachTransaktion(tx: Tx, transaktion: string): Promise<GeschriebenerSchritt | undefined> {
  const { rows } = await tx.query<GeschriebenerSchritt>(
    `select s.vorgang_id as "vorgangId", s.nummer, s.art, s.akteur, i.daten
       from vorgang_schritt s left join vorgang_schritt_inhalt i using (mandant_id, vorgang_id, nummer)
      where s.mandant_id = $1 and s.transaktion = $2`,
    [tx.mandantId, transaktion],
  );
  return rows[0];
}

/** Which Vorgaenge these transaction keys have written a step of, by key. */
export async function findVorgaengeNachTransaktion(tx: Tx, transaktionen: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ transaktion: string; vorgangId: string }>(
    `select transaktion, vorgang_id as "vorgangId" from vorgang_schritt where mandant_id = $1 and transaktion = any($2)`,
    [tx.mandantId, transaktionen],
  );
  return new Map(rows.map(({ transaktion, vorgangId }) => [transaktion, vorgangId]));
}
