/** Words of the components themselves. German is complete; other languages and Leichte Sprache may be partial and fall back to it. */
const de = {
  zumInhalt: "Zum Inhalt springen",
  hauptnavigation: "Hauptnavigation",
  fusszeile: "Fußzeile",
  angemeldetAls: "Angemeldet als",
  abmelden: "Abmelden",
  anmelden: "Anmelden",
  zurueck: "Zurück",
  freiwillig: "freiwillig",
  fehlerTitel: (anzahl: number) => (anzahl === 1 ? "Bitte prüfen Sie eine Angabe" : `Bitte prüfen Sie ${anzahl} Angaben`),
  fehler: "Fehler",
  schritt: (nummer: number, von: number) => `Schritt ${nummer} von ${von}`,
  alleSchritte: "Alle Schritte zeigen",
  erledigt: "erledigt",
  aktuell: "aktueller Schritt",
  offen: "offen",
  aendern: "Ändern",
  entfernen: "Entfernen",
  hochgeladen: "Hochgeladene Dokumente",
  seite: (nummer: number, von: number) => `Seite ${nummer} von ${von}`,
  vorherige: "Vorherige Seite",
  naechste: "Nächste Seite",
  sortiertAuf: "aufsteigend sortiert",
  sortiertAb: "absteigend sortiert",
  sortiereNach: (spalte: string) => `Nach ${spalte} sortieren`,
  drucken: "Seite drucken",
  quelle: "Aus",
  impressum: "Impressum",
  datenschutz: "Datenschutz",
  barrierefreiheit: "Barrierefreiheit",
};
export type Texte = typeof de;
export type Sprache = "de" | "en" | "ls";

const en: Partial<Texte> = {
  zumInhalt: "Skip to content",
  abmelden: "Sign out",
  anmelden: "Sign in",
  zurueck: "Back",
  aendern: "Change",
  drucken: "Print this page",
};
const ls: Partial<Texte> = { zumInhalt: "Zum Text", freiwillig: "Sie müssen das nicht ausfüllen" };

const kataloge: Record<Sprache, Texte> = { de, en: { ...de, ...en }, ls: { ...de, ...ls } };
export const texte = (sprache: Sprache = "de"): Texte => kataloge[sprache];
