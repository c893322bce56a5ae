import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { schreibeProtokoll } from "#protokoll";
import { haengeAn } from "./haenge-an.ts";
import { listeAbgelaufene, loescheInhalt } from "./store-aufbewahrung.ts";
import type { Phase } from "./uebergaenge.ts";

/** How long the file of a Leistung is kept. `laufend`: it goes on after its notice is final. */
export type Aufbewahrung = { leistung: string; jahre: number; norm: string; laufend: boolean };

/** Nothing can follow any more. */
const beendet: readonly Phase[] = ["abgeschlossen", "zurueckgezogen", "abgegeben", "bestandskraeftig"];
/** Vorgaenge of a Leistung and round: the rest comes in the next one. */
const JE_RUNDE = 100;

/**
 * The instant before which a file must have ended. The years count from the end of the calendar year of its last step: the longer of the
 * usual readings, since what is deleted too early cannot be mended. Zero years: from the next day on.
 */
export function endeDerAufbewahrung(jahre: number, heute: string): Date {
  // Germany is one hour or two ahead of UTC: the earlier of the two midnights.
  if (jahre === 0) return new Date(`${heute}T00:00:00+02:00`);
  return new Date(`${Number(heute.slice(0, 4)) - jahre}-01-01T00:00:00+01:00`);
}

/**
 * Deletes content whose time is over: of the steps, of the folded state, of the people involved. Digests, kinds, times and actors stay, and
 * the deletion is a step itself. One transaction a Vorgang: step, deletion and Protokoll or nothing.
 */
export function createAufbewahrung({ db, clock, regeln }: { db: Db; clock: Clock; regeln: readonly Aufbewahrung[] }) {
  return {
    /** @returns Vorgaenge whose content is gone */
    async loesche(mandantId: number): Promise<number> {
      const in_ = <T>(fn: (tx: Tx) => Promise<T>) => db.inTransaction({ mandant: mandantId }, fn);
      let geloescht = 0;
      for (const regel of regeln) {
        const vor = endeDerAufbewahrung(regel.jahre, clock.today());
        const faellige = await in_((tx) => listeAbgelaufene(tx, { ...regel, phasen: beendet, vor, hoechstens: JE_RUNDE }));
        for (const faellig of faellige) if (await in_((tx) => loescheEinen(tx, faellig, regel, clock.now()))) geloescht++;
      }
      return geloescht;
    },
  };
}

async function loescheEinen(
  tx: Tx,
  { id, nummer }: { id: string; nummer: number },
  regel: Aufbewahrung,
  am: Date,
): Promise<boolean> {
  const angehaengt = await haengeAn(
    tx,
    id,
    [
      {
        art: "inhaltGeloescht",
        akteur: { art: "system", teil: "aufbewahrung", version: "1" },
        zeitpunkt: am,
        transaktion: `aufbewahrung:${id}:${nummer}`,
        daten: {},
      },
    ],
    nummer,
  );
  // Somebody wrote into the file meanwhile: its time begins anew.
  if (angehaengt.art !== "angehaengt") return false;
  const schritte = await loescheInhalt(tx, id);
  const anlass = `Aufbewahrung von ${regel.jahre} Jahren zu Ende (${regel.norm})`;
  const daten = { wer: "system:aufbewahrung", anlass, vorgaenge: [id], leistung: regel.leistung, schritte };
  await schreibeProtokoll(tx, { art: "inhalt.geloescht", zeitpunkt: am, daten });
  return true;
}
