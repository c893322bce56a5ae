import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { formular } from "./formular.ts";
import { Meldedaten, nachweise } from "./nachweise.ts";
import { parkgebuehr, parkzonen } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

export const bewohnerparkausweis = defineLeistung({
  schluessel: "bewohnerparkausweis",
  version: "2026-1",
  name: "Bewohnerparkausweis",
  kuerzel: "BP",
  kurzbeschreibung: "Parken im eigenen Wohngebiet, in den Zonen mit Vorrecht für Bewohner.",
  suchworte: ["Anwohnerparken", "Bewohnerparken", "Parkausweis", "Parkplatz", "Parkzone", "Auto", "Kennzeichen"],
  lebenslagen: ["Auto und Verkehr", "Wohnen und Umzug"],
  amt: "strassenverkehrsamt",
  rechtsgebiet: "VwVfG",
  ergebnis: "einmalig",
  // No statute permits it without a person (§ 35a VwVfG); what is clear is prepared, and a person releases it.
  automatik: { erlaubt: false },
  satzungen: [parkgebuehr, parkzonen],
  vierAugen: false,
  aufbewahrung: { jahre: 2, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Ein Mensch gibt den Ausweis frei, meist am nächsten Werktag.",
  formular,
  nachweise,
  regelwerk,
  sachverhalt,
  beteiligte,
  bescheid,
  stichtag: ({ ab }, eingegangenAm) => (typeof ab === "string" ? ab : eingegangenAm),
  tatsachen: {
    zone: (wert: string) => wert,
    inZone: (wert: boolean) => (wert ? "Ja" : "Nein"),
    kennzeichen: (wert: string) => wert,
    istHalter: (wert: boolean) => (wert ? "Ja" : "Nein"),
    ab: (wert: IsoDatum) => formatiereDatum(wert),
  },
  vorbefuellung: {
    wohnung: {
      nachweis: "eigeneMeldedaten",
      vorschlaege(daten) {
        const { anschrift } = Meldedaten.parse(daten);
        if (!anschrift) return [];
        const { strasse, hausnummer } = anschrift;
        return [{ titel: `${strasse} ${hausnummer}, ${anschrift.plz} ${anschrift.ort}`, werte: { strasse, hausnummer } }];
      },
    },
  },
});
