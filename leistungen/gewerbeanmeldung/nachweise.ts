import { z } from "zod";
import { defineNachweise } from "#baukasten";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
export const Meldedaten = z.object({ idnr: z.string(), anschrift: Anschrift.nullable() });

/** Only to fill in a page. The receipt is due for what was reported; no register has to agree first (§ 15 Abs. 1 GewO). */
export const nachweise = defineNachweise({
  eigeneMeldedaten: {
    titel: "Ihre Meldedaten",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Ihre Anschrift in die Gewerbeanmeldung übernehmen",
    norm: "§ 34 Abs. 1 BMG",
    anlass: "vorbefuellung",
    antwort: Meldedaten,
    anfrage: ({ antragsteller: { idnr } }) => (idnr ? { idnr, anfrage: { idnr } } : undefined),
  },
});
