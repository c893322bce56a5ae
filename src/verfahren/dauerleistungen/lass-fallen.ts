import type { Tx } from "#db";
import type { Phase } from "#vorgaenge";
import type { DauerDeps } from "./deps.ts";
import { findAenderungsakte } from "./melde-aenderung.ts";
import { schreibe } from "./schreibe.ts";
import { findDauerleistungZumSchreiben, listeAenderungen, schreibeDauerleistung, vermerkeEntscheidung } from "./store.ts";

/** Nothing of it was announced yet, so nothing of it holds (§ 39 SGB X, § 43 VwVfG). */
const nochOffen: readonly Phase[] = ["inPruefung", "wartetAufBuerger", "beiSachbearbeitung", "entschieden", "freigegeben"];
const GRUND =
  "Über den Antrag selbst ist nach einem Widerspruch neu entschieden, und er ist abgelehnt. Es läuft keine Leistung mehr, die sich ändern könnte.";

/**
 * The grant was refused in a new decision: changes that wait have nothing left to change, and nobody could decide them. Whoever was asked
 * learns that no answer is needed. The caller has locked the benefit.
 */
export async function lassFallen(deps: DauerDeps, tx: Tx, bezugIds: readonly string[]): Promise<void> {
  for (const bezugId of bezugIds) {
    const zeile = await findDauerleistungZumSchreiben(tx, bezugId);
    if (!zeile) continue;
    for (const { vorgangId } of await listeAenderungen(tx, bezugId)) await lassEineFallen(deps, tx, vorgangId);
    await schreibeDauerleistung(tx, { ...zeile, offeneAenderung: null, termin: null });
  }
}

async function lassEineFallen(deps: DauerDeps, tx: Tx, vorgangId: string): Promise<void> {
  const akte = await findAenderungsakte(tx, vorgangId);
  if (!akte || !nochOffen.includes(akte.stand.phase)) return;
  await schreibe(deps, tx, akte, { art: "abgeschlossen", daten: { grund: GRUND } });
  // Remedied before: what its notice asked for falls with it.
  await deps.gebuehren.nimmZurueck(tx, vorgangId, GRUND);
  await vermerkeEntscheidung(tx, vorgangId, 0);
  const person = akte.beteiligte.find(({ rolle }) => rolle === "antragsteller");
  if (akte.stand.phase !== "wartetAufBuerger" || !person?.person) return;
  await deps.postfach.stelleBereit(tx, {
    vorgangId,
    person: person.person,
    betreff: "Unsere Frage an Sie hat sich erledigt",
    text: `${GRUND}\n\nSie müssen auf unser Schreiben (Aktenzeichen ${akte.aktenzeichen}) nicht mehr antworten. Den neuen Bescheid bekommen Sie gesondert.`,
    bescheidId: null,
    ankuendigenAn: person.email ?? null,
  });
}
