import type { Tx } from "#db";
import type { Akteur, Art, Kanal, Schritt } from "./schritte.ts";
import type { Stand } from "./stand.ts";
import { endphasen } from "./uebergaenge.ts";

/** A step ready for the table. */
export type SchrittZeile = {
  rechnungId: string;
  nummer: number;
  art: Art;
  akteur: Akteur;
  zeitpunkt: Date;
  transaktion: string;
  digest: Buffer;
  salz: Buffer;
  daten: unknown;
};
export type RechnungZeile = {
  id: string;
  eingangsnummer: string;
  sha256: string;
  dateiname: string;
  groesse: number;
  kanal: Kanal;
  eingegangenAm: Date;
};
export type StandZeile = RechnungZeile & { nummer: number; geaendertAm: Date; stand: Stand };
export type NeuerStand = { rechnungId: string; nummer: number; zeitpunkt: Date; stand: Stand };

export const standSpalten = `r.id, r.eingangsnummer, r.sha256, r.dateiname, r.groesse, r.kanal, r.eingegangen_am as "eingegangenAm", s.nummer, s.geaendert_am as "geaendertAm", s.stand`;
export const standTabellen = "rechnung_stand s join rechnung r on r.mandant_id = s.mandant_id and r.id = s.rechnung_id";

/** Numbers for new invoices, one for all Mandanten: nobody waits for anybody's transaction, and gaps are allowed. */
export async function zieheEingangsnummern(tx: Tx, anzahl: number): Promise<number[]> {
  const { rows } = await tx.query<{ n: number }>("select nextval('rechnung_lfd') as n from generate_series(1, $1::int)", [
    anzahl,
  ]);
  return rows.map(({ n }) => n);
}

