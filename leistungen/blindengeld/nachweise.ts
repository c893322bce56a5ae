import { z } from "zod";
import { defineNachweise } from "#baukasten";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
export const Meldedaten = z.object({
  idnr: z.string(),
  geburtsdatum: z.iso.date(),
  anschrift: Anschrift.nullable(),
  auskunftssperre: z.boolean(),
});
/** What the authority found (§ 152 SGB IX). `bis` null: not limited. */
export const Feststellung = z.object({
  merkzeichen: z.array(z.string()),
  seit: z.iso.date(),
  bis: z.iso.date().nullable(),
});

const selbst = ({ antragsteller: { idnr } }: { antragsteller: { idnr: string | null } }) =>
  idnr ? { idnr, anfrage: { idnr } } : undefined;

export const nachweise = defineNachweise({
  eigeneMeldedaten: {
    titel: "Ihre Meldedaten",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Angaben im Antrag auf Blindengeld übernehmen",
    norm: "§ 34 Abs. 1 BMG, § 67a Abs. 1 SGB X",
    anlass: "vorbefuellung",
    antwort: Meldedaten,
    anfrage: selbst,
  },
  meldung: {
    titel: "Wohnung und Geburtsdatum",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob Sie in diesem Land wohnen und wie alt Sie sind",
    norm: "§ 34 Abs. 1 BMG, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Meldedaten,
    anfrage: selbst,
  },
  feststellung: {
    titel: "Merkzeichen Bl",
    register: "versorgungsverwaltung",
    registerName: "Versorgungsverwaltung",
    auskunft: "feststellung",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob Blindheit festgestellt ist",
    norm: "§ 152 SGB IX, § 67a Abs. 2 SGB X",
    anlass: "antrag",
    antwort: Feststellung,
    anfrage: selbst,
  },
});
