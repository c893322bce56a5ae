import { defineFormular, ENDE, feld } from "#baukasten";

export const formular = defineFormular({
  start: "kind",
  seiten: {
    kind: {
      titel: "Welches Kind möchten Sie anmelden?",
      einleitung: "Wenn Sie angemeldet sind, können Sie die Angaben aus dem Melderegister übernehmen.",
      felder: {
        vornamen: feld.text({ label: "Vornamen des Kindes" }),
        nachname: feld.text({ label: "Nachname des Kindes" }),
        geburtsdatum: feld.datum({ label: "Geburtsdatum des Kindes" }),
      },
    },
    zeitpunkt: {
      titel: "Wann soll Ihr Kind zur Schule gehen?",
      felder: {
        wunsch: feld.auswahl({
          label: "Zeitpunkt",
          optionen: {
            pflicht: "wenn die Schulpflicht beginnt",
            frueher: "ein Jahr früher",
            spaeter: "ein Jahr später",
          },
        }),
      },
    },
    schule: {
      titel: "Welche Grundschule?",
      einleitung: "Zu jeder Wohnung gehört eine Grundschule. Welche es ist, sehen wir am Straßenverzeichnis.",
      felder: {
        wahl: feld.auswahl({
          label: "Ich melde mein Kind an",
          optionen: { zustaendig: "bei der Grundschule, die zu unserer Wohnung gehört", andere: "bei einer anderen Grundschule" },
        }),
      },
    },
    wunschschule: {
      titel: "Ihre Wunschschule",
      einleitung: "Ein Mensch liest Ihre Gründe und spricht mit der Schule. Das dauert einige Wochen.",
      felder: {
        name: feld.text({ label: "Name der Grundschule", max: 80 }),
        gruende: feld.freitext({ label: "Warum diese Schule? (freiwillig)" }),
      },
    },
    nachricht: {
      titel: "Möchten Sie uns noch etwas mitteilen?",
      einleitung: "Zum Beispiel, wenn Ihr Kind Unterstützung braucht. Was Sie hier schreiben, liest ein Mensch.",
      felder: { text: feld.freitext({ label: "Ihre Nachricht (freiwillig)" }) },
    },
  },
  uebergaenge: {
    kind: "zeitpunkt",
    zeitpunkt: "schule",
    schule: [{ wenn: (a) => a.schule?.wahl === "andere", nach: "wunschschule" }, { nach: "nachricht" }],
    wunschschule: "nachricht",
    nachricht: ENDE,
  },
});
export type SaAntworten = NonNullable<typeof formular.typ>;
