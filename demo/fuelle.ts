import type { System } from "../src/app.ts";
import { createBevoelkerung, listeAntragslagen } from "./bevoelkerung/index.ts";
import { reicheEin } from "./einreichen.ts";
import { gibAuslieferungFrei } from "./freigaben.ts";
import { demoMandanten } from "./mandanten.ts";

/** How many Antraege lie on the desks of each town hall when the demo is new. */
const ANTRAEGE = 12;

const istDemo = (schluessel: string) => demoMandanten.some((each) => each.schluessel === schluessel);

/** Creates the two Mandanten and some Antraege of their people. Repeating it adds nothing. */
export async function fuelleDemo(
  system: System,
  optionen: { fallsLeer: boolean },
): Promise<{ mandanten: number; antraege: number }> {
  const vorhandene = await system.tenants.list();
  // A newer program brings versions of its own: in the demo they are released as well.
  if (optionen.fallsLeer && vorhandene.length > 0) {
    for (const mandant of vorhandene) if (istDemo(mandant.schluessel)) await gibAuslieferungFrei(system, mandant);
    return { mandanten: 0, antraege: 0 };
  }
  let mandanten = 0;
  for (const neu of demoMandanten) if ((await system.tenants.create(neu)) !== "vergeben") mandanten++;
  const lagen = listeAntragslagen(createBevoelkerung(), system.clock.today());
  let antraege = 0;
  for (const mandant of await system.tenants.list()) {
    if (istDemo(mandant.schluessel)) await gibAuslieferungFrei(system, mandant);
    const eigene = lagen.filter((lage) => lage.mandant === mandant.schluessel).slice(-ANTRAEGE);
    await system.db.inTransaction({ mandant: mandant.id }, async (tx) => {
      for (const lage of eigene) await reicheEin(system, tx, lage, `demo:${lage.kind.idnr}`);
    });
    antraege += eigene.length;
  }
  return { mandanten, antraege };
}
