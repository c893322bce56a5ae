import { z } from "zod";
import { defineNachweise } from "#baukasten";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });

/** Of a child only what a record may name; the lock decides whether it may (§ 11 Abs. 2 Nr. 3 BMG). */
const Kind = z.object({
  vornamen: z.string(),
  nachname: z.string(),
  geburtsdatum: z.iso.date(),
  auskunftssperre: z.boolean(),
});
export const Meldedaten = z.object({
  idnr: z.string(),
  vornamen: z.string(),
  nachname: z.string(),
  doktorgrad: z.string().nullish(),
  geburtsdatum: z.iso.date(),
  geburtsort: z.string().optional(),
  geschlecht: z.string().optional(),
  staatsangehoerigkeit: z.string().optional(),
  einzugsdatum: z.iso.date().optional(),
  familienstand: z.string().optional(),
  anschrift: Anschrift.nullable(),
  /** Key of the Mandant in whose register the person stands. */
  meldebehoerde: z.string().nullish(),
  auskunftssperre: z.boolean(),
  kinder: z.array(Kind).default([]),
});

export const nachweise = defineNachweise({
  meldung: {
    titel: "Ihre gespeicherten Meldedaten",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Ihre Meldebescheinigung ausstellen",
    norm: "§ 18 Abs. 1 und 2 BMG",
    anlass: "antrag",
    antwort: Meldedaten,
    anfrage: ({ antragsteller: { idnr } }) => (idnr ? { idnr, anfrage: { idnr } } : undefined),
  },
});
