import type { System } from "../src/app.ts";
import { type Bevoelkerung, createBevoelkerung, listeAntragslagen, type Person } from "./bevoelkerung/index.ts";
import { reicheEin } from "./einreichen.ts";
import { gibAuslieferungFrei } from "./freigaben.ts";
import { hatVorbereitbaren, reicheUmtauschEin } from "./fuehrerscheinantrag.ts";
import { fuelleLaufwacht } from "./laufwacht/fuelle.ts";
import { demoMandanten } from "./mandanten.ts";
import { fuelleRechnungseingang } from "./rechnungen/fuelle.ts";

/** How many Antraege lie on the desks of each town hall when the demo is new. */
const ANTRAEGE = 12;
/** Licences to exchange: prepared by the rules, and released together. */
const UMTAUSCHE = 30;

/** Personas apply themselves: whoever tries the demo as one of them finds nothing done already. */
const istPersona = ({ personas }: Bevoelkerung, { idnr }: Person) => personas.some(({ person }) => person.idnr === idnr);
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
  const bevoelkerung = createBevoelkerung();
  const lagen = listeAntragslagen(bevoelkerung, system.clock.today());
  let antraege = 0;
  for (const mandant of await system.tenants.list()) {
    if (istDemo(mandant.schluessel)) await gibAuslieferungFrei(system, mandant);
    const eigene = lagen.filter((lage) => lage.mandant === mandant.schluessel).slice(-ANTRAEGE);
    await system.db.inTransaction({ mandant: mandant.id }, async (tx) => {
      for (const lage of eigene) await reicheEin(system, tx, lage, `demo:${lage.kind.idnr}`);
    });
    const umtausche = bevoelkerung.personen.filter(
      (person) => person.mandant === mandant.schluessel && hatVorbereitbaren(person) && !istPersona(bevoelkerung, person),
    );
    await system.db.inTransaction({ mandant: mandant.id }, async (tx) => {
      for (const person of umtausche.slice(0, UMTAUSCHE))
        await reicheUmtauschEin(system, tx, person, `demo:umtausch:${person.idnr}`);
    });
    antraege += eigene.length + Math.min(umtausche.length, UMTAUSCHE);
  }
  await fuelleRechnungseingang(system);
  // Small, and learnt later by the worker: the start must not wait for it.
  await fuelleLaufwacht(system, { mandanten: 8, lerneSpaeter: true });
  return { mandanten, antraege };
}
