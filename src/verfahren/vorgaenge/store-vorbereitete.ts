import type { Tx } from "#db";
import type { Anlage } from "./schritte.ts";
import type { Stand } from "./stand.ts";
import type { Phase } from "./uebergaenge.ts";

/** A case that waits for release only, with what a person looks at before they release it. */
export type VorbereiteteZeile = {
  id: string;
  aktenzeichen: string;
  nummer: number;
  stand: Stand;
  name: string;
  person: string | null;
  tatsachen: { text: string; wert: string }[];
  anlagen: Anlage[];
};

/** Neither somebody else's case, nor for release by the one who decided it. */
const offenFuer = `s.mandant_id = $1 and s.leistung = $2 and s.phase = $3 and s.stand->>'vorbereitet' = 'true'
   and (s.zustaendig is null or s.zustaendig = $4) and ($3 <> 'entschieden' or s.stand->>'entschiedenVon' is distinct from $4)`;

export type Vorbereitetenwunsch = { leistung: string; phase: Phase; kennung: string };

/** One page, oldest first. The page is cut before anything is read of its cases: there may be ten thousand. */
export async function listeVorbereitete(
  tx: Tx,
  { leistung, phase, kennung, seite, jeSeite }: Vorbereitetenwunsch & { seite: number; jeSeite: number },
): Promise<VorbereiteteZeile[]> {
  const { rows } = await tx.query<VorbereiteteZeile>(
    `with ausschnitt as (
       select s.vorgang_id, s.nummer, s.stand, s.geaendert_am from vorgang_stand s where ${offenFuer}
        order by s.geaendert_am, s.vorgang_id limit $5 offset $6
     )
     select v.id, v.aktenzeichen, a.nummer, a.stand, b.person,
            coalesce(concat_ws(' ', b.daten->>'vornamen', b.daten->>'nachname'), '') as name,
            coalesce((select i.daten->'entscheidung'->'tatsachen'
                        from vorgang_schritt h join vorgang_schritt_inhalt i using (mandant_id, vorgang_id, nummer)
                       where h.mandant_id = $1 and h.vorgang_id = v.id and h.art in ('vorgeschlagen', 'entschieden')
                       order by h.nummer desc limit 1), '[]') as tatsachen,
            coalesce((select i.daten->'anlagen' from vorgang_schritt_inhalt i
                       where i.mandant_id = $1 and i.vorgang_id = v.id and i.nummer = 1), '[]') as anlagen
       from ausschnitt a join vorgang v on v.mandant_id = $1 and v.id = a.vorgang_id
       left join vorgang_beteiligter b on b.mandant_id = $1 and b.vorgang_id = v.id and b.rolle = 'antragsteller'
      order by a.geaendert_am, a.vorgang_id`,
    [tx.mandantId, leistung, phase, kennung, jeSeite, (seite - 1) * jeSeite],
  );
  return rows;
}

export async function zaehleVorbereitete(tx: Tx, { leistung, phase, kennung }: Vorbereitetenwunsch): Promise<number> {
  const { rows } = await tx.query<{ anzahl: number }>(`select count(*) as anzahl from vorgang_stand s where ${offenFuer}`, [
    tx.mandantId,
    leistung,
    phase,
    kennung,
  ]);
  return rows[0]?.anzahl ?? 0;
}
