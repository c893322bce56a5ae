import type { Tx } from "#db";
import type { IsoDatum } from "#kalender";
import type { Termin } from "./naechster-termin.ts";

export type Dauerzeile = {
  vorgangId: string;
  leistung: string;
  termin: Termin | null;
  parameterstand: string;
  erledigt: string[];
  offeneAenderung: string | null;
  endetAb: IsoDatum | null;
};

const spalten = `vorgang_id as "vorgangId", leistung, termin, parameterstand, erledigt, offene_aenderung as "offeneAenderung", endet_ab as "endetAb"`;

/** A grant lives on; granted again, e.g. after an objection, it begins anew. */
export async function schreibeDauerleistung(tx: Tx, zeile: Dauerzeile): Promise<void> {
  await tx.query(
    `insert into dauerleistung (mandant_id, vorgang_id, leistung, naechster_termin, termin, parameterstand, erledigt, offene_aenderung, endet_ab)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (mandant_id, vorgang_id) do update set naechster_termin = excluded.naechster_termin, termin = excluded.termin,
       parameterstand = excluded.parameterstand, erledigt = excluded.erledigt, offene_aenderung = excluded.offene_aenderung, endet_ab = excluded.endet_ab`,
    [
      tx.mandantId,
      zeile.vorgangId,
      zeile.leistung,
      zeile.termin?.am ?? null,
      zeile.termin && JSON.stringify(zeile.termin),
      zeile.parameterstand,
      zeile.erledigt,
      zeile.offeneAenderung,
      zeile.endetAb,
    ],
  );
}

/** Grants of this moment: due at once, so that the next round finds out when each is looked at. One granted again begins anew. */
export async function schreibeNeueDauerleistungen(
  tx: Tx,
  neue: readonly { vorgangId: string; leistung: string }[],
): Promise<void> {
  if (neue.length === 0) return;
  await tx.query(
    `insert into dauerleistung (mandant_id, vorgang_id, leistung, naechster_termin, parameterstand)
     select $1::int, n."vorgangId", n.leistung, date '1970-01-01', '' from jsonb_to_recordset($2::jsonb) as n("vorgangId" uuid, leistung text)
     on conflict (mandant_id, vorgang_id) do update set naechster_termin = excluded.naechster_termin, endet_ab = null`,
    [tx.mandantId, JSON.stringify(neue)],
  );
}

export async function findDauerleistung(tx: Tx, vorgangId: string): Promise<Dauerzeile | undefined> {
  const sql = `select ${spalten} from dauerleistung where mandant_id = $1 and vorgang_id = $2`;
  return (await tx.query<Dauerzeile>(sql, [tx.mandantId, vorgangId])).rows[0];
}

/** Locked until the transaction ends: two reports, or a report and the daily round, come one after the other. */
export async function findDauerleistungZumSchreiben(tx: Tx, vorgangId: string): Promise<Dauerzeile | undefined> {
  const sql = `select ${spalten} from dauerleistung where mandant_id = $1 and vorgang_id = $2 for update`;
  return (await tx.query<Dauerzeile>(sql, [tx.mandantId, vorgangId])).rows[0];
}

/** The same for many, in one order for all. Where there is no benefit yet, there is nothing to wait for. */
export async function sperreDauerleistungen(tx: Tx, vorgangIds: readonly string[]): Promise<void> {
  if (vorgangIds.length === 0) return;
  await tx.query(
    "select from dauerleistung where mandant_id = $1 and vorgang_id = any($2::uuid[]) order by vorgang_id for update",
    [tx.mandantId, vorgangIds],
  );
}

/** The same, or undefined where another worker is at it. */
export async function findFreieDauerleistung(tx: Tx, vorgangId: string): Promise<Dauerzeile | undefined> {
  const sql = `select ${spalten} from dauerleistung where mandant_id = $1 and vorgang_id = $2 for update skip locked`;
  return (await tx.query<Dauerzeile>(sql, [tx.mandantId, vorgangId])).rows[0];
}

