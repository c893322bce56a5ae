import { defineFormular, ENDE, feld } from "#baukasten";

const bild = ["image/jpeg", "image/png"] as const;

export const formular = defineFormular({
  start: "fuehrerschein",
  seiten: {
    fuehrerschein: {
      titel: "Welchen Führerschein haben Sie jetzt?",
      einleitung:
        "Auf der Karte stehen die Angaben neben den Ziffern 5, 4a und 4c. Auf grauem oder rosa Papier stehen sie neben dem Lichtbild.",
      felder: {
        nummer: feld.text({ label: "Nummer des Führerscheins", max: 20 }),
        ausgestelltAm: feld.datum({ label: "Ausgestellt am" }),
        behoerde: feld.text({ label: "Ausgestellt von", hinweis: "Zum Beispiel: Stadt Musterstadt" }),
      },
    },
    lichtbild: {
      titel: "Lichtbild",
      einleitung:
        "Wir brauchen ein aktuelles Passbild: das ganze Gesicht von vorn, gleichmäßig hell, vor einfarbigem Hintergrund. Ein Mensch prüft, ob es sich eignet.",
      felder: {
        bild: feld.anlage({ label: "Lichtbild", hinweis: "Foto (JPEG, PNG), höchstens 10 MB.", typen: bild, hoechstens: 1 }),
      },
    },
    unterschrift: {
      titel: "Unterschrift",
      einleitung:
        "Sie wird auf die Karte gedruckt. Bitte unterschreiben Sie mit schwarzem Stift auf weißem Papier und fotografieren Sie es.",
      felder: {
        bild: feld.anlage({ label: "Unterschrift", hinweis: "Foto (JPEG, PNG), höchstens 10 MB.", typen: bild, hoechstens: 1 }),
      },
    },
    empfang: {
      titel: "Wie möchten Sie den neuen Führerschein bekommen?",
      felder: {
        weg: feld.auswahl({
          label: "Empfang",
          optionen: {
            abholung: "Ich hole ihn ab und gebe dabei den alten ab",
            versand: "Mit der Post an meine Meldeanschrift; den alten schicke ich vorher ein",
          },
        }),
      },
    },
    nachricht: {
      titel: "Möchten Sie uns noch etwas mitteilen?",
      einleitung: "Wenn Sie hier etwas schreiben, liest es ein Mensch einzeln. Das dauert einige Tage länger.",
      felder: { text: feld.freitext({ label: "Ihre Nachricht (freiwillig)" }) },
    },
  },
  uebergaenge: {
    fuehrerschein: "lichtbild",
    lichtbild: "unterschrift",
    unterschrift: "empfang",
    empfang: "nachricht",
    nachricht: ENDE,
  },
});

export type FuAntworten = NonNullable<typeof formular.typ>;
