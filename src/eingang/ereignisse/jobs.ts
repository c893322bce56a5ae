import { z } from "zod";
import { defineJob } from "#jobs";
import type { Ereignisse } from "./ereignisse.ts";

// Ids only: the queue belongs to the installation and holds nothing about people.
const anlass = z.object({ mandantId: z.int(), ereignisId: z.uuid(), leistung: z.string(), angebot: z.string() });
type Teil = { ereignisse: Ereignisse };

export const bieteNachEreignis = defineJob({
  name: "ereignisse.biete",
  eingang: anlass,
  fuehreAus: ({ mandantId, ...auftrag }, system: Teil) => system.ereignisse.bieteNachEreignis(mandantId, auftrag),
});

export const gibEreignisWeiter = defineJob({
  name: "ereignisse.gibWeiter",
  eingang: anlass,
  fuehreAus: ({ mandantId, ...auftrag }, system: Teil) => system.ereignisse.gibWeiter(mandantId, auftrag),
});

export const bieteAnTag = defineJob({
  name: "ereignisse.bieteAnTag",
  eingang: z.object({ mandantId: z.int(), leistung: z.string(), angebot: z.string(), tag: z.iso.date() }),
  fuehreAus: ({ mandantId, ...auftrag }, system: Teil) => system.ereignisse.bieteAnTag(mandantId, auftrag),
});
