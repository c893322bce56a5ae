import { isDeepStrictEqual } from "node:util";
import { wirktAb } from "#baukasten";
import { type Ergebnis, type Handlung, SCHON_ANDERS } from "#bearbeitung";
import type { IsoDatum } from "#kalender";
import { findSchrittNachTransaktion, type Inhalt } from "#vorgaenge";
import { type Bezug, findBezug } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { kontextAm } from "./entscheide-neu.ts";
import { type Aenderungsmeldung, meldeAenderung } from "./melde-aenderung.ts";

/** `beendet`: what ends it by law has happened, e.g. nobody lives in the home any more; `ende`: a death. */
export type Einleitungsgrund = "amt" | "ende" | "beendet";

/** An office begins a change by itself (§ 18 Satz 1 SGB X, § 22 Satz 1 VwVfG): it knows something that nobody reported. */
export async function leiteEin(
  deps: DauerDeps,
  handlung: Handlung,
  anlass: Einleitungsgrund,
  ab: IsoDatum,
  grund: string,
): Promise<Ergebnis> {
  const mandant = await deps.tenants.getById(handlung.mandantId);
  return deps.db.inTransaction({ mandant: handlung.mandantId }, async (tx) => {
    const bezug = anlass === "beendet" ? await findBezug(tx, deps, mandant, handlung.vorgangId) : undefined;
    const neu = bezug ? beendetAb(bezug, ab) : { anlass: anlass === "ende" ? anlass : ("amt" as const), ab, seiten: {} };
    const transaktion = `eingeleitet:${handlung.transaktion}`;
    // Before it is asked whether anything runs: the first of two clicks may have ended it.
    const frueher = await findSchrittNachTransaktion(tx, transaktion);
    if (frueher) {
      const { seiten, ...rest } = neu;
      const gewollt = { bezug: handlung.vorgangId, grund, ...rest };
      const damals = (frueher.daten as Inhalt<"eingegangen"> | null)?.aenderung;
      const gleich =
        damals !== undefined &&
        isDeepStrictEqual({ ...gewollt, seiten: Object.keys(seiten) }, { ...damals, seiten: Object.keys(damals.seiten) });
      return gleich ? { art: "erledigt" } : { art: "unzulaessig", text: SCHON_ANDERS };
    }
    const gemeldet = await meldeAenderung(deps, tx, handlung.vorgangId, {
      ...neu,
      grund,
      kanal: "amtswegen",
      akteur: handlung.von,
      transaktion,
    });
    return gemeldet.art === "laeuftNicht"
      ? { art: "unzulaessig", text: "Hier läuft keine Leistung mehr, die geändert werden könnte." }
      : { art: "erledigt" };
  });
}

/** Told on the page that ends it, with the answer that stands there: the office knows that it holds no more, not what holds instead. */
function beendetAb(
  { leistung, kontext, neuerungen, raster }: Bezug,
  seit: IsoDatum,
): Pick<Aenderungsmeldung, "anlass" | "ab" | "seit" | "seiten"> {
  const [seite, regel] = Object.entries(leistung.dauer?.seiten ?? {}).find(([, { beendet }]) => beendet) ?? [];
  if (!seite || !regel) return { anlass: "amt", ab: seit, seiten: {} };
  const werte = kontextAm(leistung, kontext, neuerungen, seit).antworten[seite] ?? {};
  return { anlass: "amt", ab: wirktAb(regel.wirkt, seit, raster), seit, seiten: { [seite]: werte } };
}
