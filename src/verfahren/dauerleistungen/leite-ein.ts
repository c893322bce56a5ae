import type { Ergebnis, Handlung } from "#bearbeitung";
import type { IsoDatum } from "#kalender";
import type { DauerDeps } from "./deps.ts";
import { meldeAenderung } from "./melde-aenderung.ts";

/** An office begins a change by itself (§ 18 Satz 1 SGB X, § 22 Satz 1 VwVfG): it knows something that nobody reported. */
export const leiteEin = (
  deps: DauerDeps,
  handlung: Handlung,
  anlass: "amt" | "ende",
  ab: IsoDatum,
  grund: string,
): Promise<Ergebnis> =>
  deps.db.inTransaction({ mandant: handlung.mandantId }, async (tx) => {
    const gemeldet = await meldeAenderung(deps, tx, handlung.vorgangId, {
      anlass,
      ab,
      grund,
      seiten: {},
      kanal: "amtswegen",
      akteur: handlung.von,
      transaktion: `eingeleitet:${handlung.transaktion}`,
    });
    return gemeldet.art === "laeuftNicht"
      ? { art: "unzulaessig", text: "Hier läuft keine Leistung mehr, die geändert werden könnte." }
      : { art: "erledigt" };
  });
