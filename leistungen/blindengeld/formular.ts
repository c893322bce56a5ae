import { defineFormular, ENDE, feld } from "#baukasten";

export const formular = defineFormular({
  start: "wohnung",
  seiten: {
    wohnung: {
      titel: "Wo wohnen Sie?",
      felder: {
        strasse: feld.text({ label: "Straße", autocomplete: "address-line1" }),
        hausnummer: feld.text({ label: "Hausnummer", max: 12 }),
        plz: feld.text({ label: "Postleitzahl", autocomplete: "postal-code", max: 5 }),
        ort: feld.text({ label: "Ort", autocomplete: "address-level2" }),
        land: feld.auswahl({
          label: "Bundesland",
          optionen: { NW: "Nordrhein-Westfalen", NI: "Niedersachsen", anderes: "ein anderes" },
        }),
        heim: feld.jaNein({
          label: "Ich lebe in einem Heim, und das Sozialamt oder eine Versicherung zahlt die Kosten ganz oder zum Teil",
        }),
      },
    },
    nachweis: {
      titel: "Haben Sie das Merkzeichen Bl?",
      einleitung: "Es steht im Schwerbehindertenausweis. Wir fragen bei der Behörde nach; Sie müssen ihn nicht hochladen.",
      felder: { merkzeichen: feld.jaNein({ label: "In meinem Ausweis steht Bl" }) },
    },
    attest: {
      titel: "Augenärztliche Bescheinigung",
      einleitung: "Ohne das Merkzeichen brauchen wir eine Bescheinigung über Ihr Sehvermögen. Ein Mensch liest sie.",
      felder: { datei: feld.anlage({ label: "Bescheinigung", hinweis: "PDF oder Foto (JPEG, PNG), höchstens 10 MB je Datei." }) },
    },
    andere: {
      titel: "Bekommen Sie wegen Ihrer Blindheit schon Geld?",
      felder: {
        bekommt: feld.jaNein({
          label: "Ich bekomme eine Leistung wegen Blindheit",
          hinweis:
            "Zum Beispiel von der Unfallversicherung oder der Sozialen Entschädigung. Blindenhilfe vom Sozialamt zählt nicht dazu.",
        }),
        pflege: feld.jaNein({ label: "Ich habe einen Pflegegrad von 2 oder mehr" }),
      },
    },
    konto: {
      titel: "Wohin sollen wir zahlen?",
      felder: {
        iban: feld.iban({ label: "IBAN" }),
        inhaber: feld.text({ label: "Kontoinhaberin oder Kontoinhaber", autocomplete: "name", max: 70 }),
      },
    },
    nachricht: {
      titel: "Möchten Sie uns noch etwas mitteilen?",
      einleitung: "Wenn Sie hier etwas schreiben, liest es ein Mensch. Die Entscheidung dauert dann einige Tage länger.",
      felder: { text: feld.freitext({ label: "Ihre Nachricht (freiwillig)" }) },
    },
  },
  uebergaenge: {
    wohnung: "nachweis",
    nachweis: [{ wenn: (a) => a.nachweis?.merkzeichen === false, nach: "attest" }, { nach: "andere" }],
    attest: "andere",
    andere: "konto",
    konto: "nachricht",
    nachricht: ENDE,
  },
});

export type BlAntworten = NonNullable<typeof formular.typ>;
