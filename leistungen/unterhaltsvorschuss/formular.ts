import { defineFormular, ENDE, feld, zuletzt } from "#baukasten";
import { geburtstag, jahrVon } from "#kalender";
import { altersgrenzen } from "./parameter.ts";

/** From the year in which the child turns twelve, § 1 Abs. 1a UhVorschG may be needed. */
const wirdZwoelf = (geburtsdatum: string | undefined, heute: string) =>
  geburtsdatum !== undefined && geburtstag(geburtsdatum, zuletzt(altersgrenzen, heute).ohneWeiteres) <= `${jahrVon(heute)}-12-31`;

export const formular = defineFormular({
  start: "kind",
  seiten: {
    kind: {
      titel: "Für welches Kind beantragen Sie Unterhaltsvorschuss?",
      einleitung: "Bitte stellen Sie für jedes Kind einen eigenen Antrag.",
      felder: {
        vornamen: feld.text({ label: "Vornamen des Kindes" }),
        nachname: feld.text({ label: "Nachname des Kindes" }),
        geburtsdatum: feld.datum({ label: "Geburtsdatum des Kindes", hinweis: "Zum Beispiel 24.3.2022" }),
        idnr: feld.idnr({
          label: "Identifikationsnummer des Kindes",
          hinweis:
            "Elf Ziffern. Sie steht in einem Brief des Bundeszentralamts für Steuern, der kurz nach der Geburt kam. Ohne sie dauert die Prüfung länger.",
          optional: true,
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
      titel: "Wohnt das Kind bei Ihnen?",
      felder: {
        lebtBeiMir: feld.jaNein({
          label: "Das Kind wohnt hauptsächlich bei mir",
          hinweis: "Verbringt das Kind etwa gleich viel Zeit bei beiden Eltern, wählen Sie Nein.",
        }),
        seit: feld.datum({
          label: "Seit wann wohnt das Kind bei Ihnen?",
          hinweis: "Wohnt es seit der Geburt bei Ihnen, schreiben Sie das Geburtsdatum.",
        }),
      },
    },
    familienstand: {
      titel: "Wie ist Ihr Familienstand?",
      felder: {
        stand: feld.auswahl({
          label: "Familienstand",
          optionen: {
            ledig: "Ledig",
            geschieden: "Geschieden",
            verwitwet: "Verwitwet",
            getrennt: "Verheiratet oder verpartnert, dauernd getrennt lebend",
            zusammen: "Verheiratet oder verpartnert, zusammen lebend",
          },
        }),
      },
    },
    trennung: {
      titel: "Seit wann leben Sie getrennt?",
      felder: {
        seit: feld.datum({
          label: "Getrennt lebend seit",
          hinweis: "Der Tag, seit dem Sie keinen gemeinsamen Haushalt mehr führen.",
        }),
      },
    },
    andererElternteil: {
      titel: "Wer ist der andere Elternteil?",
      felder: {
        lage: feld.auswahl({
          label: "Der andere Elternteil ist",
          optionen: {
            bekannt: "mir bekannt",
            unbekannt: "mir nicht bekannt, oder ich möchte ihn nicht nennen",
            verstorben: "verstorben",
          },
        }),
      },
    },
    angabenElternteil: {
      titel: "Angaben zum anderen Elternteil",
      einleitung: "Was Sie nicht wissen, lassen Sie bitte leer. Wir wenden uns an den anderen Elternteil wegen des Unterhalts.",
      felder: {
        vornamen: feld.text({ label: "Vornamen des anderen Elternteils" }),
        nachname: feld.text({ label: "Nachname des anderen Elternteils" }),
        geburtsdatum: feld.datum({ label: "Geburtsdatum des anderen Elternteils", optional: true }),
        zusammen: feld.jaNein({ label: "Wohnen Sie mit dem anderen Elternteil zusammen?" }),
      },
    },
    unterhalt: {
      titel: "Zahlt der andere Elternteil Unterhalt für das Kind?",
      felder: {
        betrag: feld.geld({
          label: "Unterhalt im Monat",
          hinweis: "Was tatsächlich bei Ihnen ankommt. Wenn nichts kommt, schreiben Sie 0.",
        }),
      },
    },
    waisenbezuege: {
      titel: "Bekommt das Kind Waisenrente?",
      felder: {
        betrag: feld.geld({
          label: "Waisenrente und ähnliche Bezüge im Monat",
          hinweis: "Wenn das Kind nichts bekommt, schreiben Sie 0.",
        }),
      },
    },
    kindergeld: {
      titel: "Wer bekommt das Kindergeld?",
      felder: {
        wer: feld.auswahl({
          label: "Das Kindergeld für das Kind bekommt",
          optionen: {
            ich: "Ich, oder ich habe es beantragt",
            dritte: "Jemand anderes, zum Beispiel die Großeltern",
            andererElternteil: "Der andere Elternteil",
          },
        }),
      },
    },
    staatsangehoerigkeit: {
      titel: "Welche Staatsangehörigkeit hat das Kind?",
      felder: {
        deutschOderEu: feld.jaNein({
          label:
            "Das Kind oder ich haben die deutsche Staatsangehörigkeit oder die eines Landes der EU, Islands, Liechtensteins, Norwegens oder der Schweiz",
        }),
      },
    },
    sgb2: {
      titel: "Bekommt das Kind Bürgergeld?",
      einleitung:
        "Ab dem zwölften Geburtstag kommt es darauf an, ob das Kind Leistungen vom Jobcenter bekommt. Wir fragen dort selbst nach; Sie müssen keinen Bescheid hochladen.",
      felder: {
        bezieht: feld.jaNein({ label: "Das Kind bekommt Bürgergeld vom Jobcenter" }),
        einkommen: feld.geld({
          label: "Ihr eigenes Einkommen im Monat, brutto",
          hinweis: "Ohne Kindergeld. Wenn Sie keines haben, schreiben Sie 0.",
        }),
      },
    },
    einkommensnachweis: {
      titel: "Nachweis Ihres Einkommens",
      einleitung: "Zum Beispiel die Gehaltsabrechnungen der letzten drei Monate.",
      felder: { belege: feld.anlage({ label: "Belege", hinweis: "PDF oder Foto (JPEG, PNG), höchstens 10 MB je Datei." }) },
    },
    schule: {
      titel: "Besucht das Kind eine Schule?",
      felder: {
        besucht: feld.jaNein({ label: "Das Kind besucht eine allgemeinbildende Schule" }),
        einkuenfte: feld.geld({
          label: "Eigenes Einkommen des Kindes im Monat",
          hinweis: "Zum Beispiel Ausbildungsvergütung. Wenn es nichts verdient, schreiben Sie 0.",
        }),
      },
    },
    rueckwirkend: {
      titel: "Soll der Vormonat mitgezahlt werden?",
      einleitung:
        "Unterhaltsvorschuss kann auch für den Monat vor dem Antrag gezahlt werden, wenn Sie sich damals schon um Unterhalt bemüht haben.",
      felder: {
        vormonat: feld.jaNein({ label: "Ich beantrage die Leistung auch für den Vormonat" }),
        bemueht: feld.jaNein({
          label: "Ich hatte den anderen Elternteil schon im Vormonat zur Zahlung aufgefordert, oder das war nicht möglich",
        }),
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
    kind: "anschrift",
    anschrift: "zuhause",
    zuhause: "familienstand",
    familienstand: [{ wenn: (a) => a.familienstand?.stand === "getrennt", nach: "trennung" }, { nach: "andererElternteil" }],
    trennung: "andererElternteil",
    andererElternteil: [
      { wenn: (a) => a.andererElternteil?.lage === "bekannt", nach: "angabenElternteil" },
      { wenn: (a) => a.andererElternteil?.lage === "verstorben", nach: "waisenbezuege" },
      { nach: "unterhalt" },
    ],
    angabenElternteil: "unterhalt",
    unterhalt: "kindergeld",
    waisenbezuege: "kindergeld",
    kindergeld: "staatsangehoerigkeit",
    staatsangehoerigkeit: [
      { wenn: (a, heute) => wirdZwoelf(a.kind?.geburtsdatum, heute), nach: "sgb2" },
      { nach: "rueckwirkend" },
    ],
    // The income matters only where the child draws Bürgergeld: then, and only then, its proof is asked for.
    sgb2: [
      { wenn: (a) => a.sgb2?.bezieht === true && (a.sgb2.einkommen ?? 0) > 0, nach: "einkommensnachweis" },
      { nach: "schule" },
    ],
    einkommensnachweis: "schule",
    schule: "rueckwirkend",
    rueckwirkend: "konto",
    konto: "nachricht",
    nachricht: ENDE,
  },
});

export type UvAntworten = NonNullable<typeof formular.typ>;
