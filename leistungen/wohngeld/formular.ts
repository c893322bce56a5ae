import { defineFormular, ENDE, feld } from "#baukasten";

export const rollen = {
  ich: "Ich selbst",
  partner: "Mein Ehegatte oder Partner",
  kind: "Kind von mir oder meinem Partner",
  andere: "Andere Angehörige",
} as const;
export const unterhaltsarten = {
  auswaerts: "Kind oder Angehörige, die wegen der Ausbildung auswärts wohnen",
  getrennteEltern: "Kind, das abwechselnd bei mir und dem anderen Elternteil wohnt",
  frueherePartner: "Früherer oder getrennt lebender Ehegatte oder Lebenspartner",
  sonstige: "Andere Person",
} as const;

/** What of a person's income can be stated; left empty means none. */
const einkommensfelder = {
  lohn: feld.geld({ label: "Lohn oder Gehalt im Monat, brutto", hinweis: "Ohne pauschal versteuerten Minijob.", optional: true }),
  werbungskosten: feld.geld({ label: "Werbungskosten im Jahr", hinweis: "Nur wenn sie höher sind als 1.230 €.", optional: true }),
  selbstaendig: feld.geld({ label: "Gewinn aus Selbstständigkeit im Jahr", optional: true }),
  vermietung: feld.geld({ label: "Überschuss aus Vermietung im Jahr", optional: true }),
  kapital: feld.geld({ label: "Zinsen und Kapitalerträge im Jahr", optional: true }),
  rente: feld.geld({ label: "Gesetzliche Rente im Monat, brutto", optional: true }),
  andereRente: feld.geld({ label: "Andere Renten im Monat, brutto", optional: true }),
  sonstige: feld.geld({
    label: "Alles andere im Monat",
    hinweis: "Minijob, Arbeitslosengeld, Krankengeld, Unterhalt, Elterngeld über 300 €. Ohne Kindergeld.",
    optional: true,
  }),
};
const personfelder = {
  vornamen: feld.text({ label: "Vornamen" }),
  nachname: feld.text({ label: "Nachname" }),
  geburtsdatum: feld.datum({ label: "Geburtsdatum" }),
  rolle: feld.auswahl({ label: "Wer ist das?", optionen: rollen }),
  idnr: feld.idnr({ label: "Identifikationsnummer", hinweis: "Ohne sie dauert die Prüfung länger.", optional: true }),
  ausgeschlossen: feld.jaNein({
    label: "Bekommt Bürgergeld, Grundsicherung oder Sozialhilfe oder hat sie beantragt",
    hinweis: "Auch Leistungen für Asylbewerber.",
  }),
  ...einkommensfelder,
  steuern: feld.jaNein({ label: "Zahlt in den nächsten zwölf Monaten Einkommensteuer" }),
  kranken: feld.jaNein({ label: "Zahlt Beiträge zur Kranken- und Pflegeversicherung" }),
  renten: feld.jaNein({ label: "Zahlt Beiträge zur Rentenversicherung" }),
  netto: feld.geld({
    label: "Was im Monat übrig bleibt",
    hinweis: "Alle Einnahmen nach Steuern und Versicherungen, mit Kindergeld. Wenn nichts, schreiben Sie 0.",
  }),
  schwerbehindert: feld.jaNein({ label: "Grad der Behinderung 100, oder weniger und zu Hause gepflegt" }),
  verfolgt: feld.jaNein({ label: "Anerkanntes Opfer nationalsozialistischer Verfolgung" }),
  grundrente: feld.jaNein({ label: "Hat 33 Jahre Grundrentenzeiten", hinweis: "Das steht im Rentenbescheid." }),
};

const mietfelder = {
  wohnung: feld.auswahl({
    label: "Meine Wohnung",
    optionen: {
      miete: "Ich wohne zur Miete oder zur Untermiete",
      eigentum: "Die Wohnung oder das Haus gehört mir",
      heim: "Ich lebe in einem Heim",
    },
  }),
  gesamt: feld.geld({ label: "Was Sie im Monat zahlen", hinweis: "Miete mit Nebenkosten." }),
  mitHeizung: feld.jaNein({ label: "Darin sind Kosten für Heizung oder Warmwasser enthalten" }),
};

