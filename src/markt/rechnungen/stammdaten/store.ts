import { randomUUID } from "node:crypto";
import type { Tx } from "#db";
import type { Stammdaten } from "./contract.ts";

type Kreditor = Stammdaten["kreditoren"][number] & { nameNorm: string };

/** @returns those that belong to another Mandant */
export async function schreibeLeitwege(tx: Tx, leitwege: Stammdaten["leitwege"]): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `with neu as (select distinct on ("leitwegId") * from jsonb_to_recordset($2::jsonb) as l("leitwegId" text, amt text)),
     geschrieben as (
       insert into leitweg (leitweg_id, mandant_id, amt) select "leitwegId", $1::int, amt from neu
       on conflict (leitweg_id) do update set amt = excluded.amt where leitweg.mandant_id = excluded.mandant_id returning leitweg_id
     )
     select "leitwegId" as id from neu where "leitwegId" not in (select leitweg_id from geschrieben)`,
    [tx.mandantId, JSON.stringify(leitwege)],
  );
  return rows.map(({ id }) => id);
}

export async function schreibeKreditoren(tx: Tx, kreditoren: readonly Kreditor[], seit: Date): Promise<void> {
  if (kreditoren.length === 0) return;
  await tx.query(
    `insert into kreditor (mandant_id, id, nummer, name, name_norm, ust_id, steuernummer, email, gesperrt)
     select $1::int, id, nummer, name, "nameNorm", "ustId", steuernummer, email, gesperrt
       from jsonb_to_recordset($2::jsonb) as k(id uuid, nummer text, name text, "nameNorm" text, "ustId" text, steuernummer text, email text, gesperrt bool)
     on conflict (mandant_id, nummer) do update set name = excluded.name, name_norm = excluded.name_norm, ust_id = excluded.ust_id,
       steuernummer = excluded.steuernummer, email = excluded.email, gesperrt = excluded.gesperrt`,
    [tx.mandantId, JSON.stringify(kreditoren.map((kreditor) => ({ ...kreditor, id: randomUUID() })))],
  );
  await tx.query(
    `insert into kreditor_konto (mandant_id, kreditor_id, iban, seit, herkunft)
     select $1::int, k.id, k2.iban, $3::timestamptz, '{"art": "uebernahme"}'
       from unnest($2::text[], $4::text[]) k2(nummer, iban) join kreditor k on k.mandant_id = $1 and k.nummer = k2.nummer
      where not exists (select from kreditor_konto o where o.mandant_id = $1 and o.kreditor_id = k.id)
     on conflict do nothing`,
    [
      tx.mandantId,
      kreditoren.flatMap(({ nummer, ibans }) => ibans.map(() => nummer)),
      seit,
      kreditoren.flatMap(({ ibans }) => ibans),
    ],
  );
}

