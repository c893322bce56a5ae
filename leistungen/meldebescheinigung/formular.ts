import { defineFormular, ENDE, feld } from "#baukasten";

/** What can be added to the plain record, by name of the fact: § 3 Abs. 1 Nr. 6, 7, 10, 13, 14, 16 BMG, and that no date of death is stored. */
export const zusaetze = {
  geburtsort: "Geburtsort",
  geschlecht: "Geschlecht",
  staatsangehoerigkeit: "Staatsangehörigkeit",
  einzugsdatum: "Einzugsdatum",
  familienstand: "Familienstand",
  kinder: "Minderjährige Kinder",
  lebend: "Dass kein Sterbedatum gespeichert ist (als Lebensbescheinigung)",
} as const;
export type Zusatz = keyof typeof zusaetze;

export const formular = defineFormular({
  start: "umfang",
  seiten: {
    umfang: {
      titel: "Was soll in der Meldebescheinigung stehen?",
      einleitung:
        "In jeder Meldebescheinigung stehen Name, Doktorgrad, Geburtsdatum und Anschrift, so wie sie im Melderegister gespeichert sind. Das reicht meistens.",
      felder: {
        umfang: feld.auswahl({
          label: "Umfang",
          optionen: { einfach: "Nur diese Angaben", erweitert: "Weitere Angaben dazu" },
        }),
      },
    },
    zusaetze: {
      titel: "Welche Angaben sollen dazu?",
      einleitung: "Kreuzen Sie nur an, was Sie brauchen: Wer die Bescheinigung bekommt, liest alles, was darin steht.",
      felder: {
        geburtsort: feld.haken({ label: zusaetze.geburtsort }),
        geschlecht: feld.haken({ label: zusaetze.geschlecht }),
        staatsangehoerigkeit: feld.haken({ label: zusaetze.staatsangehoerigkeit }),
        einzugsdatum: feld.haken({ label: zusaetze.einzugsdatum }),
        familienstand: feld.haken({ label: zusaetze.familienstand }),
        kinder: feld.haken({ label: zusaetze.kinder }),
        lebend: feld.haken({ label: zusaetze.lebend }),
      },
    },
    form: {
      titel: "Wie möchten Sie die Bescheinigung bekommen?",
      felder: {
        form: feld.auswahl({
          label: "Form",
          optionen: {
            elektronisch: "Elektronisch in mein Postfach, kostenlos",
            papier: "Auf Papier mit der Post, gegen Gebühr",
          },
          hinweis:
            "Für den elektronischen Weg kreuzen Sie auf der letzten Seite bitte auch das Postfach an. Manche Stellen, vor allem im Ausland, verlangen Papier.",
        }),
      },
    },
  },
  uebergaenge: {
    umfang: [{ wenn: (a) => a.umfang?.umfang === "erweitert", nach: "zusaetze" }, { nach: "form" }],
    zusaetze: "form",
    form: ENDE,
  },
});

export type MbAntworten = NonNullable<typeof formular.typ>;
