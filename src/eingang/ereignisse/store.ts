import type { Tx } from "#db";
import type { Aenderungsereignis, Ereignisinhalt, GemachtesAngebot } from "./contract.ts";

export type NeuesEreignis = {
  register: string;
  empfangenAm: Date;
  digest: Buffer;
  salz: Buffer;
  inhalt: Ereignisinhalt | (Aenderungsereignis & { gemeldetAm: string });
};

/** @returns false where this Mandant has the event already */
export async function schreibeEreignis(tx: Tx, { register, empfangenAm, digest, salz, inhalt }: NeuesEreignis): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into ereignis (mandant_id, id, art, register, empfangen_am, digest) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.mandantId, inhalt.id, inhalt.art, register, empfangenAm, digest],
  );
  if (rowCount === 0) return false;
  await tx.query("insert into ereignis_inhalt (mandant_id, id, salz, daten) values ($1, $2, $3, $4)", [
    tx.mandantId,
    inhalt.id,
    salz,
    JSON.stringify(inhalt),
  ]);
  return true;
}

export type GespeichertesEreignis = { register: string; digest: Buffer; salz: Buffer | null; daten: unknown };

/** `daten` is null where the content has gone. */
export async function findEreignis(tx: Tx, id: string): Promise<GespeichertesEreignis | undefined> {
  const { rows } = await tx.query<GespeichertesEreignis>(
    `select e.register, e.digest, i.salz, i.daten from ereignis e left join ereignis_inhalt i using (mandant_id, id)
      where e.mandant_id = $1 and e.id = $2`,
    [tx.mandantId, id],
  );
  return rows[0];
}

/** @returns how many went */
export async function loescheAlteInhalte(tx: Tx, vor: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `delete from ereignis_inhalt i using ereignis e
      where i.mandant_id = $1 and e.mandant_id = i.mandant_id and e.id = i.id and e.empfangen_am < $2`,
    [tx.mandantId, vor],
  );
  return rowCount;
}

/** @returns false where the same offer was made before */
export async function schreibeAngebot(
  tx: Tx,
  schluessel: string,
  { id, person, leistung, angebot, weg, entwurfId, vorgangId, warum, grund, norm, am }: Omit<GemachtesAngebot, "mandantId">,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into angebot (mandant_id, id, schluessel, person, leistung, angebot, weg, entwurf_id, vorgang_id, warum, grund, norm, am)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [tx.mandantId, id, schluessel, person, leistung, angebot, weg, entwurfId, vorgangId, warum, grund, norm, am],
  );
  return rowCount === 1;
}

export async function istAngeboten(tx: Tx, schluessel: string): Promise<boolean> {
  const sql = "select from angebot where mandant_id = $1 and schluessel = $2";
  return (await tx.query(sql, [tx.mandantId, schluessel])).rowCount > 0;
}

/** One at a time decides on one offer: without it, two runs would both open a Vorgang and one would have to undo it. */
export async function sperreAngebot(tx: Tx, schluessel: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 20))", [`${tx.mandantId}:${schluessel}`]);
}

const angebotSpalten = `mandant_id as "mandantId", id, person, leistung, angebot, weg, entwurf_id as "entwurfId", vorgang_id as "vorgangId",
  warum, grund, norm, am`;

export async function findAngebot(tx: Tx, id: string): Promise<GemachtesAngebot | undefined> {
  const sql = `select ${angebotSpalten} from angebot where mandant_id = $1 and id = $2`;
  return (await tx.query<GemachtesAngebot>(sql, [tx.mandantId, id])).rows[0];
}

/** In a transaction of the person (across Mandanten); newest first. */
export async function listeAngeboteFuerPerson(tx: Tx, person: string): Promise<GemachtesAngebot[]> {
  const sql = `select ${angebotSpalten} from angebot where person = $1 order by am desc limit 50`;
  return (await tx.query<GemachtesAngebot>(sql, [person])).rows;
}

/** Stands for every kind of offer. */
export const ALLE_ARTEN = "*";

/** In a transaction of the person. @returns the kinds they do not want, `*` for all */
export async function listeUnerwuenschte(tx: Tx, person: string): Promise<string[]> {
  const { rows } = await tx.query<{ art: string }>(
    `select art from (select distinct on (art) art, erwuenscht from ansprachewunsch where person = $1 order by art, nummer desc) letzte
      where not erwuenscht order by art`,
    [person],
  );
  return rows.map(({ art }) => art);
}

export async function schreibeWunsch(tx: Tx, person: string, art: string, erwuenscht: boolean, am: Date): Promise<void> {
  await tx.query("insert into ansprachewunsch (person, art, erwuenscht, am) values ($1, $2, $3, $4)", [
    person,
    art,
    erwuenscht,
    am,
  ]);
}

type Lauf = { leistung: string; angebot: string };

/** @returns whether nobody had noted it before */
export async function vermerkeLauf(tx: Tx, lauf: Lauf, tag: string, art: "begonnen" | "fertig"): Promise<boolean> {
  const { rowCount } = await tx.query(
    "insert into angebotslauf (mandant_id, leistung, angebot, tag, art) values ($1, $2, $3, $4, $5) on conflict do nothing",
    [tx.mandantId, lauf.leistung, lauf.angebot, tag, art],
  );
  return rowCount === 1;
}

/** The last day that was looked at to its end. */
export async function findLetztenLauf(tx: Tx, lauf: Lauf): Promise<string | undefined> {
  const { rows } = await tx.query<{ tag: string | null }>(
    "select max(tag) as tag from angebotslauf where mandant_id = $1 and leistung = $2 and angebot = $3 and art = 'fertig'",
    [tx.mandantId, lauf.leistung, lauf.angebot],
  );
  return rows[0]?.tag ?? undefined;
}
