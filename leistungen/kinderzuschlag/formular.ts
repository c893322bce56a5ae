import { type AntwortenVon, defineFormular, ENDE, feld } from "#baukasten";

const kindfelder = {
  geburtsdatum: feld.datum({ label: "Geburtsdatum des Kindes", hinweis: "Zum Beispiel 24.3.2022" }),
  kindergeld: feld.jaNein({ label: "Ich oder mein Partner bekommen Kindergeld für das Kind" }),
  verheiratet: feld.jaNein({ label: "Das Kind ist verheiratet oder verpartnert" }),
  einkommen: feld.geld({
    label: "Eigenes Einkommen des Kindes im Monat",
    hinweis:
      "Unterhalt, Unterhaltsvorschuss, Waisenrente, Ausbildungsvergütung; ohne Kindergeld. Wenn es nichts bekommt, schreiben Sie 0.",
  }),
};
const arbeitsfelder = {
  brutto: feld.geld({
    label: "Lohn oder Gewinn im Monat, brutto",
    hinweis: "Durchschnitt der letzten sechs Monate. Sonst schreiben Sie 0.",
  }),
  netto: feld.geld({ label: "Davon netto", hinweis: "Was nach Steuern und Versicherungen auf Ihrem Konto ankommt." }),
};
const kindseite = (titel: string) => ({ titel, felder: kindfelder });
/** Children with a page of their own; with more, a person looks. */
export const kinderzahlen = { "1": "1", "2": "2", "3": "3", "4": "4", "5": "5", "6": "6", mehr: "7 oder mehr" } as const;

/** With more, a person looks. */
const personenzahlen = {
  "2": "2",
  "3": "3",
  "4": "4",
  "5": "5",
  "6": "6",
  "7": "7",
  "8": "8",
  "9": "9",
  "10": "10",
  mehr: "11 oder mehr",
} as const;

type Antworten = AntwortenVon<{ kinder: { titel: string; felder: { anzahl: typeof anzahl } } }>;
const anzahl = feld.auswahl({ label: "Zahl der Kinder", optionen: kinderzahlen });
const mehrAls = (zahl: number) => (a: Antworten) => a.kinder?.anzahl === "mehr" || Number(a.kinder?.anzahl ?? 0) > zahl;

export const formular = defineFormular({
  start: "familie",
  seiten: {
    familie: {
      titel: "Mit wem leben Sie zusammen?",
      einleitung: "Die Prüfung ist unverbindlich. Ob Ihnen Kinderzuschlag zusteht, entscheidet die Familienkasse auf Antrag.",
      felder: {
        partner: feld.auswahl({
          label: "In meinem Haushalt",
          optionen: {
            mit: "lebt mein Ehegatte oder Partner mit mir",
            allein: "erziehe ich meine Kinder allein",
            unterstuetzt: "lebe ich ohne Partner, aber jemand anderes hilft bei der Erziehung gleich viel mit",
          },
        }),
      },
    },
    kinder: {
      titel: "Wie viele Kinder unter 25 Jahren leben bei Ihnen?",
      felder: { anzahl },
    },
    kind1: kindseite("Ihr erstes Kind"),
    kind2: kindseite("Ihr zweites Kind"),
    kind3: kindseite("Ihr drittes Kind"),
    kind4: kindseite("Ihr viertes Kind"),
    kind5: kindseite("Ihr fünftes Kind"),
    kind6: kindseite("Ihr sechstes Kind"),
    einkommen: { titel: "Was verdienen Sie mit Arbeit?", felder: arbeitsfelder },
    einkommenPartner: { titel: "Was verdient Ihr Partner mit Arbeit?", felder: arbeitsfelder },
    anderesEinkommen: {
      titel: "Haben Sie anderes Einkommen?",
      felder: {
        betrag: feld.geld({
          label: "Anderes Einkommen beider Eltern im Monat",
          hinweis:
            "Zum Beispiel Arbeitslosengeld, Krankengeld, Rente, Unterhalt für Sie. Ohne Kindergeld und Wohngeld. Sonst schreiben Sie 0.",
        }),
      },
    },
    wohnung: {
      titel: "Was kostet Ihre Wohnung?",
      felder: {
        warmmiete: feld.geld({
          label: "Warmmiete im Monat",
          hinweis: "Miete mit Nebenkosten und Heizung. Im eigenen Haus: Zinsen, Nebenkosten und Heizung.",
        }),
        personen: feld.auswahl({ label: "Wie viele Menschen wohnen in der Wohnung?", optionen: personenzahlen }),
      },
    },
    vermoegen: {
      titel: "Wie viel Vermögen hat Ihre Familie?",
      felder: {
        betrag: feld.geld({
          label: "Vermögen aller zusammen",
          hinweis: "Geld auf Konten, Wertpapiere. Ohne das selbst bewohnte Haus, das Auto und die Altersvorsorge.",
          hoechstensCent: 1_000_000_000,
        }),
      },
    },
    wohngeld: {
      titel: "Bekommen Sie Wohngeld?",
      felder: {
        lage: feld.auswahl({
          label: "Wohngeld",
          optionen: {
            ja: "Ja, oder ich weiß, wie viel ich bekommen würde",
            nein: "Nein, mein Antrag ist abgelehnt, oder mir steht keines zu",
            unbekannt: "Ich weiß nicht, ob ich Wohngeld bekommen kann",
          },
        }),
      },
    },
    wohngeldbetrag: {
      titel: "Wie viel Wohngeld ist es?",
      felder: { betrag: feld.geld({ label: "Wohngeld im Monat" }) },
    },
    sozialleistung: {
      titel: "Bekommen Sie Geld vom Jobcenter oder Sozialamt?",
      felder: {
        bezieht: feld.jaNein({ label: "Jemand in der Familie bekommt Grundsicherung oder Sozialhilfe oder hat sie beantragt" }),
      },
    },
  },
  uebergaenge: {
    familie: "kinder",
    kinder: "kind1",
    kind1: [{ wenn: mehrAls(1), nach: "kind2" }, { nach: "einkommen" }],
    kind2: [{ wenn: mehrAls(2), nach: "kind3" }, { nach: "einkommen" }],
    kind3: [{ wenn: mehrAls(3), nach: "kind4" }, { nach: "einkommen" }],
    kind4: [{ wenn: mehrAls(4), nach: "kind5" }, { nach: "einkommen" }],
    kind5: [{ wenn: mehrAls(5), nach: "kind6" }, { nach: "einkommen" }],
    kind6: "einkommen",
    einkommen: [{ wenn: (a) => a.familie?.partner === "mit", nach: "einkommenPartner" }, { nach: "anderesEinkommen" }],
    einkommenPartner: "anderesEinkommen",
    anderesEinkommen: "wohnung",
    wohnung: "vermoegen",
    vermoegen: "wohngeld",
    wohngeld: [{ wenn: (a) => a.wohngeld?.lage === "ja", nach: "wohngeldbetrag" }, { nach: "sozialleistung" }],
    wohngeldbetrag: "sozialleistung",
    sozialleistung: ENDE,
  },
});

export type KizAntworten = NonNullable<typeof formular.typ>;
