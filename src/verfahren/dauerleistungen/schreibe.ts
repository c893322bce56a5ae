import type { Tx } from "#db";
import { type Akteur, findStand, haengeAn, type NeuerSchritt } from "#vorgaenge";
import { type DauerDeps, systemakteur } from "./deps.ts";
import type { Rechnung } from "./rechne-aenderung.ts";

type SchrittDaten = NeuerSchritt extends infer S ? (S extends NeuerSchritt ? Pick<S, "art" | "daten"> : never) : never;
type Ziel = { id: string; nummer: number };

/** Appends one step by the system, after the number that was seen; a surprise, since the caller has locked what it depends on. */
export async function schreibe(
  deps: Pick<DauerDeps, "clock">,
  tx: Tx,
  ziel: Ziel,
  schritt: SchrittDaten,
  akteur: Akteur = systemakteur,
  transaktion = `${schritt.art}:${ziel.id}:${ziel.nummer}`,
): Promise<number> {
  const rahmen = { akteur, zeitpunkt: deps.clock.now(), transaktion };
  const ergebnis = await haengeAn(tx, ziel.id, [{ ...schritt, ...rahmen } as NeuerSchritt], ziel.nummer);
  if (ergebnis.art === "konflikt" || ergebnis.art === "unzulaessig")
    throw new Error(`Vorgang ${ziel.id}: ${ergebnis.art} when appending „${schritt.art}“`);
  return ergebnis.nummer;
}

/** The same on the Vorgang of the grant, wherever it stands: nobody is waiting there for a number they have seen. */
export async function schreibeAmBezug(
  deps: Pick<DauerDeps, "clock">,
  tx: Tx,
  bezugId: string,
  schritt: SchrittDaten,
  akteur: Akteur = systemakteur,
  transaktion?: string,
): Promise<number> {
  const zeile = await findStand(tx, bezugId);
  return schreibe(deps, tx, { id: bezugId, nummer: zeile?.nummer ?? 0 }, schritt, akteur, transaktion);
}

export async function schlageVor(
  deps: Pick<DauerDeps, "clock">,
  tx: Tx,
  ziel: Ziel,
  { entscheidung }: Pick<Rechnung, "entscheidung">,
  gruende: readonly string[],
  wartet = false,
): Promise<void> {
  await schreibe(deps, tx, ziel, {
    art: "vorgeschlagen",
    daten: { entscheidung, gruende: [...gruende], ...(wartet && { wartetAufFreigabe: true as const }) },
  });
}
