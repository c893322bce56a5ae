import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { pflichten } from "./erlaubnisse.ts";
import { formular } from "./formular.ts";
import { Meldedaten, nachweise } from "./nachweise.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

const wie = (wert: string) => wert;

export const gewerbeanmeldung = defineLeistung({
  schluessel: "gewerbeanmeldung",
  version: "2026-1",
  name: "Gewerbe anmelden",
  kuerzel: "GW",
  kurzbeschreibung: "Den Beginn eines Gewerbes anzeigen; die Bescheinigung darüber kommt sofort.",
  suchworte: [
    "Gewerbe",
    "Gewerbeschein",
    "selbständig",
    "Firma gründen",
    "Unternehmen",
    "Existenzgründung",
    "GmbH",
    "Nebengewerbe",
    "GewA 1",
  ],
  lebenslagen: ["Arbeit und Gewerbe"],
  amt: "gewerbeamt",
  rechtsgebiet: "VwVfG",
  ergebnis: "einmalig",
  rechtsnatur: "bescheinigung",
  automatik: { erlaubt: true, norm: "§ 15 Abs. 1 GewO" },
  vierAugen: false,
  aufbewahrung: { jahre: 10, norm: "offener Punkt: Löschung nach § 11 GewO und Landesrecht" },
  bearbeitungsdauer: "Meist wenige Minuten, spätestens drei Tage.",
  formular,
  nachweise,
  regelwerk,
  parameter: [pflichten],
  sachverhalt,
  beteiligte,
  bescheid,
  tatsachen: {
    inhaber: wie,
    eintrag: wie,
    vertretung: wie,
    betriebsstaette: wie,
    niederlassung: wie,
    beschreibung: wie,
    beginn: (wert: IsoDatum) => formatiereDatum(wert),
    erwerb: wie,
    personal: wie,
    hinweis: wie,
  },
  vorbefuellung: {
    wohnung: {
      nachweis: "eigeneMeldedaten",
      vorschlaege(daten) {
        const { anschrift } = Meldedaten.parse(daten);
        return anschrift
          ? [{ titel: `${anschrift.strasse} ${anschrift.hausnummer}, ${anschrift.plz} ${anschrift.ort}`, werte: anschrift }]
          : [];
      },
    },
  },
});