export const formular = defineFormular({
  start: "anschrift",
  seiten: {
    anschrift: {
      titel: "Für welche Wohnung beantragen Sie Wohngeld?",
      felder: {
        strasse: feld.text({ label: "Straße", autocomplete: "address-line1" }),
        hausnummer: feld.text({ label: "Hausnummer", max: 12 }),
        plz: feld.text({ label: "Postleitzahl", autocomplete: "postal-code", max: 5 }),
        ort: feld.text({ label: "Ort", autocomplete: "address-level2" }),
      },
    },
    haushalt: {
      titel: "Wer gehört zu Ihrem Haushalt?",
      einleitung:
        "Nennen Sie sich selbst und alle, mit denen Sie zusammen wohnen und wirtschaften. Geben Sie an, was jede Person in den nächsten zwölf Monaten voraussichtlich einnimmt. Leere Felder heißen: nichts.",
      felder: {
        personen: feld.liste({ label: "Menschen im Haushalt", einzahl: "Person", eintrag: personfelder, min: 1, max: 20 }),
      },
    },
    mitbewohner: {
      titel: "Wohnt noch jemand in der Wohnung?",
      felder: {
        anzahl: feld.zahl({
          label: "Zahl der anderen Menschen in der Wohnung",
          hinweis: "Zum Beispiel in einer Wohngemeinschaft oder zur Untermiete. Wenn niemand, schreiben Sie 0.",
          min: 0,
          max: 30,
        }),
      },
    },
    miete: { titel: "Was kostet Ihre Wohnung?", felder: mietfelder },
    heizung: {
      titel: "Wie viel davon ist für Heizung und Warmwasser?",
      felder: {
        kosten: feld.geld({
          label: "Heizung und Warmwasser im Monat",
          hinweis: "Der Betrag steht im Mietvertrag oder in der Abrechnung. Wenn Sie ihn nicht kennen, lassen Sie das Feld leer.",
          optional: true,
        }),
      },
    },
    unterhalt: {
      titel: "Zahlt jemand im Haushalt Unterhalt?",
      felder: {
        zahlungen: feld.liste({
          label: "Unterhalt, den Sie zahlen",
          einzahl: "Zahlung",
          eintrag: {
            an: feld.auswahl({ label: "An wen?", optionen: unterhaltsarten }),
            betrag: feld.geld({ label: "Betrag im Monat" }),
            titel: feld.jaNein({ label: "Der Betrag steht in einem Urteil, einem Bescheid oder einer notariellen Vereinbarung" }),
          },
          min: 0,
          max: 10,
        }),
      },
    },
    vermoegen: {
      titel: "Wie viel Vermögen hat Ihr Haushalt?",
      felder: {
        betrag: feld.geld({
          label: "Vermögen aller zusammen",
          hinweis: "Geld, Wertpapiere, Grundstücke. Ohne Hausrat und angemessene Altersvorsorge.",
          hoechstensCent: 1_000_000_000,
        }),
      },
    },
    ausbildung: {
      titel: "Sind alle im Haushalt in Ausbildung oder Studium?",
      felder: {
        nurAusbildung: feld.jaNein({ label: "Allen im Haushalt steht BAföG oder Berufsausbildungsbeihilfe dem Grunde nach zu" }),
      },
    },
    staatsangehoerigkeit: {
      titel: "Ihr Aufenthalt",
      felder: {
        deutschOderEu: feld.jaNein({ label: "Ich bin Deutsche, Deutscher oder Bürger der Europäischen Union" }),
      },
    },
    konto: {
      titel: "Wohin sollen wir das Wohngeld zahlen?",
      felder: { inhaber: feld.text({ label: "Kontoinhaber" }), iban: feld.iban({ label: "IBAN" }) },
    },
    nachricht: {
      titel: "Möchten Sie uns noch etwas mitteilen?",
      einleitung: "Wenn Sie hier etwas schreiben, liest es ein Mensch. Die Entscheidung dauert dann einige Tage länger.",
      felder: { text: feld.freitext({ label: "Ihre Nachricht (freiwillig)" }) },
    },
  },
  uebergaenge: {
    anschrift: "haushalt",
    haushalt: "mitbewohner",
    mitbewohner: "miete",
    miete: [{ wenn: (a) => a.miete?.mitHeizung === true, nach: "heizung" }, { nach: "unterhalt" }],
    heizung: "unterhalt",
    unterhalt: "vermoegen",
    vermoegen: "ausbildung",
    ausbildung: "staatsangehoerigkeit",
    staatsangehoerigkeit: "konto",
    konto: "nachricht",
    nachricht: ENDE,
  },
});
export type WgAntworten = NonNullable<typeof formular.typ>;
