import { randomUUID } from "node:crypto";
import type { Clock } from "#clock";
import type { Db, Tx } from "#db";
import { pruefeIban } from "#geld";
import type { Jobs } from "#jobs";
import { haengeAn, type NeuerSchritt } from "#vorgaenge";
import type { Anordnung, Kassenanschluss, Rate } from "./contract.ts";
import { uebermittleAnordnung } from "./jobs.ts";
import { findAnordnung, schreibeAnordnung, schreibeAntwort } from "./store.ts";

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
};

export type Kasse = {
  /** Order, step and job in the caller's transaction. @returns the order's id, or undefined where this occasion has one already */
  ordneAn(tx: Tx, wunsch: Anordnungswunsch): Promise<string | undefined>;
  /** Hands an order over to the treasury and keeps its answer. Repeating it changes nothing. */
  uebermittle(mandantId: number, mandant: string, anordnungId: string): Promise<void>;
};

export function createKasse(deps: { db: Db; clock: Clock; jobs: Jobs; anschluss: Kassenanschluss }): Kasse {
  const { db, clock, jobs, anschluss } = deps;
  return {
    async ordneAn(tx, wunsch) {
      if (wunsch.art !== "einstellung" && pruefeIban(wunsch.iban).art !== "gueltig")
        throw new Error("order without a valid IBAN");
      const anordnung: Anordnung = {
        id: randomUUID(),
        vorgangId: wunsch.vorgangId,
        aktenzeichen: wunsch.aktenzeichen,
        art: wunsch.art,
        empfaenger: wunsch.empfaenger,
        iban: wunsch.iban,
        plan: [...wunsch.plan],
        summeCent: wunsch.plan.reduce((summe, rate) => summe + rate.betragCent, 0),
        erstelltAm: clock.now(),
      };
      if (!(await schreibeAnordnung(tx, anordnung, wunsch.anlass))) return undefined;
      const schritt: NeuerSchritt = {
        art: "angewiesen",
        daten: { anordnungId: anordnung.id, art: anordnung.art, summeCent: anordnung.summeCent, monate: anordnung.plan.length },
        akteur: { art: "system", teil: "kasse", version: "1" },
        zeitpunkt: clock.now(),
        transaktion: `anordnung:${anordnung.id}`,
      };
      const ergebnis = await haengeAn(tx, wunsch.vorgangId, [schritt], wunsch.nummer);
      if (ergebnis.art !== "angehaengt") throw new Error(`Vorgang ${wunsch.vorgangId}: ${ergebnis.art} when ordering a payment`);
      await jobs.add(tx, uebermittleAnordnung, { mandantId: tx.mandantId, anordnungId: anordnung.id });
      return anordnung.id;
    },

    async uebermittle(mandantId, mandant, anordnungId) {
      const anordnung = await db.inTransaction({ mandant: mandantId }, (tx) => findAnordnung(tx, anordnungId));
      if (!anordnung) throw new Error(`Anordnung ${anordnungId} gibt es nicht.`);
      if (anordnung.antwort) return;
      const antwort = await anschluss.uebermittle(mandant, anordnung);
      await db.inTransaction({ mandant: mandantId }, (tx) => schreibeAntwort(tx, anordnungId, antwort, clock.now()));
    },
  };
}
