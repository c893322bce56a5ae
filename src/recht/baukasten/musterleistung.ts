import { beginneRegelwerk, defineFormular, ENDE, feld, type Leistung, type Sachverhalt } from "./index.ts";

/** For tests of the kit: everything that a Leistung must say and these tests do not care about. */
export const grundangaben = {
  schluessel: "probe",
  version: "1",
  name: "Probe",
  kuerzel: "P",
  kurzbeschreibung: "",
  suchworte: [],
  lebenslagen: [],
  amt: "amt",
  rechtsgebiet: "SGB X",
  automatik: { erlaubt: true, norm: "§ 31a SGB X" },
  vierAugen: false,
  aufbewahrung: { jahre: 1, norm: "" },
  bearbeitungsdauer: "",
  formular: defineFormular({
    start: "seite",
    seiten: {
      seite: { titel: "Seite", felder: { sonst: feld.jaNein({ label: "Noch etwas?" }) } },
      worte: { titel: "Worte", felder: { text: feld.freitext({ label: "Nachricht" }) } },
    },
    uebergaenge: { seite: [{ wenn: (a) => a.seite?.sonst === true, nach: "worte" }, { nach: ENDE }], worte: ENDE },
  }),
  nachweise: {},
  tatsachen: {},
  vorbefuellung: {},
  beteiligte: () => [],
  bescheid: { betreff: () => "Betreff", einleitung: () => "Einleitung", tenor: () => "Tenor", hinweise: [], grundlage: "Gesetz" },
  sachverhalt: ({ antworten }) => fakten(antworten.fakten ?? {}),
} as const satisfies Partial<Leistung>;

/** Facts as they stand, from the person. */
export const fakten = (werte: Readonly<Record<string, unknown>>): Sachverhalt => ({
  fakten: Object.fromEntries(
    Object.entries(werte)
      .filter(([, wert]) => wert !== undefined)
      .map(([name, wert]) => [name, { wert, herkunft: { quelle: "Ihre Angabe", stand: null } }]),
  ),
  vonHand: [],
});

/** A case with these facts (`antworten.fakten`) and nothing else. */
export const kontextMit = (werte: Readonly<Record<string, unknown>>) => ({
  antworten: { seite: { sonst: false }, fakten: werte },
  nachweise: {},
  antragsteller: { idnr: "12345678911", vornamen: "Anna", nachname: "Beispiel" },
  eingegangenAm: "2026-03-10",
});

/** `erfuellt` decides; `satzCent` is what is paid or owed, `gebuehrCent` what it costs. */
export function einfacheRegeln(mit: { betrag?: boolean; gebuehr?: boolean } = {}) {
  const r = beginneRegelwerk("probe", "1");
  const angaben = { klaertDurch: "seite", quelle: "person" } as const;
  const erfuellt = r.fakt<boolean>("erfuellt", { titel: "Erfüllt", ...angaben, proben: [true, false] });
  const satz = r.fakt<number>("satzCent", { titel: "Satz", ...angaben, proben: [100] });
  const kosten = r.fakt<number>("gebuehrCent", { titel: "Kosten", ...angaben, proben: [100] });
  const anspruch = r.knoten("Anspruch", "§ 1", { erfuellt }, (f) => f.erfuellt, {
    ja: "Sie erfüllen es.",
    nein: "Es fehlt etwas.",
  });
  const bis = r.bis();
  const monate = r.rechne(
    "Angefangene Monate",
    "§ 2",
    { bis },
    (f, tag) => Number(f.bis.slice(5, 7)) - Number(tag.slice(5, 7)) + 1,
  );
  const betrag = r.rechne("Betrag", "§ 2", { satz, monate }, (f) => f.satz * f.monate);
  const gebuehr = r.rechne("Gebühr für die Probe", "§ 3 Gebührensatzung", { kosten }, (f) => f.kosten);
  return r.schliesse({
    anspruch,
    ...(mit.betrag && { betrag }),
    ...(mit.gebuehr && { gebuehr }),
    rechenweg: mit.betrag ? [betrag] : [],
  });
}
