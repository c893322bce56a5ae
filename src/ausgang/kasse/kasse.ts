import { randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import { createBatcher, type Db, type Tx } from "#db";
import { pruefeIban } from "#geld";
import type { Jobs } from "#jobs";
import { haengeAlleAn, type NeuerSchritt } from "#vorgaenge";
import type { Anordnung, Kassenanschluss, Kassenantwort, Rate } from "./contract.ts";
import { uebermittleAnordnungen } from "./jobs.ts";
import { findAnordnungen, schreibeAnordnungen, schreibeAntworten, type Uebergabe } from "./store.ts";

export type Anordnungswunsch = {
  vorgangId: string;
  /** Number of the Vorgang's last step that the caller has written or seen. */
  nummer: number;
  aktenzeichen: string;
  /** The step that orders the payment, e.g. the Bescheid's id: the same occasion orders once. */
  anlass: string;
  art: Anordnung["art"];
  empfaenger: string;
  iban: string;
  plan: readonly Rate[];
  /** Of a change or a stop: the first day on which it replaces what was ordered before. */
  wirksamAb?: string;
};

export type Kasse = {
  /** Orders, steps and jobs in the caller's transaction. @returns the ids; an occasion that has its order already gets no second one */
  ordneAn(tx: Tx, ...wuensche: readonly Anordnungswunsch[]): Promise<string[]>;
  /**
   * Hands an order over to the treasury and keeps its answer. Repeating it changes nothing. What was ordered for the same Vorgang before goes
   * first: a treasury that got the change before the grant would pay every month twice.
   */
  uebermittle(mandantId: number, mandant: string, anordnungId: string): Promise<void>;
};

export function createKasse(deps: { db: Db; clock: Clock; jobs: Jobs; anschluss: Kassenanschluss }): Kasse {
  const { db, clock, jobs, anschluss } = deps;
  type Stelle = { mandantId: number; anordnungId: string };
  const liesAnordnung = createBatcher<Stelle, Uebergabe | undefined>({
    keyOf: ({ mandantId }) => mandantId,
    async run(stellen, mandant) {
      const ids = stellen.map(({ anordnungId }) => anordnungId);
      const gefunden = await db.inTransaction({ mandant }, (tx) => findAnordnungen(tx, ids));
      return ids.map((id) => gefunden.find((anordnung) => anordnung.id === id));
    },
  });
  const vermerkeAntwort = createBatcher<Stelle & { antwort: Kassenantwort }, void>({
    keyOf: ({ mandantId }) => mandantId,
    async run(stellen, mandant) {
      await db.inTransaction({ mandant }, (tx) => schreibeAntworten(tx, stellen, clock.now()));
      return stellen.map(() => undefined);
    },
  });
  async function uebermittle(mandantId: number, mandant: string, anordnungId: string): Promise<void> {
    const anordnung = await liesAnordnung({ mandantId, anordnungId });
    if (!anordnung) throw new Error(`Anordnung ${anordnungId} gibt es nicht.`);
    if (anordnung.antwort) return;
    for (const frueher of anordnung.wartetAuf) await uebermittle(mandantId, mandant, frueher);
    const antwort = await anschluss.uebermittle(mandant, anordnung);
    await vermerkeAntwort({ mandantId, anordnungId, antwort });
  }

  return {
    async ordneAn(tx, ...wuensche) {
      const erstelltAm = clock.now();
      const neue = wuensche.map((wunsch) => ({ ...wunsch, ...anordnungAus(wunsch, erstelltAm) }));
      const geschriebene = await schreibeAnordnungen(tx, neue);
      const anordnungen = neue.filter(({ id }) => geschriebene.has(id));
      const ergebnisse = await haengeAlleAn(
        tx,
        anordnungen.map((anordnung) => ({
          vorgangId: anordnung.vorgangId,
          schritte: [angewiesen(anordnung)],
          erwarteteNummer: anordnung.nummer,
        })),
      );
      for (const [index, { art }] of ergebnisse.entries())
        if (art !== "angehaengt") throw new Error(`Vorgang ${anordnungen[index]?.vorgangId}: ${art} when ordering a payment`);
      const anordnungIds = anordnungen.map(({ id }) => id);
      if (anordnungIds.length > 0) await jobs.add(tx, uebermittleAnordnungen, { mandantId: tx.mandantId, anordnungIds });
      return anordnungIds;
    },

    uebermittle,
  };
}

function anordnungAus(wunsch: Anordnungswunsch, erstelltAm: Date): Anordnung {
  const { vorgangId, aktenzeichen, art, empfaenger, iban, plan, wirksamAb = null } = wunsch;
  if (art !== "einstellung" && pruefeIban(iban).art !== "gueltig") throw new Error("order without a valid IBAN");
  const summeCent = plan.reduce((summe, rate) => summe + rate.betragCent, 0);
  return { id: randomUUID(), vorgangId, aktenzeichen, art, empfaenger, iban, plan: [...plan], summeCent, wirksamAb, erstelltAm };
}

const angewiesen = ({ id, art, summeCent, plan, erstelltAm }: Anordnung): NeuerSchritt => ({
  art: "angewiesen",
  daten: { anordnungId: id, art, summeCent, monate: plan.length },
  akteur: { art: "system", teil: "kasse", version: "1" },
  zeitpunkt: erstelltAm,
  transaktion: `anordnung:${id}`,
});
