import { defineFormular, ENDE, feld } from "#baukasten";

/** Months of one kind in a row, by the numbers of the Lebensmonate. */
const abschnitt = {
  art: feld.auswahl({
    label: "Art",
    optionen: { basis: "Basiselterngeld", plus: "Elterngeld Plus", bonus: "Partnerschaftsbonus" },
  }),
  von: feld.zahl({ label: "Vom Lebensmonat", min: 1, max: 32 }),
  bis: feld.zahl({ label: "Bis zum Lebensmonat", hinweis: "Für einen einzigen Monat dieselbe Zahl.", min: 1, max: 32 }),
};

const steuerklassen = { "1": "1", "2": "2", "3": "3", "4": "4", "5": "5" } as const;
const kirchensteuer = feld.haken({ label: "Ich zahle Kirchensteuer" });

export const formular = defineFormular({
  start: "kind",
  seiten: {
    kind: {
      titel: "Für welches Kind beantragen Sie Elterngeld?",
      einleitung: "Jeder Elternteil stellt einen eigenen Antrag.",
      felder: {
        vornamen: feld.text({ label: "Vornamen des Kindes" }),
        nachname: feld.text({ label: "Nachname des Kindes" }),
        geburtsdatum: feld.datum({ label: "Geburtsdatum des Kindes", hinweis: "Zum Beispiel 24.3.2026" }),
        idnr: feld.idnr({
          label: "Identifikationsnummer des Kindes",
          hinweis:
            "Elf Ziffern. Sie steht in einem Brief des Bundeszentralamts für Steuern, der kurz nach der Geburt kommt. Ohne sie dauert die Prüfung länger.",
          optional: true,
        }),
        geboren: feld.auswahl({
          label: "Wie viele Kinder wurden geboren?",
          optionen: { eines: "Ein Kind", zwei: "Zwillinge", drei: "Drillinge", vier: "Vierlinge" },
        }),
      },
    },
    fruehgeburt: {
      titel: "Kam das Kind viel zu früh?",
      einleitung: "Wenn ein Kind mindestens sechs Wochen vor dem errechneten Tag kommt, gibt es Elterngeld länger.",
      felder: {
        sechsWochen: feld.jaNein({ label: "Das Kind kam mindestens sechs Wochen vor dem errechneten Termin zur Welt" }),
      },
    },
    termin: {
      titel: "Wann sollte das Kind kommen?",
      felder: {
        errechnet: feld.datum({ label: "Errechneter Tag der Geburt" }),
        bescheinigung: feld.anlage({
          label: "Bescheinigung der Ärztin, des Arztes oder der Hebamme",
          hinweis: "PDF oder Foto (JPEG, PNG), höchstens 10 MB je Datei.",
        }),
      },
    },
    anschrift: {
      titel: "Wo wohnen Sie?",
      felder: {
        strasse: feld.text({ label: "Straße", autocomplete: "address-line1" }),
        hausnummer: feld.text({ label: "Hausnummer", max: 12 }),
        plz: feld.text({ label: "Postleitzahl", autocomplete: "postal-code", max: 5 }),
        ort: feld.text({ label: "Ort", autocomplete: "address-level2" }),
      },
    },
    betreuung: {
      titel: "Wer betreut das Kind?",
      felder: {
        lebtBeiMir: feld.jaNein({ label: "Das Kind lebt mit mir in einem Haushalt" }),
        betreueSelbst: feld.jaNein({ label: "Ich betreue und erziehe das Kind selbst" }),
      },
    },
    staatsangehoerigkeit: {
      titel: "Welche Staatsangehörigkeit haben Sie?",
      felder: {
        deutschOderEu: feld.jaNein({
          label:
            "Ich habe die deutsche Staatsangehörigkeit oder die eines Landes der EU, Islands, Liechtensteins, Norwegens oder der Schweiz",
        }),
      },
    },
    familie: {
      titel: "Erziehen Sie das Kind allein?",
      felder: {
        allein: feld.jaNein({
          label: "Ich erziehe das Kind allein",
          hinweis:
            "Ja, wenn Ihnen der Entlastungsbetrag für Alleinerziehende zusteht und der andere Elternteil nicht bei Ihnen wohnt.",
        }),
      },
    },
    geschwister: {
      titel: "Leben ältere Kinder bei Ihnen?",
      einleitung: "Mit kleinen Geschwistern gibt es mehr Elterngeld. Ohne ältere Kinder lassen Sie die Liste leer.",
      felder: {
        kinder: feld.liste({
          label: "Ältere Kinder in Ihrem Haushalt",
          einzahl: "Kind",
          min: 0,
          max: 12,
          eintrag: { geburtsdatum: feld.datum({ label: "Geburtsdatum" }) },
        }),
        behinderung: feld.jaNein({ label: "Eines dieser Kinder oder das neugeborene Kind hat eine Behinderung" }),
      },
    },
    einkommensgrenze: {
      titel: "Wie hoch war Ihr Einkommen im Jahr vor der Geburt?",
      einleitung:
        "Gemeint ist das zu versteuernde Einkommen aus dem Steuerbescheid. Leben Sie mit dem anderen Elternteil zusammen, zählen beide zusammen.",
      felder: {
        unterGrenze: feld.jaNein({
          label: "Es waren höchstens 175.000 Euro",
          hinweis: "Wenn Sie unsicher sind, wählen Sie Nein. Dann fragen wir nach dem Steuerbescheid.",
        }),
      },
    },
    arbeitVorher: {
      titel: "Wie haben Sie vor der Geburt gearbeitet?",
      felder: {
        art: feld.auswahl({
          label: "In den zwölf Monaten davor war ich",
          optionen: {
            angestellt: "Angestellt, auch in Ausbildung oder als Beamtin oder Beamter",
            minijob: "Nur in einem Minijob",
            selbstaendig: "Selbstständig, auch neben einer Anstellung",
            ohne: "Ohne Einkommen aus Arbeit",
          },
        }),
      },
    },
    lohnbescheinigungen: {
      titel: "Nachweis Ihres Lohns",
      einleitung:
        "Wir fragen die Daten Ihrer Lohnabrechnung ab, wo das möglich ist. Laden Sie die Abrechnungen der zwölf Monate vor der Geburt oder vor dem Mutterschutz hoch, wenn Sie möchten, dass es auch ohne diese Abfrage geht.",
      felder: {
        belege: feld.anlage({ label: "Lohn- und Gehaltsabrechnungen", optional: true, hoechstens: 12 }),
        brutto: feld.geld({
          label: "Bruttolohn im Monat, im Durchschnitt dieser zwölf Monate",
          hinweis: "Nur wenn Sie Abrechnungen hochladen.",
          optional: true,
        }),
        steuerklasse: feld.auswahl({
          label: "Steuerklasse",
          hinweis: "Nur wenn Sie Abrechnungen hochladen. Sie steht darauf.",
          optionen: steuerklassen,
          optional: true,
        }),
        kirchensteuer,
      },
    },
    gewinn: {
      titel: "Nachweis Ihres Gewinns",
      einleitung:
        "Wir brauchen den Steuerbescheid des Jahres vor der Geburt. Gibt es ihn noch nicht, reicht eine Gewinnermittlung.",
      felder: {
        gewinn: feld.geld({
          label: "Gewinn im Kalenderjahr vor der Geburt",
          hinweis: "Im ganzen Jahr, wie er im Bescheid oder in der Gewinnermittlung steht.",
          hoechstensCent: 1_000_000_000,
        }),
        lohn: feld.geld({
          label: "Bruttolohn in demselben Jahr",
          hinweis: "Nur wenn Sie auch angestellt waren. Im ganzen Jahr.",
          hoechstensCent: 1_000_000_000,
          optional: true,
        }),
        steuerklasse: feld.auswahl({
          label: "Steuerklasse",
          hinweis: "Nur wenn Sie auch angestellt waren.",
          optionen: steuerklassen,
          optional: true,
        }),
        kirchensteuer,
        kranken: feld.haken({ label: "Ich war in der gesetzlichen Krankenversicherung pflichtversichert, nicht freiwillig" }),
        renten: feld.haken({ label: "Ich habe Pflichtbeiträge zur Rentenversicherung gezahlt" }),
        belege: feld.anlage({ label: "Steuerbescheid oder Gewinnermittlung" }),
      },
    },
    mutterschaft: {
      titel: "Bekommen Sie Mutterschaftsgeld?",
      felder: {
        bekomme: feld.jaNein({
          label: "Ich bekomme Mutterschaftsgeld, einen Zuschuss des Arbeitgebers oder Bezüge im Mutterschutz nach der Geburt",
        }),
      },
    },
    monate: {
      titel: "Welche Monate möchten Sie?",
      einleitung:
        "Wir zählen Lebensmonate: Ein Kind, das am 10. kommt, beginnt jeden Lebensmonat am 10. Basiselterngeld gibt es bis zum 14. Lebensmonat. Statt eines Monats Basiselterngeld können Sie zwei Monate Elterngeld Plus wählen. Den Partnerschaftsbonus gibt es nur, wenn Sie und der andere Elternteil gleichzeitig 24 bis 32 Stunden in der Woche arbeiten.",
      felder: { abschnitte: feld.liste({ label: "Ihre Monate", einzahl: "Abschnitt", max: 12, eintrag: abschnitt }) },
    },
    andererElternteil: {
      titel: "Welche Monate nimmt der andere Elternteil?",
      felder: {
        beantragt: feld.jaNein({ label: "Der andere Elternteil bekommt auch Elterngeld oder will es beantragen" }),
      },
    },
    monateAnderer: {
      titel: "Die Monate des anderen Elternteils",
      felder: { abschnitte: feld.liste({ label: "Seine Monate", einzahl: "Abschnitt", max: 12, eintrag: abschnitt }) },
    },
    arbeitNachher: {
      titel: "Arbeiten Sie, während Sie Elterngeld bekommen?",
      felder: { arbeite: feld.jaNein({ label: "Ich arbeite oder habe Einkommen aus Arbeit in diesen Monaten" }) },
    },
    arbeitgeberbescheinigung: {
      titel: "Nachweis Ihrer Arbeit während des Elterngeldes",
      einleitung: "Ihr Arbeitgeber bescheinigt Ihre Wochenstunden und Ihren Lohn. Selbstständige schätzen beides.",
      felder: {
        stunden: feld.zahl({ label: "Wochenstunden im Durchschnitt", max: 80 }),
        brutto: feld.geld({ label: "Bruttolohn oder Gewinn im Monat" }),
        minijob: feld.jaNein({ label: "Es ist ein Minijob" }),
        belege: feld.anlage({ label: "Bescheinigung über Arbeitszeit und Lohn" }),
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
    kind: "fruehgeburt",
    fruehgeburt: [{ wenn: (a) => a.fruehgeburt?.sechsWochen === true, nach: "termin" }, { nach: "anschrift" }],
    termin: "anschrift",
    anschrift: "betreuung",
    betreuung: "staatsangehoerigkeit",
    staatsangehoerigkeit: "familie",
    familie: "geschwister",
    geschwister: "einkommensgrenze",
    einkommensgrenze: "arbeitVorher",
    arbeitVorher: [
      { wenn: (a) => a.arbeitVorher?.art === "angestellt" || a.arbeitVorher?.art === "minijob", nach: "lohnbescheinigungen" },
      { wenn: (a) => a.arbeitVorher?.art === "selbstaendig", nach: "gewinn" },
      { nach: "mutterschaft" },
    ],
    lohnbescheinigungen: "mutterschaft",
    gewinn: "mutterschaft",
    mutterschaft: "monate",
    monate: [{ wenn: (a) => a.familie?.allein === true, nach: "arbeitNachher" }, { nach: "andererElternteil" }],
    andererElternteil: [
      { wenn: (a) => a.andererElternteil?.beantragt === true, nach: "monateAnderer" },
      { nach: "arbeitNachher" },
    ],
    monateAnderer: "arbeitNachher",
    arbeitNachher: [{ wenn: (a) => a.arbeitNachher?.arbeite === true, nach: "arbeitgeberbescheinigung" }, { nach: "konto" }],
    arbeitgeberbescheinigung: "konto",
    konto: "nachricht",
    nachricht: ENDE,
  },
});

export type EgAntworten = NonNullable<typeof formular.typ>;