/** @returns what names a creditor that does not exist */
export async function schreibeBestellungen(tx: Tx, bestellungen: Stammdaten["bestellungen"]): Promise<string[]> {
  if (bestellungen.length === 0) return [];
  const { rows } = await tx.query<{ nummer: string; kreditor: string }>(
    `select b.nummer, b.kreditor from jsonb_to_recordset($2::jsonb) as b(nummer text, kreditor text)
      where b.kreditor is not null and not exists (select from kreditor k where k.mandant_id = $1 and k.nummer = b.kreditor)`,
    [tx.mandantId, JSON.stringify(bestellungen)],
  );
  const ohne = new Set(rows.map(({ nummer }) => nummer));
  const gute = bestellungen.filter(({ nummer }) => !ohne.has(nummer));
  await tx.query(
    `insert into bestellung (mandant_id, id, nummer, art, amt, kreditor_id, kostenstelle, summe_cent, abgeschlossen)
     select $1::int, b.id, b.nummer, b.art, b.amt, k.id, b.kostenstelle, b."summeCent", b.abgeschlossen
       from jsonb_to_recordset($2::jsonb) as b(id uuid, nummer text, art text, amt text, kreditor text, kostenstelle text, "summeCent" bigint, abgeschlossen bool)
       left join kreditor k on k.mandant_id = $1 and k.nummer = b.kreditor
     on conflict (mandant_id, nummer) do update set art = excluded.art, amt = excluded.amt, kreditor_id = excluded.kreditor_id,
       kostenstelle = excluded.kostenstelle, summe_cent = excluded.summe_cent, abgeschlossen = excluded.abgeschlossen`,
    [tx.mandantId, JSON.stringify(gute.map((bestellung) => ({ ...bestellung, id: randomUUID() })))],
  );
  await tx.query(
    `insert into bestellposition (mandant_id, bestellung_id, position, artikel, menge, preis, kostenstelle)
     select $1::int, b.id, p.position, p.artikel, p.menge, p.preis, p.kostenstelle
       from jsonb_to_recordset($2::jsonb) as p(nummer text, position text, artikel text, menge numeric, preis numeric, kostenstelle text)
       join bestellung b on b.mandant_id = $1 and b.nummer = p.nummer
     on conflict (mandant_id, bestellung_id, position) do update set artikel = excluded.artikel, menge = excluded.menge, preis = excluded.preis,
       kostenstelle = excluded.kostenstelle`,
    [
      tx.mandantId,
      JSON.stringify(gute.flatMap(({ nummer, positionen }) => positionen.map((position) => ({ ...position, nummer })))),
    ],
  );
  return rows.map(({ nummer, kreditor }) => `Bestellung ${nummer}: den Kreditor ${kreditor} gibt es nicht.`);
}

export async function schreibeDauerrechnungen(tx: Tx, dauer: Stammdaten["dauerrechnungen"]): Promise<string[]> {
  const abgelehnt: string[] = [];
  for (const each of dauer) {
    const { rowCount } = await tx.query(
      `insert into dauerrechnung (mandant_id, id, kreditor_id, bezeichnung, amt, vertrag, erwartet_cent, toleranz_cent, rhythmus_monate, beginn, ende)
       select $1::int, coalesce((select d.id from dauerrechnung d where d.mandant_id = $1 and d.kreditor_id = k.id and d.bezeichnung = $4), $2::uuid), k.id,
              $4, $5, $6, $7, $8, $9, $10, $11
         from kreditor k where k.mandant_id = $1 and k.nummer = $3
       on conflict (mandant_id, id) do update set amt = excluded.amt, vertrag = excluded.vertrag, erwartet_cent = excluded.erwartet_cent,
         toleranz_cent = excluded.toleranz_cent, rhythmus_monate = excluded.rhythmus_monate, beginn = excluded.beginn, ende = excluded.ende`,
      [
        tx.mandantId,
        randomUUID(),
        each.kreditor,
        each.bezeichnung,
        each.amt,
        each.vertrag,
        each.erwartetCent,
        each.toleranzCent,
        each.rhythmusMonate,
        each.beginn,
        each.ende,
      ],
    );
    if (rowCount === 0) abgelehnt.push(`Dauerrechnung ${each.bezeichnung}: den Kreditor ${each.kreditor} gibt es nicht.`);
  }
  return abgelehnt;
}

export async function schreibeKostenstellen(tx: Tx, stellen: Stammdaten["kostenstellen"]): Promise<void> {
  await tx.query(
    `insert into kostenstelle (mandant_id, nummer, bezeichnung, amt) select $1::int, nummer, bezeichnung, amt
       from jsonb_to_recordset($2::jsonb) as k(nummer text, bezeichnung text, amt text)
     on conflict (mandant_id, nummer) do update set bezeichnung = excluded.bezeichnung, amt = excluded.amt`,
    [tx.mandantId, JSON.stringify(stellen)],
  );
}

