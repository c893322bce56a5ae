import type { Tx } from "#db";
import type { Rueckmeldung } from "#wachmodell";

export type Rueckmeldungszeile = {
  nummer: number;
  job: number | null;
  mandant: string | null;
  tag: string;
  art: Rueckmeldung["art"];
  grund: string;
  wer: string;
  am: Date;
};
export async function schreibeRueckmeldung(tx: Tx, zeile: Omit<Rueckmeldungszeile, "nummer">): Promise<void> {
  await tx.query("insert into wacht_rueckmeldung (job, mandant, tag, art, grund, wer, am) values ($1, $2, $3, $4, $5, $6, $7)", [
    zeile.job,
    zeile.mandant,
    zeile.tag,
    zeile.art,
    zeile.grund,
    zeile.wer,
    zeile.am,
  ]);
}
export async function listeRueckmeldungen(tx: Tx, job?: number): Promise<Rueckmeldungszeile[]> {
  const { rows } = await tx.query<Rueckmeldungszeile>(
    "select nummer, job, mandant, tag, art, grund, wer, am from wacht_rueckmeldung where $1::int is null or job = $1 order by nummer desc limit 5000",
    [job ?? null],
  );
  return rows;
}

export type Kalendereintrag = {
  id: number;
  art: "schliessung" | "wartung" | "wartungWiederkehrend";
  job: number | null;
  mandant: string | null;
  system: string | null;
  von: Date | null;
  bis: Date | null;
  cron: string | null;
  dauerMin: number | null;
  grund: string;
  stand: "vorgeschlagen" | "gilt" | "abgelehnt";
  eingetragenVon: string;
  entschiedenVon: string | null;
  am: Date;
};
export async function schreibeKalender(tx: Tx, e: Omit<Kalendereintrag, "id" | "entschiedenVon">): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `insert into wacht_kalender (art, job, mandant, system, von, bis, cron, dauer_min, grund, stand, eingetragen_von, am)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [e.art, e.job, e.mandant, e.system, e.von, e.bis, e.cron, e.dauerMin, e.grund, e.stand, e.eingetragenVon, e.am],
  );
  return (rows[0] as { id: number }).id;
}
export async function listeKalender(tx: Tx): Promise<Kalendereintrag[]> {
  const { rows } = await tx.query<Kalendereintrag>(
    `select id, art, job, mandant, system, von, bis, cron, dauer_min as "dauerMin", grund, stand, eingetragen_von as "eingetragenVon",
            entschieden_von as "entschiedenVon", am from wacht_kalender order by stand = 'vorgeschlagen' desc, id desc limit 2000`,
  );
  return rows;
}
/** @returns false where somebody decided before */
export async function entscheideKalender(tx: Tx, id: number, stand: "gilt" | "abgelehnt", wer: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    "update wacht_kalender set stand = $2, entschieden_von = $3 where id = $1 and (stand = 'vorgeschlagen' or (stand = 'gilt' and $2 = 'abgelehnt'))",
    [id, stand, wer],
  );
  return rowCount === 1;
}

export const wege = ["mail", "webhook", "matrix", "mattermost"] as const;
export type Weg = (typeof wege)[number];
export type Empfaenger = {
  id: number;
  name: string;
  weg: Weg;
  ziel: string;
  mandant: string | null;
  system: string | null;
  stufe: 1 | 2;
  aktiv: boolean;
};
export async function listeEmpfaenger(tx: Tx): Promise<Empfaenger[]> {
  return (
    await tx.query<Empfaenger>(
      "select id, name, weg, ziel, mandant, system, stufe, aktiv from wacht_empfaenger order by aktiv desc, id",
    )
  ).rows;
}
export async function schreibeEmpfaenger(tx: Tx, e: Omit<Empfaenger, "id" | "aktiv">): Promise<void> {
  await tx.query("insert into wacht_empfaenger (name, weg, ziel, mandant, system, stufe) values ($1, $2, $3, $4, $5, $6)", [
    e.name,
    e.weg,
    e.ziel,
    e.mandant,
    e.system,
    e.stufe,
  ]);
}
export async function schalteEmpfaenger(tx: Tx, id: number, aktiv: boolean): Promise<void> {
  await tx.query("update wacht_empfaenger set aktiv = $2 where id = $1", [id, aktiv]);
}

export type Anlass = "neu" | "erinnerung" | "eskalation";
/** @returns false where this recipient has had this message of this incident */
export async function merkeNachricht(tx: Tx, vorfall: number, empfaenger: number, anlass: Anlass, am: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    "insert into wacht_nachricht (vorfall, empfaenger, anlass, angelegt_am) values ($1, $2, $3, $4) on conflict do nothing",
    [vorfall, empfaenger, anlass, am],
  );
  return rowCount === 1;
}
export async function istGesendet(tx: Tx, vorfall: number, empfaenger: number, anlass: Anlass): Promise<boolean> {
  const { rowCount } = await tx.query(
    "select from wacht_nachricht where vorfall = $1 and empfaenger = $2 and anlass = $3 and gesendet_am is not null",
    [vorfall, empfaenger, anlass],
  );
  return rowCount === 1;
}
export async function vermerkeGesendet(tx: Tx, vorfall: number, empfaenger: number, anlass: Anlass, am: Date): Promise<void> {
  await tx.query("update wacht_nachricht set gesendet_am = $4 where vorfall = $1 and empfaenger = $2 and anlass = $3", [
    vorfall,
    empfaenger,
    anlass,
    am,
  ]);
}
export async function listeNachrichten(
  tx: Tx,
  vorfall: number,
): Promise<{ name: string; weg: Weg; anlass: Anlass; gesendetAm: Date | null }[]> {
  const { rows } = await tx.query<{ name: string; weg: Weg; anlass: Anlass; gesendetAm: Date | null }>(
    `select e.name, e.weg, n.anlass, n.gesendet_am as "gesendetAm" from wacht_nachricht n join wacht_empfaenger e on e.id = n.empfaenger
      where n.vorfall = $1 order by n.angelegt_am`,
    [vorfall],
  );
  return rows;
}

export type Abzeichnung = { morgen: string; wer: string; name: string; bemerkung: string; am: Date };
export async function schreibeAbzeichnung(tx: Tx, a: Abzeichnung): Promise<void> {
  await tx.query(
    "insert into wacht_abzeichnung (morgen, wer, name, bemerkung, am) values ($1, $2, $3, $4, $5) on conflict do nothing",
    [a.morgen, a.wer, a.name, a.bemerkung, a.am],
  );
}
export async function listeAbzeichnungen(tx: Tx, morgen: string): Promise<Abzeichnung[]> {
  return (
    await tx.query<Abzeichnung>("select morgen, wer, name, bemerkung, am from wacht_abzeichnung where morgen = $1 order by am", [
      morgen,
    ])
  ).rows;
}

export type Einstellung = { schwelle: number; budget: number; mindestmenge: number };
export const ueblicheEinstellung: Einstellung = { schwelle: 0.5, budget: 12, mindestmenge: 10 };
export async function findEinstellung(tx: Tx): Promise<Einstellung & { wer?: string; am?: Date }> {
  const { rows } = await tx.query<Einstellung & { wer: string; am: Date }>(
    "select schwelle, budget, mindestmenge, wer, am from wacht_einstellung order by nummer desc limit 1",
  );
  return rows[0] ?? ueblicheEinstellung;
}
export async function schreibeEinstellung(tx: Tx, e: Einstellung, wer: string, am: Date): Promise<void> {
  await tx.query("insert into wacht_einstellung (schwelle, budget, mindestmenge, wer, am) values ($1, $2, $3, $4, $5)", [
    e.schwelle,
    e.budget,
    e.mindestmenge,
    wer,
    am,
  ]);
}

/** @returns true for the one that may begin it; one that a crash left open begins again after a while */
export async function beginneTagwerk(tx: Tx, tag: string, art: string, am: Date, wiederNachMin = 60): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into wacht_tagwerk as t (tag, art, begonnen_am) values ($1, $2, $3)
     on conflict (tag, art) do update set begonnen_am = excluded.begonnen_am
       where t.fertig_am is null and t.begonnen_am < excluded.begonnen_am - make_interval(mins => $4)`,
    [tag, art, am, wiederNachMin],
  );
  return rowCount === 1;
}
export async function beendeTagwerk(tx: Tx, tag: string, art: string, am: Date): Promise<void> {
  await tx.query(
    "insert into wacht_tagwerk (tag, art, begonnen_am, fertig_am) values ($1, $2, $3, $3) on conflict (tag, art) do update set fertig_am = excluded.fertig_am",
    [tag, art, am],
  );
}
export async function findTagwerk(
  tx: Tx,
  tag: string,
  art: string,
): Promise<{ begonnenAm: Date; fertigAm: Date | null } | undefined> {
  const { rows } = await tx.query<{ begonnenAm: Date; fertigAm: Date | null }>(
    `select begonnen_am as "begonnenAm", fertig_am as "fertigAm" from wacht_tagwerk where tag = $1 and art = $2`,
    [tag, art],
  );
  return rows[0];
}
