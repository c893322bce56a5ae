import type { Tx } from "#db";
import type { Rechtsdokument } from "#rechtsansicht";
import type { Freigabeeintrag } from "./freigabe.ts";
import type { Version } from "./version.ts";

export type Versionszeile = { leistung: string; version: string; fingerabdruck: string; erfasstAm: Date };

/** In one statement; a version that is known already stays as it was first written down. */
export async function schreibeVersionen(tx: Tx, versionen: readonly Version[], am: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into leistung_version (leistung, fingerabdruck, version, dokument, erfasst_am)
     select *, $5::timestamptz from unnest($1::text[], $2::text[], $3::text[], $4::jsonb[])
     on conflict do nothing`,
    [
      versionen.map((each) => each.leistung),
      versionen.map((each) => each.fingerabdruck),
      versionen.map((each) => each.version),
      versionen.map((each) => JSON.stringify(each.dokument)),
      am,
    ],
  );
  return rowCount;
}

export async function listeVersionen(tx: Tx, leistung: string): Promise<Versionszeile[]> {
  const { rows } = await tx.query<Versionszeile>(
    `select leistung, version, fingerabdruck, erfasst_am as "erfasstAm" from leistung_version
      where leistung = $1 order by erfasst_am desc, fingerabdruck`,
    [leistung],
  );
  return rows;
}

/** By the beginning of the fingerprint; nothing where more than one version begins so. */
export async function findDokument(
  tx: Tx,
  leistung: string,
  beginn: string,
): Promise<(Versionszeile & { dokument: Rechtsdokument }) | undefined> {
  const { rows } = await tx.query<Versionszeile & { dokument: Rechtsdokument }>(
    `select leistung, version, fingerabdruck, erfasst_am as "erfasstAm", dokument from leistung_version
      where leistung = $1 and starts_with(fingerabdruck, $2) limit 2`,
    [leistung, beginn],
  );
  return rows.length === 1 ? rows[0] : undefined;
}

export async function listeFreigaben(tx: Tx, leistung: string, fingerabdruck: string): Promise<Freigabeeintrag[]> {
  const { rows } = await tx.query<Freigabeeintrag>(
    `select nummer, art, kennung, name, grund, am from leistung_freigabe
      where mandant_id = $1 and leistung = $2 and fingerabdruck = $3 order by nummer`,
    [tx.mandantId, leistung, fingerabdruck],
  );
  return rows;
}

/** All releases of this Mandant, by Leistung and fingerprint. */
export async function listeAlleFreigaben(tx: Tx): Promise<(Freigabeeintrag & { leistung: string; fingerabdruck: string })[]> {
  const { rows } = await tx.query<Freigabeeintrag & { leistung: string; fingerabdruck: string }>(
    `select leistung, fingerabdruck, nummer, art, kennung, name, grund, am from leistung_freigabe
      where mandant_id = $1 order by leistung, fingerabdruck, nummer`,
    [tx.mandantId],
  );
  return rows;
}

/** False: somebody else wrote this number meanwhile. */
export async function schreibeFreigabe(
  tx: Tx,
  leistung: string,
  fingerabdruck: string,
  eintrag: Freigabeeintrag,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into leistung_freigabe (mandant_id, leistung, fingerabdruck, nummer, art, kennung, name, grund, am)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      tx.mandantId,
      leistung,
      fingerabdruck,
      eintrag.nummer,
      eintrag.art,
      eintrag.kennung,
      eintrag.name,
      eintrag.grund,
      eintrag.am,
    ],
  );
  return rowCount === 1;
}

/**
 * Whoever decides shares the lock, whoever releases holds it alone: without it a case could be set aside for want of a release that was
 * being given, after the release had looked for such cases, and wait for ever.
 */
export async function sperreFreigabe(tx: Tx, leistung: string, wie: "geteilt" | "allein"): Promise<void> {
  const sperre = wie === "allein" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
  await tx.query(`select ${sperre}(hashtextextended('freigabe:' || $2::text, $1::int))`, [tx.mandantId, leistung]);
}
