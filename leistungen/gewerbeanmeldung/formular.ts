import { defineFormular, ENDE, feld } from "#baukasten";
import { gewerbe } from "./erlaubnisse.ts";

const anschrift = {
  strasse: feld.text({ label: "Straße", autocomplete: "address-line1" }),
  hausnummer: feld.text({ label: "Hausnummer", max: 12 }),
  plz: feld.text({ label: "Postleitzahl", autocomplete: "postal-code", max: 5 }),
  ort: feld.text({ label: "Ort", autocomplete: "address-level2" }),
};
const erreichbar = {
  telefon: feld.text({ label: "Telefon", autocomplete: "tel", max: 40, optional: true }),
  web: feld.text({ label: "Internetadresse", max: 120, optional: true }),
};

export const formular = defineFormular({
  start: "rechtsform",
  seiten: {
    rechtsform: {
      titel: "Wer betreibt das Gewerbe?",
      felder: {
        form: feld.auswahl({
          label: "Rechtsform",
          optionen: {
            natuerlich: "Ich selbst (Einzelunternehmen)",
            gmbh: "Eine GmbH oder UG",
            andere: "Eine andere Gesellschaft, zum Beispiel GbR, OHG, KG, AG oder Verein",
          },
        }),
      },
    },
    gesellschaft: {
      titel: "Die Gesellschaft",
      felder: {
        firma: feld.text({ label: "Eingetragener Name mit Rechtsform", hinweis: "Zum Beispiel: Muster Handel GmbH" }),
        stand: feld.auswahl({
          label: "Handelsregister",
          optionen: { eingetragen: "Die Gesellschaft ist eingetragen", gruendung: "Sie ist noch in Gründung" },
        }),
      },
    },
    registereintrag: {
      titel: "Eintrag im Handelsregister",
      felder: {
        gericht: feld.text({ label: "Registergericht" }),
        nummer: feld.text({ label: "Registernummer", hinweis: "Zum Beispiel: HRB 12345", max: 20 }),
      },
    },
    vertreter: {
      titel: "Wer vertritt die Gesellschaft?",
      felder: {
        personen: feld.liste({
          label: "Geschäftsführerinnen und Geschäftsführer",
          einzahl: "Person",
          min: 1,
          max: 10,
          eintrag: {
            vornamen: feld.text({ label: "Vornamen" }),
            nachname: feld.text({ label: "Nachname" }),
            geburtsdatum: feld.datum({ label: "Geburtsdatum" }),
          },
        }),
      },
    },
    anzeigende: {
      titel: "In welcher Eigenschaft zeigen Sie an?",
      felder: {
        vertritt: feld.jaNein({ label: "Ich bin Geschäftsführerin oder Geschäftsführer dieser Gesellschaft" }),
      },
    },
    person: {
      titel: "Angaben zu Ihnen",
      einleitung: "Ihren Namen übernehmen wir aus der Anmeldung.",
      felder: {
        geburtsname: feld.text({ label: "Geburtsname, wenn er anders ist", optional: true }),
        geburtsdatum: feld.datum({ label: "Geburtsdatum" }),
        geburtsort: feld.text({ label: "Geburtsort und Geburtsland" }),
        geschlecht: feld.auswahl({
          label: "Geschlecht",
          optionen: { w: "weiblich", m: "männlich", d: "divers", x: "keine Angabe" },
        }),
        staat: feld.auswahl({
          label: "Staatsangehörigkeit",
          optionen: { deutsch: "deutsch", eu: "ein Staat der EU, des EWR oder die Schweiz", andere: "ein anderer Staat" },
        }),
      },
    },
    aufenthalt: {
      titel: "Ihr Aufenthaltstitel",
      felder: {
        erlaubt: feld.jaNein({ label: "Mein Aufenthaltstitel erlaubt eine selbständige Tätigkeit" }),
        behoerde: feld.text({ label: "Ausgestellt von" }),
      },
    },
    wohnung: { titel: "Ihre Wohnung", felder: { ...anschrift, telefon: erreichbar.telefon } },
    betrieb: {
      titel: "Wo ist der Betrieb?",
      einleitung: "Die Anschrift der Betriebsstätte. Arbeiten Sie von zu Hause, ist es Ihre Wohnung.",
      felder: { ...anschrift, ...erreichbar },
    },
    niederlassung: {
      titel: "Was wird angemeldet?",
      felder: {
        art: feld.auswahl({
          label: "Betriebsstätte",
          optionen: {
            haupt: "Eine Hauptniederlassung",
            zweig: "Eine Zweigniederlassung",
            stelle: "Eine unselbständige Zweigstelle",
          },
        }),
        grund: feld.auswahl({
          label: "Anlass",
          optionen: {
            neugruendung: "Neugründung",
            verlegung: "Wiedereröffnung nach Verlegung aus einem anderen Ort",
            umwandlung: "Gründung nach dem Umwandlungsgesetz",
            rechtsform: "Wechsel der Rechtsform",
            gesellschafter: "Eintritt eines Gesellschafters",
            uebernahme: "Erbfolge, Kauf oder Pacht",
          },
        }),
      },
    },
    frueher: {
      titel: "Wer hat den Betrieb vorher geführt?",
      felder: { name: feld.text({ label: "Name der früheren Inhaberin oder des früheren Inhabers, oder der Firma" }) },
    },
    taetigkeit: {
      titel: "Was tun Sie?",
      einleitung:
        "Bitte genau und vollständig: „Einzelhandel mit Fahrrädern und Zubehör“, nicht „Handel“. Den Schwerpunkt zuerst.",
      felder: {
        beschreibung: feld.text({ label: "Angemeldete Tätigkeit", max: 300 }),
        art: feld.auswahl({
          label: "Art des Betriebs",
          optionen: { industrie: "Industrie", handwerk: "Handwerk", handel: "Handel", sonstiges: "Sonstiges" },
        }),
        beginn: feld.datum({ label: "Beginn der Tätigkeit" }),
        nebenerwerb: feld.jaNein({ label: "Im Nebenerwerb" }),
      },
    },
    keinGewerbe: {
      titel: "Freier Beruf oder Landwirtschaft?",
      einleitung:
        "Freie Berufe, Land- und Forstwirtschaft und die Verwaltung eigenen Vermögens sind kein Gewerbe und werden nicht angezeigt.",
      felder: {
        trifftZu: feld.jaNein({
          label: "Es geht allein um einen freien Beruf, um Land- oder Forstwirtschaft oder um eigenes Vermögen",
          hinweis: "Zum Beispiel: Ärztin, Rechtsanwalt, Künstlerin, Lehrer; Vermietung eigener Wohnungen.",
        }),
      },
    },
    personal: {
      titel: "Wie viele Menschen arbeiten dort?",
      einleitung: "Ohne Sie selbst und ohne Geschäftsführung. Arbeitet niemand dort, schreiben Sie 0.",
      felder: {
        vollzeit: feld.zahl({ label: "In Vollzeit", max: 100_000 }),
        teilzeit: feld.zahl({ label: "In Teilzeit", max: 100_000 }),
      },
    },
    erlaubnis: {
      titel: "Braucht Ihr Gewerbe mehr als die Anmeldung?",
      einleitung:
        "Die Bescheinigung bekommen Sie in jedem Fall. Sie ersetzt aber keine Erlaubnis und keine Eintragung in die Handwerksrolle.",
      felder: { gewerbe: feld.auswahl({ label: "Gehört Ihr Gewerbe hierzu?", optionen: gewerbe }) },
    },
    erlaubnisstand: {
      titel: "Haben Sie die Erlaubnis oder die Eintragung schon?",
      felder: {
        liegtVor: feld.jaNein({ label: "Sie liegt vor" }),
        behoerde: feld.text({ label: "Ausgestellt von", optional: true }),
        vom: feld.datum({ label: "Ausgestellt am", optional: true }),
      },
    },
  },
  uebergaenge: {
    rechtsform: [{ wenn: (a) => a.rechtsform?.form === "natuerlich", nach: "person" }, { nach: "gesellschaft" }],
    gesellschaft: [{ wenn: (a) => a.gesellschaft?.stand === "eingetragen", nach: "registereintrag" }, { nach: "vertreter" }],
    registereintrag: "vertreter",
    vertreter: "anzeigende",
    anzeigende: "person",
    person: [{ wenn: (a) => a.person?.staat === "andere", nach: "aufenthalt" }, { nach: "wohnung" }],
    aufenthalt: "wohnung",
    wohnung: "betrieb",
    betrieb: "niederlassung",
    niederlassung: [{ wenn: (a) => a.niederlassung?.grund === "uebernahme", nach: "frueher" }, { nach: "taetigkeit" }],
    frueher: "taetigkeit",
    taetigkeit: "keinGewerbe",
    keinGewerbe: "personal",
    personal: "erlaubnis",
    erlaubnis: [{ wenn: (a) => a.erlaubnis?.gewerbe === "keines", nach: ENDE }, { nach: "erlaubnisstand" }],
    erlaubnisstand: ENDE,
  },
});

export type GwAntworten = NonNullable<typeof formular.typ>;
