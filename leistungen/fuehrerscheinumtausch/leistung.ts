import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { vorDemUmtauschtag } from "./angebot.ts";
import { bescheid } from "./bescheid.ts";
import { formular } from "./formular.ts";
import { nachweise } from "./nachweise.ts";
import { umtauschfrist } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

export const fuehrerscheinumtausch = defineLeistung({
  schluessel: "fuehrerscheinumtausch",
  version: "2026-1",
  name: "Führerschein umtauschen (Pflichtumtausch)",
  kuerzel: "FU",
  kurzbeschreibung: "Führerscheine von vor dem 19. Januar 2013 gegen den Kartenführerschein der EU tauschen.",
  suchworte: [
    "Führerschein",
    "Umtausch",
    "Kartenführerschein",
    "rosa Führerschein",
    "grauer Lappen",
    "Pflichtumtausch",
    "Fahrerlaubnis",
    "EU-Führerschein",
  ],
  lebenslagen: ["Auto und Verkehr", "Ausweise und Urkunden"],
  amt: "fahrerlaubnisbehoerde",
  rechtsgebiet: "VwVfG",
  ergebnis: "einmalig",
  // No statute permits it without a person (§ 35a VwVfG), and whether a photo is fit for the card is judged by looking at it.
  automatik: { erlaubt: false },
  vierAugen: false,
  aufbewahrung: { jahre: 15, norm: "offener Punkt: Tilgung und Löschung nach § 61 StVG" },
  bearbeitungsdauer: "Ein Mensch gibt den Umtausch frei, meist innerhalb einer Woche. Die Karte kommt etwa drei Wochen später.",
  identitaet: { norm: "§ 21 Abs. 1 und 3 FeV", vertrauensniveau: "substantiell" },
  formular,
  nachweise,
  regelwerk,
  parameter: [umtauschfrist],
  sachverhalt,
  beteiligte,
  bescheid,
  tatsachen: {
    nummer: (wert: string) => wert,
    ausgestelltAm: (wert: IsoDatum) => formatiereDatum(wert),
    behoerde: (wert: string) => wert,
    klassen: (wert: string) => wert,
    geburtsdatum: (wert: IsoDatum) => formatiereDatum(wert),
    umtauschBis: (wert: string) => wert,
  },
  vorbefuellung: {},
  angebote: [vorDemUmtauschtag],
});
