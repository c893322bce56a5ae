import { randomUUID } from "node:crypto";
import { type Phase, zaehleNachPhase } from "#vorgaenge";
import type { System } from "../src/app.ts";
import { type Antragslage, createBevoelkerung, listeAntragslagen } from "./bevoelkerung/index.ts";
import { reicheVieleEin } from "./einreichen.ts";

export type Lastbericht = {
  vorgaenge: number;
  eingereichtSekunden: number;
  gesamtSekunden: number | null;
  jeSekunde: number | null;
  phasen: Partial<Record<Phase, number>>;
};

/** At the end of the automatic way: with a person, or with a notice on its way. */
const unterwegs: readonly Phase[] = ["inPruefung", "entschieden", "freigegeben"];
const PORTION = 50;

/** Submits many Antraege of the demo's people, in portions of one transaction, and waits until none is under way. */
export async function belaste(
  system: System,
  anzahl: number,
  optionen: { warte: boolean; fortschritt: (text: string) => void },
): Promise<Lastbericht> {
  const bevoelkerung = createBevoelkerung();
  // Ilona's register is made to be silent: one of her cases waits longer than a hundred others take.
  const ilona = bevoelkerung.getPersona("ilona").idnr;
  const lagen = listeAntragslagen(bevoelkerung, system.clock.today()).filter((lage) => lage.antragsteller.idnr !== ilona);
  const mandanten = new Map((await system.tenants.list()).map((mandant) => [mandant.schluessel, mandant.id]));
  const lauf = randomUUID();
  const vorher = await zaehle(system);
  const beginn = performance.now();
  const einsendungen = Array.from({ length: anzahl }, (_, nummer) => ({
    lage: lagen[nummer % lagen.length] as Antragslage,
    schluessel: `last:${lauf}:${nummer}`,
  }));
  for (const [mandant, id] of mandanten) {
    const eigene = einsendungen.filter(({ lage }) => lage.mandant === mandant);
    for (let ab = 0; ab < eigene.length; ab += PORTION) {
      await system.db.inTransaction({ mandant: id }, async (tx) => {
        await reicheVieleEin(system, tx, eigene.slice(ab, ab + PORTION));
      });
      optionen.fortschritt(`${mandant}: ${Math.min(ab + PORTION, eigene.length)} von ${eigene.length} eingereicht `);
    }
  }
  const eingereicht = (performance.now() - beginn) / 1000;
  if (!optionen.warte)
    return {
      vorgaenge: anzahl,
      eingereichtSekunden: eingereicht,
      gesamtSekunden: null,
      jeSekunde: null,
      phasen: await zaehle(system),
    };
  for (;;) {
    const jetzt = await zaehle(system);
    const offen = unterwegs.reduce((summe, phase) => summe + (jetzt[phase] ?? 0), 0);
    optionen.fortschritt(`${anzahl - Math.min(offen, anzahl)} von ${anzahl} bei Bescheid oder Mensch   `);
    if (offen === 0) break;
    await new Promise((fertig) => setTimeout(fertig, 200));
  }
  const gesamt = (performance.now() - beginn) / 1000;
  const nachher = await zaehle(system);
  const phasen = Object.fromEntries(
    Object.entries(nachher)
      .map(([phase, zahl]) => [phase, zahl - (vorher[phase as Phase] ?? 0)])
      .filter(([, zahl]) => zahl !== 0),
  );
  return { vorgaenge: anzahl, eingereichtSekunden: eingereicht, gesamtSekunden: gesamt, jeSekunde: anzahl / gesamt, phasen };
}

async function zaehle(system: System): Promise<Partial<Record<Phase, number>>> {
  const summe: Partial<Record<Phase, number>> = {};
  for (const mandant of await system.tenants.list())
    for (const { phase, anzahl } of await system.db.inTransaction({ mandant: mandant.id }, (tx) =>
      zaehleNachPhase(tx, ["unterhaltsvorschuss"]),
    ))
      summe[phase] = (summe[phase] ?? 0) + anzahl;
  return summe;
}
