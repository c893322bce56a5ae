import type { Tx } from "#db";
import type { Beteiligter, Rolle } from "./beteiligte.ts";
import type { Akteur, Art, Schritt } from "./schritte.ts";
import type { Stand } from "./stand.ts";
import type { Phase } from "./uebergaenge.ts";

/** A step ready for the table. */
export type SchrittZeile = {
  nummer: number;
  art: Art;
  akteur: Akteur;
  zeitpunkt: Date;
  transaktion: string;
  digest: Buffer;
  salz: Buffer;
  daten: unknown;
};
export type VorgangZeile = { id: string; aktenzeichen: string; leistung: string; leistungVersion: string; eroeffnetAm: Date };
export type StandZeile = VorgangZeile & { nummer: number; stand: Stand };

export const standSpalten = `v.id, v.aktenzeichen, v.leistung, v.leistung_version as "leistungVersion", v.eroeffnet_am as "eroeffnetAm", s.nummer, s.stand`;

/** A new Vorgang with its first step. */
export type NeuerVorgang = { vorgang: VorgangZeile; schritt: SchrittZeile; stand: Stand; beteiligte: readonly Beteiligter[] };

/** All rows of new Vorgaenge in one statement, but of those whose Aktenzeichen or transaction is taken. @returns ids of the written ones */
export async function legeAn(tx: Tx, neue: readonly NeuerVorgang[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ id: string }>(
    `with neu as (
       select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::jsonb[], $10::bytea[], $11::bytea[], $12::jsonb[], $13::jsonb[], $14::jsonb[])
         as t(id, aktenzeichen, leistung, leistung_version, zeitpunkt, art, transaktion, akteur, digest, salz, daten, beteiligte, stand)
     ), v as (
       insert into vorgang (mandant_id, id, aktenzeichen, leistung, leistung_version, eroeffnet_am)
       select $1::int, id, aktenzeichen, leistung, leistung_version, zeitpunkt from neu
        where not exists (select from vorgang_schritt h where h.mandant_id = $1::int and h.transaktion = neu.transaktion)
       on conflict do nothing returning id
     ), g as (
       select neu.* from neu join v using (id)
     ), s as (
       insert into vorgang_schritt (mandant_id, vorgang_id, nummer, art, akteur, zeitpunkt, transaktion, digest)
       select $1::int, id, 1, art, akteur, zeitpunkt, transaktion, digest from g
     ), i as (
       insert into vorgang_schritt_inhalt (mandant_id, vorgang_id, nummer, salz, daten) select $1::int, id, 1, salz, daten from g
     ), b as (
       insert into vorgang_beteiligter (mandant_id, vorgang_id, rolle, person, daten)
       select $1::int, g.id, b->>'rolle', b->>'person', b from g, jsonb_array_elements(g.beteiligte) b
     )
     insert into vorgang_stand (mandant_id, vorgang_id, nummer, phase, leistung, geaendert_am, stand)
     select $1::int, id, 1, stand->>'phase', leistung, zeitpunkt, stand from g returning vorgang_id as id`,
    [
      tx.mandantId,
      neue.map(({ vorgang }) => vorgang.id),
      neue.map(({ vorgang }) => vorgang.aktenzeichen),
      neue.map(({ vorgang }) => vorgang.leistung),
      neue.map(({ vorgang }) => vorgang.leistungVersion),
      neue.map(({ vorgang }) => vorgang.eroeffnetAm),
      neue.map(({ schritt }) => schritt.art),
      neue.map(({ schritt }) => schritt.transaktion),
      neue.map(({ schritt }) => JSON.stringify(schritt.akteur)),
      neue.map(({ schritt }) => schritt.digest),
      neue.map(({ schritt }) => schritt.salz),
      neue.map(({ schritt }) => JSON.stringify(schritt.daten)),
      neue.map(({ beteiligte }) => JSON.stringify(beteiligte)),
      neue.map(({ stand }) => JSON.stringify(stand)),
    ],
  );
  return new Set(rows.map(({ id }) => id));
}

/** States with their rows locked, in one order for all: a second writer waits here and then finds the number gone on. */
export async function findStaendeZumSchreiben(
  tx: Tx,
  vorgangIds: readonly string[],
): Promise<Map<string, { nummer: number; stand: Stand }>> {
  const { rows } = await tx.query<{ id: string; nummer: number; stand: Stand }>(
    "select vorgang_id as id, nummer, stand from vorgang_stand where mandant_id = $1 and vorgang_id = any($2::uuid[]) order by vorgang_id for update",
    [tx.mandantId, vorgangIds],
  );
  return new Map(rows.map(({ id, nummer, stand }) => [id, { nummer, stand }]));
}

