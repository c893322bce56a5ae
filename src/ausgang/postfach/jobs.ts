import { z } from "zod";
import { defineJob } from "#jobs";
import type { Tenants } from "#tenants";
import type { Postfach } from "./postfach.ts";

export const kuendigeNachrichtAn = defineJob({
  name: "postfach.kuendigeAn",
  eingang: z.object({ mandantId: z.int(), nachrichtId: z.uuid() }),
  async fuehreAus({ mandantId, nachrichtId }, system: { postfach: Postfach; tenants: Tenants }) {
    await system.postfach.kuendigeAn(await system.tenants.getById(mandantId), nachrichtId);
  },
});
