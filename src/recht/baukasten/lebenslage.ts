/**
 * The situations of life by which people look for a Leistung. A closed set: each has a page, and a word that only one Leistung uses would be
 * a page with one entry that nobody finds. `worte`: what people type who mean it.
 */
export const lebenslagen = {
  Geburt: {
    pfad: "geburt",
    text: "Ein Kind kommt oder ist gerade da.",
    worte: ["Baby", "Neugeborenes", "schwanger", "Schwangerschaft", "Entbindung", "Nachwuchs"],
  },
  "Familie und Kind": {
    pfad: "familie",
    text: "Geld und Hilfe für Eltern und Kinder.",
    worte: ["Eltern", "Mutter", "Vater", "Kinder", "alleinerziehend", "Erziehung"],
  },
  "Trennung und Scheidung": {
    pfad: "trennung",
    text: "Wenn Eltern oder Paare auseinandergehen.",
    worte: ["getrennt", "geschieden", "Unterhalt", "alleinerziehend"],
  },
  "Schule und Ausbildung": {
    pfad: "schule",
    text: "Von der Einschulung bis zum Beruf.",
    worte: ["Einschulung", "Schulanfang", "Lehre", "Studium", "Schüler"],
  },
  "Wohnen und Umzug": {
    pfad: "wohnen",
    text: "Miete, Wohnung, neue Anschrift.",
    worte: ["Miete", "Wohnung", "umziehen", "Anschrift", "Adresse", "anmelden", "ummelden"],
  },
  "Auto und Verkehr": {
    pfad: "auto",
    text: "Fahrzeug, Führerschein, Parken.",
    worte: ["Auto", "Fahrzeug", "Führerschein", "Kennzeichen", "parken", "fahren", "Motorrad"],
  },
  "Finanzielle Not": {
    pfad: "geldsorgen",
    text: "Wenn das Geld nicht reicht.",
    worte: ["Geld", "arm", "Armut", "Schulden", "Hilfe", "wenig Einkommen", "Zuschuss"],
  },
  Behinderung: {
    pfad: "behinderung",
    text: "Leben mit einer Behinderung.",
    worte: ["blind", "schwerbehindert", "Schwerbehinderung", "Rollstuhl"],
  },
  "Gesundheit und Pflege": {
    pfad: "gesundheit",
    text: "Krankheit, Pflege, Alter.",
    worte: ["krank", "Pflege", "Pflegegrad", "Alter"],
  },
  "Arbeit und Gewerbe": {
    pfad: "arbeit",
    text: "Arbeiten, ein Unternehmen gründen und führen.",
    worte: ["selbstständig", "Firma", "gründen", "Betrieb", "Laden", "Unternehmen"],
  },
  Haustiere: { pfad: "haustiere", text: "Hunde und andere Tiere.", worte: ["Hund", "Welpe", "Tier"] },
  "Ausweise und Urkunden": {
    pfad: "urkunden",
    text: "Bescheinigungen über Sie und Ihre Daten.",
    worte: ["Bescheinigung", "Nachweis", "Urkunde", "Dokument", "Ausweis"],
  },
} as const satisfies Record<string, { pfad: string; text: string; worte: readonly string[] }>;

export type Lebenslage = keyof typeof lebenslagen;
export const alleLebenslagen = Object.keys(lebenslagen) as Lebenslage[];
