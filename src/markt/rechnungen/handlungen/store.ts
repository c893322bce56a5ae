import type { Tx } from "#db";
import type { Akteur } from "../schritte.ts";

export async function findKreditorKurz(
  tx: Tx,
  id: string,
): Promise<{ nummer: string; name: string; gesperrt: boolean } | undefined> {
  const { rows } = await tx.query<{ nummer: string; name: string; gesperrt: boolean }>(
    "select nummer, name, gesperrt from kreditor where mandant_id = $1 and id = $2",
    [tx.mandantId, id],
  );
  return rows[0];
}

export async function schreibeKonto(
  tx: Tx,
  kreditorId: string,
  iban: string,
  seit: Date,
  herkunft: Record<string, unknown>,
): Promise<void> {
  await tx.query(
    "insert into kreditor_konto (mandant_id, kreditor_id, iban, seit, herkunft) values ($1, $2, $3, $4, $5) on conflict do nothing",
    [tx.mandantId, kreditorId, iban, seit, JSON.stringify(herkunft)],
  );
}

export async function findUnbekannteKostenstellen(tx: Tx, nummern: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ nummer: string }>(
    `select distinct n.nummer from unnest($2::text[]) n(nummer)
      where not exists (select from kostenstelle k where k.mandant_id = $1 and k.nummer = n.nummer) order by 1`,
    [tx.mandantId, nummern],
  );
  return rows.map(({ nummer }) => nummer);
}

/** Up to how much a person may order for an office; undefined: nothing. The row of the office counts more than that of the whole house. */
export async function findBefugnis(tx: Tx, kennung: string, amt: string): Promise<number | undefined> {
  const { rows } = await tx.query<{ bis: number }>(
    `select bis_cent as bis from anordnungsbefugnis where mandant_id = $1 and kennung = $2 and amt in ($3, '*') order by amt = '*' limit 1`,
    [tx.mandantId, kennung, amt],
  );
  return rows[0]?.bis;
}

export type Vertretung = { id: string; fuer: string; durch: string; durchName: string; von: string; bis: string };
const vertretungSpalten = `v.id, v.fuer, v.durch, v.durch_name as "durchName", v.von, v.bis`;
const nochNichtBeendet =
  "not exists (select from rechnung_vertretung_ende e where e.mandant_id = v.mandant_id and e.vertretung_id = v.id)";

export async function gilt(tx: Tx, { fuer, durch, am }: { fuer: string; durch: string; am: string }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select from rechnung_vertretung v where v.mandant_id = $1 and v.fuer = $2 and v.durch = $3 and $4 between v.von and v.bis and ${nochNichtBeendet}`,
    [tx.mandantId, fuer, durch, am],
  );
  return rowCount > 0;
}

/** Whom a person represents, and by whom they are represented, from a day on. */
export async function listeVertretungen(tx: Tx, kennung: string, ab: string): Promise<Vertretung[]> {
  const { rows } = await tx.query<Vertretung>(
    `select ${vertretungSpalten} from rechnung_vertretung v
      where v.mandant_id = $1 and $2 in (v.fuer, v.durch) and v.bis >= $3 and ${nochNichtBeendet} order by v.von`,
    [tx.mandantId, kennung, ab],
  );
  return rows;
}

export async function findVertretung(tx: Tx, id: string): Promise<Vertretung | undefined> {
  const { rows } = await tx.query<Vertretung>(
    `select ${vertretungSpalten} from rechnung_vertretung v where v.mandant_id = $1 and v.id = $2`,
    [tx.mandantId, id],
  );
  return rows[0];
}

export async function schreibeVertretung(tx: Tx, vertretung: Vertretung & { akteur: Akteur; zeitpunkt: Date }): Promise<void> {
  const { id, fuer, durch, durchName, von, bis, akteur, zeitpunkt } = vertretung;
  await tx.query(
    `insert into rechnung_vertretung (mandant_id, id, fuer, durch, durch_name, von, bis, akteur, zeitpunkt) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.mandantId, id, fuer, durch, durchName, von, bis, JSON.stringify(akteur), zeitpunkt],
  );
}

export async function schreibeVertretungsende(tx: Tx, id: string, akteur: Akteur, zeitpunkt: Date): Promise<void> {
  await tx.query(
    "insert into rechnung_vertretung_ende (mandant_id, vertretung_id, akteur, zeitpunkt) values ($1, $2, $3, $4) on conflict do nothing",
    [tx.mandantId, id, JSON.stringify(akteur), zeitpunkt],
  );
}

/** Who may order for an office, and where mails reach them. */
export type BefugtePerson = { kennung: string; name: string; email: string | null; bisCent: number };
export async function findBefugtePerson(tx: Tx, kennung: string, amt: string): Promise<BefugtePerson | undefined> {
  return (await listeBefugte(tx, amt)).find((person) => person.kennung === kennung);
}
export async function listeAlleBefugten(tx: Tx): Promise<BefugtePerson[]> {
  const { rows } = await tx.query<BefugtePerson>(
    `select distinct on (kennung) kennung, name, email, bis_cent as "bisCent" from anordnungsbefugnis where mandant_id = $1 order by kennung, bis_cent desc`,
    [tx.mandantId],
  );
  return rows;
}
export async function listeBefugte(tx: Tx, amt: string): Promise<BefugtePerson[]> {
  const { rows } = await tx.query<BefugtePerson>(
    `select distinct on (kennung) kennung, name, email, bis_cent as "bisCent" from anordnungsbefugnis
      where mandant_id = $1 and amt in ($2, '*') order by kennung, amt = '*'`,
    [tx.mandantId, amt],
  );
  return rows;
}
