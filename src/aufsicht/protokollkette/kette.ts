import type { Blobs } from "#blobs";
import type { Clock } from "#clock";
import type { Db } from "#db";
import type { Jobs } from "#jobs";
import { type LogKind, schreibeProtokoll } from "#protokoll";
import type { Signer } from "#secrets";
import type { Tenants } from "#tenants";
import { fuehreAus } from "./exportiere.ts";
import { schliesseKette } from "./jobs.ts";
import { abFuerNeueste, type Datenbankvorgaben, pruefeDatenbank } from "./pruefe-datenbank.ts";
import type { Ergebnis } from "./pruefer.ts";
import { schluesselText, type Umfang } from "./saetze.ts";
import { type Schliesswunsch, schliesse } from "./schliesse.ts";
import { findLetztenKopf, type Kettenkopf, listeSchluessel, listeStapel, schreibeSchluessel, zaehleGlieder } from "./store.ts";
import { hatOffene } from "./suche.ts";

export type Kettendeps = {
  db: Db;
  clock: Clock;
  jobs: Jobs;
  blobs: Blobs;
  tenants: Tenants;
  /** Every kind of log row of the house, in the words of the modules that own them. */
  arten: readonly LogKind[];
  /** Asked for each signature: the key may be changed while processes run. */
  signer: () => Signer;
};
/** A head younger than this is new enough for a person's proof. */
const FRISCH_MS = 60_000;
/** Who reads, as the Protokoll keeps it. */
export type Leser = { wer: string; anlass: string };
export type Protokollkette = ReturnType<typeof createProtokollkette>;

export function createProtokollkette(deps: Kettendeps) {
  const { db, clock, jobs, tenants, arten } = deps;
  const in_ = <T>(mandantId: number, fn: Parameters<typeof db.inTransaction<T>>[1]) =>
    db.inTransaction({ mandant: mandantId }, fn);

  async function schliesseAlles(mandantId: number, options: Schliesswunsch = {}): Promise<number> {
    return schliesse(deps, await tenants.getById(mandantId), options);
  }
  const lesend = (mandantId: number) => ({ ...deps, holeNach: () => schliesseAlles(mandantId, { warte: true }) });
  async function istFrisch(mandantId: number): Promise<boolean> {
    const kopf = await in_(mandantId, findLetztenKopf);
    return kopf !== undefined && clock.now().getTime() - new Date(kopf.geschlossen).getTime() < FRISCH_MS;
  }
  async function notiere(mandantId: number, art: string, leser: Leser, mehr: Record<string, unknown>): Promise<void> {
    await in_(mandantId, (tx) => schreibeProtokoll(tx, { art, zeitpunkt: clock.now(), daten: { ...leser, ...mehr } }));
  }

  return {
    arten,
    /** Enqueues the closing of a batch where there is something to close. */
    async plane(mandantId: number): Promise<void> {
      await in_(mandantId, async (tx) => {
        if (await hatOffene(tx, arten)) await jobs.add(tx, schliesseKette, { mandantId });
      });
    },
    schliesse: schliesseAlles,

    /** Line by line; what was asked for is written down before, and is part of what is handed out. */
    async *exportiere(mandantId: number, umfang: Umfang, leser: Leser): AsyncGenerator<string> {
      await notiere(mandantId, "protokoll.exportiert", leser, { umfang });
      // A person's proof is for everybody to fetch: a batch for each would let anybody lengthen the chain at will.
      const frisch = umfang.person !== undefined && (await istFrisch(mandantId));
      if (!frisch) await schliesseAlles(mandantId, { warte: true });
      const { id, key } = deps.signer();
      await db.inTransaction("installation", (tx) =>
        schreibeSchluessel(tx, { kennung: id, oeffentlich: key, seit: clock.now() }),
      );
      yield* fuehreAus(frisch ? deps : lesend(mandantId), await tenants.getById(mandantId), umfang);
    },

    async pruefe(mandantId: number, vorgaben: Datenbankvorgaben, leser: Leser): Promise<Ergebnis> {
      await schliesseAlles(mandantId, { warte: true });
      const ergebnis = await pruefeDatenbank(lesend(mandantId), await tenants.getById(mandantId), vorgaben);
      const { gueltig, zeilen, stapel, kopf } = ergebnis;
      await notiere(mandantId, "protokoll.geprueft", leser, { gueltig, zeilen, stapel, ...(kopf && { kopf: kopf.kopf }) });
      return ergebnis;
    },
    /** Only the newest batches: what a page can wait for. */
    async pruefeNeueste(mandantId: number, stapel: number, leser: Leser): Promise<Ergebnis & { ab: number }> {
      await schliesseAlles(mandantId, { warte: true });
      const ab = await abFuerNeueste(deps, mandantId, stapel);
      return { ...(await this.pruefe(mandantId, { ab }, leser)), ab };
    },

    schluessel: () => db.inTransaction("installation", listeSchluessel),
    letzterKopf: (mandantId: number) => in_(mandantId, findLetztenKopf),
    async lage(mandantId: number) {
      return in_(mandantId, async (tx) => ({
        kopf: await findLetztenKopf(tx),
        zeilen: await zaehleGlieder(tx),
        offen: await hatOffene(tx, arten),
      }));
    },
    /** Heads as they are handed out, newest first, with their signatures. */
    async koepfe(mandantId: number, hoechstens: number) {
      return in_(mandantId, async (tx) => {
        const letzter = (await findLetztenKopf(tx))?.nummer ?? 0;
        return (await listeStapel(tx, Math.max(0, letzter - hoechstens), hoechstens)).reverse();
      });
    },
    async findKopf(mandantId: number, nummer: number) {
      const [stapel] = await in_(mandantId, (tx) => listeStapel(tx, nummer - 1, 1));
      return stapel?.nummer === nummer ? stapel : undefined;
    },

    /** A new key from now on, confirmed by the one before it, so that whoever trusts that one can trust this one. */
    async bestaetigeSchluessel(before: Signer, after: Signer): Promise<void> {
      const neuer = { kennung: after.id, oeffentlich: after.key };
      await db.inTransaction("installation", async (tx) => {
        await schreibeSchluessel(tx, { kennung: before.id, oeffentlich: before.key, seit: clock.now() });
        const bestaetigung = before.sign(schluesselText(neuer));
        await schreibeSchluessel(tx, { ...neuer, seit: clock.now(), bestaetigtVon: before.id, bestaetigung });
      });
    },
  };
}
export type { Kettenkopf };
