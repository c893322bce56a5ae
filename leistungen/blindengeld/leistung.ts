import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum, jahrVon, monatVon, plusTage } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { check } from "./check.ts";
import { dauer } from "./dauer.ts";
import { type BlAntworten, formular } from "./formular.ts";
import { Meldedaten, nachweise } from "./nachweise.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

export const blindengeld = defineLeistung({
  schluessel: "blindengeld",
  version: "2026-1",
  name: "Blindengeld",
  kuerzel: "BL",
  kurzbeschreibung: "Geld vom Land für blinde Menschen, unabhängig von Einkommen und Vermögen.",
  suchworte: ["blind", "sehbehindert", "Merkzeichen Bl", "Schwerbehinderung", "Sehkraft", "Landesblindengeld", "Behinderung"],
  lebenslagen: ["Behinderung", "Gesundheit und Pflege"],
  amt: "sozialamt",
  rechtsgebiet: "SGB X",
  automatik: { erlaubt: true, norm: "§ 31a SGB X" },
  vierAugen: false,
  aufbewahrung: { jahre: 6, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Meist wenige Minuten, wenn das Merkzeichen Bl festgestellt ist. Prüft ein Mensch, etwa zwei Wochen.",
  formular,
  nachweise,
  regelwerk,
  sachverhalt,
  beteiligte,
  bescheid,
  check,
  dauer,
  zeitraum(fakten, eingegangenAm) {
    const wechsel = [fakten.blindSeit, typeof fakten.blindBis === "string" ? nachher(fakten.blindBis) : undefined];
    return {
      von: monatVon(eingegangenAm),
      // To the end of the year: rates change in July, and are decided when they are known.
      bis: `${jahrVon(eingegangenAm)}-12`,
      wechsel: wechsel.filter((tag): tag is IsoDatum => typeof tag === "string"),
    };
  },
  tatsachen: {
    merkzeichenBl: (wert: boolean) => (wert ? "Ja" : "Nein"),
    geburtsdatum: (wert: IsoDatum) => formatiereDatum(wert),
    wohntHier: (wert: boolean) => (wert ? "Ja" : "Nein"),
    land: (wert: "NW" | "NI") => ({ NW: "Nordrhein-Westfalen", NI: "Niedersachsen" })[wert],
    imHeim: (wert: boolean) => (wert ? "Ja" : "Nein"),
    andereLeistung: (wert: boolean) => (wert ? "Ja" : "Nein"),
  },
  zahlung(antworten) {
    const { konto } = antworten as BlAntworten;
    return konto?.iban && konto.inhaber ? { iban: konto.iban, empfaenger: konto.inhaber } : undefined;
  },
  vorbefuellung: {
    wohnung: {
      nachweis: "eigeneMeldedaten",
      vorschlaege(daten) {
        const { anschrift } = Meldedaten.parse(daten);
        return anschrift
          ? [{ titel: `${anschrift.strasse} ${anschrift.hausnummer}, ${anschrift.plz} ${anschrift.ort}`, werte: anschrift }]
          : [];
      },
    },
  },
});

/** The day after; nothing where no end is set. */
const nachher = (tag: IsoDatum): IsoDatum | undefined => (tag < "9999" ? plusTage(tag, 1) : undefined);
