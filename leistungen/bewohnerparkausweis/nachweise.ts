import { z } from "zod";
import { type Antragsteller, defineNachweise } from "#baukasten";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
export const Meldedaten = z.object({ idnr: z.string(), anschrift: Anschrift.nullable(), auskunftssperre: z.boolean() });

const meldedaten = {
  register: "melderegister",
  registerName: "Melderegister",
  auskunft: "person",
  betroffen: "antragsteller",
  norm: "§ 34 Abs. 1 BMG",
  antwort: Meldedaten,
  anfrage: ({ antragsteller: { idnr } }: { antragsteller: Antragsteller }) => (idnr ? { idnr, anfrage: { idnr } } : undefined),
} as const;

export const nachweise = defineNachweise({
  eigeneMeldedaten: {
    titel: "Ihre Meldedaten",
    zweck: "Ihre Anschrift im Antrag auf einen Bewohnerparkausweis übernehmen",
    anlass: "vorbefuellung",
    ...meldedaten,
  },
  meldung: {
    titel: "Ihre Wohnung",
    zweck: "Prüfen, ob Sie in einer Bewohnerparkzone wohnen",
    anlass: "antrag",
    ...meldedaten,
  },
});
