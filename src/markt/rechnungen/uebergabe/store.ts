import type { Tx } from "#db";
import type { Auftragsantwort, Zahlungsauftrag, Zahlungsmeldung } from "./contract.ts";

export type AuftragZeile = {
  auftrag: Zahlungsauftrag;
  rechnungId: string;
  erstelltAm: Date;
  antwort: Auftragsantwort["art"] | null;
};

export async function schreibeAuftraege(
  tx: Tx,
  auftraege: readonly { rechnungId: string; nummer: number; auftrag: Zahlungsauftrag }[],
  am: Date,
): Promise<void> {
  if (auftraege.length === 0) return;
  await tx.query(
    `insert into zahlungsauftrag (mandant_id, id, rechnung_id, nummer, art, inhalt, betrag_cent, erstellt_am)
     select $1::int, id, r, n, inhalt->>'art', inhalt, (inhalt->>'zahlbetragCent')::bigint, $6::timestamptz
       from unnest($2::uuid[], $3::uuid[], $4::int[], $5::jsonb[]) as a(id, r, n, inhalt) on conflict do nothing`,
    [
      tx.mandantId,
      auftraege.map(({ auftrag }) => auftrag.id),
      auftraege.map(({ rechnungId }) => rechnungId),
      auftraege.map(({ nummer }) => nummer),
      auftraege.map(({ auftrag }) => JSON.stringify(auftrag)),
      am,
    ],
  );
}

const auftragSpalten = `z.inhalt as auftrag, z.rechnung_id as "rechnungId", z.erstellt_am as "erstelltAm", a.art as antwort`;
const auftragTabellen =
  "zahlungsauftrag z left join zahlungsauftrag_antwort a on a.mandant_id = z.mandant_id and a.auftrag_id = z.id";

export async function findAuftraege(tx: Tx, ids: readonly string[]): Promise<AuftragZeile[]> {
  const { rows } = await tx.query<AuftragZeile>(
    `select ${auftragSpalten} from ${auftragTabellen} where z.mandant_id = $1 and z.id = any($2::uuid[])`,
    [tx.mandantId, ids],
  );
  return rows;
}

/** Handed over (or on the way there) before an instant, and never answered. */
export async function listeUnbeantwortete(tx: Tx, vor: Date, limit: number): Promise<AuftragZeile[]> {
  const { rows } = await tx.query<AuftragZeile>(
    `select ${auftragSpalten} from ${auftragTabellen} where z.mandant_id = $1 and a.auftrag_id is null and z.erstellt_am < $2 order by z.erstellt_am limit $3`,
    [tx.mandantId, vor, limit],
  );
  return rows;
}

export async function schreibeAntworten(tx: Tx, antworten: readonly Auftragsantwort[], am: Date): Promise<void> {
  if (antworten.length === 0) return;
  await tx.query(
    `insert into zahlungsauftrag_antwort (mandant_id, auftrag_id, art, beleg, grund, am)
     select $1::int, a.id, a.art, a.beleg, a.grund, $3::timestamptz from jsonb_to_recordset($2::jsonb) as a(id uuid, art text, beleg text, grund text)
     on conflict do nothing`,
    [tx.mandantId, JSON.stringify(antworten), am],
  );
}

/** @returns the ones that were not known before */
export async function schreibeZahlungen(tx: Tx, zahlungen: readonly Zahlungsmeldung[], am: Date): Promise<Set<string>> {
  if (zahlungen.length === 0) return new Set();
  const { rows } = await tx.query<{ beleg: string }>(
    `insert into zahlungsmeldung (mandant_id, beleg, auftrag_id, iban, betrag_cent, am, verwendung, gemeldet_am)
     select distinct on (z.beleg) $1::int, z.beleg, z."auftragId", z.iban, z."betragCent", z.am, z.verwendung, $3::timestamptz
       from jsonb_to_recordset($2::jsonb) as z(beleg text, "auftragId" uuid, iban text, "betragCent" bigint, am date, verwendung text)
     on conflict do nothing returning beleg`,
    [tx.mandantId, JSON.stringify(zahlungen), am],
  );
  return new Set(rows.map(({ beleg }) => beleg));
}

export type FremdeZahlung = Zahlungsmeldung & {
  gemeldetAm: Date;
  rechnungId: string | null;
  eingangsnummer: string | null;
  phase: string | null;
};
/**
 * Payments that no order of ours explains, with the invoice they look like: the same account and amount, and its number in the purpose. Only a
 * hint: a person decides. A second payment of one order, or one of an order that was refused, is among them: the order explains only what the
 * log has as its payment.
 */
export async function listeFremdeZahlungen(tx: Tx, limit: number): Promise<FremdeZahlung[]> {
  const { rows } = await tx.query<FremdeZahlung>(
    `select z.beleg, z.auftrag_id as "auftragId", z.iban, z.betrag_cent as "betragCent", z.am, z.verwendung, z.gemeldet_am as "gemeldetAm",
            w.id as "rechnungId", w.eingangsnummer, w.phase
       from zahlungsmeldung z
       left join zahlungsauftrag a on a.mandant_id = $1 and a.id = z.auftrag_id
       left join lateral (
         select r.id, r.eingangsnummer, s.phase from rechnung_stand s join rechnung r on r.mandant_id = s.mandant_id and r.id = s.rechnung_id
          where s.mandant_id = $1 and s.rechnung_id = a.rechnung_id
         union all
         select r.id, r.eingangsnummer, s.phase from rechnung_stand s join rechnung r on r.mandant_id = s.mandant_id and r.id = s.rechnung_id
          where a.id is null and s.mandant_id = $1 and s.betrag_cent = z.betrag_cent and strpos(z.verwendung, s.rechnungsnummer) > 0
            and (s.kreditor_id in (select kreditor_id from kreditor_konto k where k.mandant_id = $1 and k.iban = z.iban) or s.kreditor_id is null)
          order by eingangsnummer desc limit 1) w on true
      where z.mandant_id = $1
        and not exists (select from rechnung_schritt h where h.mandant_id = $1 and h.transaktion = 'bezahlt:' || z.beleg)
        and not exists (select from rechnung_stand s where s.mandant_id = $1 and s.phase = 'bezahlt' and s.stand->'bezahlt'->>'beleg' = z.beleg)
      order by z.am desc, z.beleg limit $2`,
    [tx.mandantId, limit],
  );
  return rows;
}

export type Auftragszahlung = { beleg: string; betragCent: number; am: string };
/** What was paid upon an order, whatever the amount. */
export async function listeAuftragszahlungen(tx: Tx, auftragId: string): Promise<Auftragszahlung[]> {
  const { rows } = await tx.query<Auftragszahlung>(
    `select beleg, betrag_cent as "betragCent", am from zahlungsmeldung where mandant_id = $1 and auftrag_id = $2 order by am, beleg limit 100`,
    [tx.mandantId, auftragId],
  );
  return rows;
}

export async function findMarke(tx: Tx, anschluss: string): Promise<string | null> {
  const { rows } = await tx.query<{ marke: string }>("select marke from finanzmarke where mandant_id = $1 and anschluss = $2", [
    tx.mandantId,
    anschluss,
  ]);
  return rows[0]?.marke ?? null;
}
export async function schreibeMarke(tx: Tx, anschluss: string, marke: string): Promise<void> {
  await tx.query(
    "insert into finanzmarke (mandant_id, anschluss, marke) values ($1, $2, $3) on conflict (mandant_id, anschluss) do update set marke = excluded.marke",
    [tx.mandantId, anschluss, marke],
  );
}
