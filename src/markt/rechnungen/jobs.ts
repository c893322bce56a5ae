import { z } from "zod";
import { defineJob, doEach } from "#jobs";
import type { Rechnungen } from "./rechnungen.ts";

type System = { rechnungen: Rechnungen };
const mandantId = z.int();
const Eine = z.object({ mandantId, rechnungId: z.uuid() });

export const bearbeiteRechnung = defineJob({
  name: "rechnungen.bearbeite",
  eingang: Eine,
  fuehreAus: (auftrag, { rechnungen }: System) => rechnungen.bearbeite(auftrag),
});

export const teileAbweisungMit = defineJob({
  name: "rechnungen.teile-abweisung-mit",
  eingang: Eine,
  nachrangig: true,
  fuehreAus: (auftrag, { rechnungen }: System) => rechnungen.teileAbweisungMit(auftrag),
});

export const uebergibAuftraege = defineJob({
  name: "rechnungen.uebergib",
  eingang: z.object({ mandantId, rechnungIds: z.array(z.uuid()) }),
  fuehreAus: (auftrag, { rechnungen }: System) =>
    doEach(auftrag.rechnungIds, (rechnungId) => rechnungen.uebergib({ mandantId: auftrag.mandantId, rechnungId })),
});

export const sendeFreigabelink = defineJob({
  name: "rechnungen.sende-freigabelink",
  eingang: Eine.extend({ nummer: z.int(), kennung: z.string() }),
  fuehreAus: (auftrag, { rechnungen }: System) => rechnungen.sendeFreigabelink(auftrag),
});

export const rechnungsjobs = [bearbeiteRechnung, teileAbweisungMit, uebergibAuftraege, sendeFreigabelink] as const;
