import type { Tx } from "#db";
import type { Anordnung, Kassenantwort } from "./contract.ts";

const spalten = `o.id, o.vorgang_id as "vorgangId", o.aktenzeichen, o.art, o.empfaenger, o.iban, o.plan, o.summe_cent as "summeCent", o.erstellt_am as "erstelltAm"`;

/** @returns false where this occasion has its order already */
export async function schreibeAnordnung(tx: Tx, anordnung: Anordnung, anlass: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into anordnung (mandant_id, id, vorgang_id, anlass, art, aktenzeichen, empfaenger, iban, plan, summe_cent, erstellt_am)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (mandant_id, vorgang_id, anlass) do nothing`,
    [
      tx.mandantId,
      anordnung.id,
      anordnung.vorgangId,
      anlass,
      anordnung.art,
      anordnung.aktenzeichen,
      anordnung.empfaenger,
      anordnung.iban,
      JSON.stringify(anordnung.plan),
      anordnung.summeCent,
      anordnung.erstelltAm,
    ],
  );
  return rowCount === 1;
}

export type AnordnungMitAntwort = Anordnung & {
  antwort: Kassenantwort["art"] | null;
  belegnummer: string | null;
  grund: string | null;
};

export async function findAnordnung(tx: Tx, id: string): Promise<AnordnungMitAntwort | undefined> {
  const { rows } = await tx.query<AnordnungMitAntwort>(
    `select ${spalten}, a.art as antwort, a.belegnummer, a.grund
       from anordnung o left join anordnung_antwort a on a.mandant_id = o.mandant_id and a.anordnung_id = o.id
      where o.mandant_id = $1 and o.id = $2`,
    [tx.mandantId, id],
  );
  return rows[0];
}

export async function listeAnordnungen(tx: Tx, vorgangId: string): Promise<AnordnungMitAntwort[]> {
  const { rows } = await tx.query<AnordnungMitAntwort>(
    `select ${spalten}, a.art as antwort, a.belegnummer, a.grund
       from anordnung o left join anordnung_antwort a on a.mandant_id = o.mandant_id and a.anordnung_id = o.id
      where o.mandant_id = $1 and o.vorgang_id = $2 order by o.erstellt_am, o.id`,
    [tx.mandantId, vorgangId],
  );
  return rows;
}

export async function schreibeAntwort(tx: Tx, anordnungId: string, antwort: Kassenantwort, am: Date): Promise<void> {
  await tx.query(
    `insert into anordnung_antwort (mandant_id, anordnung_id, art, belegnummer, grund, am) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [
      tx.mandantId,
      anordnungId,
      antwort.art,
      antwort.art === "quittiert" ? antwort.belegnummer : null,
      antwort.art === "abgelehnt" ? antwort.grund : null,
      am,
    ],
  );
}
