import type { Tx } from "#db";
import type { Ereignis, NeuesEreignis, Sollstellung } from "./contract.ts";
import { laufendeZahlung, offenCent, type Sollstand, wartetAufFreigabe, type Zustand, zustandAus } from "./sollstand.ts";

/** A Sollstellung with where it stands, as lists and pages read it. */
/** `istErstattung`: it asks for money back that the person got; else it is a levy or a fee. */
export type Sollzeile = Sollstellung & {
  istErstattung: boolean;
  nummer: number;
  zustand: Zustand;
  offenCent: number;
  stand: Sollstand;
};

export const spalten = `s.id, s.vorgang_id as "vorgangId", s.aktenzeichen, s.leistung, s.bezeichnung, s.kassenzeichen, s.person, s.schuldner,
  s.ueber_postfach as "ueberPostfach", s.posten, s.betrag_cent as "betragCent", s.faellig_am as "faelligAm", s.eroeffnet_am as "eroeffnetAm",
  s.anlass like 'rueckforderung:%' as "istErstattung", t.nummer, t.zustand, t.offen_cent as "offenCent", t.stand`;
const abfrage = `select ${spalten} from sollstellung s
  join sollstellung_stand t on t.mandant_id = s.mandant_id and t.sollstellung_id = s.id where s.mandant_id = $1`;

/** @returns false where this occasion has its Sollstellung already */
export async function schreibeSollstellung(tx: Tx, neu: Sollstellung, anlass: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into sollstellung (mandant_id, id, vorgang_id, anlass, aktenzeichen, leistung, bezeichnung, kassenzeichen, person, schuldner,
       ueber_postfach, posten, betrag_cent, faellig_am, eroeffnet_am)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (mandant_id, vorgang_id, anlass) do nothing`,
    [
      tx.mandantId,
      neu.id,
      neu.vorgangId,
      anlass,
      neu.aktenzeichen,
      neu.leistung,
      neu.bezeichnung,
      neu.kassenzeichen,
      neu.person,
      neu.schuldner,
      neu.ueberPostfach,
      JSON.stringify(neu.posten),
      neu.betragCent,
      neu.faelligAm,
      neu.eroeffnetAm,
    ],
  );
  return rowCount === 1;
}

/** The folded state, locked until the transaction ends: whoever writes comes one after the other. */
export async function sperreStand(tx: Tx, id: string): Promise<{ nummer: number; stand: Sollstand } | undefined> {
  const { rows } = await tx.query<{ nummer: number; stand: Sollstand }>(
    "select nummer, stand from sollstellung_stand where mandant_id = $1 and sollstellung_id = $2 for update",
    [tx.mandantId, id],
  );
  return rows[0];
}

/** What was written under a key, to whichever Sollstellung. */
export async function findTransaktion(
  tx: Tx,
  transaktion: string,
): Promise<{ sollstellungId: string; art: string; daten: Record<string, unknown> } | undefined> {
  const { rows } = await tx.query<{ sollstellungId: string; art: string; daten: Record<string, unknown> }>(
    `select sollstellung_id as "sollstellungId", art, daten from sollstellung_ereignis where mandant_id = $1 and transaktion = $2`,
    [tx.mandantId, transaktion],
  );
  return rows[0];
}

export async function schreibeEreignis(tx: Tx, id: string, nummer: number, ereignis: NeuesEreignis): Promise<void> {
  await tx.query(
    `insert into sollstellung_ereignis (mandant_id, sollstellung_id, nummer, art, daten, akteur, zeitpunkt, transaktion, zahlung_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.mandantId,
      id,
      nummer,
      ereignis.art,
      JSON.stringify(ereignis.daten),
      JSON.stringify(ereignis.akteur),
      ereignis.zeitpunkt,
      ereignis.transaktion,
      "zahlungId" in ereignis.daten ? (ereignis.daten.zahlungId ?? null) : null,
    ],
  );
}