/** The list is the whole: whoever is no longer named, or no longer for this office, may no longer order. */
export async function ersetzeBefugnisse(tx: Tx, befugnisse: NonNullable<Stammdaten["befugnisse"]>): Promise<void> {
  await tx.query(
    `delete from anordnungsbefugnis a where a.mandant_id = $1 and not exists (
       select from jsonb_to_recordset($2::jsonb) as b(kennung text, amt text) where b.kennung = a.kennung and b.amt = a.amt)`,
    [tx.mandantId, JSON.stringify(befugnisse)],
  );
  await tx.query(
    `insert into anordnungsbefugnis (mandant_id, kennung, name, email, amt, bis_cent) select $1::int, kennung, name, email, amt, "bisCent"
       from jsonb_to_recordset($2::jsonb) as b(kennung text, name text, email text, amt text, "bisCent" bigint)
     on conflict (mandant_id, kennung, amt) do update set name = excluded.name, email = excluded.email, bis_cent = excluded.bis_cent`,
    [tx.mandantId, JSON.stringify(befugnisse)],
  );
}

export type Kostenstelle = { nummer: string; bezeichnung: string; amt: string };
export async function listeKostenstellen(tx: Tx, amt?: string): Promise<Kostenstelle[]> {
  const { rows } = await tx.query<Kostenstelle>(
    "select nummer, bezeichnung, amt from kostenstelle where mandant_id = $1 and ($2::text is null or amt = $2) order by nummer",
    [tx.mandantId, amt ?? null],
  );
  return rows;
}

export type Kreditorzeile = {
  id: string;
  nummer: string;
  name: string;
  ustId: string | null;
  steuernummer: string | null;
  gesperrt: boolean;
  ibans: string[];
};
/** By number or part of the name; for whoever chooses one by hand. */
export async function sucheKreditoren(tx: Tx, suche: string, limit: number): Promise<Kreditorzeile[]> {
  const { rows } = await tx.query<Kreditorzeile>(
    `select k.id, k.nummer, k.name, k.ust_id as "ustId", k.steuernummer, k.gesperrt,
            array(select iban from kreditor_konto o where o.mandant_id = $1 and o.kreditor_id = k.id order by seit, iban) as ibans
       from kreditor k where k.mandant_id = $1 and (k.nummer = $2 or k.id::text = $2 or strpos(lower(k.name), lower($2)) > 0) order by k.name, k.nummer limit $3`,
    [tx.mandantId, suche.trim(), limit],
  );
  return rows;
}

export async function schreibeZugang(
  tx: Tx,
  zugang: { tokenSha256: Buffer; bezeichnung: string; rechte: readonly string[]; gueltigBis: Date },
): Promise<void> {
  await tx.query(
    `insert into rechnung_zugang (mandant_id, token_sha256, bezeichnung, rechte, gueltig_bis) values ($1, $2, $3, $4, $5)
     on conflict (mandant_id, token_sha256) do update set bezeichnung = excluded.bezeichnung, rechte = excluded.rechte, gueltig_bis = excluded.gueltig_bis`,
    [tx.mandantId, zugang.tokenSha256, zugang.bezeichnung, zugang.rechte, zugang.gueltigBis],
  );
}
export async function findZugang(
  tx: Tx,
  tokenSha256: Buffer,
  jetzt: Date,
): Promise<{ kennung: string; bezeichnung: string; rechte: string[] } | undefined> {
  const { rows } = await tx.query<{ kennung: string; bezeichnung: string; rechte: string[] }>(
    "select encode(token_sha256, 'hex') as kennung, bezeichnung, rechte from rechnung_zugang where mandant_id = $1 and token_sha256 = $2 and gueltig_bis > $3",
    [tx.mandantId, tokenSha256, jetzt],
  );
  return rows[0];
}

/** @returns how many held until now */
export async function beendeZugaenge(tx: Tx, bezeichnung: string, am: Date): Promise<number> {
  const { rowCount } = await tx.query(
    "update rechnung_zugang set gueltig_bis = $3 where mandant_id = $1 and bezeichnung = $2 and gueltig_bis > $3",
    [tx.mandantId, bezeichnung, am],
  );
  return rowCount;
}