/** Steps of any number of Vorgaenge and their states after them, in one statement. @returns false where a step or state was not written */
export async function schreibeSchritte(
  tx: Tx,
  schritte: readonly (SchrittZeile & { vorgangId: string })[],
  staende: readonly { vorgangId: string; nummer: number; zeitpunkt: Date; stand: Stand }[],
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `with neu as (
       select * from unnest($2::uuid[], $3::int[], $4::text[], $5::jsonb[], $6::timestamptz[], $7::text[], $8::bytea[], $9::bytea[], $10::jsonb[])
         as t(vorgang_id, nummer, art, akteur, zeitpunkt, transaktion, digest, salz, daten)
     ), s as (
       insert into vorgang_schritt (mandant_id, vorgang_id, nummer, art, akteur, zeitpunkt, transaktion, digest)
       select $1::int, vorgang_id, nummer, art, akteur, zeitpunkt, transaktion, digest from neu
       on conflict do nothing returning vorgang_id, nummer
     ), i as (
       insert into vorgang_schritt_inhalt (mandant_id, vorgang_id, nummer, salz, daten)
       select $1::int, vorgang_id, nummer, salz, daten from neu join s using (vorgang_id, nummer)
     )
     update vorgang_stand v set nummer = t.nummer, phase = t.stand->>'phase', zustaendig = t.stand->'zugewiesenAn'->>'kennung',
            frist = (t.stand->>'termin')::date, geaendert_am = t.zeitpunkt, stand = t.stand
       from unnest($11::uuid[], $12::int[], $13::timestamptz[], $14::jsonb[]) as t(vorgang_id, nummer, zeitpunkt, stand)
      where v.mandant_id = $1::int and v.vorgang_id = t.vorgang_id and (select count(*) from s) = cardinality($3::int[])`,
    [
      tx.mandantId,
      schritte.map((s) => s.vorgangId),
      schritte.map((s) => s.nummer),
      schritte.map((s) => s.art),
      schritte.map((s) => JSON.stringify(s.akteur)),
      schritte.map((s) => s.zeitpunkt),
      schritte.map((s) => s.transaktion),
      schritte.map((s) => s.digest),
      schritte.map((s) => s.salz),
      schritte.map((s) => JSON.stringify(s.daten)),
      staende.map((s) => s.vorgangId),
      staende.map((s) => s.nummer),
      staende.map((s) => s.zeitpunkt),
      staende.map((s) => JSON.stringify(s.stand)),
    ],
  );
  return rowCount === staende.length;
}

export async function findStand(tx: Tx, vorgangId: string): Promise<StandZeile | undefined> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten} from vorgang v join vorgang_stand s on s.mandant_id = v.mandant_id and s.vorgang_id = v.id
      where v.mandant_id = $1 and v.id = $2`,
    [tx.mandantId, vorgangId],
  );
  return rows[0];
}

export async function findNachAktenzeichen(tx: Tx, aktenzeichen: string): Promise<StandZeile | undefined> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten} from vorgang v join vorgang_stand s on s.mandant_id = v.mandant_id and s.vorgang_id = v.id
      where v.mandant_id = $1 and v.aktenzeichen = $2`,
    [tx.mandantId, aktenzeichen],
  );
  return rows[0];
}

export type GanzerVorgang = StandZeile & { schritte: Schritt[]; beteiligte: Beteiligter[] };

/** State, log and people of Vorgaenge in one round trip: the file is opened several times on its way. */
export async function findGanzeVorgaenge(tx: Tx, vorgangIds: readonly string[]): Promise<Map<string, GanzerVorgang>> {
  const { rows } = await tx.query<
    StandZeile & { schritte: (Omit<Schritt, "zeitpunkt"> & { zeitpunkt: string })[]; beteiligte: Beteiligter[] }
  >(
    `select ${standSpalten},
            (select json_agg(json_build_object('nummer', h.nummer, 'art', h.art, 'daten', i.daten, 'akteur', h.akteur, 'zeitpunkt', h.zeitpunkt) order by h.nummer)
               from vorgang_schritt h left join vorgang_schritt_inhalt i using (mandant_id, vorgang_id, nummer)
              where h.mandant_id = $1 and h.vorgang_id = v.id) as schritte,
            (select coalesce(json_agg(b.daten order by b.rolle), '[]') from vorgang_beteiligter b where b.mandant_id = $1 and b.vorgang_id = v.id) as beteiligte
       from vorgang v join vorgang_stand s on s.mandant_id = v.mandant_id and s.vorgang_id = v.id
      where v.mandant_id = $1 and v.id = any($2::uuid[])`,
    [tx.mandantId, vorgangIds],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { ...row, schritte: row.schritte.map((schritt) => ({ ...schritt, zeitpunkt: new Date(schritt.zeitpunkt) }) as Schritt) },
    ]),
  );
}

export async function listeSchritte(tx: Tx, vorgangId: string): Promise<Schritt[]> {
  const { rows } = await tx.query<Schritt>(
    `select s.nummer, s.art, i.daten, s.akteur, s.zeitpunkt
       from vorgang_schritt s left join vorgang_schritt_inhalt i using (mandant_id, vorgang_id, nummer)
      where s.mandant_id = $1 and s.vorgang_id = $2 order by s.nummer`,
    [tx.mandantId, vorgangId],
  );
  return rows;
}

