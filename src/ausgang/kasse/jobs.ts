import { z } from "zod";
import { defineJob } from "#jobs";
import type { Tenants } from "#tenants";
import type { Kasse } from "./kasse.ts";

export const uebermittleAnordnung = defineJob({
  name: "kasse.uebermittle",
  eingang: z.object({ mandantId: z.int(), anordnungId: z.uuid() }),
  async fuehreAus({ mandantId, anordnungId }, system: { kasse: Kasse; tenants: Tenants }) {
    const mandant = await system.tenants.getById(mandantId);
    await system.kasse.uebermittle(mandantId, mandant.schluessel, anordnungId);
  },
});
