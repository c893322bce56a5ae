import { z } from "zod";
import { defineJob, doEach } from "#jobs";
import type { Tenants } from "#tenants";
import type { Postfach } from "./postfach.ts";

const mandantId = z.int();

/** Messages that were put into mailboxes in one transaction are announced by one job. */
export const kuendigeNachrichtenAn = defineJob({
  name: "postfach.kuendigeAn",
  eingang: z.union([
    z.object({ mandantId, nachrichtIds: z.array(z.uuid()) }),
    // As jobs looked until 2026-11-28: some may still wait.
    z
      .object({ mandantId, nachrichtId: z.uuid() })
      .transform((alt) => ({ mandantId: alt.mandantId, nachrichtIds: [alt.nachrichtId] })),
  ]),
  nachrangig: true,
  async fuehreAus(auftrag, system: { postfach: Postfach; tenants: Tenants }) {
    const mandant = await system.tenants.getById(auftrag.mandantId);
    await doEach(auftrag.nachrichtIds, (id) => system.postfach.kuendigeAn(mandant, id));
  },
});
