import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { formular } from "./formular.ts";
import { vorDemSechstenGeburtstag } from "./geburtstag.ts";
import { Meldedaten, nachweise } from "./nachweise.ts";
import { schulbezirke } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

export const schulanmeldung = defineLeistung({
  schluessel: "schulanmeldung",
  version: "2026-1",
  name: "Anmeldung zur Grundschule",
  kuerzel: "SA",
  kurzbeschreibung: "Ein Kind, das schulpflichtig wird, bei seiner Grundschule anmelden.",
  suchworte: ["Einschulung", "Schule anmelden", "Schulanfang", "Schulpflicht", "Grundschule", "erste Klasse", "i-Dötzchen"],
  lebenslagen: ["Schule und Ausbildung", "Familie und Kind"],
  amt: "schulamt",
  rechtsgebiet: "VwVfG",
  ergebnis: "einmalig",
  // A receipt that says where the statute sends the child. To take a child in is an administrative act of the school, and not this.
  rechtsnatur: "bescheinigung",
  automatik: { erlaubt: true, norm: "Bestätigung der Anmeldung, kein Verwaltungsakt (§ 35 VwVfG)" },
  satzungen: [schulbezirke],
  vierAugen: false,
  aufbewahrung: { jahre: 2, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Meist wenige Minuten. Bei einer Wunschschule einige Wochen.",
  formular,
  nachweise,
  regelwerk,
  sachverhalt,
  beteiligte,
  bescheid,
  tatsachen: {
    schule: (wert: string) => wert,
    geburtsdatum: (wert: IsoDatum) => formatiereDatum(wert),
    schuljahr: (wert: number) => `${wert}/${wert + 1}`,
    andereSchule: (wert: boolean) => (wert ? "Ja" : "Nein"),
    zumPflichtbeginn: (wert: boolean) => (wert ? "Ja" : "Nein"),
  },
  angebote: [vorDemSechstenGeburtstag],
  vorbefuellung: {
    kind: {
      nachweis: "eigeneMeldedaten",
      vorschlaege: (daten) =>
        Meldedaten.parse(daten).kinder.map(({ vornamen, nachname, geburtsdatum }) => ({
          titel: `${vornamen} ${nachname}, geboren am ${formatiereDatum(geburtsdatum)}`,
          werte: { vornamen, nachname, geburtsdatum },
        })),
    },
  },
});
