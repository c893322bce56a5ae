import type { Tx } from "#db";
import type { Akteur } from "#vorgaenge";

export type Sendung = {
  id: string;
  vorgangId: string;
  bescheidId: string;
  /** The Rolle of the one it goes to. The address stands on the letter only. */
  empfaenger: string;
  aktenzeichen: string;
  betreff: string;
  akteSha256: string;
  angelegtAm: Date;
};
/** With the Leistung it belongs to: it decides who may print it. */
export type Sendungszeile = Sendung & { leistung: string };

export async function schreibeSendungen(tx: Tx, ...sendungen: readonly Sendung[]): Promise<void> {
  if (sendungen.length === 0) return;
  await tx.query(
    `insert into sendung (mandant_id, id, vorgang_id, bescheid_id, empfaenger, aktenzeichen, betreff, akte_sha256, angelegt_am)
     select $1::int, s.* from jsonb_to_recordset($2::jsonb) as s(id uuid, "vorgangId" uuid, "bescheidId" uuid, empfaenger text,
            aktenzeichen text, betreff text, "akteSha256" text, "angelegtAm" timestamptz)
     on conflict (mandant_id, bescheid_id) do nothing`,
    [tx.mandantId, JSON.stringify(sendungen)],
  );
}

const spalten = `s.id, s.vorgang_id as "vorgangId", s.bescheid_id as "bescheidId", s.empfaenger, s.aktenzeichen, s.betreff,
  s.akte_sha256 as "akteSha256", s.angelegt_am as "angelegtAm", g.leistung`;
const quelle = "from sendung s join vorgang g on g.mandant_id = s.mandant_id and g.id = s.vorgang_id";

/** What must still go out, of these Leistungen only. */
export async function listeOffeneSendungen(tx: Tx, leistungen: readonly string[]): Promise<Sendungszeile[]> {
  const { rows } = await tx.query<Sendungszeile>(
    `select ${spalten} ${quelle} left join sendung_versand v on v.mandant_id = s.mandant_id and v.sendung_id = s.id
      where s.mandant_id = $1 and g.leistung = any($2) and v.sendung_id is null order by s.angelegt_am limit 500`,
    [tx.mandantId, leistungen],
  );
  return rows;
}

export async function findSendung(tx: Tx, id: string): Promise<Sendungszeile | undefined> {
  const sql = `select ${spalten} ${quelle} where s.mandant_id = $1 and s.id = $2`;
  return (await tx.query<Sendungszeile>(sql, [tx.mandantId, id])).rows[0];
}

/** @returns false where it was already noted: a letter is posted once */
export async function vermerkeVersand(tx: Tx, sendungId: string, am: string, akteur: Akteur): Promise<boolean> {
  const { rowCount } = await tx.query(
    "insert into sendung_versand (mandant_id, sendung_id, am, akteur) values ($1, $2, $3, $4) on conflict do nothing",
    [tx.mandantId, sendungId, am, JSON.stringify(akteur)],
  );
  return rowCount === 1;
}
