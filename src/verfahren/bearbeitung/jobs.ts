import { z } from "zod";
import { defineJob } from "#jobs";
import type { Bearbeitung, BearbeitungDeps } from "./bearbeitung.ts";
import { stosseWartendeAn } from "./pruefe-wartende.ts";

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

/** In portions, each handing on to the next: a release can set free ten thousand cases, and a worker that dies loses none. */
export const pruefeWartende = defineJob({
  name: "bearbeitung.pruefeWartende",
  eingang: z.object({ mandantId: z.int(), leistung: z.string(), nach: z.uuid().nullable() }),
  fuehreAus: (wunsch, { db, jobs }: Pick<BearbeitungDeps, "db" | "jobs">) =>
    db.inTransaction({ mandant: wunsch.mandantId }, (tx) => stosseWartendeAn(jobs, tx, wunsch)),
});

/** The notice of a decision that a person made. */
export const fertigeBescheid = defineJob({
  name: "bearbeitung.fertige",
  eingang,
  fuehreAus: ({ mandantId, vorgangId }, system: Teil) => system.bearbeitung.fertige(mandantId, vorgangId),
});
