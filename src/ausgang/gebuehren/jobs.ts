import { z } from "zod";
import { defineJob } from "#jobs";
import type { Gebuehren } from "./gebuehren.ts";

type Teil = { gebuehren: Gebuehren };

/** Asks what became of a payment, again and again until it is final: the browser may be closed, the provider's message lost. */
export const pruefeZahlung = defineJob({
  name: "gebuehren.pruefe",
  eingang: z.object({ mandantId: z.int(), zahlungId: z.uuid(), versuch: z.int() }),
  fuehreAus: ({ mandantId, zahlungId, versuch }, system: Teil) => system.gebuehren.pruefe(mandantId, zahlungId, versuch),
});

export const fuehreErstattungAus = defineJob({
  name: "gebuehren.erstatte",
  eingang: z.object({ mandantId: z.int(), sollstellungId: z.uuid(), erstattungId: z.uuid() }),
  fuehreAus: ({ mandantId, sollstellungId, erstattungId }, system: Teil) =>
    system.gebuehren.fuehreErstattungAus(mandantId, sollstellungId, erstattungId),
});
