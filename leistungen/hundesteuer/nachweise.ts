import { z } from "zod";
import { type Antworten, defineNachweise } from "#baukasten";
import type { HuAntworten } from "./formular.ts";

const Anschrift = z.object({ strasse: z.string(), hausnummer: z.string(), plz: z.string(), ort: z.string() });
export const Meldedaten = z.object({ idnr: z.string(), anschrift: Anschrift.nullable(), auskunftssperre: z.boolean() });
/** What the authority found (§ 152 SGB IX). `bis` null: not limited. */
export const Feststellung = z.object({ merkzeichen: z.array(z.string()), seit: z.iso.date(), bis: z.iso.date().nullable() });

const selbst = ({ antragsteller: { idnr } }: { antragsteller: { idnr: string | null } }) =>
  idnr ? { idnr, anfrage: { idnr } } : undefined;
/** The person chose that we ask; nobody's disability is looked up for any other dog. */
const gewuenscht = ({ antworten }: { antworten: Antworten }) => {
  const a = antworten as HuAntworten;
  return a.verguenstigung?.grund === "assistenzhund" && a.merkzeichen?.weg === "register";
};

export const nachweise = defineNachweise({
  meldung: {
    titel: "Ihre Wohnung",
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "person",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob Sie in der Gemeinde wohnen, in der Sie den Hund anmelden",
    norm: "§ 34 Abs. 1 BMG, § 88 AO",
    anlass: "antrag",
    antwort: Meldedaten,
    anfrage: selbst,
  },
  feststellung: {
    titel: "Ihre Merkzeichen",
    register: "versorgungsverwaltung",
    registerName: "Versorgungsverwaltung",
    auskunft: "feststellung",
    betroffen: "antragsteller",
    zweck: "Prüfen, ob der Hund von der Steuer befreit ist, weil er Ihnen hilft",
    norm: "Ihr Wunsch im Antrag (§ 5 EGovG), § 152 SGB IX",
    anlass: "antrag",
    antwort: Feststellung,
    anfrage: selbst,
    noetig: gewuenscht,
  },
});
