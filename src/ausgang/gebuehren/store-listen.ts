import type { Tx } from "#db";
import type { Zustand } from "./sollstand.ts";
import { type Sollzeile, spalten } from "./store.ts";

/** Which claims. */
export type Auswahlwunsch = {
  /** Undefined: all. */
  zustaende: readonly Zustand[] | undefined;
  leistungen: readonly string[];
  /** Only what was due before this day. */
  faelligVor?: string | undefined;
  /** Only what a second person must release. */
  freizugeben?: boolean;
};
export type Sollwunsch = Auswahlwunsch & { sortierung: "faellig" | "neueste" | "betrag"; seite: number; jeSeite: number };
const ordnung: Record<Sollwunsch["sortierung"], string> = {
  faellig: "s.faellig_am, s.kassenzeichen",
  neueste: "s.eroeffnet_am desc, s.kassenzeichen",
  betrag: "t.offen_cent desc, s.kassenzeichen",
};
const bedingung = `from sollstellung s join sollstellung_stand t on t.mandant_id = s.mandant_id and t.sollstellung_id = s.id
  where s.mandant_id = $1 and ($2::text[] is null or t.zustand = any($2)) and s.leistung = any($3) and ($4::date is null or s.faellig_am < $4)
    and (not $5::boolean or t.freizugeben)`;
const werteAus = (tx: Tx, { zustaende, leistungen, faelligVor, freizugeben }: Auswahlwunsch) => [
  tx.mandantId,
  zustaende ?? null,
  leistungen,
  faelligVor ?? null,
  freizugeben ?? false,
];

/** One page of them, with how many there are and what is open of them. */
export async function listeSollstellungen(
  tx: Tx,
  wunsch: Sollwunsch,
): Promise<{ zeilen: Sollzeile[]; gesamt: number; summeCent: number }> {
  const werte = werteAus(tx, wunsch);
  const { rows: zahlen } = await tx.query<{ gesamt: number; summeCent: number }>(
    `select count(*) as gesamt, coalesce(sum(t.offen_cent), 0)::bigint as "summeCent" ${bedingung}`,
    werte,
  );
  const { rows } = await tx.query<Sollzeile>(
    `select ${spalten} ${bedingung} order by ${ordnung[wunsch.sortierung]} limit $6 offset $7`,
    [...werte, wunsch.jeSeite, (wunsch.seite - 1) * wunsch.jeSeite],
  );
  return { zeilen: rows, gesamt: zahlen[0]?.gesamt ?? 0, summeCent: zahlen[0]?.summeCent ?? 0 };
}

/** The next of them behind one already read, in an order that never changes: none is read twice, however long it takes. */
export async function listeSollstellungenNach(
  tx: Tx,
  wunsch: Auswahlwunsch,
  nach: Pick<Sollzeile, "faelligAm" | "kassenzeichen"> | undefined,
  anzahl: number,
): Promise<Sollzeile[]> {
  const { rows } = await tx.query<Sollzeile>(
    `select ${spalten} ${bedingung} and ($6::date is null or (s.faellig_am, s.kassenzeichen) > ($6, $7))
      order by s.faellig_am, s.kassenzeichen limit $8`,
    [...werteAus(tx, wunsch), nach?.faelligAm ?? null, nach?.kassenzeichen ?? null, anzahl],
  );
  return rows;
}
