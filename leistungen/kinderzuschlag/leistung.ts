import { defineLeistung, zuletzt } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, jahrVon, monatVon, plusMonateMonat } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { check } from "./check.ts";
import type { Erwerb, Kind } from "./fakten.ts";
import { formular } from "./formular.ts";
import { nachweise } from "./nachweise.ts";
import { bewilligungszeitraum } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

export const kinderzuschlag = defineLeistung({
  schluessel: "kinderzuschlag",
  version: "2026-1",
  name: "Kinderzuschlag prüfen",
  kuerzel: "KIZ",
  kurzbeschreibung: "Prüfen Sie in wenigen Minuten, ob Ihnen zusätzlich zum Kindergeld Kinderzuschlag zusteht.",
  suchworte: ["KiZ", "wenig Geld", "geringes Einkommen", "Familienkasse", "Zuschlag", "Geld für Kinder", "Bildung und Teilhabe"],
  lebenslagen: ["Familie und Kind", "Finanzielle Not"],
  amt: "familienkasse",
  rechtsgebiet: "SGB X",
  rechtsnatur: "hinweis",
  // A hint is no administrative act: nobody decides here, not even a machine.
  automatik: { erlaubt: false },
  vierAugen: false,
  aufbewahrung: { jahre: 0, norm: "§ 67c Abs. 1 SGB X: eine Auskunft wird nicht gespeichert" },
  bearbeitungsdauer: "Sofort.",
  formular,
  nachweise,
  regelwerk,
  parameter: [bewilligungszeitraum],
  sachverhalt,
  beteiligte,
  bescheid,
  check,
  zeitraum(_fakten, eingegangenAm, saetze) {
    const von = monatVon(eingegangenAm);
    const bis = plusMonateMonat(von, zuletzt(saetze(bewilligungszeitraum), eingegangenAm) - 1);
    // Not beyond the year: its figures are not known yet.
    const jahresende = `${jahrVon(eingegangenAm)}-12`;
    return { von, bis: bis < jahresende ? bis : jahresende, wechsel: [] };
  },
  tatsachen: {
    kinder: (wert: readonly Kind[]) => wert.map((kind) => `geboren am ${formatiereDatum(kind.geburtsdatum)}`).join(", "),
    alleinerziehend: (wert: boolean) => (wert ? "Ja" : "Nein"),
    erwerb: (wert: readonly Erwerb[]) => wert.map((each) => `${formatiereEuro(each.bruttoCent)} brutto`).join(" und "),
    anderesEinkommenCent: (wert: number) => formatiereEuro(wert),
    warmmieteCent: (wert: number) => formatiereEuro(wert),
    vermoegenCent: (wert: number) => formatiereEuro(wert),
    wohngeldCent: (wert: number) => formatiereEuro(wert),
  },
  vorbefuellung: {},
});
