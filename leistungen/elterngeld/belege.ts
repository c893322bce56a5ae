import type { Beleg } from "#baukasten";

/** The seventeen pieces of evidence that an Antrag on Elterngeld can need: who could deliver each, and what only the person can. */
export const belege = {
  geburtsurkunde: {
    titel: "Geburtsurkunde",
    wofuer: "Geburtsdatum, Eltern, Lebensmonate",
    norm: "§ 1 Abs. 1, § 4 Abs. 2 BEEG",
    wege: [{ art: "register", nachweis: "geburt" }],
  },
  haushalt: {
    titel: "Meldebestätigung des Kindes",
    wofuer: "Das Kind lebt im Haushalt",
    norm: "§ 1 Abs. 1 Satz 1 Nr. 2 BEEG",
    wege: [{ art: "register", nachweis: "haushalt" }],
  },
  wohnsitz: {
    titel: "Meldebestätigung des Elternteils",
    wofuer: "Wohnsitz in Deutschland",
    norm: "§ 1 Abs. 1 Satz 1 Nr. 1 BEEG",
    wege: [{ art: "register", nachweis: "wohnsitz" }],
  },
  identitaet: {
    titel: "Ausweis",
    wofuer: "Wer den Antrag stellt",
    norm: "§ 7 Abs. 1 BEEG",
    wege: [{ art: "angabe", seite: "kind" }],
  },
  geschwister: {
    titel: "Nachweis älterer Kinder",
    wofuer: "Geschwisterbonus",
    norm: "§ 2a Abs. 1 BEEG",
    wege: [{ art: "register", nachweis: "wohnsitz" }],
  },
  behinderung: {
    titel: "Feststellung der Behinderung eines Kindes",
    wofuer: "Geschwisterbonus bis vierzehn Jahre, gleichzeitiger Bezug",
    norm: "§ 2a Abs. 2, § 4 Abs. 6 BEEG",
    wege: [
      { art: "kuenftig", register: "Versorgungsamt" },
      { art: "angabe", seite: "geschwister" },
    ],
  },
  aufenthaltstitel: {
    titel: "Aufenthaltstitel",
    wofuer: "Anspruch ohne deutsche oder Unionsstaatsangehörigkeit",
    norm: "§ 1 Abs. 7 BEEG",
    wege: [
      { art: "kuenftig", register: "Ausländerzentralregister" },
      { art: "angabe", seite: "staatsangehoerigkeit" },
    ],
  },
  fruehgeburt: {
    titel: "Bescheinigung des errechneten Termins",
    wofuer: "Weitere Monate bei früher Geburt",
    norm: "§ 4 Abs. 5 BEEG",
    wege: [{ art: "hochladen", seite: "termin" }],
  },
  lohn: {
    titel: "Lohn- und Gehaltsbescheinigungen",
    wofuer: "Einkommen vor der Geburt",
    norm: "§ 2c Abs. 2, § 9 Abs. 1 BEEG",
    wege: [
      { art: "register", nachweis: "lohndaten" },
      { art: "hochladen", seite: "lohnbescheinigungen" },
    ],
  },
  lohnsteuermerkmale: {
    titel: "Merkmale des Lohnsteuerabzugs",
    wofuer: "Abzüge für Steuern",
    norm: "§ 2c Abs. 3, § 2e BEEG",
    wege: [
      { art: "register", nachweis: "lohndaten" },
      { art: "hochladen", seite: "lohnbescheinigungen" },
    ],
  },
  gewinn: {
    titel: "Steuerbescheid oder Gewinnermittlung",
    wofuer: "Gewinn vor der Geburt",
    norm: "§ 2d Abs. 2 und 3 BEEG",
    wege: [
      { art: "kuenftig", register: "Finanzamt" },
      { art: "hochladen", seite: "gewinn" },
    ],
  },
  einkommensgrenze: {
    titel: "Zu versteuerndes Einkommen",
    wofuer: "Grenze, über der es kein Elterngeld gibt",
    norm: "§ 1 Abs. 8 BEEG",
    wege: [
      { art: "angabe", seite: "einkommensgrenze" },
      { art: "register", nachweis: "steuerbescheid" },
    ],
  },
  mutterschaftsgeld: {
    titel: "Bescheinigung über Mutterschaftsgeld",
    wofuer: "Anrechnung",
    norm: "§ 3 Abs. 1 Satz 1 Nr. 1 BEEG",
    wege: [{ art: "register", nachweis: "mutterschaft" }],
  },
  arbeitgeberzuschuss: {
    titel: "Bescheinigung über den Zuschuss des Arbeitgebers",
    wofuer: "Anrechnung",
    norm: "§ 3 Abs. 1 Satz 1 Nr. 1 BEEG",
    wege: [{ art: "register", nachweis: "mutterschaft" }],
  },
  arbeitszeit: {
    titel: "Bescheinigung über Arbeitszeit und Elternzeit",
    wofuer: "Höchstens 32 Wochenstunden, Partnerschaftsbonus, Einkommen nach der Geburt",
    norm: "§ 1 Abs. 6, § 2 Abs. 3, § 4b, § 9 Abs. 2 BEEG",
    wege: [{ art: "hochladen", seite: "arbeitgeberbescheinigung" }],
  },
  sozialleistungen: {
    titel: "Bescheid über Bürgergeld",
    wofuer: "Erstattung zwischen den Trägern",
    norm: "§ 10 Abs. 5 BEEG, § 104 SGB X",
    wege: [{ art: "register", nachweis: "jobcenter" }],
  },
  andererElternteil: {
    titel: "Monate des anderen Elternteils",
    wofuer: "Gemeinsame Höchstdauer, gleichzeitiger Bezug",
    norm: "§ 4 Abs. 3 und 6, § 7 Abs. 1 und 3 BEEG",
    wege: [{ art: "angabe", seite: "monateAnderer" }],
  },
} as const satisfies Record<string, Beleg>;
