import { z } from "zod";
import { defineJob } from "#jobs";
import type { Bearbeitung } from "./bearbeitung.ts";

const eingang = z.object({ mandantId: z.int(), vorgangId: z.uuid() });
type Teil = { bearbeitung: Bearbeitung };

export const pruefeVorgang = defineJob({
  name: "bearbeitung.pruefe",
  eingang,
  fuehreAus: ({ mandantId, vorgangId }, system: Teil) => system.bearbeitung.pruefe(mandantId, vorgangId),
});

export const fertigeBescheid = defineJob({
  name: "bearbeitung.fertige",
  eingang,
  fuehreAus: ({ mandantId, vorgangId }, system: Teil) => system.bearbeitung.fertige(mandantId, vorgangId),
});
