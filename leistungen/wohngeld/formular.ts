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

/** What somebody can take in. The law takes other costs off each, so they are told apart; the words say for which time. */
export const einkommensarten = {
  lohn: "Lohn oder Gehalt, brutto im Monat",
  selbstaendig: "Gewinn aus Selbstständigkeit im Jahr",
  rente: "Gesetzliche Rente, brutto im Monat",
  andereRente: "Andere Rente, zum Beispiel vom Betrieb, brutto im Monat",
  vermietung: "Überschuss aus Vermietung im Jahr",
  kapital: "Zinsen und Kapitalerträge im Jahr",
  sonstige: "Etwas anderes im Monat: Minijob, Arbeitslosengeld, Krankengeld, Unterhalt, Elterngeld über 300 €",
} as const;
export const merkmale = {
  schwerbehindert: "Grad der Behinderung 100, oder weniger und zu Hause gepflegt",
  grundrente: "Mindestens 33 Jahre Grundrentenzeiten (steht im Rentenbescheid)",
  verfolgt: "Anerkanntes Opfer nationalsozialistischer Verfolgung",
} as const;

const personfelder = {
  vornamen: feld.text({ label: "Vornamen" }),
  nachname: feld.text({ label: "Nachname" }),
  geburtsdatum: feld.datum({ label: "Geburtsdatum" }),
  rolle: feld.auswahl({ label: "Wer ist das?", optionen: rollen }),
  idnr: feld.idnr({ label: "Identifikationsnummer", hinweis: "Ohne sie dauert die Prüfung länger.", optional: true }),
  ausgeschlossen: feld.haken({
    label: "Bekommt Bürgergeld, Grundsicherung, Sozialhilfe oder Geld für Asylbewerber oder hat es beantragt",
  }),
};
export const nameVon = ({ vornamen, nachname }: Readonly<Record<string, unknown>>): string => `${vornamen} ${nachname}`;
const wer = (label: string) => feld.auswahlAus({ label, seite: "haushalt", liste: "personen", benenne: nameVon });

const einnahmefelder = {
  wer: wer("Wer hat diese Einnahme?"),
  art: feld.auswahl({ label: "Was ist es?", optionen: einkommensarten }),
  betrag: feld.geld({ label: "Betrag", hoechstensCent: 100_000_000 }),
  werbungskosten: feld.geld({
    label: "Werbungskosten im Jahr",
    hinweis: "Nur bei Lohn, und nur wenn sie höher sind als 1.230 €.",
    optional: true,
  }),
  steuern: feld.haken({ label: "Davon gehen Steuern ab" }),
  kranken: feld.haken({ label: "Davon gehen Beiträge zur Kranken- und Pflegeversicherung ab" }),
  renten: feld.haken({ label: "Davon gehen Beiträge zur Rentenversicherung ab" }),
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
      einleitung: "Nennen Sie sich selbst und alle, mit denen Sie zusammen wohnen und wirtschaften.",
      felder: {
        personen: feld.liste({ label: "Menschen im Haushalt", einzahl: "Person", eintrag: personfelder, min: 1, max: 20 }),
      },
    },
    einnahmen: {
      titel: "Was nimmt Ihr Haushalt ein?",
      einleitung:
        "Nennen Sie jede Einnahme der nächsten zwölf Monate einzeln, auch die der Kinder. Kindergeld zählt nicht. Wenn niemand etwas einnimmt, lassen Sie die Liste leer.",
      felder: {
        liste: feld.liste({ label: "Einnahmen", einzahl: "Einnahme", eintrag: einnahmefelder, min: 0, max: 40 }),
      },
    },
    uebrig: {
      titel: "Was bleibt Ihnen zum Leben?",
      felder: {
        betrag: feld.geld({
          label: "Was allen zusammen im Monat bleibt",
          hinweis: "Alle Einnahmen nach Steuern und Versicherungen, mit Kindergeld. Wenn nichts bleibt, schreiben Sie 0.",
        }),
      },
    },
    merkmale: {
      titel: "Gilt etwas davon für jemanden in Ihrem Haushalt?",
      einleitung:
        "Dann bleibt mehr vom Einkommen außer Betracht: Grad der Behinderung 100, oder weniger und zu Hause gepflegt; 33 Jahre Grundrentenzeiten; Verfolgung im Nationalsozialismus. Sonst lassen Sie die Liste leer.",
      felder: {
        liste: feld.liste({
          label: "Besondere Merkmale",
          einzahl: "Angabe",
          eintrag: { wer: wer("Für wen?"), was: feld.auswahl({ label: "Was gilt?", optionen: merkmale }) },
          min: 0,
          max: 20,
        }),
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
    haushalt: "einnahmen",
    einnahmen: "uebrig",
    uebrig: "merkmale",
    merkmale: "mitbewohner",
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
