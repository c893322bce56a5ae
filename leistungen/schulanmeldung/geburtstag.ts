import { z } from "zod";
import type { Tagesangebot } from "#baukasten";
import { plusTage } from "#kalender";
import type { SaAntworten } from "./formular.ts";

const Angaben = z.object({ vornamen: z.string(), nachname: z.string(), geburtsdatum: z.iso.date() });

/** Before the birthday: who turns six in August or September goes to school in that very August. */
const VORLAUF_TAGE = 61;

/** The sixth birthday comes: an Anmeldung filled in, for the parents with whom the child lives. */
export const vorDemSechstenGeburtstag: Tagesangebot = {
  schluessel: "sechsterGeburtstag",
  anlass: "geburtstag",
  titel: "Anmeldung zur Grundschule",
  warum: "Ihr Kind wird bald sechs Jahre alt, und dann beginnt die Schulpflicht.",
  zweck: "Eltern auf die Anmeldung zur Grundschule hinweisen",
  norm: "§ 34 Abs. 1 BMG",
  ohneAntwort:
    "Die Anmeldung ist Pflicht. Nutzen Sie diesen Antrag nicht, melden Sie Ihr Kind bitte auf anderem Weg an. Was Sie nicht absenden, löschen wir nach sechzig Tagen.",
  liste: {
    register: "melderegister",
    registerName: "Melderegister",
    auskunft: "geburtstage",
    attribute: ["personen"],
    anfrage: ({ von, bis }) => ({ alter: 6, von: plusTage(von, VORLAUF_TAGE), bis: plusTage(bis, VORLAUF_TAGE) }),
  },
  wer: ({ vertreter }) => vertreter,
  plane({ anlass }) {
    const kind = Angaben.safeParse(anlass.angaben);
    if (!kind.success) return { art: "keines", grund: "Das Melderegister hat den Namen des Kindes nicht genannt." };
    // The school of the home and the day of the law are proposals: the parents see them before they send.
    const antworten: SaAntworten = {
      kind: kind.data,
      zeitpunkt: { wunsch: "pflicht" },
      schule: { wahl: "zustaendig" },
      nachricht: {},
    };
    return { art: "entwurf", antworten: antworten as never, grund: "Name und Geburtsdatum stehen im Melderegister." };
  },
};
