import type { Tx } from "#db";
import { type Bezug, faktenAm } from "./bezug.ts";
import type { DauerDeps } from "./deps.ts";
import { systemakteur } from "./deps.ts";
import { type Aenderungsakte, findAenderungsakte } from "./melde-aenderung.ts";
import { legeBeiseite } from "./schliesse-ab.ts";
import { schreibe } from "./schreibe.ts";

/**
 * The person was asked what comes after a day, and a report of theirs says it: the question is closed and the report goes on. Otherwise
 * both would wait for each other, since one change at a time is decided.
 * @returns whether the open change was such a question
 */
export async function beantworteFrage(
  deps: Pick<DauerDeps, "clock" | "tenants" | "leistung" | "postfach">,
  tx: Tx,
  bezug: Bezug,
  offene: string | null,
  meldung: Aenderungsakte,
): Promise<boolean> {
  if (offene === null || offene === meldung.id || Object.keys(meldung.anlass.seiten).length === 0) return false;
  const frage = await findAenderungsakte(tx, offene);
  if (frage?.anlass.anlass !== "stichtag") return false;
  if (frage.stand.phase !== "wartetAufBuerger" && frage.stand.phase !== "beiSachbearbeitung") return false;
  const neuerung = {
    durch: meldung.id,
    anlass: meldung.anlass.anlass,
    ab: meldung.anlass.ab,
    seiten: meldung.anlass.seiten,
    nachweise: {},
    beschieden: false,
    zurueck: new Map(),
  };
  const vorher = stichtagMitFrage(bezug, frage.anlass.ab);
  const nachher = stichtagMitFrage({ ...bezug, neuerungen: [...bezug.neuerungen, neuerung] }, frage.anlass.ab);
  if (!vorher || nachher) return false;
  let { nummer } = frage;
  if (frage.stand.phase === "wartetAufBuerger") {
    const antwort = `Beantwortet durch die Meldung ${meldung.aktenzeichen}: ${meldung.anlass.grund}`;
    nummer = await schreibe(deps, tx, frage, { art: "nachgereicht", daten: { antwort, anlagen: [] } });
  }
  await legeBeiseite(
    deps,
    tx,
    { ...frage, nummer },
    "Die Frage ist durch eine Meldung beantwortet; über diese wird entschieden.",
    systemakteur,
  );
  return true;
}

const stichtagMitFrage = (bezug: Bezug, tag: string): boolean =>
  (bezug.leistung.dauer?.stichtage?.(faktenAm(bezug, tag)) ?? []).some(({ am, frage }) => am === tag && frage !== undefined);
