import type { Tx } from "#db";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { meldeZahlungseingang } from "./melde-eingang.ts";
import { schreibe } from "./schreibe.ts";
import { offenCent } from "./sollstand.ts";
import { findSollstellung, listeFuerVorgang } from "./store.ts";
import { type Tat, type Tatergebnis, tatergebnis } from "./verbuche-zahlung.ts";

/** Nobody paid in time, and what was to be paid for is not made: nothing is owed any more. @returns false where somebody is paying right now */
export async function lasseVerfallen(deps: GebuehrenDeps, tx: Tx, vorgangId: string, grund: string): Promise<boolean> {
  for (const { id, stand } of await listeFuerVorgang(tx, vorgangId)) {
    if (stand.storniert) continue;
    const rahmen = {
      akteur: { art: "system", teil: "termine" } as const,
      zeitpunkt: deps.clock.now(),
      transaktion: `verfallen:${id}`,
    };
    const geschrieben = await schreibe(
      tx,
      id,
      { art: "storniert", daten: { grund }, ...rahmen },
      (jetzt) => offenCent(jetzt) > 0,
    );
    if (geschrieben.art === "unzulaessig") return false;
  }
  return true;
}

/**
 * The notice that asked for it has fallen: nothing of it is owed any more, and what was paid is there to be paid back.
 * @throws where somebody is paying right now; the job comes again when that is decided
 */
export async function nimmZurueck(deps: GebuehrenDeps, tx: Tx, vorgangId: string, grund: string): Promise<void> {
  for (const { id, stand } of await listeFuerVorgang(tx, vorgangId)) {
    if (stand.storniert) continue;
    const rahmen = {
      akteur: { art: "system", teil: "bescheide" } as const,
      zeitpunkt: deps.clock.now(),
      transaktion: `zurueckgenommen:${id}`,
    };
    const geschrieben = await schreibe(tx, id, { art: "storniert", daten: { grund }, ...rahmen });
    if (geschrieben.art === "unzulaessig" && !geschrieben.stand.storniert)
      throw new Error(`Sollstellung ${id}: somebody is paying right now`);
  }
}

/** A person has looked at what the provider booked otherwise than asked for: it is taken as paid, or dismissed. */
export const loeseKlaerung = (
  deps: GebuehrenDeps,
  tat: Tat,
  klaerung: { zahlungId: string; verbucht: boolean; grund: string },
): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const geschrieben = await schreibe(tx, tat.sollstellungId, {
      art: "klaerungErledigt",
      daten: klaerung,
      akteur: { art: "amt", ...tat.von },
      zeitpunkt: deps.clock.now(),
      transaktion: tat.transaktion,
    });
    const jetzt =
      geschrieben.art === "geschrieben" && klaerung.verbucht ? await findSollstellung(tx, tat.sollstellungId) : undefined;
    if (jetzt) await meldeZahlungseingang(deps, tx, jetzt);
    return tatergebnis(geschrieben, "In einer fremden Währung lässt sich das nicht verbuchen, oder es ist schon geklärt.");
  });
