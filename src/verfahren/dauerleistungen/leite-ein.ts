import { isDeepStrictEqual } from "node:util";
import { type Ergebnis, findAkte, type Handlung, SCHON_ANDERS } from "#bearbeitung";
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
    const damals = gemeldet.art === "bereitsGeschehen" ? (await findAkte(tx, gemeldet.vorgangId))?.eingang.aenderung : undefined;
    const gewollt = { bezug: handlung.vorgangId, anlass, ab, grund };
    if (damals && !isDeepStrictEqual({ ...damals, seiten: undefined }, { ...gewollt, seiten: undefined }))
      return { art: "unzulaessig", text: SCHON_ANDERS };
    return gemeldet.art === "laeuftNicht"
      ? { art: "unzulaessig", text: "Hier läuft keine Leistung mehr, die geändert werden könnte." }
      : { art: "erledigt" };
  });
