import { randomUUID } from "node:crypto";
import type { Tx } from "#db";
import type { Handelnder } from "./contract.ts";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { meldeZahlungseingang } from "./melde-eingang.ts";
import { schreibe } from "./schreibe.ts";
import { erstattbarCent, type Sollstand } from "./sollstand.ts";
import { findSollstellung, listeFuerVorgang } from "./store.ts";
import { type Tat, type Tatergebnis, tatergebnis } from "./verbuche-zahlung.ts";

/**
 * Nothing of what a Vorgang asked for is owed any more: nobody paid in time, the person withdrew, or the notice has fallen. An open claim is
 * cancelled; what was paid online is ordered back at once and waits for a second person, never the one who repealed. Money that came by
 * transfer or in cash needs an account or a hand to go to: it stands under "Zu klären" until a clerk orders it back.
 * @returns false where somebody is paying right now: the whole transaction must not hold then
 */
export async function hebeAuf(deps: GebuehrenDeps, tx: Tx, vorgangId: string, aufhebung: Aufhebung): Promise<boolean> {
  const { grund, anlass, von } = aufhebung;
  const akteur: Handelnder = von ? { art: "amt", ...von } : { art: "system", teil: anlass };
  for (const { id, stand } of await listeFuerVorgang(tx, vorgangId)) {
    if (stand.storniert) continue;
    const rahmen = { akteur, zeitpunkt: deps.clock.now(), transaktion: `${anlass}:${id}` };
    const geschrieben = await schreibe(tx, id, { art: "storniert", daten: { grund }, ...rahmen });
    if (geschrieben.art === "unzulaessig" && !geschrieben.stand.storniert) return false;
    if (geschrieben.art === "geschrieben") await ordneRueckzahlungAn(deps, tx, id, geschrieben.stand, { grund, akteur });
  }
  return true;
}
export type Aufhebung = {
  grund: string;
  anlass: "verfallen" | "zurueckgezogen" | "zurueckgenommen";
  /** Who decided it; undefined: the system, the person, or a day that is over. */
  von?: { kennung: string; name: string } | undefined;
};

async function ordneRueckzahlungAn(
  deps: GebuehrenDeps,
  tx: Tx,
  id: string,
  stand: Sollstand,
  { grund, akteur }: { grund: string; akteur: Handelnder },
): Promise<void> {
  let frei = erstattbarCent(stand);
  for (const { zahlungId, restCent } of stand.zahlungen) {
    const betragCent = Math.min(frei, restCent);
    if (betragCent <= 0) continue;
    frei -= betragCent;
    const daten = { erstattungId: randomUUID(), betragCent, weg: "anbieter", grund, zweite: true, zahlungId } as const;
    const rahmen = { akteur, zeitpunkt: deps.clock.now(), transaktion: `rueckzahlung:${zahlungId}` };
    await schreibe(tx, id, { art: "erstattungAngeordnet", daten, ...rahmen });
  }
}

/** Somebody is paying right now what should fall: the transaction must not hold, and can be tried again when that is decided. */
export class ZahlungLaeuft extends Error {
  override name = "ZahlungLaeuft";
}

/** @throws ZahlungLaeuft; a job comes again */
export async function nimmZurueck(
  deps: GebuehrenDeps,
  tx: Tx,
  vorgangId: string,
  grund: string,
  von?: Aufhebung["von"],
): Promise<void> {
  if (!(await hebeAuf(deps, tx, vorgangId, { grund, anlass: "zurueckgenommen", von })))
    throw new ZahlungLaeuft(`Vorgang ${vorgangId}: somebody is paying right now`);
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
