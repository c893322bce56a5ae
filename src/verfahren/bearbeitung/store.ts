import type { Tx } from "#db";
import type { Person } from "./von-hand.ts";

/** Which Vorgang, and the number of its last step that the clerk has seen. */
export type Wahl = { vorgangId: string; nummer: number };
export type Sammelfreigabe = {
  id: string;
  leistung: string;
  art: "entscheiden" | "freigeben";
  akteur: Person;
  auswahl: readonly Wahl[];
  begonnenAm: Date;
};
export type Einzelergebnis = { vorgangId: string; ergebnis: "freigegeben" | "ueberholt" | "unzulaessig"; grund: string | null };

/** Writes the intent, once. @returns what stands there: the first sending counts */
export async function beginneSammelfreigabe(tx: Tx, neu: Sammelfreigabe): Promise<Sammelfreigabe> {
  await tx.query(
    `insert into sammelfreigabe (mandant_id, id, leistung, art, akteur, auswahl, begonnen_am)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.mandantId, neu.id, neu.leistung, neu.art, JSON.stringify(neu.akteur), JSON.stringify(neu.auswahl), neu.begonnenAm],
  );
  return (await findSammelfreigabe(tx, neu.id)) ?? neu;
}

export async function findSammelfreigabe(tx: Tx, id: string): Promise<Sammelfreigabe | undefined> {
  const { rows } = await tx.query<Sammelfreigabe>(
    `select id, leistung, art, akteur, auswahl, begonnen_am as "begonnenAm" from sammelfreigabe where mandant_id = $1 and id = $2`,
    [tx.mandantId, id],
  );
  return rows[0];
}

/** The first outcome stays: whoever sends the form again reads what came of it then. */
export async function schreibeEinzelergebnis(tx: Tx, id: string, einzel: Einzelergebnis, am: Date): Promise<void> {
  await tx.query(
    `insert into sammelfreigabe_ergebnis (mandant_id, sammelfreigabe_id, vorgang_id, ergebnis, grund, am)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.mandantId, id, einzel.vorgangId, einzel.ergebnis, einzel.grund, am],
  );
}

/** With the Aktenzeichen, in the order of the selection. */
export async function listeEinzelergebnisse(tx: Tx, id: string): Promise<(Einzelergebnis & { aktenzeichen: string })[]> {
  const { rows } = await tx.query<Einzelergebnis & { aktenzeichen: string }>(
    `select e.vorgang_id as "vorgangId", e.ergebnis, e.grund, v.aktenzeichen
       from sammelfreigabe_ergebnis e left join vorgang v on v.mandant_id = e.mandant_id and v.id = e.vorgang_id
      where e.mandant_id = $1 and e.sammelfreigabe_id = $2 order by e.ergebnis <> 'freigegeben' desc, v.aktenzeichen`,
    [tx.mandantId, id],
  );
  return rows;
}
