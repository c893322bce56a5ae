import { isDeepStrictEqual } from "node:util";
import type { Leistung } from "#baukasten";
import type { Tx } from "#db";
import { getLeistung } from "#leistungen";
import type { Mandant } from "#tenants";
import { findSchrittNachTransaktion, haengeAn, type NeuerSchritt } from "#vorgaenge";
import { type Akte, findAkte } from "./akte.ts";
import { fertigeBescheid } from "./jobs.ts";
import {
  beginneSammelfreigabe,
  type Einzelergebnis,
  listeEinzelergebnisse,
  type Sammelfreigabe,
  schreibeEinzelergebnis,
  type Wahl,
} from "./store.ts";
import { type HandDeps, vorschlagMit } from "./von-hand.ts";

/** How many at a time: enough to hide the way to the database, and too few to take its connections from everybody else. */
const ZUGLEICH = 4;
type Ausgang = Omit<Einzelergebnis, "vorgangId">;
type Schrittteil = Pick<Extract<NeuerSchritt, { art: "entschieden" | "freigegeben" }>, "art" | "daten">;

/**
 * Releases many prepared cases of one Leistung. The selection is committed first, then each Vorgang in a transaction of its own together with
 * its outcome: a crash in between loses nothing, and sending the form again goes on where it stopped. One that cannot be released hinders no
 * other.
 *
 * @returns false where the key belongs to another form: somebody else's, or another selection
 */
export async function gibVieleFrei(deps: HandDeps, mandantId: number, neu: Sammelfreigabe): Promise<boolean> {
  const { db } = deps;
  const mandant = await deps.tenants.getById(mandantId);
  const { auftrag, fertig } = await db.inTransaction({ mandant: mandantId }, async (tx) => {
    const begonnen = await beginneSammelfreigabe(tx, neu);
    return { auftrag: begonnen, fertig: new Set((await listeEinzelergebnisse(tx, neu.id)).map(({ vorgangId }) => vorgangId)) };
  });
  const selbe = auftrag.akteur.kennung === neu.akteur.kennung && auftrag.leistung === neu.leistung && auftrag.art === neu.art;
  if (!selbe || !isDeepStrictEqual(sortiert(auftrag.auswahl), sortiert(neu.auswahl))) return false;
  const offen = auftrag.auswahl.filter(({ vorgangId }) => !fertig.has(vorgangId));
  const arbeite = async () => {
    for (let wahl = offen.shift(); wahl; wahl = offen.shift()) {
      const { vorgangId } = wahl;
      const gewaehlt = wahl;
      await db.inTransaction({ mandant: mandantId }, async (tx) => {
        const ausgang = await gibEinenFrei(deps, tx, mandant, auftrag, gewaehlt);
        await schreibeEinzelergebnis(tx, auftrag.id, { vorgangId, ...ausgang }, deps.clock.now());
      });
    }
  };
  await Promise.all(Array.from({ length: ZUGLEICH }, arbeite));
  return true;
}

const sortiert = (auswahl: readonly Wahl[]) => auswahl.map(({ vorgangId, nummer }) => `${vorgangId}:${nummer}`).sort();
const freigegeben: Ausgang = { ergebnis: "freigegeben", grund: null };
const unzulaessig = (grund: string): Ausgang => ({ ergebnis: "unzulaessig", grund });

async function gibEinenFrei(deps: HandDeps, tx: Tx, mandant: Mandant, auftrag: Sammelfreigabe, wahl: Wahl): Promise<Ausgang> {
  const transaktion = `sammel:${auftrag.id}:${wahl.vorgangId}`;
  if (await findSchrittNachTransaktion(tx, transaktion)) return freigegeben;
  const akte = await findAkte(tx, wahl.vorgangId);
  // The right was given for one Leistung; an id of another one was not chosen from the list.
  if (akte?.leistung !== auftrag.leistung) return unzulaessig("Diesen Vorgang gibt es hier nicht.");
  if (akte.nummer !== wahl.nummer) return { ergebnis: "ueberholt", grund: "Der Vorgang hat sich seit Ihrer Auswahl verändert." };
  const leistung = getLeistung(akte.leistung);
  const schritt =
    auftrag.art === "entscheiden"
      ? entscheideWieVorbereitet(akte, mandant, leistung, auftrag)
      : gebeZweitesMalFrei(akte, leistung, auftrag);
  if (typeof schritt === "string") return unzulaessig(schritt);
  const rahmen = { akteur: auftrag.akteur, zeitpunkt: deps.clock.now(), transaktion };
  const ergebnis = await haengeAn(tx, akte.id, [{ ...schritt, ...rahmen } as NeuerSchritt], wahl.nummer);
  if (ergebnis.art === "bereitsGeschehen") return freigegeben;
  if (ergebnis.art === "konflikt") return { ergebnis: "ueberholt", grund: "Der Vorgang hat sich eben verändert." };
  if (ergebnis.art === "unzulaessig") return unzulaessig("Dieser Schritt ist beim jetzigen Stand nicht möglich.");
  if (auftrag.art === "freigeben" || !leistung.vierAugen)
    await deps.jobs.add(tx, fertigeBescheid, { mandantId: tx.mandantId, vorgangId: akte.id });
  return freigegeben;
}

/** As the rules propose it today, not as they did when it was prepared: a figure may have changed since. */
function entscheideWieVorbereitet(
  akte: Akte,
  mandant: Mandant,
  leistung: Leistung,
  { akteur }: Sammelfreigabe,
): Schrittteil | string {
  const { phase, vorbereitet, zugewiesenAn } = akte.stand;
  if (phase !== "beiSachbearbeitung" || !vorbereitet) return "Der Vorgang muss einzeln angesehen werden.";
  if (zugewiesenAn && zugewiesenAn.kennung !== akteur.kennung) return `Der Vorgang ist bei ${zugewiesenAn.name}.`;
  const entscheidung = vorschlagMit(akte, mandant, {});
  if (!entscheidung.vorbereitet) return "Die Regeln schlagen heute keine Freigabe mehr vor.";
  const daten = {
    ergebnis: "bewilligt" as const,
    automatisch: false,
    norm: leistung.bescheid.grundlage,
    entscheidung: { ...entscheidung, art: "bewilligt" as const },
  };
  return { art: "entschieden", daten };
}

function gebeZweitesMalFrei(akte: Akte, leistung: Leistung, { akteur }: Sammelfreigabe): Schrittteil | string {
  if (akte.stand.phase !== "entschieden" || !akte.stand.vorbereitet || !leistung.vierAugen)
    return "Der Vorgang muss einzeln angesehen werden.";
  const entschieden = akte.schritte.findLast((schritt) => schritt.art === "entschieden");
  if (entschieden?.akteur.art === "amt" && entschieden.akteur.kennung === akteur.kennung)
    return "Freigeben muss eine andere Person als die, die entschieden hat.";
  return { art: "freigegeben", daten: {} };
}
