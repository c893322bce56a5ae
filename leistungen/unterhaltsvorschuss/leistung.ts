import { defineLeistung, zuletzt } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, geburtstag, type IsoDatum, jahrVon, monatVon, plusMonateMonat } from "#kalender";
import { nachGeburt } from "./angebot.ts";
import { bescheid } from "./bescheid.ts";
import { check } from "./check.ts";
import { dauer } from "./dauer.ts";
import { formular, type UvAntworten } from "./formular.ts";
import { Meldedaten, nachweise } from "./nachweise.ts";
import { altersgrenzen, rueckwirkung } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

export const unterhaltsvorschuss = defineLeistung({
  schluessel: "unterhaltsvorschuss",
  version: "2026-1",
  name: "Unterhaltsvorschuss",
  kuerzel: "UV",
  kurzbeschreibung:
    "Geld vom Jugendamt, wenn Sie Ihr Kind allein erziehen und der andere Elternteil nicht oder zu wenig Unterhalt zahlt.",
  suchworte: [
    "Unterhalt",
    "alleinerziehend",
    "Alimente",
    "Vater zahlt nicht",
    "Mutter zahlt nicht",
    "UVG",
    "Jugendamt",
    "Trennung",
    "Kindesunterhalt",
  ],
  lebenslagen: ["Familie und Kind", "Trennung und Scheidung", "Finanzielle Not"],
  amt: "jugendamt",
  rechtsgebiet: "SGB X",
  automatik: { erlaubt: true, norm: "§ 31a SGB X" },
  vierAugen: false,
  aufbewahrung: { jahre: 6, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Meist wenige Minuten, wenn die Register antworten. Prüft ein Mensch, etwa zwei Wochen.",
  schriftform: { norm: "§ 9 Abs. 1 Satz 1 UhVorschG, § 36a Abs. 2 SGB I", vertrauensniveau: "substantiell" },
  formular,
  nachweise,
  regelwerk,
  parameter: [altersgrenzen, rueckwirkung],
  sachverhalt,
  beteiligte,
  bescheid,
  check,
  angebote: [nachGeburt],
  dauer,
  zeitraum(fakten, eingegangenAm, saetze) {
    const antrag = monatVon(eingegangenAm);
    const vormonat = fakten.vormonat === true;
    const tage = [fakten.lebtDortSeit, fakten.getrenntSeit, fakten.geburtsdatum].filter(
      (tag): tag is IsoDatum => typeof tag === "string",
    );
    const geboren = fakten.geburtsdatum;
    const grenzen = zuletzt(saetze(altersgrenzen), eingegangenAm);
    const alter = typeof geboren === "string" ? Object.values(grenzen).map((jahre) => geburtstag(geboren, jahre)) : [];
    // § 4 UhVorschG: at most the month before. To the end of the year: rates change in January, and are decided when they are known.
    return {
      von: vormonat ? plusMonateMonat(antrag, -zuletzt(saetze(rueckwirkung), eingegangenAm)) : antrag,
      bis: `${jahrVon(eingegangenAm)}-12`,
      wechsel: [...tage, ...alter],
    };
  },
  tatsachen: {
    geburtsdatum: (wert: IsoDatum) => formatiereDatum(wert),
    lebtBeiElternteil: (wert: boolean) => (wert ? "Ja" : "Nein"),
    familienstand: (wert: keyof typeof familienstaende) => familienstaende[wert],
    zusammenMitAnderem: (wert: boolean) => (wert ? "Ja" : "Nein"),
    unterhaltCent: (wert: number) => formatiereEuro(wert),
    beziehtSgb2: (wert: boolean) => (wert ? "Ja" : "Nein"),
  },
  zahlung(antworten) {
    const { konto } = antworten as UvAntworten;
    return konto?.iban && konto.inhaber ? { iban: konto.iban, empfaenger: konto.inhaber } : undefined;
  },
  vorbefuellung: {
    kind: {
      nachweis: "eigeneMeldedaten",
      vorschlaege: (daten) =>
        Meldedaten.parse(daten).kinder.map(({ vornamen, nachname, geburtsdatum, idnr }) => ({
          titel: `${vornamen} ${nachname}, geboren am ${formatiereDatum(geburtsdatum)}`,
          werte: { vornamen, nachname, geburtsdatum, idnr },
        })),
    },
    anschrift: {
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

const familienstaende = {
  ledig: "Ledig",
  geschieden: "Geschieden",
  verwitwet: "Verwitwet",
  getrennt: "Dauernd getrennt lebend",
  zusammen: "Zusammen lebend",
} as const;