export async function schreibeStand(tx: Tx, id: string, nummer: number, stand: Sollstand, am: Date): Promise<void> {
  await tx.query(
    `insert into sollstellung_stand (mandant_id, sollstellung_id, nummer, zustand, offen_cent, geaendert_am, stand, laeuft, freizugeben)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (mandant_id, sollstellung_id) do update set nummer = excluded.nummer, zustand = excluded.zustand,
       offen_cent = excluded.offen_cent, geaendert_am = excluded.geaendert_am, stand = excluded.stand, laeuft = excluded.laeuft,
       freizugeben = excluded.freizugeben`,
    [
      tx.mandantId,
      id,
      nummer,
      zustandAus(stand),
      offenCent(stand),
      am,
      JSON.stringify(stand),
      laufendeZahlung(stand) !== undefined,
      wartetAufFreigabe(stand),
    ],
  );
}

const eine = async (tx: Tx, bedingung: string, wert: string): Promise<Sollzeile | undefined> =>
  (await tx.query<Sollzeile>(`${abfrage} and ${bedingung}`, [tx.mandantId, wert])).rows[0];
export const findSollstellung = (tx: Tx, id: string) => eine(tx, "s.id = $2", id);
export const findNachKassenzeichen = (tx: Tx, kassenzeichen: string) => eine(tx, "s.kassenzeichen = $2", kassenzeichen);
/** The Sollstellung that a payment was begun for. */
export const findNachZahlung = (tx: Tx, zahlungId: string) =>
  eine(
    tx,
    "s.id = (select sollstellung_id from sollstellung_ereignis where mandant_id = $1 and zahlung_id = $2 and art = 'zahlungBegonnen')",
    zahlungId,
  );

export async function listeFuerVorgang(tx: Tx, vorgangId: string): Promise<Sollzeile[]> {
  const sql = `${abfrage} and s.vorgang_id = $2 order by s.faellig_am, s.kassenzeichen`;
  return (await tx.query<Sollzeile>(sql, [tx.mandantId, vorgangId])).rows;
}

/** What a person owes or owed, the open ones first. */
export async function listeSollstellungenFuerPerson(tx: Tx, person: string): Promise<Sollzeile[]> {
  const sql = `${abfrage} and s.person = $2 order by (t.offen_cent = 0), s.faellig_am, s.kassenzeichen limit 200`;
  return (await tx.query<Sollzeile>(sql, [tx.mandantId, person])).rows;
}

export async function listeEreignisse(tx: Tx, id: string): Promise<Ereignis[]> {
  const { rows } = await tx.query<Ereignis>(
    `select nummer, art, daten, akteur, zeitpunkt from sollstellung_ereignis
      where mandant_id = $1 and sollstellung_id = $2 order by nummer`,
    [tx.mandantId, id],
  );
  return rows;
}

/** Payments that nothing was heard of since an instant and that are not final: what a lost job would leave behind. */
export async function listeUngeklaerteZahlungen(tx: Tx, still: Date, anzahl: number): Promise<string[]> {
  const { rows } = await tx.query<{ stand: Sollstand }>(
    "select stand from sollstellung_stand where mandant_id = $1 and laeuft and geaendert_am < $2 order by geaendert_am limit $3",
    [tx.mandantId, still, anzahl],
  );
  return rows.flatMap(({ stand }) => laufendeZahlung(stand)?.zahlungId ?? []);
}

/** Claims that are paid in instalments, after the last one seen. */
export async function listeMitRaten(tx: Tx, nach: string | undefined, anzahl: number): Promise<Sollzeile[]> {
  const sql = `${abfrage} and t.offen_cent > 0 and t.stand ? 'ratenplan' and ($2::uuid is null or s.id > $2) order by s.id limit $3`;
  return (await tx.query<Sollzeile>(sql, [tx.mandantId, nach ?? null, anzahl])).rows;
}

/** What was due before a day, is still open and was never reminded of, after the last one seen. */
export async function listeZuMahnen(
  tx: Tx,
  faelligVor: string,
  nach: Pick<Sollzeile, "faelligAm" | "id"> | undefined,
  anzahl: number,
): Promise<Sollzeile[]> {
  const sql = `${abfrage} and t.zustand in ('offen', 'teilbezahlt') and s.faellig_am < $2 and not t.stand ? 'gemahntAm' and not t.stand ? 'ratenplan'
    and ($3::date is null or (s.faellig_am, s.id) > ($3, $4::uuid)) order by s.faellig_am, s.id limit $5`;
  return (await tx.query<Sollzeile>(sql, [tx.mandantId, faelligVor, nach?.faelligAm ?? null, nach?.id ?? null, anzahl])).rows;
}
