import { randomUUID } from "node:crypto";
import { istDatum } from "#kalender";
import type { Person } from "../schritte.ts";
import type { Deps } from "../teile.ts";
import { findVertretung, schreibeVertretung, schreibeVertretungsende } from "./store.ts";

export type Vertretungswunsch = { durch: { kennung: string; name: string }; von: string; bis: string };
export type Vertretungsergebnis = { art: "erledigt"; id: string } | { art: "verweigert"; text: string };

/** A person lets another one order in their name, for a time. Only for oneself: nobody hands on what somebody else may. */
export async function vertritt(
  deps: Pick<Deps, "db" | "clock">,
  mandantId: number,
  akteur: Person,
  wunsch: Vertretungswunsch,
): Promise<Vertretungsergebnis> {
  const { durch, von, bis } = wunsch;
  if (durch.kennung === akteur.kennung)
    return { art: "verweigert", text: "Sich selbst kann niemand vertreten. Bitte wählen Sie eine andere Person." };
  if (!istDatum(von) || !istDatum(bis) || von > bis)
    return { art: "verweigert", text: "Bitte geben Sie an, von wann bis wann die Vertretung gilt." };
  if (bis < deps.clock.today()) return { art: "verweigert", text: "Die Vertretung wäre schon vorbei." };
  const id = randomUUID();
  await deps.db.inTransaction({ mandant: mandantId }, (tx) =>
    schreibeVertretung(tx, {
      id,
      fuer: akteur.kennung,
      durch: durch.kennung,
      durchName: durch.name,
      von,
      bis,
      akteur,
      zeitpunkt: deps.clock.now(),
    }),
  );
  return { art: "erledigt", id };
}

/** Ended by either of the two. */
export const beendeVertretung = (
  deps: Pick<Deps, "db" | "clock">,
  mandantId: number,
  akteur: Person,
  id: string,
): Promise<Vertretungsergebnis> =>
  deps.db.inTransaction({ mandant: mandantId }, async (tx) => {
    const vertretung = await findVertretung(tx, id);
    if (!vertretung || ![vertretung.fuer, vertretung.durch].includes(akteur.kennung))
      return { art: "verweigert", text: "Diese Vertretung gibt es nicht, oder sie betrifft Sie nicht." };
    await schreibeVertretungsende(tx, id, akteur, deps.clock.now());
    return { art: "erledigt", id };
  });
