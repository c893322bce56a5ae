import type { Tx } from "#db";
import type { Auffaelligkeit, Vorfall } from "#wachmodell";

export type VorfallZeile = {
  id: number;
  schluessel: string;
  art: Vorfall["art"];
  mandant: string | null;
  system: string | null;
  satz: string;
  rang: number;
  stufe: "alarm" | "grau";
  auffaelligkeiten: Auffaelligkeit[];
  eroeffnet: string;
  zuletzt: string;
  eigentuemer: string | null;
  stillBis: string | null;
  geschlossenAm: Date | null;
};
const spalten = `id, schluessel, art, mandant, system, satz, rang, stufe, auffaelligkeiten, eroeffnet, zuletzt, eigentuemer,
  still_bis as "stillBis", geschlossen_am as "geschlossenAm"`;

/**
 * The open incident of this key goes on; else a new one begins, but for one that a person has closed on this very morning.
 * @returns its id and whether it is new
 */
export async function fuehreVorfall(
  tx: Tx,
  vorfall: Vorfall,
  stufe: "alarm" | "grau",
  morgen: string,
): Promise<{ id: number; neu: boolean } | undefined> {
  const { rows } = await tx.query<{ id: number; neu: boolean }>(
    `insert into wacht_vorfall as v (schluessel, art, mandant, system, satz, rang, stufe, auffaelligkeiten, eroeffnet, zuletzt)
     select $1::text, $2::text, $3::text, $4::text, $5::text, $6::real, $7::text, $8::jsonb, $9::date, $9::date
      where not exists (select from wacht_vorfall a where a.schluessel = $1 and a.geschlossen_am is not null and a.zuletzt >= $9::date)
     on conflict (schluessel) where geschlossen_am is null do update
        set satz = excluded.satz, rang = excluded.rang, auffaelligkeiten = excluded.auffaelligkeiten, zuletzt = excluded.zuletzt,
            stufe = case when v.stufe = 'alarm' then 'alarm' else excluded.stufe end
     returning id, xmax = 0 as neu`,
    [
      vorfall.schluessel,
      vorfall.art,
      vorfall.mandant ?? null,
      vorfall.system ?? null,
      vorfall.satz,
      vorfall.rang,
      stufe,
      JSON.stringify(vorfall.auffaelligkeiten.slice(0, 200)),
      morgen,
    ],
  );
  return rows[0];
}

export async function findVorfall(tx: Tx, id: number): Promise<VorfallZeile | undefined> {
  return (await tx.query<VorfallZeile>(`select ${spalten} from wacht_vorfall where id = $1`, [id])).rows[0];
}

export async function listeVorfaelle(tx: Tx, wahl: { offen: boolean; hoechstens: number }): Promise<VorfallZeile[]> {
  const { rows } = await tx.query<VorfallZeile>(
    `select ${spalten} from wacht_vorfall where (geschlossen_am is null) = $1 order by stufe, zuletzt desc, rang desc, id limit $2`,
    [wahl.offen, wahl.hoechstens],
  );
  return rows;
}

export async function aendereVorfall(
  tx: Tx,
  id: number,
  neu: Partial<{ eigentuemer: string | null; stillBis: string | null; geschlossenAm: Date | null }>,
): Promise<void> {
  await tx.query(
    `update wacht_vorfall set eigentuemer = case when $2 then $3 else eigentuemer end, still_bis = case when $4 then $5::date else still_bis end,
            geschlossen_am = case when $6 then $7::timestamptz else geschlossen_am end where id = $1`,
    [
      id,
      "eigentuemer" in neu,
      neu.eigentuemer ?? null,
      "stillBis" in neu,
      neu.stillBis ?? null,
      "geschlossenAm" in neu,
      neu.geschlossenAm ?? null,
    ],
  );
}

/** "Ich kümmere mich" for all that nobody has yet. @returns their ids */
export async function uebernimmAlle(tx: Tx, wer: string): Promise<number[]> {
  const { rows } = await tx.query<{ id: number }>(
    "update wacht_vorfall set eigentuemer = $1 where geschlossen_am is null and stufe = 'alarm' and eigentuemer is null returning id",
    [wer],
  );
  return rows.map(({ id }) => id);
}

export type VorfallSchritt = { am: Date; art: string; wer: string; text: string };
export async function schreibeSchritt(tx: Tx, vorfall: number, schritt: VorfallSchritt): Promise<void> {
  await tx.query("insert into wacht_vorfall_schritt (vorfall, am, art, wer, text) values ($1, $2, $3, $4, $5)", [
    vorfall,
    schritt.am,
    schritt.art,
    schritt.wer,
    schritt.text,
  ]);
}
export async function listeSchritte(tx: Tx, vorfall: number): Promise<VorfallSchritt[]> {
  const { rows } = await tx.query<VorfallSchritt>(
    "select am, art, wer, text from wacht_vorfall_schritt where vorfall = $1 order by nummer",
    [vorfall],
  );
  return rows;
}

/** Incidents whose jobs gave no sign of trouble since the day before: grey ones end, alarms stay for a person. */
export async function schliesseGraue(tx: Tx, morgen: string, am: Date): Promise<void> {
  await tx.query(
    "update wacht_vorfall set geschlossen_am = $2 where geschlossen_am is null and stufe = 'grau' and zuletzt < $1",
    [morgen, am],
  );
}
