import { type Antworten, defineFormular, ENDE, feld, zuletzt } from "#baukasten";
import { geburtstag, type IsoDatum, jahrVon } from "#kalender";
import { altersgrenze } from "./parameter.ts";

/** From the year in which the child comes of age, § 32 Abs. 4 EStG may be needed. */
const wirdVolljaehrig = (geburtsdatum: IsoDatum | undefined, heute: IsoDatum) =>
  geburtsdatum !== undefined && geburtstag(geburtsdatum, zuletzt(altersgrenze, heute)) <= `${jahrVon(heute)}-12-31`;

export const formular = defineFormular({
  start: "kind",
  seiten: {
    kind: {
      titel: "Für welches Kind beantragen Sie Kindergeld?",
      einleitung: "Bitte stellen Sie für jedes Kind einen eigenen Antrag.",
      felder: {
        vornamen: feld.text({ label: "Vornamen des Kindes" }),
        nachname: feld.text({ label: "Nachname des Kindes" }),
        geburtsdatum: feld.datum({ label: "Geburtsdatum des Kindes", hinweis: "Zum Beispiel 24.3.2022" }),
        idnr: feld.idnr({
          label: "Identifikationsnummer des Kindes",
          hinweis: "Elf Ziffern. Sie kam kurz nach der Geburt mit einem Brief des Bundeszentralamts für Steuern.",
          optional: true,
        }),
      },
    },
    kindschaft: {
      titel: "Wie sind Sie mit dem Kind verwandt?",
      felder: {
        art: feld.auswahl({
          label: "Das Kind ist",
          optionen: {
            eigenes: "mein leibliches oder angenommenes Kind",
            haushalt: "das Kind meines Ehegatten oder mein Enkelkind",
            pflege: "mein Pflegekind",
          },
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
    zuhause: {
      titel: "Wo wohnt das Kind?",
      felder: {
        wo: feld.auswahl({
          label: "Das Kind wohnt",
          optionen: {
            beiMir: "bei mir, und der andere Elternteil wohnt nicht bei uns",
            gemeinsam: "bei mir und dem anderen Elternteil",
            beimAnderen: "bei einer anderen Person, die Kindergeld bekommen kann",
            allein: "in einer eigenen Wohnung oder woanders",
          },
        }),
        seit: feld.datum({
          label: "Seit wann wohnt das Kind dort?",
          hinweis: "Seit der Geburt? Dann schreiben Sie das Geburtsdatum.",
        }),
      },
    },
    empfaenger: {
      titel: "Wer soll das Kindergeld bekommen?",
      einleitung: "Kindergeld bekommt nur eine Person. Leben Sie zusammen, bestimmen Sie gemeinsam, wer es ist.",
      felder: {
        ich: feld.jaNein({ label: "Der andere Elternteil ist einverstanden, dass ich das Kindergeld bekomme" }),
      },
    },
    unterhalt: {
      titel: "Wer zahlt dem Kind Unterhalt?",
      felder: { ichAmMeisten: feld.jaNein({ label: "Von allen zahle ich dem Kind den höchsten Unterhalt" }) },
    },
    staatsangehoerigkeit: {
      titel: "Welche Staatsangehörigkeit haben Sie?",
      felder: {
        staat: feld.auswahl({
          label: "Staatsangehörigkeit",
          optionen: {
            deutsch: "deutsch",
            union: "eines Landes der EU, Islands, Liechtensteins, Norwegens oder der Schweiz",
            andere: "eines anderen Landes",
          },
        }),
      },
    },
    zuzug: {
      titel: "Seit wann wohnen Sie in Deutschland?",
      felder: {
        seit: feld.datum({ label: "In Deutschland seit", hinweis: "Sind Sie hier geboren, schreiben Sie Ihr Geburtsdatum." }),
        einkuenfte: feld.jaNein({ label: "Ich arbeite in Deutschland oder habe hier einen Betrieb" }),
      },
    },
    ausland: {
      titel: "Bekommt jemand für das Kind Geld aus einem anderen Land?",
      felder: {
        bekommt: feld.jaNein({
          label: "Für das Kind gibt es Familienleistungen aus einem anderen Land oder von einer internationalen Organisation",
        }),
        arbeitet: feld.jaNein({
          label: "Ein Elternteil arbeitet in einem anderen Land oder für eine internationale Organisation",
        }),
      },
    },
    lage: {
      titel: "Was macht das Kind?",
      einleitung: "Ab dem 18. Geburtstag gibt es Kindergeld nur, wenn das Kind zum Beispiel in Ausbildung ist.",
      felder: {
        art: feld.auswahl({
          label: "Das Kind",
          optionen: {
            ausbildung: "geht zur Schule, macht eine Ausbildung oder studiert",
            uebergang: "wartet auf den nächsten Abschnitt seiner Ausbildung",
            ohnePlatz: "sucht einen Ausbildungsplatz und findet keinen",
            freiwilligendienst: "leistet einen Freiwilligendienst",
            arbeitsuchend: "ist bei der Agentur für Arbeit arbeitsuchend gemeldet",
            behinderung: "kann sich wegen einer Behinderung nicht selbst unterhalten",
            nichts: "macht nichts davon",
          },
        }),
        von: feld.datum({ label: "Seit wann?" }),
        bis: feld.datum({ label: "Voraussichtlich bis wann?" }),
        belege: feld.anlage({
          label: "Nachweis, zum Beispiel Schulbescheinigung oder Ausbildungsvertrag",
          hinweis: "PDF oder Foto (JPEG, PNG), höchstens 10 MB je Datei.",
        }),
      },
    },
    erwerb: {
      titel: "Arbeitet das Kind?",
      felder: {
        abgeschlossen: feld.jaNein({ label: "Das Kind hat schon eine Berufsausbildung oder ein Studium abgeschlossen" }),
        stunden: feld.zahl({
          label: "Arbeitszeit in der Woche, neben oder nach der Ausbildung",
          hinweis: "Wenn es nicht arbeitet, schreiben Sie 0.",
          einheit: "Stunden",
          max: 80,
        }),
        unschaedlich: feld.jaNein({ label: "Es ist nur ein Minijob oder ein Ausbildungsdienstverhältnis" }),
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
    kind: "kindschaft",
    kindschaft: "anschrift",
    anschrift: "zuhause",
    zuhause: [
      { wenn: (a) => a.zuhause?.wo === "gemeinsam", nach: "empfaenger" },
      { wenn: (a) => a.zuhause?.wo === "allein", nach: "unterhalt" },
      { nach: "staatsangehoerigkeit" },
    ],
    empfaenger: "staatsangehoerigkeit",
    unterhalt: "staatsangehoerigkeit",
    staatsangehoerigkeit: [{ wenn: (a) => a.staatsangehoerigkeit?.staat === "union", nach: "zuzug" }, { nach: "ausland" }],
    zuzug: "ausland",
    ausland: [{ wenn: (a, heute) => wirdVolljaehrig(a.kind?.geburtsdatum, heute), nach: "lage" }, { nach: "konto" }],
    lage: [{ wenn: (a) => a.lage?.art === "nichts" || a.lage?.art === "behinderung", nach: "konto" }, { nach: "erwerb" }],
    erwerb: "konto",
    konto: "nachricht",
    nachricht: ENDE,
  },
});

export type KgAntworten = NonNullable<typeof formular.typ>;

/** Set by whoever begins a Vorgang from a birth, so that no Antrag is made up: `{ geburtsmeldung: { am: "2027-11-03" } }`. */
export const ohneAntragBegonnen = (antworten: Antworten): boolean => antworten.geburtsmeldung !== undefined;
