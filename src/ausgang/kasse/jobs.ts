import { z } from "zod";
import { defineJob, doEach } from "#jobs";
import type { Tenants } from "#tenants";
import type { Kasse } from "./kasse.ts";

const mandantId = z.int();

/** Orders of one transaction are handed over by one job. */
export const uebermittleAnordnungen = defineJob({
  name: "kasse.uebermittle",
  eingang: z.union([
    z.object({ mandantId, anordnungIds: z.array(z.uuid()) }),
    // As jobs looked until 2026-11-28: some may still wait.
    z
      .object({ mandantId, anordnungId: z.uuid() })
      .transform((alt) => ({ mandantId: alt.mandantId, anordnungIds: [alt.anordnungId] })),
  ]),
  nachrangig: true,
  // Hourly, for months: a treasury that is away over a weekend must not cost anybody their money.
  versuche: 2_000,
  async fuehreAus(auftrag, system: { kasse: Kasse; tenants: Tenants }) {
    const { id, schluessel } = await system.tenants.getById(auftrag.mandantId);
    await doEach(auftrag.anordnungIds, (anordnungId) => system.kasse.uebermittle(id, schluessel, anordnungId));
  },
});
