import type { Tx } from "#db";
import { haengeGesperrteAn } from "../haenge-an.ts";
import { bearbeiteRechnung } from "../jobs.ts";
import type { Inhalt, NeuerSchritt, Person } from "../schritte.ts";
import type { Stand } from "../stand.ts";
import { findNachTransaktion, findStaendeZumSchreiben } from "../store.ts";
import type { Deps, Handlungsergebnis } from "../teile.ts";
import { vonSelbst } from "../uebergaenge.ts";

/** An act by hand. `nummer`: of the last step the person has seen; `transaktion`: of the form, so that a double click is one act. */
export type Handlung = { mandantId: number; rechnungId: string; nummer: number; transaktion: string; von: Person };
type Tat = { [A in NeuerSchritt["art"]]: { art: A; daten: Inhalt<A> } }[NeuerSchritt["art"]];
export type Entschluss = { verweigert: string } | { schritte: readonly Tat[] };
export const verweigert = (text: string): Entschluss => ({ verweigert: text });
export const tue = (...schritte: readonly Tat[]): Entschluss => ({ schritte });

export const SCHON_ANDERS =
  "Inzwischen ist mit dieser Rechnung etwas geschehen. Bitte sehen Sie den neuen Stand an und entscheiden Sie noch einmal.";
/** Orders carry no currency: until they do, another one than euro is nobody's to order. */
export const fremdeWaehrung = (waehrung: string): string =>
  `Die Rechnung lautet auf ${waehrung}. Angeordnet wird hier nur in Euro. Weisen Sie die Rechnung ab und bitten Sie um eine in Euro, oder vermerken Sie, dass sie auf anderem Weg bezahlt wurde.`;
export const PASST_NICHT = "Das geht im jetzigen Stand dieser Rechnung nicht mehr. Bitte laden Sie die Seite neu.";

/**
 * One act: reads the state with its row locked, asks `entschliesse`, appends. Two people at once, two tabs and a double click end at one
 * step: the first writes, the others get `konflikt` or `bereitsGeschehen`.
 *
 * @param entschliesse in the same transaction; may write what belongs to the act, but only when it does not refuse
 */
export async function handle(
  deps: Pick<Deps, "db" | "clock" | "jobs">,
  { mandantId, rechnungId, nummer, transaktion, von }: Handlung,
  entschliesse: (stand: Stand, tx: Tx) => Promise<Entschluss> | Entschluss,
): Promise<Handlungsergebnis> {
  return deps.db
    .inTransaction({ mandant: mandantId }, async (tx): Promise<Handlungsergebnis> => {
      const stellen = await findStaendeZumSchreiben(tx, [rechnungId]);
      const stelle = stellen.get(rechnungId);
      if (!stelle) return { art: "verweigert", text: "Diese Rechnung gibt es nicht." };
      const geschehen = (await findNachTransaktion(tx, [transaktion])).get(transaktion);
      if (geschehen)
        return geschehen.id === rechnungId
          ? { art: "bereitsGeschehen", nummer: stelle.nummer }
          : { art: "konflikt", text: SCHON_ANDERS };
      if (stelle.nummer !== nummer) return { art: "konflikt", text: SCHON_ANDERS };
      const entschluss = await entschliesse(stelle.stand, tx);
      if ("verweigert" in entschluss) return { art: "verweigert", text: entschluss.verweigert };
      const schritte = entschluss.schritte.map(
        (tat, index) =>
          ({
            ...tat,
            akteur: von,
            zeitpunkt: deps.clock.now(),
            transaktion: index === 0 ? transaktion : `${transaktion}:${index}`,
          }) as NeuerSchritt,
      );
      const [angehaengt] = await haengeGesperrteAn(tx, [{ rechnungId, schritte, erwarteteNummer: nummer }], stellen);
      if (angehaengt?.art === "unzulaessig") throw new Unzulaessig();
      if (angehaengt?.art !== "angehaengt") return { art: "konflikt", text: SCHON_ANDERS };
      // What a person has settled lets the rest go on by itself.
      if (vonSelbst.includes(angehaengt.stand.phase)) await deps.jobs.add(tx, bearbeiteRechnung, { mandantId, rechnungId });
      return { art: "erledigt", nummer: angehaengt.nummer };
    })
    .catch((error: unknown): Handlungsergebnis => {
      if (error instanceof Unzulaessig) return { art: "verweigert", text: PASST_NICHT };
      throw error;
    });
}

/** Thrown so that what `entschliesse` wrote is rolled back with the step that may not follow. */
class Unzulaessig extends Error {
  override name = "Unzulaessig";
}
