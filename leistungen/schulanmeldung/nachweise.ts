import { z } from "zod";
import { type Antragsteller, defineNachweise } from "#baukasten";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
/** `anschrift` of the child null: locked, and not where the parent lives (§ 51 BMG). */
const Kind = z.object({
  idnr: z.string(),
  vornamen: z.string(),
  nachname: z.string(),
  geburtsdatum: z.iso.date(),
  anschrift: Anschrift.nullable(),
  auskunftssperre: z.boolean(),
});
export const Meldedaten = z.object({
  idnr: z.string(),
  anschrift: Anschrift.nullable(),
  auskunftssperre: z.boolean(),
  kinder: z.array(Kind),
});

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
    zweck: "Angaben zum Kind in die Schulanmeldung übernehmen",
    anlass: "vorbefuellung",
    ...meldedaten,
  },
  meldung: {
    titel: "Wohnung und Alter des Kindes",
    zweck: "Feststellen, wann die Schulpflicht beginnt und welche Grundschule zur Wohnung gehört",
    anlass: "antrag",
    ...meldedaten,
  },
});
