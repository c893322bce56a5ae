import { defineFormular, ENDE, feld } from "#baukasten";

const arbeitsfelder = {
  brutto: feld.geld({
    label: "Lohn oder Gewinn im Monat, brutto",
    hinweis: "Durchschnitt der letzten sechs Monate. Sonst schreiben Sie 0.",
  }),
  netto: feld.geld({ label: "Davon netto", hinweis: "Was nach Steuern und Versicherungen auf Ihrem Konto ankommt." }),
};
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
      titel: "Welche Kinder unter 25 Jahren leben bei Ihnen?",
      felder: {
        liste: feld.liste({
          label: "Ihre Kinder",
          einzahl: "Kind",
          eintrag: {
            geburtsdatum: feld.datum({ label: "Geburtsdatum", hinweis: "Zum Beispiel 24.3.2022" }),
            kindergeld: feld.jaNein({ label: "Ich oder mein Partner bekommen Kindergeld für das Kind" }),
            verheiratet: feld.jaNein({ label: "Das Kind ist verheiratet oder verpartnert" }),
            einkommen: feld.geld({
              label: "Eigenes Einkommen des Kindes im Monat",
              hinweis:
                "Unterhalt, Unterhaltsvorschuss, Waisenrente, Ausbildungsvergütung; ohne Kindergeld. Wenn es nichts bekommt, schreiben Sie 0.",
            }),
          },
          min: 1,
          max: 15,
        }),
      },
    },
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
        personen: feld.zahl({ label: "Wie viele Menschen wohnen in der Wohnung?", min: 2, max: 30 }),
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
    kinder: "einkommen",
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
