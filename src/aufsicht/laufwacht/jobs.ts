import { z } from "zod";
import { defineJob } from "#jobs";
import type { Laufwacht } from "./laufwacht.ts";

type Mit = { laufwacht: Laufwacht };

/** Rules, model, incidents and messages of one morning. */
export const bewerteMorgenJob = defineJob({
  name: "laufwacht.bewerte",
  eingang: z.object({ morgen: z.iso.date() }),
  versuche: 4,
  fuehreAus: async ({ morgen }, { laufwacht }: Mit) => {
    await laufwacht.begleite("Morgenbewertung", () => laufwacht.bewerteNacht(morgen).then(({ jobs }) => jobs));
    await laufwacht.benachrichtige(morgen);
  },
});

/** Training in a thread of its own. It is not tried again: what fails is written down, the old model stays. */
export const lerneJob = defineJob({
  name: "laufwacht.lerne",
  eingang: z.object({ klein: z.boolean().optional(), dannMorgen: z.iso.date().optional() }),
  versuche: 1,
  nachrangig: true,
  fuehreAus: async ({ klein, dannMorgen }, { laufwacht }: Mit) => {
    await laufwacht.begleite("Training", () => laufwacht.lerne({ klein }).then(({ guete }) => guete?.jobs ?? 0));
    // Thresholds are played on the last ninety days: where nobody judged them, they are judged now. The demo shows two years.
    await laufwacht.blickeZurueck(dannMorgen ? 730 : 90);
    if (dannMorgen) await laufwacht.bewerteNacht(dannMorgen);
  },
});

export const sendeNachricht = defineJob({
  name: "laufwacht.sende",
  eingang: z.object({ vorfall: z.int(), empfaenger: z.int(), anlass: z.enum(["neu", "erinnerung", "eskalation"]) }),
  nachrangig: true,
  fuehreAus: (auftrag, { laufwacht }: Mit) => laufwacht.sende(auftrag),
});

export const versendeBericht = defineJob({
  name: "laufwacht.bericht",
  eingang: z.object({ morgen: z.iso.date(), empfaenger: z.int() }),
  nachrangig: true,
  fuehreAus: (auftrag, { laufwacht }: Mit) => laufwacht.versendeBericht(auftrag.morgen, auftrag.empfaenger),
});

export const laufwachtjobs = [bewerteMorgenJob, lerneJob, sendeNachricht, versendeBericht] as const;
