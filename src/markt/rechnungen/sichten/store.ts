import type { Tx } from "#db";
import type { Art } from "../schritte.ts";
import { type StandZeile, standSpalten, standTabellen } from "../store.ts";
import { endphasen, type Phase } from "../uebergaenge.ts";

export type Listenwunsch = {
  phasen: readonly Phase[];
  /** Keys of offices; null: all of them. Invoices that no office has yet are shown to whoever sees all. */
  aemter: readonly string[] | null;
  zustaendig?: string;
  suche?: string;
  sortierung: "aelteste" | "neueste" | "faellig" | "skonto" | "betrag";
  seite: number;
  jeSeite: number;
};
const sortierungen = {
  aelteste: "r.eingegangen_am, r.eingangsnummer",
  neueste: "r.eingegangen_am desc, r.eingangsnummer desc",
  faellig: "s.faellig_am nulls last, r.eingangsnummer",
  // Euros at risk, most first; among equal ones the earliest end.
  skonto: "s.skonto_cent desc nulls last, s.skonto_bis, r.eingangsnummer",
  betrag: "s.betrag_cent desc nulls last, r.eingangsnummer",
} as const;

export async function listeRechnungen(tx: Tx, wunsch: Listenwunsch): Promise<{ zeilen: StandZeile[]; gesamt: number }> {
  const { rows } = await tx.query<StandZeile & { gesamt: number }>(
    `select ${standSpalten}, count(*) over () as gesamt from ${standTabellen}
      where s.mandant_id = $1 and s.phase = any($2) and ($3::text[] is null or s.amt = any($3)) and ($4::text is null or s.zustaendig = $4)
        and ($5::text is null or strpos(lower(r.eingangsnummer || ' ' || coalesce(s.rechnungsnummer, '') || ' ' || coalesce(s.lieferantname, '')), lower($5)) > 0)
      order by ${sortierungen[wunsch.sortierung]} limit $6 offset $7`,
    [
      tx.mandantId,
      wunsch.phasen,
      wunsch.aemter,
      wunsch.zustaendig ?? null,
      wunsch.suche?.trim() || null,
      wunsch.jeSeite,
      (wunsch.seite - 1) * wunsch.jeSeite,
    ],
  );
  return { zeilen: rows, gesamt: rows[0]?.gesamt ?? 0 };
}

export type Stufe = { phase: Phase; anzahl: number; summeCent: number; aeltesteVom: Date };
/** Board of the stages. */
export async function zaehleStufen(tx: Tx, aemter: readonly string[] | null): Promise<Stufe[]> {
  const { rows } = await tx.query<Stufe>(
    `select phase, count(*) as anzahl, coalesce(sum(betrag_cent), 0)::bigint as "summeCent", min(eingegangen_am) as "aeltesteVom"
       from rechnung_stand where mandant_id = $1 and ($2::text[] is null or amt = any($2)) group by phase order by phase`,
    [tx.mandantId, aemter],
  );
  return rows;
}

/** What waits for this person to order: found right, within their limit or that of somebody they represent, and not by their own hands. */
export type Anordnungszeile = StandZeile & { fuer: string | null };
export async function listeZuAnordnende(tx: Tx, kennung: string, heute: string, limit: number): Promise<Anordnungszeile[]> {
  const { rows } = await tx.query<Anordnungszeile>(
    `with namen as (
       select $2::text as kennung, null::text as fuer
       union all
       select v.fuer, v.fuer from rechnung_vertretung v
        where v.mandant_id = $1 and v.durch = $2 and $3::date between v.von and v.bis
          and not exists (select from rechnung_vertretung_ende e where e.mandant_id = v.mandant_id and e.vertretung_id = v.id)
     ), faelle as (
       select distinct on (s.rechnung_id) ${standSpalten}, n.fuer, s.skonto_cent as sk, s.faellig_am as fa
         from ${standTabellen}
         join namen n on true
         join lateral (select bis_cent from anordnungsbefugnis b where b.mandant_id = $1 and b.kennung = n.kennung and b.amt in (s.amt, '*')
                        order by b.amt = '*' limit 1) b on b.bis_cent >= (s.stand->'feststellung'->>'betragCent')::bigint
        where s.mandant_id = $1 and s.phase = 'zuAnordnen'
          and not (array[$2, n.kennung] && array[s.stand->'feststellung'->>'von', s.stand->>'erfasstVon', s.stand->>'dubletteVerneintVon', s.stand->'mitgezeichnet'->>'kennung', s.stand->'mitgezeichnet'->>'fuer'])
        order by s.rechnung_id, n.fuer nulls first
     )
     select * from faelle order by sk desc nulls last, fa nulls last, eingangsnummer limit $4`,
    [tx.mandantId, kennung, heute, limit],
  );
  return rows;
}

