import type { Db } from "#db";
import { Einstellungen, type Mandant, type NeuerMandant } from "./contract.ts";

export type Tenants = {
  list(): Promise<Mandant[]>;
  findBySchluessel(schluessel: string): Promise<Mandant | undefined>;
  getById(id: number): Promise<Mandant>;
  /** @returns the new Mandant, or `vergeben` where the key is taken */
  create(neu: NeuerMandant): Promise<Mandant | "vergeben">;
};

/** Mandanten change rarely and are asked for on every request: kept for ten seconds, so that many processes agree soon. */
const KEEP_MS = 10_000;

export function createTenants(db: Db): Tenants {
  let kept: { until: number; list: Promise<Mandant[]> } | undefined;

  const load = () =>
    db.inTransaction("installation", async (tx) => {
      const { rows } = await tx.query<Mandant>(
        "select id, schluessel, name, land, einstellungen from mandant order by schluessel",
      );
      return rows;
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

  return {
    list,
    findBySchluessel: async (schluessel) => (await list()).find((mandant) => mandant.schluessel === schluessel),
    async getById(id) {
      const mandant = (await list()).find((each) => each.id === id);
      if (!mandant) throw new Error(`Mandant ${id} gibt es nicht.`);
      return mandant;
    },
    async create(neu) {
      const einstellungen = Einstellungen.parse(neu.einstellungen);
      const { rows } = await db.inTransaction("installation", (tx) =>
        tx.query<{ id: number }>(
          "insert into mandant (schluessel, name, land, einstellungen) values ($1, $2, $3, $4) on conflict (schluessel) do nothing returning id",
          [neu.schluessel, neu.name, neu.land, JSON.stringify(einstellungen)],
        ),
      );
      kept = undefined;
      return rows[0] ? { ...neu, einstellungen, id: rows[0].id } : "vergeben";
    },
  };
}