/** New invoices with their first step, all in one statement, but of those whose transaction is taken. @returns ids of the written ones */
export async function legeAn(
  tx: Tx,
  neue: readonly { rechnung: RechnungZeile; schritt: SchrittZeile; stand: Stand }[],
): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `with neu as (
       select distinct on (transaktion) * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::timestamptz[], $9::text[], $10::jsonb[], $11::bytea[], $12::bytea[], $13::jsonb[], $14::jsonb[])
         as t(id, eingangsnummer, sha256, dateiname, groesse, kanal, zeitpunkt, transaktion, akteur, digest, salz, daten, stand)
     ), r as (
       insert into rechnung (mandant_id, id, eingangsnummer, sha256, dateiname, groesse, kanal, eingegangen_am)
       select $1::int, id, eingangsnummer, sha256, dateiname, groesse, kanal, zeitpunkt from neu
        where not exists (select from rechnung_schritt h where h.mandant_id = $1::int and h.transaktion = neu.transaktion)
       returning id
     ), g as (
       select neu.* from neu join r using (id)
     ), s as (
       insert into rechnung_schritt (mandant_id, rechnung_id, nummer, art, akteur, zeitpunkt, transaktion, digest)
       select $1::int, id, 1, 'eingegangen', akteur, zeitpunkt, transaktion, digest from g
     ), i as (
       insert into rechnung_schritt_inhalt (mandant_id, rechnung_id, nummer, salz, daten) select $1::int, id, 1, salz, daten from g
     )
     insert into rechnung_stand (mandant_id, rechnung_id, nummer, phase, eingegangen_am, geaendert_am, stand)
     select $1::int, id, 1, stand->>'phase', zeitpunkt, zeitpunkt, stand from g returning rechnung_id as id`,
    [
      tx.mandantId,
      neue.map(({ rechnung }) => rechnung.id),
      neue.map(({ rechnung }) => rechnung.eingangsnummer),
      neue.map(({ rechnung }) => rechnung.sha256),
      neue.map(({ rechnung }) => rechnung.dateiname),
      neue.map(({ rechnung }) => rechnung.groesse),
      neue.map(({ rechnung }) => rechnung.kanal),
      neue.map(({ rechnung }) => rechnung.eingegangenAm),
      neue.map(({ schritt }) => schritt.transaktion),
      neue.map(({ schritt }) => JSON.stringify(schritt.akteur)),
      neue.map(({ schritt }) => schritt.digest),
      neue.map(({ schritt }) => schritt.salz),
      neue.map(({ schritt }) => JSON.stringify(schritt.daten)),
      neue.map(({ stand }) => JSON.stringify(stand)),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function findNachTransaktion(tx: Tx, transaktionen: readonly string[]): Promise<Map<string, RechnungZeile>> {
  const { rows } = await tx.query<RechnungZeile & { transaktion: string }>(
    `select h.transaktion, r.id, r.eingangsnummer, r.sha256, r.dateiname, r.groesse, r.kanal, r.eingegangen_am as "eingegangenAm"
       from rechnung_schritt h join rechnung r on r.mandant_id = h.mandant_id and r.id = h.rechnung_id
      where h.mandant_id = $1 and h.transaktion = any($2)`,
    [tx.mandantId, transaktionen],
  );
  return new Map(rows.map((row) => [row.transaktion, row]));
}

/** States with their rows locked, in one order for all: a second writer waits here and then finds the number gone on. */
export async function findStaendeZumSchreiben(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { nummer: number; stand: Stand }>> {
  const { rows } = await tx.query<{ id: string; nummer: number; stand: Stand }>(
    "select rechnung_id as id, nummer, stand from rechnung_stand where mandant_id = $1 and rechnung_id = any($2::uuid[]) order by rechnung_id for update",
    [tx.mandantId, ids],
  );
  return new Map(rows.map(({ id, nummer, stand }) => [id, { nummer, stand }]));
}

/** Steps of any number of invoices and their states after them, in one statement. @returns false where a step or state was not written */
export async function schreibeSchritte(
  tx: Tx,
  schritte: readonly SchrittZeile[],
  staende: readonly NeuerStand[],
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `with neu as (
       select * from unnest($2::uuid[], $3::int[], $4::text[], $5::jsonb[], $6::timestamptz[], $7::text[], $8::bytea[], $9::bytea[], $10::jsonb[])
         as t(rechnung_id, nummer, art, akteur, zeitpunkt, transaktion, digest, salz, daten)
     ), s as (
       insert into rechnung_schritt (mandant_id, rechnung_id, nummer, art, akteur, zeitpunkt, transaktion, digest)
       select $1::int, rechnung_id, nummer, art, akteur, zeitpunkt, transaktion, digest from neu
       on conflict do nothing returning rechnung_id, nummer
     ), i as (
       insert into rechnung_schritt_inhalt (mandant_id, rechnung_id, nummer, salz, daten)
       select $1::int, rechnung_id, nummer, salz, daten from neu join s using (rechnung_id, nummer)
     )
     update rechnung_stand v set nummer = t.nummer, phase = t.stand->>'phase', amt = t.stand->>'amt',
            zustaendig = t.stand->'zustaendig'->>'kennung', lieferant = t.stand->>'lieferant',
            lieferantname = coalesce(t.stand->'kreditor'->>'name', t.stand->'kopf'->'lieferant'->>'name'),
            kreditor_id = (t.stand->'kreditor'->>'id')::uuid, rechnungsnummer = t.stand->'kopf'->>'rechnungsnummer',
            betrag_cent = (t.stand->'kopf'->>'zahlbarCent')::bigint, rechnungsdatum = (t.stand->'kopf'->>'rechnungsdatum')::date,
            faellig_am = case when t.ende then null else (t.stand->'zahlung'->>'faelligAm')::date end,
            skonto_bis = case when t.ende then null else (t.stand->'zahlung'->'skonto'->0->>'bis')::date end,
            skonto_cent = case when t.ende then null else (t.stand->'zahlung'->'skonto'->0->>'ersparnisCent')::bigint end,
            geaendert_am = t.zeitpunkt, stand = t.stand
       from unnest($11::uuid[], $12::int[], $13::timestamptz[], $14::jsonb[], $15::bool[]) as t(rechnung_id, nummer, zeitpunkt, stand, ende)
      where v.mandant_id = $1::int and v.rechnung_id = t.rechnung_id and (select count(*) from s) = cardinality($3::int[])`,
    [
      tx.mandantId,
      schritte.map((s) => s.rechnungId),
      schritte.map((s) => s.nummer),
      schritte.map((s) => s.art),
      schritte.map((s) => JSON.stringify(s.akteur)),
      schritte.map((s) => s.zeitpunkt),
      schritte.map((s) => s.transaktion),
      schritte.map((s) => s.digest),
      schritte.map((s) => s.salz),
      schritte.map((s) => JSON.stringify(s.daten)),
      staende.map((s) => s.rechnungId),
      staende.map((s) => s.nummer),
      staende.map((s) => s.zeitpunkt),
      staende.map((s) => JSON.stringify(s.stand)),
      staende.map((s) => endphasen.includes(s.stand.phase)),
    ],
  );
  return rowCount === staende.length;
}

export async function findRechnung(tx: Tx, id: string): Promise<StandZeile | undefined> {
  return (await findRechnungen(tx, [id]))[0];
}

export async function findRechnungen(tx: Tx, ids: readonly string[]): Promise<StandZeile[]> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten} from ${standTabellen} where s.mandant_id = $1 and s.rechnung_id = any($2::uuid[])`,
    [tx.mandantId, ids],
  );
  return rows;
}

export async function findNachEingangsnummer(tx: Tx, eingangsnummer: string): Promise<StandZeile | undefined> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten} from ${standTabellen} where r.mandant_id = $1 and r.eingangsnummer = $2`,
    [tx.mandantId, eingangsnummer],
  );
  return rows[0];
}

export async function listeRechnungsschritte(tx: Tx, rechnungId: string): Promise<Schritt[]> {
  const { rows } = await tx.query<Schritt>(
    `select s.nummer, s.art, i.daten, s.akteur, s.zeitpunkt
       from rechnung_schritt s left join rechnung_schritt_inhalt i using (mandant_id, rechnung_id, nummer)
      where s.mandant_id = $1 and s.rechnung_id = $2 order by s.nummer`,
    [tx.mandantId, rechnungId],
  );
  return rows;
}