/** The queue: euros at risk, most first, of everything that can still be paid in time. */
export async function listeSkonto(tx: Tx, heute: string, aemter: readonly string[] | null, limit: number): Promise<StandZeile[]> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten} from ${standTabellen}
      where s.mandant_id = $1 and s.skonto_bis >= $2 and ($3::text[] is null or s.amt = any($3)) and s.phase not in ('uebergeben', 'quittiert', 'bezahlt')
      order by s.skonto_cent desc, s.skonto_bis, r.eingangsnummer limit $4`,
    [tx.mandantId, heute, aemter, limit],
  );
  return rows;
}

export type Altersklasse = { klasse: "nichtFaellig" | "bis7" | "bis30" | "bis60" | "ueber60"; anzahl: number; summeCent: number };
/** Ageing: what is open, by days past its due date. */
export async function listeAltersstruktur(tx: Tx, heute: string, aemter: readonly string[] | null): Promise<Altersklasse[]> {
  const { rows } = await tx.query<Altersklasse>(
    `select case when faellig_am >= $2::date then 'nichtFaellig' when $2::date - faellig_am <= 7 then 'bis7' when $2::date - faellig_am <= 30 then 'bis30'
                 when $2::date - faellig_am <= 60 then 'bis60' else 'ueber60' end as klasse,
            count(*) as anzahl, coalesce(sum(betrag_cent), 0)::bigint as "summeCent"
       from rechnung_stand where mandant_id = $1 and faellig_am is not null and phase <> all($3) and ($4::text[] is null or amt = any($4))
      group by 1 order by min($2::date - faellig_am)`,
    [tx.mandantId, heute, endphasen, aemter],
  );
  return rows;
}

export type Skontomonat = { monat: string; gewonnenCent: number; verlorenCent: number };
/** Skonto lost and won, by the month in which that was settled. */
export async function listeSkontobilanz(tx: Tx, ab: string, aemter: readonly string[] | null): Promise<Skontomonat[]> {
  const { rows } = await tx.query<Skontomonat>(
    `select to_char(h.zeitpunkt at time zone 'Europe/Berlin', 'YYYY-MM') as monat,
            coalesce(sum((i.daten->>'ersparnisCent')::bigint) filter (where h.art = 'skontoGewonnen'), 0)::bigint as "gewonnenCent",
            coalesce(sum((i.daten->>'verlorenCent')::bigint) filter (where h.art = 'skontoVerfallen'), 0)::bigint as "verlorenCent"
       from rechnung_schritt h join rechnung_schritt_inhalt i using (mandant_id, rechnung_id, nummer)
       join rechnung_stand s on s.mandant_id = h.mandant_id and s.rechnung_id = h.rechnung_id
      where h.mandant_id = $1 and h.art in ('skontoGewonnen', 'skontoVerfallen') and h.zeitpunkt >= $2::date
        and ($3::text[] is null or s.amt = any($3)) group by 1 order by 1`,
    [tx.mandantId, ab, aemter],
  );
  return rows;
}

export type Abweisungsquote = { lieferant: string; name: string; eingegangen: number; abgewiesen: number };
/** Suppliers with most rejections. */
export async function listeAbweisungen(
  tx: Tx,
  ab: string,
  aemter: readonly string[] | null,
  limit: number,
): Promise<Abweisungsquote[]> {
  const { rows } = await tx.query<Abweisungsquote>(
    `select lieferant, min(lieferantname) as name, count(*) as eingegangen, count(*) filter (where phase = 'abgewiesen') as abgewiesen
       from rechnung_stand where mandant_id = $1 and lieferant is not null and eingegangen_am >= $2::date
        and ($3::text[] is null or amt = any($3))
      group by lieferant having count(*) filter (where phase = 'abgewiesen') > 0 order by 4 desc, 3, 2 limit $4`,
    [tx.mandantId, ab, aemter, limit],
  );
  return rows;
}

export type Durchlauf = { von: string; anzahl: number; medianStunden: number; p90Stunden: number };
/** Throughput: how long from arrival to each of the marks, of invoices that reached it since a day. */
export async function listeDurchlauf(tx: Tx, ab: string, aemter: readonly string[] | null): Promise<Durchlauf[]> {
  const { rows } = await tx.query<Durchlauf>(
    `select h.art as von, count(*) as anzahl,
            (percentile_cont(0.5) within group (order by extract(epoch from h.zeitpunkt - r.eingegangen_am)) / 3600)::float8 as "medianStunden",
            (percentile_cont(0.9) within group (order by extract(epoch from h.zeitpunkt - r.eingegangen_am)) / 3600)::float8 as "p90Stunden"
       from rechnung_schritt h join rechnung r on r.mandant_id = h.mandant_id and r.id = h.rechnung_id
       join rechnung_stand s on s.mandant_id = h.mandant_id and s.rechnung_id = h.rechnung_id
      where h.mandant_id = $1 and h.art in ('festgestellt', 'angeordnet', 'quittiert', 'bezahlt') and h.zeitpunkt >= $2::date
        and ($3::text[] is null or s.amt = any($3))
      group by h.art order by 3`,
    [tx.mandantId, ab, aemter],
  );
  return rows;
}

/** Who did a kind of step last, by invoice: names for people, where the state keeps ids. */
export async function findNamen(tx: Tx, ids: readonly string[], art: Art): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select distinct on (rechnung_id) rechnung_id as id, akteur->>'name' as name from rechnung_schritt
      where mandant_id = $1 and rechnung_id = any($2::uuid[]) and art = $3 order by rechnung_id, nummer desc`,
    [tx.mandantId, ids, art],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * In these phases with terms whose last day lies before (or, to warn, up to) a day. @param welche without those that were warned of: hundreds of
 * them would fill the list and hide the next ones
 */
