import type { Leistung } from "#baukasten";
import type { Tx } from "#db";
import { leistungen } from "#leistungen";
import { type FreigabeDeps, type Freigabewunsch, findFreigabestand, gibFrei, nimmZurueck } from "./gib-frei.ts";
import { schreibeVersionen, sperreFreigabe } from "./store.ts";
import { kurzform, laufendeVersion } from "./version.ts";

/** Which versions there are, and which of them may decide. */
export const createVersionen = (deps: FreigabeDeps) => ({
  /** Writes down the versions that this process runs. Every process does it at its start; repeating it changes nothing. */
  erfasse: () =>
    deps.db.inTransaction("installation", (tx) => schreibeVersionen(tx, leistungen.map(laufendeVersion), deps.clock.now())),
  gibFrei: (wunsch: Freigabewunsch) => gibFrei(deps, wunsch),
  nimmZurueck: (wunsch: Freigabewunsch, grund: string) => nimmZurueck(deps, wunsch, grund),
  /** Why the version that runs here must not decide for this Mandant by itself; undefined: two people have released it. */
  async hindernis(tx: Tx, leistung: Leistung): Promise<string | undefined> {
    const { fingerabdruck, version } = laufendeVersion(leistung);
    await sperreFreigabe(tx, leistung.schluessel, "geteilt");
    const stand = await findFreigabestand(tx, leistung.schluessel, fingerabdruck);
    if (stand.art === "freigegeben") return undefined;
    const fehlt =
      stand.art === "halb" ? "Es fehlt die Freigabe durch eine zweite Person." : "Zwei Personen müssen sie freigeben.";
    return `Die Fassung ${version} (${kurzform(fingerabdruck)}) von „${leistung.name}“ ist noch nicht freigegeben. ${fehlt}`;
  },
});
export type Versionen = ReturnType<typeof createVersionen>;
