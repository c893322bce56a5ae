import { z } from "zod";
import { defineNachweise } from "#baukasten";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
export const Meldedaten = z.object({
  idnr: z.string(),
  geburtsdatum: z.iso.date(),
  anschrift: Anschrift.nullable(),
  /** Key of the Mandant in whose register the person stands. */
  meldebehoerde: z.string().nullish(),
  auskunftssperre: z.boolean(),
});
export const Fahrerlaubnis = z.object({
  idnr: z.string(),
  nummer: z.string(),
  ausgestelltAm: z.iso.date(),
  behoerde: z.string(),
  klassen: z.array(z.string()),
  entzogen: z.boolean(),
  fahrverbotBis: z.iso.date().nullable(),
});

const selbst = ({ antragsteller: { idnr } }: { antragsteller: { idnr: string | null } }) =>
  idnr ? { idnr, anfrage: { idnr } } : undefined;

export const nachweise = defineNachweise({
  meldung: {
    titel: "Wohnung und Geburtsdatum",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob wir für Ihren Führerschein zuständig sind und bis wann Sie umtauschen müssen",
    norm: "§ 34 Abs. 1 BMG, § 24a Abs. 2 FeV mit Anlage 8e",
    anlass: "antrag",
    antwort: Meldedaten,
    anfrage: selbst,
  },
  fahrerlaubnis: {
    titel: "Fahrerlaubnis",
    register: "fahrerlaubnisregister",
    registerName: "Zentrales Fahrerlaubnisregister",
    auskunft: "fahrerlaubnis",
    betroffen: "antragsteller",
    zweck: "Prüfen, welche Fahrerlaubnis Sie haben und welcher Führerschein umzutauschen ist",
    norm: "§ 52 Abs. 1 StVG",
    anlass: "antrag",
    antwort: Fahrerlaubnis,
    anfrage: selbst,
  },
});
