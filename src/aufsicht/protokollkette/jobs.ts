import { z } from "zod";
import { defineJob } from "#jobs";
import type { Protokollkette } from "./kette.ts";

/** Waits while others are busy: no row is worse for being taken in a minute later. */
export const schliesseKette = defineJob({
  name: "protokollkette.schliesse",
  eingang: z.object({ mandantId: z.int() }),
  nachrangig: true,
  fuehreAus: async ({ mandantId }, { kette }: { kette: Protokollkette }) => {
    await kette.schliesse(mandantId);
  },
});
