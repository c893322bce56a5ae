import { lockKeys, type Tx } from "#db";
import type { Umsatz } from "./lies-camt.ts";

export type Kontoumsatz = Umsatz & { id: string; iban: string; auszug: string; grund: string | null };
const spalten = `u.id, u.iban, u.auszug, u.referenz, u.betrag_cent as "betragCent", u.am, u.name, u.zweck, u.grund`;
const offen =
  "u.sollstellung_id is null and not exists (select from kontoumsatz_erledigt e where e.mandant_id = u.mandant_id and e.umsatz_id = u.id)";

export async function istBekannt(
  tx: Tx,
  { iban, auszug, referenz }: Pick<Kontoumsatz, "iban" | "auszug" | "referenz">,
): Promise<boolean> {
  // Two who read the same file at once pass here one after the other.
  await lockKeys(tx, [`${iban}:${auszug}:${referenz}`]);
  const { rowCount } = await tx.query(
    "select from kontoumsatz where mandant_id = $1 and iban = $2 and auszug = $3 and referenz = $4",
    [tx.mandantId, iban, auszug, referenz],
  );
  return rowCount > 0;
}

/** The statement that showed a payment like this one before: same day, sum, payer, purpose and reference of the bank. */
export async function findGleichen(tx: Tx, umsatz: Omit<Kontoumsatz, "id" | "grund">): Promise<string | undefined> {
  const { iban, auszug, referenz, betragCent, am, name, zweck } = umsatz;
  const { rows } = await tx.query<{ auszug: string }>(
    `select auszug from kontoumsatz where mandant_id = $1 and iban = $2 and am = $3 and betrag_cent = $4 and auszug <> $5 and referenz = $6
        and name = $7 and zweck = $8 limit 1`,
    [tx.mandantId, iban, am, betragCent, auszug, referenz, name, zweck],
  );
  return rows[0]?.auszug;
}

export async function schreibeUmsatz(tx: Tx, umsatz: Kontoumsatz, sollstellungId: string | null, am: Date): Promise<void> {
  const { id, iban, auszug, referenz, betragCent, name, zweck, grund } = umsatz;
  await tx.query(
    `insert into kontoumsatz (mandant_id, id, iban, auszug, referenz, betrag_cent, am, name, zweck, empfangen_am, sollstellung_id, grund)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [tx.mandantId, id, iban, auszug, referenz, betragCent, umsatz.am, name, zweck, am, sollstellungId, grund],
  );
}

/** What found no claim and nobody has looked at, the oldest first. */
export async function listeOffeneUmsaetze(tx: Tx, hoechstens: number): Promise<{ zeilen: Kontoumsatz[]; gesamt: number }> {
  const { rows } = await tx.query<Kontoumsatz & { gesamt: number }>(
    `select ${spalten}, count(*) over () as gesamt from kontoumsatz u where u.mandant_id = $1 and ${offen} order by u.am, u.id limit $2`,
    [tx.mandantId, hoechstens],
  );
  return { zeilen: rows, gesamt: rows[0]?.gesamt ?? 0 };
}

/** One that is still open, locked for whoever settles it. */
export async function findOffenenUmsatz(tx: Tx, id: string): Promise<Kontoumsatz | undefined> {
  await lockKeys(tx, [`umsatz:${id}`]);
  const { rows } = await tx.query<Kontoumsatz>(
    `select ${spalten} from kontoumsatz u where u.mandant_id = $1 and u.id = $2 and ${offen}`,
    [tx.mandantId, id],
  );
  return rows[0];
}

export async function schreibeErledigt(
  tx: Tx,
  umsatzId: string,
  erledigung: { sollstellungId: string | null; grund: string; akteur: object; am: Date },
): Promise<void> {
  const { sollstellungId, grund, akteur, am } = erledigung;
  await tx.query(
    "insert into kontoumsatz_erledigt (mandant_id, umsatz_id, sollstellung_id, grund, akteur, am) values ($1, $2, $3, $4, $5, $6)",
    [tx.mandantId, umsatzId, sollstellungId, grund, JSON.stringify(akteur), am],
  );
}
