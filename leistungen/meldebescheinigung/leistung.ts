import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { formular, type MbAntworten } from "./formular.ts";
import { nachweise } from "./nachweise.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

const wie = (wert: string) => wert;
const tag = (wert: IsoDatum) => formatiereDatum(wert);

export const meldebescheinigung = defineLeistung({
  schluessel: "meldebescheinigung",
  version: "2026-1",
  name: "Meldebescheinigung",
  kuerzel: "MB",
  kurzbeschreibung: "Bestätigung, unter welcher Anschrift Sie gemeldet sind, einfach oder mit weiteren Angaben.",
  suchworte: [
    "Wohnsitz",
    "Meldebestätigung",
    "Adresse",
    "Anschrift nachweisen",
    "Aufenthaltsbescheinigung",
    "Lebensbescheinigung",
    "Melderegister",
  ],
  lebenslagen: ["Wohnen und Umzug", "Ausweise und Urkunden"],
  amt: "buergeramt",
  rechtsgebiet: "VwVfG",
  ergebnis: "einmalig",
  rechtsnatur: "bescheinigung",
  automatik: { erlaubt: true, norm: "§ 18 BMG" },
  vierAugen: false,
  aufbewahrung: { jahre: 1, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Meist wenige Minuten.",
  identitaet: { norm: "§ 18 Abs. 4 mit § 10 Abs. 2 BMG", vertrauensniveau: "substantiell" },
  gebuehr: "vorher",
  aufPapier: (antworten) => (antworten as MbAntworten).form?.form === "papier",
  formular,
  nachweise,
  regelwerk,
  sachverhalt,
  beteiligte,
  bescheid,
  tatsachen: {
    nachname: wie,
    vornamen: wie,
    doktorgrad: wie,
    geburtsdatum: tag,
    geburtsort: wie,
    geschlecht: wie,
    staatsangehoerigkeit: wie,
    anschrift: wie,
    einzugsdatum: tag,
    familienstand: wie,
    kinder: wie,
    lebend: wie,
  },
  vorbefuellung: {},
});
