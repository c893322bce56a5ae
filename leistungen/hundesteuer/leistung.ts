import { defineLeistung } from "#baukasten";
import { formatiereDatum, type IsoDatum, jahrVon } from "#kalender";
import { gemeindegebiet } from "../gemeindegebiet.ts";
import { bescheid } from "./bescheid.ts";
import type { Verguenstigung } from "./fakten.ts";
import { formular } from "./formular.ts";
import { nachweise } from "./nachweise.ts";
import { festsetzungsfrist, hundesteuersatzung } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

const verguenstigungen: Record<Verguenstigung, string> = {
  keine: "keine",
  assistenzhund: "Befreiung: hilft einem blinden, gehörlosen oder hilflosen Menschen",
  sozialleistung: "Ermäßigung: Bürgergeld, Grundsicherung oder Sozialhilfe",
  rettungshund: "Ermäßigung: Rettungshund",
};

export const hundesteuer = defineLeistung({
  schluessel: "hundesteuer",
  version: "2026-1",
  name: "Hundesteuer",
  kuerzel: "HU",
  kurzbeschreibung: "Einen Hund zur Steuer anmelden, eine Änderung mitteilen oder ihn abmelden.",
  suchworte: ["Hund anmelden", "Hund abmelden", "Hundemarke", "Welpe", "Kampfhund", "Assistenzhund", "Blindenhund", "Steuer"],
  lebenslagen: ["Haustiere", "Wohnen und Umzug"],
  amt: "steueramt",
  rechtsgebiet: "AO",
  ergebnis: "jaehrlich",
  automatik: { erlaubt: "jeMandant" },
  satzungen: [hundesteuersatzung, gemeindegebiet],
  vierAugen: false,
  aufbewahrung: { jahre: 10, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Meist wenige Minuten. Prüft ein Mensch, etwa zwei Wochen.",
  formular,
  nachweise,
  regelwerk,
  parameter: [festsetzungsfrist],
  sachverhalt,
  beteiligte,
  bescheid,
  zeitraum({ beginn, ende }, eingegangenAm) {
    const von = typeof beginn === "string" ? beginn : eingegangenAm;
    const letzter = typeof ende === "string" ? ende : "9999-12-31";
    const jahre = Math.max(0, Math.max(jahrVon(eingegangenAm), jahrVon(von)) - jahrVon(von)) + 1;
    return Array.from({ length: Math.min(jahre, 10) }, (_, nummer) => {
      const jahr = jahrVon(von) + nummer;
      const bis = letzter < `${jahr}-12-31` ? letzter : `${jahr}-12-31`;
      return { von: nummer === 0 ? von : `${jahr}-01-01`, bis, name: `Hundesteuer ${jahr}` };
    }).filter((zeitraum) => zeitraum.von <= zeitraum.bis);
  },
  tatsachen: {
    beginn: (wert: IsoDatum) => formatiereDatum(wert),
    wohntHier: (wert: boolean) => (wert ? "Ja" : "Nein"),
    rang: (wert: number) => `der ${wert}.`,
    gefaehrlich: (wert: boolean) => (wert ? "Ja" : "Nein"),
    verguenstigung: (wert: Verguenstigung) => verguenstigungen[wert],
    merkzeichen: (wert: readonly string[]) => wert.join(", ") || "keine",
  },
  vorbefuellung: {},
});
