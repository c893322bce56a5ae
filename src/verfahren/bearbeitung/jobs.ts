import { z } from "zod";
import { defineJob } from "#jobs";
import type { Bearbeitung } from "./bearbeitung.ts";

const eingang = z.object({ mandantId: z.int(), vorgangId: z.uuid() });
type Teil = { bearbeitung: Bearbeitung };

/**
 * As far as the Vorgang goes by itself: a decision is followed by its notice at once. Repeated after a crash it goes on where it was, so the
 * notice needs no job of its own.
 */
export const pruefeVorgang = defineJob({
  name: "bearbeitung.pruefe",
  eingang,
  async fuehreAus({ mandantId, vorgangId }, { bearbeitung }: Teil) {
    const akte = await bearbeitung.pruefe(mandantId, vorgangId);
    await bearbeitung.fertige(mandantId, vorgangId, akte);
  },
});

/** The notice of a decision that a person made. */
export const fertigeBescheid = defineJob({
  name: "bearbeitung.fertige",
  eingang,
  fuehreAus: ({ mandantId, vorgangId }, system: Teil) => system.bearbeitung.fertige(mandantId, vorgangId),
});