/** Those whose day has come, and those last looked at with other figures of the law. @param nach id after which to go on */
export async function listeFaellige(
  tx: Tx,
  leistung: string,
  heute: IsoDatum,
  parameterstand: string,
  nach: string,
  hoechstens: number,
): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select vorgang_id as id from dauerleistung
      where mandant_id = $1 and leistung = $2 and offene_aenderung is null and endet_ab is null
        and (naechster_termin <= $3 or parameterstand <> $4) and vorgang_id > $5::uuid
      order by vorgang_id limit $6`,
    [tx.mandantId, leistung, heute, parameterstand, nach, hoechstens],
  );
  return rows.map(({ id }) => id);
}

const ABGESCHLOSSEN = "abgeschlossen";
/** Ended, and nothing can follow any more. */
export const istGeschlossen = ({ erledigt }: Pick<Dauerzeile, "erledigt">): boolean => erledigt.includes(ABGESCHLOSSEN);

/** Ended on or before a day, not closed yet, and not looked at today. */
export async function listeBeendete(tx: Tx, bis: IsoDatum, heute: IsoDatum, hoechstens: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select vorgang_id as id from dauerleistung
      where mandant_id = $1 and endet_ab <= $2 and offene_aenderung is null and not ($5 = any(erledigt))
        and (naechster_termin is null or naechster_termin <= $3)
      order by vorgang_id limit $4`,
    [tx.mandantId, bis, heute, hoechstens, ABGESCHLOSSEN],
  );
  return rows.map(({ id }) => id);
}

/** Of an ended benefit: looked at again on that day. */
export async function vertageAbschluss(tx: Tx, vorgangId: string, bis: IsoDatum): Promise<void> {
  await tx.query("update dauerleistung set naechster_termin = $3 where mandant_id = $1 and vorgang_id = $2", [
    tx.mandantId,
    vorgangId,
    bis,
  ]);
}

export async function vermerkeAbschluss(tx: Tx, vorgangId: string): Promise<void> {
  await tx.query(
    "update dauerleistung set naechster_termin = null, erledigt = array_append(erledigt, $3) where mandant_id = $1 and vorgang_id = $2",
    [tx.mandantId, vorgangId, ABGESCHLOSSEN],
  );
}

export type Aenderungszeile = {
  vorgangId: string;
  bezugId: string;
  anlass: string;
  offen: boolean;
  angelegtAm: Date;
  rueckforderungCent: number;
  gefordert: boolean;
};

const aenderungsspalten = `vorgang_id as "vorgangId", bezug_id as "bezugId", anlass, offen, angelegt_am as "angelegtAm",
  rueckforderung_cent as "rueckforderungCent", gefordert`;

export async function schreibeAenderung(
  tx: Tx,
  zeile: Pick<Aenderungszeile, "vorgangId" | "bezugId" | "anlass" | "angelegtAm">,
): Promise<void> {
  await tx.query(
    "insert into aenderung (mandant_id, vorgang_id, bezug_id, anlass, angelegt_am) values ($1, $2, $3, $4, $5) on conflict do nothing",
    [tx.mandantId, zeile.vorgangId, zeile.bezugId, zeile.anlass, zeile.angelegtAm],
  );
}

/** All changes of a grant, oldest first. */
export async function listeAenderungen(tx: Tx, bezugId: string): Promise<Aenderungszeile[]> {
  const sql = `select ${aenderungsspalten} from aenderung where mandant_id = $1 and bezug_id = $2 order by reihe`;
  return (await tx.query<Aenderungszeile>(sql, [tx.mandantId, bezugId])).rows;
}

/** A change is decided, with what the person must give back: asked for when this is final, whatever was asked for before. */
export async function vermerkeEntscheidung(tx: Tx, vorgangId: string, rueckforderungCent: number): Promise<void> {
  await tx.query(
    "update aenderung set offen = false, rueckforderung_cent = $3, gefordert = false where mandant_id = $1 and vorgang_id = $2",
    [tx.mandantId, vorgangId, rueckforderungCent],
  );
}

/** Demands whose notice is final: those that wait longer for it hold up none of the others. */
export async function listeOffeneForderungen(tx: Tx, hoechstens: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select a.vorgang_id as id from aenderung a join vorgang_stand s on s.mandant_id = a.mandant_id and s.vorgang_id = a.vorgang_id
      where a.mandant_id = $1 and a.rueckforderung_cent > 0 and not a.gefordert and s.phase = 'bestandskraeftig' order by a.reihe limit $2`,
    [tx.mandantId, hoechstens],
  );
  return rows.map(({ id }) => id);
}

/** What is to be given back for a change and was not asked for yet, cents. */
export async function findOffeneForderung(tx: Tx, vorgangId: string): Promise<number | undefined> {
  const { rows } = await tx.query<{ cent: number }>(
    "select rueckforderung_cent as cent from aenderung where mandant_id = $1 and vorgang_id = $2 and rueckforderung_cent > 0 and not gefordert",
    [tx.mandantId, vorgangId],
  );
  return rows[0]?.cent;
}

export async function vermerkeForderung(tx: Tx, vorgangId: string): Promise<void> {
  await tx.query("update aenderung set gefordert = true where mandant_id = $1 and vorgang_id = $2", [tx.mandantId, vorgangId]);
}