export async function listeBeteiligte(tx: Tx, vorgangId: string): Promise<Beteiligter[]> {
  const { rows } = await tx.query<{ daten: Beteiligter }>(
    "select daten from vorgang_beteiligter where mandant_id = $1 and vorgang_id = $2 order by rolle",
    [tx.mandantId, vorgangId],
  );
  return rows.map((row) => row.daten);
}

export async function schreibeBeteiligte(tx: Tx, beteiligte: readonly (Beteiligter & { vorgangId: string })[]): Promise<void> {
  if (beteiligte.length === 0) return;
  await tx.query(
    `insert into vorgang_beteiligter (mandant_id, vorgang_id, rolle, person, daten)
     select $1::int, (b->>'vorgangId')::uuid, b->>'rolle', b->>'person', b - 'vorgangId' from jsonb_array_elements($2::jsonb) b
     on conflict (mandant_id, vorgang_id, rolle) do update set person = excluded.person, daten = excluded.daten`,
    [tx.mandantId, JSON.stringify(beteiligte)],
  );
}

/** The Vorgaenge in which a person has one of these roles, newest first. */
export async function listeFuerPerson(tx: Tx, person: string, rollen: readonly Rolle[]): Promise<StandZeile[]> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten}
       from vorgang_beteiligter b
       join vorgang v on v.mandant_id = b.mandant_id and v.id = b.vorgang_id
       join vorgang_stand s on s.mandant_id = v.mandant_id and s.vorgang_id = v.id
      where b.mandant_id = $1 and b.person = $2 and b.rolle = any($3)
      order by v.eroeffnet_am desc`,
    [tx.mandantId, person, rollen],
  );
  return rows;
}

export type Listenwunsch = {
  phasen: readonly Phase[];
  leistungen: readonly string[];
  zustaendig?: string;
  sortierung: "aelteste" | "neueste" | "frist";
  seite: number;
  jeSeite: number;
};

const sortierungen = {
  aelteste: "v.eroeffnet_am",
  neueste: "v.eroeffnet_am desc",
  frist: "s.frist nulls last, v.eroeffnet_am",
} as const;

export async function listeStaende(tx: Tx, wunsch: Listenwunsch): Promise<{ zeilen: StandZeile[]; gesamt: number }> {
  const { rows } = await tx.query<StandZeile & { gesamt: number }>(
    `select ${standSpalten}, count(*) over () as gesamt
       from vorgang_stand s join vorgang v on v.mandant_id = s.mandant_id and v.id = s.vorgang_id
      where s.mandant_id = $1 and s.phase = any($2) and s.leistung = any($3) and ($4::text is null or s.zustaendig = $4)
      order by ${sortierungen[wunsch.sortierung]} limit $5 offset $6`,
    [
      tx.mandantId,
      wunsch.phasen,
      wunsch.leistungen,
      wunsch.zustaendig ?? null,
      wunsch.jeSeite,
      (wunsch.seite - 1) * wunsch.jeSeite,
    ],
  );
  return { zeilen: rows, gesamt: rows[0]?.gesamt ?? 0 };
}

/** Vorgaenge on whose next day something happens by itself, in these phases, up to and including `tag`. */
export async function listeFaelligeTermine(
  tx: Tx,
  phasen: readonly Phase[],
  tag: string,
  hoechstens: number,
): Promise<StandZeile[]> {
  const { rows } = await tx.query<StandZeile>(
    `select ${standSpalten}
       from vorgang_stand s join vorgang v on v.mandant_id = s.mandant_id and v.id = s.vorgang_id
      where s.mandant_id = $1 and s.phase = any($2) and s.frist <= $3 order by s.frist limit $4`,
    [tx.mandantId, phasen, tag, hoechstens],
  );
  return rows;
}

/** Ids of all Vorgaenge of a Leistung in their order, after a given one: for reading all of them in portions. */
export async function listeIdsDerLeistung(tx: Tx, leistung: string, nach: string | null, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    "select id from vorgang where mandant_id = $1 and leistung = $2 and ($3::uuid is null or id > $3) order by id limit $4",
    [tx.mandantId, leistung, nach, limit],
  );
  return rows.map(({ id }) => id);
}

/** Only of these Leistungen: what a clerk may not open must not be told in numbers either. */
export async function zaehleNachPhase(tx: Tx, leistungen: readonly string[]): Promise<{ phase: Phase; anzahl: number }[]> {
  const { rows } = await tx.query<{ phase: Phase; anzahl: number }>(
    `select phase, count(*) as anzahl from vorgang_stand where mandant_id = $1 and leistung = any($2)
      group by phase order by phase`,
    [tx.mandantId, leistungen],
  );
  return rows;
}