export async function listeSkontofristen(
  tx: Tx,
  phasen: readonly Phase[],
  bis: string,
  limit: number,
  welche: "alle" | "ungewarnte" = "alle",
): Promise<StandZeile[]> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten} from ${standTabellen} where s.mandant_id = $1 and s.phase = any($2) and s.skonto_bis <= $3
        and ($5 = 'alle' or s.stand->>'skontoGewarnt' is distinct from s.skonto_bis::text) order by s.skonto_bis, r.eingangsnummer limit $4`,
    [tx.mandantId, phasen, bis, limit, welche],
  );
  return rows;
}

/** Ended before an instant, and still with content; oldest first. */
export async function listeAbgelaufeneRechnungen(tx: Tx, vor: Date, limit: number): Promise<{ id: string; nummer: number }[]> {
  const { rows } = await tx.query<{ id: string; nummer: number }>(
    `select rechnung_id as id, nummer from rechnung_stand
      where mandant_id = $1 and phase = any($2) and geaendert_am < $3 and not stand ? 'geloescht' order by geaendert_am limit $4`,
    [tx.mandantId, endphasen, vor, limit],
  );
  return rows;
}

export async function loescheRechnungsinhalt(tx: Tx, rechnungId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>("select fachwerk.loesche_rechnung_inhalt($1) as n", [rechnungId]);
  return rows[0]?.n ?? 0;
}

/** @param vor only those that nobody has touched since */
export async function listeIdsInPhase(tx: Tx, phasen: readonly Phase[], limit: number, vor?: Date): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    "select rechnung_id as id from rechnung_stand where mandant_id = $1 and phase = any($2) and ($4::timestamptz is null or geaendert_am < $4) order by geaendert_am limit $3",
    [tx.mandantId, phasen, limit, vor ?? null],
  );
  return rows.map(({ id }) => id);
}
