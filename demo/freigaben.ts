import { leistungen } from "#leistungen";
import type { Mandant } from "#tenants";
import { laufendeVersion, listeAlleFreigaben } from "#versionen";
import type { System } from "../src/app.ts";
import { findAmtsperson } from "./bevoelkerung/index.ts";

/**
 * The shipped versions, released by two people of the demo: else every case would wait for a person. A version that somebody has
 * released or stopped by hand is left alone.
 */
export async function gibAuslieferungFrei(system: System, mandant: Mandant): Promise<number> {
  await system.versionen.erfasse();
  const zwei = ["fachaufsicht", "fachaufsicht2"].map((stelle) => {
    const person = findAmtsperson(`${mandant.schluessel}-${stelle}`);
    return { kennung: person?.kennung ?? stelle, name: person?.name ?? stelle };
  });
  const vermerkt = new Set(
    (await system.db.inTransaction({ mandant: mandant.id }, listeAlleFreigaben)).map(({ fingerabdruck }) => fingerabdruck),
  );
  const neue = leistungen.map(laufendeVersion).filter(({ fingerabdruck }) => !vermerkt.has(fingerabdruck));
  for (const { leistung, fingerabdruck } of neue)
    for (const von of zwei) await system.versionen.gibFrei({ mandantId: mandant.id, leistung, fingerabdruck, von });
  return neue.length;
}
