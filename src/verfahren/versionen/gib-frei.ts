import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { schreibeProtokoll } from "#protokoll";
import { type Freigabeeintrag, type Freigabestand, standAus } from "./freigabe.ts";
import { findDokument, listeFreigaben, schreibeFreigabe, sperreFreigabe } from "./store.ts";
import { kurzform } from "./version.ts";

export type FreigabeDeps = {
  db: Db;
  clock: Clock;
  /** The second person has released the version that runs: what waited for it goes on. @returns how many waited */
  nachFreigabe?(tx: Tx, leistung: string): Promise<number>;
};
/** Who releases what; the right to it was checked by whoever calls. `fingerabdruck`: the version the person has seen. */
export type Freigabewunsch = {
  mandantId: number;
  leistung: string;
  fingerabdruck: string;
  von: { kennung: string; name: string };
};
export type Freigabeergebnis = { art: "erledigt"; stand: Freigabestand } | { art: "verweigert"; text: string };

const verweigert = (text: string): Freigabeergebnis => ({ art: "verweigert", text });

/** One of two people says: this version may decide for us. The second click of the same person changes nothing and says so. */
export const gibFrei = (deps: FreigabeDeps, wunsch: Freigabewunsch): Promise<Freigabeergebnis> =>
  vermerke(deps, wunsch, "freigegeben", "", (stand) => {
    if (stand.art === "freigegeben")
      return `Diese Fassung ist schon freigegeben, von ${stand.erste.name} und ${stand.zweite.name}. Es ist nichts mehr zu tun.`;
    if (stand.art === "halb" && stand.erste.kennung === wunsch.von.kennung)
      return "Sie haben diese Fassung schon freigegeben. Jetzt muss eine zweite Person sie ansehen und freigeben.";
    return undefined;
  });

/** One person is enough to stop a version: from then on a person decides. */
export const nimmZurueck = (deps: FreigabeDeps, wunsch: Freigabewunsch, grund: string): Promise<Freigabeergebnis> =>
  vermerke(deps, wunsch, "zurueckgenommen", grund, (stand) => {
    if (stand.art === "offen") return "Diese Fassung ist nicht freigegeben; es gibt nichts zurückzunehmen.";
    return grund.trim() === "" ? "Bitte schreiben Sie, warum die Freigabe zurückgenommen wird." : undefined;
  });

const vermerke = (
  { db, clock, nachFreigabe }: FreigabeDeps,
  { mandantId, leistung, fingerabdruck, von }: Freigabewunsch,
  art: Freigabeeintrag["art"],
  grund: string,
  pruefe: (stand: Freigabestand) => string | undefined,
): Promise<Freigabeergebnis> =>
  db.inTransaction({ mandant: mandantId }, async (tx) => {
    const version = await findDokument(tx, leistung, fingerabdruck);
    if (version?.fingerabdruck !== fingerabdruck)
      return verweigert("Diese Fassung kennt die Installation nicht. Bitte öffnen Sie die Seite der Leistung neu.");
    await sperreFreigabe(tx, leistung, "allein");
    const bisher = await listeFreigaben(tx, leistung, fingerabdruck);
    const hindernis = pruefe(standAus(bisher));
    if (hindernis) return verweigert(hindernis);
    const eintrag = { nummer: bisher.length + 1, art, ...von, grund: grund.trim(), am: clock.now() };
    if (!(await schreibeFreigabe(tx, leistung, fingerabdruck, eintrag)))
      return verweigert("Gerade hat jemand anderes etwas zu dieser Fassung vermerkt. Bitte sehen Sie sie noch einmal an.");
    const stand = standAus([...bisher, eintrag]);
    const gewartet = stand.art === "freigegeben" && nachFreigabe ? await nachFreigabe(tx, leistung) : undefined;
    await schreibeProtokoll(tx, {
      art: `leistung.${art}`,
      zeitpunkt: eintrag.am,
      daten: {
        wer: von.kennung,
        anlass: `${leistung}, Fassung ${version.version} (${kurzform(fingerabdruck)})`,
        grund: eintrag.grund,
        ...(gewartet !== undefined && { gewartet, fingerabdruck }),
      },
    });
    return { art: "erledigt", stand };
  });

export async function findFreigabestand(tx: Tx, leistung: string, fingerabdruck: string): Promise<Freigabestand> {
  return standAus(await listeFreigaben(tx, leistung, fingerabdruck));
}
