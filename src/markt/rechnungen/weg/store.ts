import type { Tx } from "#db";
import { type Kopf, lieferantenschluessel } from "../kopf.ts";
import type { Bestellung, Bezugsrechnung, Dauerrechnung } from "./abgleich.ts";
import type { Fruehere } from "./dubletten.ts";
import type { Kreditor } from "./kreditor.ts";
import { merkmale } from "./kreditor.ts";

/** One way at a time for each Mandant: of two invoices that resemble each other, the second must see the first. Batches make it cheap. */
export async function sperreWeg(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('rechnung.weg', $1::int))", [tx.mandantId]);
}

export type Leitweg = { leitwegId: string; mandantId: number; amt: string };
export async function findLeitwege(tx: Tx, ids: readonly string[]): Promise<Map<string, Leitweg>> {
  const { rows } = await tx.query<Leitweg>(
    `select leitweg_id as "leitwegId", mandant_id as "mandantId", amt from leitweg where leitweg_id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.leitwegId, row]));
}

/** Which office ordered, by the numbers invoices name: all that routing needs. */
export async function findBestellaemter(tx: Tx, nummern: readonly string[]): Promise<Map<string, string>> {
  if (nummern.length === 0) return new Map();
  const { rows } = await tx.query<{ nummer: string; amt: string }>(
    "select nummer, amt from bestellung where mandant_id = $1 and nummer = any($2)",
    [tx.mandantId, nummern],
  );
  return new Map(rows.map(({ nummer, amt }) => [nummer, amt]));
}

/** Orders by the numbers invoices name, with what other, still living invoices have called up. */
export async function findBestellungen(tx: Tx, nummern: readonly string[]): Promise<Bestellung[]> {
  if (nummern.length === 0) return [];
  const { rows } = await tx.query<Bestellung>(
    `with gesucht as (
       select * from bestellung where mandant_id = $1 and nummer = any($2)
     ), abruf as (
       select a.bestellung_id, a.position, sum(a.menge) as menge, sum(a.betrag_cent)::bigint as cent
         from bestellung_abruf a join rechnung_stand s on s.mandant_id = a.mandant_id and s.rechnung_id = a.rechnung_id
        where a.mandant_id = $1 and a.bestellung_id in (select id from gesucht) and s.phase not in ('abgewiesen', 'dublette', 'weitergeleitet')
        group by 1, 2
     )
     select b.id, b.nummer, b.art, b.amt, b.kreditor_id as "kreditorId", b.kostenstelle, b.summe_cent as "summeCent", b.abgeschlossen,
            coalesce((select sum(cent) from abruf where bestellung_id = b.id), 0)::bigint as "abgerufenCent",
            coalesce((select json_agg(json_build_object('position', p.position, 'artikel', p.artikel, 'menge', p.menge::text, 'preis', p.preis::text,
                                      'kostenstelle', p.kostenstelle, 'abgerufen', coalesce(a.menge, 0)::text) order by p.position)
                        from bestellposition p left join abruf a on a.bestellung_id = p.bestellung_id and a.position = p.position
                       where p.mandant_id = $1 and p.bestellung_id = b.id), '[]') as positionen
       from gesucht b`,
    [tx.mandantId, nummern],
  );
  return rows;
}

/** Every creditor that shares a mark with one of the invoices, or was chosen by hand. */
export async function findKreditoren(tx: Tx, koepfe: readonly Kopf[], ids: readonly string[]): Promise<Kreditor[]> {
  const gesucht = koepfe.map(merkmale);
  const alle = <T>(werte: readonly (T | null)[]) => [...new Set(werte.filter((wert) => wert !== null))];
  const { rows } = await tx.query<Kreditor>(
    `with treffer as (
       select id from kreditor where mandant_id = $1 and ust_id = any($2)
       union select id from kreditor where mandant_id = $1 and steuernummer = any($3)
       union select id from kreditor where mandant_id = $1 and name_norm = any($4)
       union select kreditor_id from kreditor_konto where mandant_id = $1 and iban = any($5)
       union select unnest($6::uuid[])
     )
     select k.id, k.nummer, k.name, k.ust_id as "ustId", k.steuernummer, k.gesperrt,
            array(select iban from kreditor_konto o where o.mandant_id = $1 and o.kreditor_id = k.id order by seit, iban) as ibans
       from kreditor k where k.mandant_id = $1 and k.id in (select id from treffer) order by k.nummer`,
    [
      tx.mandantId,
      alle(gesucht.map(({ ustId }) => ustId)),
      alle(gesucht.map(({ steuernummer }) => steuernummer)),
      alle(gesucht.map(({ name }) => name)),
      alle(gesucht.flatMap(({ ibans }) => ibans)),
      ids,
    ],
  );
  return rows;
}

/** Invoices of the same suppliers over the same amounts that are not over with. */
export async function findFruehere(tx: Tx, koepfe: readonly Kopf[], ausser: readonly string[]): Promise<Fruehere[]> {
  const { rows } = await tx.query<Fruehere>(
    `select r.id, r.eingangsnummer, s.lieferant, s.rechnungsnummer, s.betrag_cent as "betragCent", s.rechnungsdatum, s.stand->'kopf'->>'art' as art
       from (select distinct l, b from unnest($2::text[], $3::bigint[]) as g(l, b)) g
       join rechnung_stand s on s.mandant_id = $1 and s.lieferant = g.l and s.betrag_cent = g.b
       join rechnung r on r.mandant_id = $1 and r.id = s.rechnung_id
      where s.phase not in ('eingegangen', 'geprueft', 'zuKlaeren', 'zugeordnet', 'abgewiesen', 'dublette', 'weitergeleitet') and s.rechnung_id <> all($4::uuid[])
      order by r.eingangsnummer`,
    [
      tx.mandantId,
      koepfe.map(({ lieferant }) => lieferantenschluessel(lieferant)),
      koepfe.map(({ zahlbarCent }) => zahlbarCent),
      ausser,
    ],
  );
  return rows;
}

export type Merkmal = { art: "datei" | "nummer"; wert: string; rechnungId: string };
/** Claims marks; of each, the invoice that came first keeps it. @returns who has them, by `art:wert` */
export async function belegeMerkmale(
  tx: Tx,
  merkmale: readonly Merkmal[],
): Promise<Map<string, { id: string; eingangsnummer: string }>> {
  const werte = [tx.mandantId, merkmale.map((m) => m.art), merkmale.map((m) => m.wert)] as const;
  await tx.query(
    `insert into rechnung_merkmal (mandant_id, art, wert, rechnung_id)
     select distinct on (art, wert) $1::int, art, wert, id from unnest($2::text[], $3::text[], $4::uuid[]) with ordinality as m(art, wert, id, n) order by art, wert, n
     on conflict do nothing`,
    [...werte, merkmale.map((m) => m.rechnungId)],
  );
  const { rows } = await tx.query<{ art: string; wert: string; id: string; eingangsnummer: string }>(
    `select m.art, m.wert, r.id, r.eingangsnummer
       from (select distinct art, wert from unnest($2::text[], $3::text[]) g(art, wert)) g
       join rechnung_merkmal m on m.mandant_id = $1 and m.art = g.art and m.wert = g.wert
       join rechnung r on r.mandant_id = $1 and r.id = m.rechnung_id`,
    werte,
  );
  return new Map(rows.map(({ art, wert, id, eingangsnummer }) => [`${art}:${wert}`, { id, eingangsnummer }]));
}

/** @param kreditorIds null: of all creditors */
export async function findDauerrechnungen(
  tx: Tx,
  kreditorIds: readonly string[] | null,
): Promise<(Dauerrechnung & { kreditorId: string; amt: string })[]> {
  if (kreditorIds?.length === 0) return [];
  const { rows } = await tx.query<Dauerrechnung & { kreditorId: string; amt: string }>(
    `select d.id, d.kreditor_id as "kreditorId", d.bezeichnung, d.amt, d.vertrag, d.erwartet_cent as "erwartetCent", d.toleranz_cent as "toleranzCent",
            d.rhythmus_monate as "rhythmusMonate", d.beginn, d.ende,
            array(select s.rechnungsdatum::text from rechnung_stand s
                   where s.mandant_id = $1 and s.kreditor_id = d.kreditor_id and s.stand->'abgleich'->'gegen'->0->>'id' = d.id::text
                     and s.phase not in ('abgewiesen', 'dublette', 'weitergeleitet')) as belegt
       from dauerrechnung d where d.mandant_id = $1 and ($2::uuid[] is null or d.kreditor_id = any($2)) order by d.bezeichnung`,
    [tx.mandantId, kreditorIds],
  );
  return rows;
}

/** The invoices that credit notes name (BT-25), by creditor and number, with what was credited already. */
export async function findBezugsrechnungen(
  tx: Tx,
  gesucht: readonly { kreditorId: string; rechnungsnummer: string }[],
): Promise<(Bezugsrechnung & { kreditorId: string; rechnungsnummer: string })[]> {
  if (gesucht.length === 0) return [];
  const { rows } = await tx.query<Bezugsrechnung & { kreditorId: string; rechnungsnummer: string }>(
    `select distinct on (s.kreditor_id, s.rechnungsnummer) s.rechnung_id as id, r.eingangsnummer as nummer, s.kreditor_id as "kreditorId", s.rechnungsnummer, s.betrag_cent as "betragCent",
            coalesce((select sum(g.betrag_cent) from rechnung_stand g
                       where g.mandant_id = $1 and g.kreditor_id = s.kreditor_id and g.stand->'kopf'->>'art' = 'gutschrift'
                         and g.stand->'kopf'->>'bezug' = s.rechnungsnummer and g.stand ? 'abgleich'
                         and g.phase not in ('abgewiesen', 'dublette', 'weitergeleitet')), 0)::bigint as "gutgeschriebenCent"
       from unnest($2::uuid[], $3::text[]) as w(kreditor_id, nummer)
       join rechnung_stand s on s.mandant_id = $1 and s.kreditor_id = w.kreditor_id and s.rechnungsnummer = w.nummer
       join rechnung r on r.mandant_id = $1 and r.id = s.rechnung_id
      where s.stand->'kopf'->>'art' = 'rechnung' and s.phase not in ('abgewiesen', 'dublette', 'weitergeleitet')
      order by s.kreditor_id, s.rechnungsnummer, r.eingangsnummer`,
    [tx.mandantId, gesucht.map((g) => g.kreditorId), gesucht.map((g) => g.rechnungsnummer)],
  );
  return rows;
}

export async function schreibeAbrufe(
  tx: Tx,
  abrufe: readonly { bestellungId: string; rechnungId: string; position: string; menge: string; betragCent: number }[],
): Promise<void> {
  if (abrufe.length === 0) return;
  await tx.query(
    `insert into bestellung_abruf (mandant_id, bestellung_id, rechnung_id, position, menge, betrag_cent)
     select $1::int, b, r, p, sum(m), sum(c) from unnest($2::uuid[], $3::uuid[], $4::text[], $5::numeric[], $6::bigint[]) as a(b, r, p, m, c) group by b, r, p
     on conflict do nothing`,
    [
      tx.mandantId,
      abrufe.map((a) => a.bestellungId),
      abrufe.map((a) => a.rechnungId),
      abrufe.map((a) => a.position),
      abrufe.map((a) => a.menge),
      abrufe.map((a) => a.betragCent),
    ],
  );
}
