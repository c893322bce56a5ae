import type { Antworten, Herkunft } from "#baukasten";
import type { Tx } from "#db";

export type Vorschlag = { titel: string; werte: Record<string, unknown> };
/** A draft. `herkunft` and `vorschlaege` by page. */
export type Entwurf = {
  id: string;
  leistung: string;
  person: string | null;
  antworten: Antworten;
  herkunft: Readonly<Record<string, Herkunft>>;
  vorschlaege: Readonly<Record<string, { herkunft: Herkunft; liste: Vorschlag[] }>>;
  geaendertAm: Date;
};

const spalten = `id, leistung, person, antworten, herkunft, vorschlaege, geaendert_am as "geaendertAm"`;

export async function schreibeNeuenEntwurf(tx: Tx, entwurf: Entwurf, codeSha256: Buffer): Promise<void> {
  await tx.query(
    "insert into entwurf (mandant_id, id, leistung, person, code_sha256, antworten, geaendert_am) values ($1, $2, $3, $4, $5, $6, $7)",
    [
      tx.mandantId,
      entwurf.id,
      entwurf.leistung,
      entwurf.person,
      codeSha256,
      JSON.stringify(entwurf.antworten),
      entwurf.geaendertAm,
    ],
  );
}

export async function findEntwurf(tx: Tx, id: string): Promise<Entwurf | undefined> {
  return (await tx.query<Entwurf>(`select ${spalten} from entwurf where mandant_id = $1 and id = $2`, [tx.mandantId, id]))
    .rows[0];
}

/** Locked until the transaction ends: two tabs of one draft write one after the other. */
export async function findEntwurfZumSchreiben(tx: Tx, id: string): Promise<Entwurf | undefined> {
  return (
    await tx.query<Entwurf>(`select ${spalten} from entwurf where mandant_id = $1 and id = $2 for update`, [tx.mandantId, id])
  ).rows[0];
}

export async function findEntwurfNachCode(tx: Tx, codeSha256: Buffer): Promise<Entwurf | undefined> {
  return (
    await tx.query<Entwurf>(`select ${spalten} from entwurf where mandant_id = $1 and code_sha256 = $2`, [
      tx.mandantId,
      codeSha256,
    ])
  ).rows[0];
}

export async function listeEntwuerfe(tx: Tx, person: string): Promise<Entwurf[]> {
  const sql = `select ${spalten} from entwurf where mandant_id = $1 and person = $2 order by geaendert_am desc`;
  return (await tx.query<Entwurf>(sql, [tx.mandantId, person])).rows;
}

export async function speichereEntwurf(tx: Tx, entwurf: Entwurf): Promise<void> {
  await tx.query(
    "update entwurf set person = $3, antworten = $4, herkunft = $5, vorschlaege = $6, geaendert_am = $7 where mandant_id = $1 and id = $2",
    [
      tx.mandantId,
      entwurf.id,
      entwurf.person,
      JSON.stringify(entwurf.antworten),
      JSON.stringify(entwurf.herkunft),
      JSON.stringify(entwurf.vorschlaege),
      entwurf.geaendertAm,
    ],
  );
}

/** A new code; the old one is worth nothing afterwards. */
export async function setzeCode(tx: Tx, id: string, codeSha256: Buffer): Promise<void> {
  await tx.query("update entwurf set code_sha256 = $3 where mandant_id = $1 and id = $2", [tx.mandantId, id, codeSha256]);
}

export async function loescheEntwurf(tx: Tx, id: string): Promise<boolean> {
  return (await tx.query("delete from entwurf where mandant_id = $1 and id = $2", [tx.mandantId, id])).rowCount === 1;
}

/** Drafts nobody touched since: data that nobody needs. @returns how many went */
export async function loescheAlteEntwuerfe(tx: Tx, vor: Date): Promise<number> {
  return (await tx.query("delete from entwurf where mandant_id = $1 and geaendert_am < $2", [tx.mandantId, vor])).rowCount;
}
