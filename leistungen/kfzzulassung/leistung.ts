import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { formular, type Vorhaben } from "./formular.ts";
import { nachweise } from "./nachweise.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

const ja = (wert: boolean) => (wert ? "Ja" : "Nein");

export const kfzzulassung = defineLeistung({
  schluessel: "kfzzulassung",
  version: "2026-1",
  name: "Fahrzeug zulassen (i-Kfz)",
  kuerzel: "KZ",
  kurzbeschreibung: "Ein Auto neu zulassen, auf sich ummelden oder wieder zulassen, online und sofort.",
  suchworte: [
    "Auto anmelden",
    "Zulassung",
    "i-Kfz",
    "ummelden",
    "Kennzeichen",
    "Wunschkennzeichen",
    "Halterwechsel",
    "Wiederzulassung",
    "eVB",
    "Fahrzeugschein",
  ],
  lebenslagen: ["Auto und Verkehr"],
  amt: "zulassungsbehoerde",
  rechtsgebiet: "VwVfG",
  ergebnis: "einmalig",
  automatik: {
    erlaubt: true,
    norm: "§ 6g Abs. 2 StVG, § 19 Abs. 1 FZV",
    ablehnung: "Was die maschinelle Prüfung nicht zulassen kann, entscheidet die Behörde (§ 19 Abs. 1 Satz 4 FZV).",
  },
  vorbehalt: {
    monate: 1,
    norm: "§ 6g Abs. 2 StVG, § 23 FZV",
    text: "Diese Entscheidung steht unter dem Vorbehalt der Nachprüfung. Solange er gilt, können wir sie jederzeit aufheben oder ändern.",
  },
  vierAugen: false,
  aufbewahrung: { jahre: 7, norm: "offener Punkt: Löschfristen der Fahrzeugregister" },
  bearbeitungsdauer: "Meist wenige Minuten. Prüft ein Mensch, etwa eine Woche.",
  identitaet: { norm: "§ 20 Abs. 1 und 2 FZV", vertrauensniveau: "substantiell" },
  formular,
  nachweise,
  regelwerk,
  sachverhalt,
  beteiligte,
  bescheid,
  tatsachen: {
    kennzeichen: (wert: string) => wert,
    fin: (wert: string) => wert,
    art: (wert: Vorhaben) => ({ neu: "Erstzulassung", halterwechsel: "Halterwechsel", wieder: "Wiederzulassung" })[wert],
    hauptuntersuchungBis: (wert: IsoDatum) => formatiereDatum(wert),
    versichertAb: (wert: IsoDatum) => formatiereDatum(wert),
    mandat: ja,
  },
  vorbefuellung: {},
});
