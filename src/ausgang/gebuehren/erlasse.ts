import { createHash } from "node:crypto";
import type { Tx } from "#db";
import { formatiereEuro } from "#geld";
import type { NeuesEreignis } from "./contract.ts";
import type { GebuehrenDeps } from "./gebuehren.ts";
import { regelnFuer } from "./regeln.ts";
import { schreibe } from "./schreibe.ts";
import { findSollstellung, sperreStand } from "./store.ts";
import { type Tat, type Tatergebnis, tatergebnis } from "./verbuche-zahlung.ts";

type Rahmenlos = NeuesEreignis extends infer E ? (E extends NeuesEreignis ? Pick<E, "art" | "daten"> : never) : never;

/** One event of a clerk; whoever waited for the money need not wait any longer once nothing is owed. */
async function vermerke(deps: GebuehrenDeps, tx: Tx, tat: Tat, ereignis: Rahmenlos, warumNicht: string): Promise<Tatergebnis> {
  const rahmen = { akteur: { art: "amt", ...tat.von }, zeitpunkt: deps.clock.now(), transaktion: tat.transaktion } as const;
  const geschrieben = await schreibe(tx, tat.sollstellungId, { ...ereignis, ...rahmen } as NeuesEreignis);
  if (geschrieben.art === "geschrieben" && geschrieben.stand.storniert) {
    const jetzt = await findSollstellung(tx, tat.sollstellungId);
    if (jetzt) await deps.nachZahlung?.(tx, jetzt);
  }
  return tatergebnis(geschrieben, warumNicht);
}

/**
 * Nothing is owed any more, for a reason. What was paid already must then be refunded. From the Mandant's limit on it waits for a second
 * person: the whole claim counts, because what was paid of it goes back.
 */
export async function storniere(deps: GebuehrenDeps, tat: Tat, grund: string): Promise<Tatergebnis> {
  const mandant = await deps.tenants.getById(tat.mandantId);
  return deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const vorher = await sperreStand(tx, tat.sollstellungId);
    const zweite = (vorher?.stand.sollCent ?? 0) >= regelnFuer(mandant).erlassZweiteAbCent;
    const ereignis: Rahmenlos = zweite
      ? { art: "stornoAngeordnet", daten: { stornoId: stornoIdFuer(tat), grund } }
      : { art: "storniert", daten: { grund } };
    return vermerke(
      deps,
      tx,
      tat,
      ereignis,
      "Gerade bezahlt die Person online, oder die Forderung ist schon storniert oder wartet auf eine Freigabe. Bitte laden Sie die Seite neu.",
    );
  });
}

// From the key of the form: sent again, it is the same.
function stornoIdFuer({ sollstellungId, transaktion }: Tat): string {
  const hex = createHash("sha256").update(`${sollstellungId}:${transaktion}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The second pair of eyes; never the first again. */
export const gibStornoFrei = (deps: GebuehrenDeps, tat: Tat, stornoId: string): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, async (tx) => {
    const offen = formatiereEuro((await sperreStand(tx, tat.sollstellungId))?.stand.sollCent ?? 0);
    const warum = `Den Erlass über ${offen} muss eine andere Person freigeben als die, die ihn angeordnet hat, und nicht während jemand bezahlt.`;
    return vermerke(deps, tx, tat, { art: "stornoFreigegeben", daten: { stornoId } }, warum);
  });

export const lehneStornoAb = (deps: GebuehrenDeps, tat: Tat, stornoId: string, grund: string): Promise<Tatergebnis> =>
  deps.db.inTransaction({ mandant: tat.mandantId }, (tx) =>
    vermerke(
      deps,
      tx,
      tat,
      { art: "stornoAbgelehnt", daten: { stornoId, grund } },
      "Das ist beim jetzigen Stand nicht mehr möglich. Bitte laden Sie die Seite neu.",
    ),
  );
