import { z } from "zod";
import type { Db } from "#db";
import { Einstellungen, type Mandant, type NeuerMandant } from "./contract.ts";

/** Settings that cannot be right: each line says what is wrong. */
export class MandantFehlerhaft extends Error {
  override name = "MandantFehlerhaft";
}

export type Tenants = {
  list(): Promise<Mandant[]>;
  findBySchluessel(schluessel: string): Promise<Mandant | undefined>;
  getById(id: number): Promise<Mandant>;
  /**
   * @returns the new Mandant, or `vergeben` where the key is taken
   * @throws {MandantFehlerhaft}
   */
  create(neu: NeuerMandant): Promise<Mandant | "vergeben">;
  /**
   * Replaces the settings as a whole; other processes see it within ten seconds.
   * @throws {MandantFehlerhaft}
   */
  change(mandant: Mandant, einstellungen: NeuerMandant["einstellungen"]): Promise<Mandant>;
};

/** Mandanten change rarely and are asked for on every request: kept for ten seconds, so that many processes agree soon. */
const KEEP_MS = 10_000;
const unset = { satzungen: {}, automatik: {} };

/** @param maengelIn what the house finds wrong with a new Mandant beyond its shape, as sentences */
export function createTenants(db: Db, maengelIn: (neu: Omit<Mandant, "id">) => string[] = () => []): Tenants {
  let kept: { until: number; list: Promise<Mandant[]> } | undefined;

  const load = () =>
    db.inTransaction("installation", async (tx) => {
      const { rows } = await tx.query<Mandant>(
        "select id, schluessel, name, land, einstellungen from mandant order by schluessel",
      );
      // A row from before a setting existed has its default; a row is not checked again here, or one slip would stop every town hall.
      return rows.map((row) => ({ ...row, einstellungen: { ...unset, ...row.einstellungen } }));
    });

  async function list(): Promise<Mandant[]> {
    const time = performance.now();
    if (!kept || kept.until < time) {
      const next = { until: time + KEEP_MS, list: load() };
      kept = next;
      next.list.catch(() => {
        if (kept === next) kept = undefined;
      });
    }
    return kept.list;
  }

  function check(neu: NeuerMandant): Einstellungen {
    const gelesen = Einstellungen.safeParse(neu.einstellungen);
    if (!gelesen.success) throw new MandantFehlerhaft(z.prettifyError(gelesen.error));
    const maengel = maengelIn({ ...neu, einstellungen: gelesen.data });
    if (maengel.length > 0) throw new MandantFehlerhaft(maengel.join("\n"));
    return gelesen.data;
  }

  return {
    list,
    findBySchluessel: async (schluessel) => (await list()).find((mandant) => mandant.schluessel === schluessel),
    async getById(id) {
      const mandant = (await list()).find((each) => each.id === id);
      if (!mandant) throw new Error(`Mandant ${id} gibt es nicht.`);
      return mandant;
    },
    async create(neu) {
      const einstellungen = check(neu);
      const { rows } = await db.inTransaction("installation", (tx) =>
        tx.query<{ id: number }>(
          "insert into mandant (schluessel, name, land, einstellungen) values ($1, $2, $3, $4) on conflict (schluessel) do nothing returning id",
          [neu.schluessel, neu.name, neu.land, JSON.stringify(einstellungen)],
        ),
      );
      kept = undefined;
      return rows[0] ? { ...neu, einstellungen, id: rows[0].id } : "vergeben";
    },
    async change(mandant, neue) {
      const einstellungen = check({ ...mandant, einstellungen: neue });
      await db.inTransaction("installation", (tx) =>
        tx.query("update mandant set einstellungen = $2 where id = $1", [mandant.id, JSON.stringify(einstellungen)]),
      );
      kept = undefined;
      return { ...mandant, einstellungen };
    },
  };
}
