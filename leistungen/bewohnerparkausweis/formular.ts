import { defineFormular, ENDE, feld } from "#baukasten";

export const formular = defineFormular({
  start: "wohnung",
  seiten: {
    wohnung: {
      titel: "Wo wohnen Sie?",
      einleitung: "Der Ausweis gilt für die Parkzone, in der Sie gemeldet sind.",
      felder: {
        strasse: feld.text({ label: "Straße", autocomplete: "address-line1" }),
        hausnummer: feld.text({ label: "Hausnummer", max: 12 }),
      },
    },
    fahrzeug: {
      titel: "Für welches Fahrzeug?",
      felder: {
        kennzeichen: feld.text({ label: "Kennzeichen", hinweis: "Zum Beispiel MU-AB 123", max: 12 }),
        istHalter: feld.jaNein({ label: "Das Fahrzeug ist auf mich zugelassen" }),
      },
    },
    nutzung: {
      titel: "Nutzen Sie das Fahrzeug dauernd?",
      einleitung: "Wenn es auf jemand anderen zugelassen ist, brauchen wir eine Erklärung, dass Sie es dauernd nutzen.",
      felder: { erklaerung: feld.anlage({ label: "Erklärung der Halterin oder des Halters" }) },
    },
    schein: {
      titel: "Fahrzeugschein",
      einleitung: "Ein Foto der Zulassungsbescheinigung Teil I genügt.",
      felder: {
        datei: feld.anlage({ label: "Fahrzeugschein", hinweis: "PDF oder Foto (JPEG, PNG), höchstens 10 MB je Datei." }),
      },
    },
    weitere: {
      titel: "Haben Sie schon einen Bewohnerparkausweis?",
      felder: {
        hat: feld.jaNein({ label: "Ich habe schon einen, der noch länger als einen Monat gilt" }),
      },
    },
    beginn: {
      titel: "Ab wann soll der Ausweis gelten?",
      einleitung: "Er gilt ein Jahr.",
      felder: { ab: feld.datum({ label: "Gültig ab" }) },
    },
    nachricht: {
      titel: "Möchten Sie uns noch etwas mitteilen?",
      felder: { text: feld.freitext({ label: "Ihre Nachricht (freiwillig)" }) },
    },
  },
  uebergaenge: {
    wohnung: "fahrzeug",
    fahrzeug: [{ wenn: (a) => a.fahrzeug?.istHalter === false, nach: "nutzung" }, { nach: "schein" }],
    nutzung: "schein",
    schein: "weitere",
    weitere: "beginn",
    beginn: "nachricht",
    nachricht: ENDE,
  },
});
export type BpAntworten = NonNullable<typeof formular.typ>;
