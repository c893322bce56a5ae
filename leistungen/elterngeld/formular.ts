import { defineFormular, ENDE, feld } from "#baukasten";

const anzahl = {
  keine: "Keine",
  eins: "1",
  zwei: "2",
  drei: "3",
  vier: "4",
  fuenf: "5",
  sechs: "6",
  sieben: "7",
  acht: "8",
  neun: "9",
  zehn: "10",
  elf: "11",
  zwoelf: "12",
  dreizehn: "13",
  vierzehn: "14",
} as const;
/** How many months a choice means. */
export const monate = (wahl: keyof typeof anzahl | undefined): number | undefined =>
  wahl === undefined ? undefined : Object.keys(anzahl).indexOf(wahl);

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
      einleitung:
        "Mit kleinen Geschwistern gibt es mehr Elterngeld. Tragen Sie die Geburtstage ein; ohne ältere Kinder lassen Sie die Felder leer.",
      felder: {
        erstes: feld.datum({ label: "Geburtsdatum eines älteren Kindes", optional: true }),
        zweites: feld.datum({ label: "Geburtsdatum eines weiteren Kindes", optional: true }),
        drittes: feld.datum({ label: "Geburtsdatum eines dritten Kindes", optional: true }),
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
      felder: { belege: feld.anlage({ label: "Lohn- und Gehaltsabrechnungen", optional: true, hoechstens: 12 }) },
    },
    gewinn: {
      titel: "Nachweis Ihres Gewinns",
      einleitung:
        "Wir brauchen den Steuerbescheid des Jahres vor der Geburt. Gibt es ihn noch nicht, reicht eine Gewinnermittlung.",
      felder: { belege: feld.anlage({ label: "Steuerbescheid oder Gewinnermittlung" }) },
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
        "Wir zählen Lebensmonate: Ein Kind, das am 10. kommt, beginnt jeden Lebensmonat am 10. Basiselterngeld gibt es bis zum 14. Lebensmonat. Statt eines Monats Basiselterngeld können Sie zwei Monate Elterngeld Plus wählen.",
      felder: {
        ersterMonat: feld.auswahl({
          label: "Mein Elterngeld beginnt mit dem Lebensmonat",
          optionen: {
            eins: "1",
            zwei: "2",
            drei: "3",
            vier: "4",
            fuenf: "5",
            sechs: "6",
            sieben: "7",
            acht: "8",
            neun: "9",
            zehn: "10",
            elf: "11",
            zwoelf: "12",
            dreizehn: "13",
            vierzehn: "14",
          },
        }),
        basis: feld.auswahl({ label: "So viele Monate Basiselterngeld", optionen: anzahl }),
        plus: feld.auswahl({ label: "Danach so viele Monate Elterngeld Plus", optionen: anzahl }),
        bonus: feld.auswahl({
          label: "Danach so viele Monate Partnerschaftsbonus",
          hinweis: "Nur, wenn Sie und der andere Elternteil gleichzeitig 24 bis 32 Stunden in der Woche arbeiten.",
          optionen: { keine: "Keine", zwei: "2", drei: "3", vier: "4" },
        }),
      },
    },
    andererElternteil: {
      titel: "Welche Monate nimmt der andere Elternteil?",
      felder: {
        beantragt: feld.jaNein({ label: "Der andere Elternteil bekommt auch Elterngeld oder will es beantragen" }),
      },
    },
    monateAnderer: {
      titel: "Die Monate des anderen Elternteils",
      felder: {
        ersterMonat: feld.auswahl({
          label: "Sein Elterngeld beginnt mit dem Lebensmonat",
          optionen: {
            eins: "1",
            zwei: "2",
            drei: "3",
            vier: "4",
            fuenf: "5",
            sechs: "6",
            sieben: "7",
            acht: "8",
            neun: "9",
            zehn: "10",
            elf: "11",
            zwoelf: "12",
            dreizehn: "13",
            vierzehn: "14",
          },
        }),
        basis: feld.auswahl({ label: "So viele Monate Basiselterngeld", optionen: anzahl }),
        plus: feld.auswahl({ label: "Danach so viele Monate Elterngeld Plus", optionen: anzahl }),
      },
    },
    arbeitNachher: {
      titel: "Arbeiten Sie, während Sie Elterngeld bekommen?",
      felder: { arbeite: feld.jaNein({ label: "Ich arbeite oder habe Einkommen aus Arbeit in diesen Monaten" }) },
    },
    arbeitgeberbescheinigung: {
      titel: "Nachweis Ihrer Arbeit während des Elterngeldes",
      einleitung: "Ihr Arbeitgeber bescheinigt Ihre Wochenstunden und Ihren Lohn. Selbstständige schätzen beides.",
      felder: {
        stunden: feld.auswahl({
          label: "Wochenstunden im Durchschnitt",
          optionen: { unter24: "Weniger als 24", von24bis32: "24 bis 32", ueber32: "Mehr als 32" },
        }),
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
