import { defineFormular, ENDE, feld } from "#baukasten";

const wasNun = { anmelden: "einen Hund anmelden", aendern: "eine Änderung mitteilen", abmelden: "einen Hund abmelden" };

export const formular = defineFormular({
  start: "anliegen",
  seiten: {
    anliegen: {
      titel: "Was möchten Sie tun?",
      felder: { art: feld.auswahl({ label: "Ich möchte", optionen: wasNun }) },
    },
    hund: {
      titel: "Um welchen Hund geht es?",
      felder: {
        name: feld.text({ label: "Name des Hundes", max: 60 }),
        rasse: feld.text({
          label: "Rasse",
          hinweis: "Bei Mischlingen bitte die Rassen der Eltern, so weit Sie sie kennen.",
          max: 80,
        }),
        geboren: feld.datum({ label: "Geburtsdatum des Hundes", hinweis: "Es steht im Impfausweis. Sonst schätzen Sie bitte." }),
        chip: feld.text({ label: "Nummer des Chips", optional: true, max: 20 }),
      },
    },
    haltung: {
      titel: "Seit wann halten Sie den Hund hier?",
      felder: {
        seit: feld.datum({
          label: "Seit diesem Tag",
          hinweis: "Der Tag, an dem Sie den Hund aufgenommen haben oder hergezogen sind.",
        }),
        zugezogen: feld.jaNein({ label: "Ich hatte den Hund schon und bin mit ihm hergezogen" }),
      },
    },
    aenderung: {
      titel: "Ab wann gilt die Änderung?",
      einleitung: "Beantworten Sie die folgenden Fragen bitte so, wie es ab diesem Tag ist.",
      felder: {
        seit: feld.datum({ label: "Die Änderung gilt ab" }),
        kassenzeichen: feld.text({ label: "Aktenzeichen Ihres Bescheids", optional: true, max: 40 }),
      },
    },
    haltungsende: {
      titel: "Seit wann halten Sie den Hund nicht mehr?",
      felder: {
        am: feld.datum({ label: "Letzter Tag" }),
        warum: feld.auswahl({
          label: "Was ist geschehen?",
          optionen: { gestorben: "Der Hund ist gestorben", abgegeben: "Ich habe ihn abgegeben", weggezogen: "Ich ziehe weg" },
        }),
        kassenzeichen: feld.text({ label: "Aktenzeichen Ihres Bescheids", optional: true, max: 40 }),
      },
    },
    andereHunde: {
      titel: "Halten Sie in Ihrem Haushalt noch andere Hunde?",
      einleitung: "Die Steuer richtet sich danach, der wievielte Hund es ist. Andere in Ihrem Haushalt zählen mit.",
      felder: { anzahl: feld.zahl({ label: "Zahl der anderen Hunde", hinweis: "Keine: 0", max: 30, einheit: "Hunde" }) },
    },
    gefaehrlich: {
      titel: "Gilt der Hund als gefährlich?",
      einleitung: "Das gilt für bestimmte Rassen und für Hunde, bei denen eine Behörde es festgestellt hat.",
      felder: {
        antwort: feld.auswahl({
          label: "Der Hund gilt als gefährlich",
          optionen: { nein: "Nein", ja: "Ja", weissNicht: "Ich weiß es nicht" },
        }),
      },
    },
    verguenstigung: {
      titel: "Müssen Sie weniger oder nichts zahlen?",
      felder: {
        grund: feld.auswahl({
          label: "Ich beantrage",
          optionen: {
            keine: "nichts davon",
            assistenzhund: "Befreiung: Der Hund hilft mir, weil ich blind, gehörlos oder hilflos bin",
            sozialleistung: "Ermäßigung: Ich bekomme Bürgergeld, Grundsicherung oder Sozialhilfe",
            rettungshund: "Ermäßigung: Der Hund ist geprüfter Rettungshund",
          },
        }),
      },
    },
    merkzeichen: {
      titel: "Welches Merkzeichen haben Sie?",
      einleitung:
        "Die Befreiung hängt vom Merkzeichen in Ihrem Schwerbehindertenausweis ab. Sie müssen nichts hochladen, wenn wir nachfragen dürfen.",
      felder: {
        weg: feld.auswahl({
          label: "So weise ich es nach",
          optionen: {
            register: "Bitte fragen Sie bei der Versorgungsverwaltung nach",
            ausweis: "Ich lade ein Foto des Ausweises hoch",
          },
        }),
      },
    },
    beleg: {
      titel: "Nachweis",
      einleitung: "Ein Mensch liest ihn. Schwärzen Sie bitte, was nicht dazugehört.",
      felder: {
        datei: feld.anlage({
          label: "Ausweis, Bescheid oder Prüfungszeugnis",
          hinweis: "PDF oder Foto (JPEG, PNG), höchstens 10 MB je Datei.",
        }),
      },
    },
    nachricht: {
      titel: "Möchten Sie uns noch etwas mitteilen?",
      einleitung: "Wenn Sie hier etwas schreiben, liest es ein Mensch. Die Entscheidung dauert dann einige Tage länger.",
      felder: { text: feld.freitext({ label: "Ihre Nachricht (freiwillig)" }) },
    },
  },
  uebergaenge: {
    anliegen: "hund",
    hund: [
      { wenn: (a) => a.anliegen?.art === "aendern", nach: "aenderung" },
      { wenn: (a) => a.anliegen?.art === "abmelden", nach: "haltungsende" },
      { nach: "haltung" },
    ],
    haltung: "andereHunde",
    aenderung: "andereHunde",
    haltungsende: "andereHunde",
    andereHunde: "gefaehrlich",
    gefaehrlich: "verguenstigung",
    verguenstigung: [
      { wenn: (a) => a.verguenstigung?.grund === "assistenzhund", nach: "merkzeichen" },
      { wenn: (a) => a.verguenstigung?.grund !== "keine", nach: "beleg" },
      { nach: "nachricht" },
    ],
    merkzeichen: [{ wenn: (a) => a.merkzeichen?.weg === "ausweis", nach: "beleg" }, { nach: "nachricht" }],
    beleg: "nachricht",
    nachricht: ENDE,
  },
});

export type HuAntworten = NonNullable<typeof formular.typ>;
