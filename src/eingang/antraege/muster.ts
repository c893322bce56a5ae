import { beginneRegelwerk, defineFormular, defineLeistung, ENDE, feld, type Leistung } from "#baukasten";
import type { Entwurf } from "./store.ts";

const r = beginneRegelwerk("probe", "1");
const braucht = r.fakt<boolean>("braucht", {
  titel: "Braucht es",
  klaertDurch: "seite",
  quelle: "person",
  proben: [true, false],
});
const anspruch = r.knoten("Anspruch", "§ 1 Probegesetz", { braucht }, (f) => f.braucht, {
  ja: "Sie brauchen es.",
  nein: "Sie brauchen es nicht.",
});

/** For tests of the pages: a Leistung of one question that a person decides, unless said otherwise. */
export const musterleistung = (mehr: Partial<Leistung> = {}): Leistung =>
  defineLeistung({
    schluessel: "probe",
    version: "1",
    name: "Probe",
    kuerzel: "P",
    kurzbeschreibung: "",
    suchworte: [],
    lebenslagen: [],
    amt: "amt",
    rechtsgebiet: "SGB X",
    automatik: { erlaubt: false },
    vierAugen: false,
    aufbewahrung: { jahre: 1, norm: "" },
    bearbeitungsdauer: "",
    formular: defineFormular({
      start: "seite",
      seiten: { seite: { titel: "Brauchen Sie es?", felder: { braucht: feld.jaNein({ label: "Ich brauche es" }) } } },
      uebergaenge: { seite: ENDE },
    }),
    nachweise: {},
    regelwerk: r.schliesse({ anspruch, rechenweg: [] }),
    sachverhalt: ({ antworten }) => {
      const wert = antworten.seite?.braucht;
      return {
        fakten: wert === undefined ? {} : { braucht: { wert, herkunft: { quelle: "Ihre Angabe", stand: null } } },
        vonHand: [],
      };
    },
    tatsachen: {},
    vorbefuellung: {},
    beteiligte: () => [],
    bescheid: { betreff: () => "Probe", einleitung: () => "", tenor: () => "So ist es.", hinweise: [], grundlage: "" },
    ...mehr,
    ergebnis: "einmalig",
  } as Leistung);

export const musterentwurf: Entwurf = {
  id: "e",
  leistung: "probe",
  person: null,
  antworten: {},
  herkunft: {},
  vorschlaege: {},
  geaendertAm: new Date(0),
};
