import type { z } from "zod";
import { defineLeistung, zuletzt } from "#baukasten";
import { formatiereEuro } from "#geld";
import { formatiereDatum, monatVon, plusMonateMonat } from "#kalender";
import { bescheid } from "./bescheid.ts";
import { check } from "./check.ts";
import { dauer } from "./dauer.ts";
import type { Person } from "./fakten.ts";
import { formular, type WgAntworten } from "./formular.ts";
import { Meldedaten, nachweise } from "./nachweise.ts";
import { aenderungsschwellen, arbeitsalter, bewilligungszeitraum, formelwerte } from "./parameter.ts";
import { regelwerk } from "./regeln.ts";
import { beteiligte, sachverhalt } from "./sachverhalt.ts";

export const wohngeld = defineLeistung({
  schluessel: "wohngeld",
  version: "2026-1",
  name: "Wohngeld (Mietzuschuss)",
  kuerzel: "WG",
  kurzbeschreibung: "Zuschuss zur Miete, wenn Ihr Einkommen zum Leben reicht, die Miete aber zu hoch ist.",
  suchworte: [
    "Miete",
    "Mietzuschuss",
    "Wohnkosten",
    "Miete zu hoch",
    "Zuschuss zur Miete",
    "Wohngeldstelle",
    "geringes Einkommen",
    "Rentner",
  ],
  lebenslagen: ["Wohnen und Umzug", "Finanzielle Not"],
  amt: "wohngeldbehoerde",
  rechtsgebiet: "SGB X",
  automatik: { erlaubt: true, norm: "§ 31a SGB X" },
  vierAugen: false,
  aufbewahrung: { jahre: 6, norm: "offener Punkt: Aufbewahrungsordnung des Mandanten" },
  bearbeitungsdauer: "Meist prüft ein Mensch das Einkommen; das dauert einige Wochen.",
  formular,
  nachweise,
  regelwerk,
  parameter: [bewilligungszeitraum, formelwerte, arbeitsalter, aenderungsschwellen],
  sachverhalt,
  beteiligte,
  bescheid,
  check,
  dauer,
  // § 25 WoGG: from the first of the month of the application, as a rule twelve months; shorter where the figures of the next
  // Fortschreibung (§ 43 WoGG) are not known yet. A first month without figures stays, and goes to a person.
  zeitraum(_fakten, eingegangenAm, saetze) {
    const von = monatVon(eingegangenAm);
    const bis = plusMonateMonat(von, zuletzt(saetze(bewilligungszeitraum), eingegangenAm) - 1);
    const letzter = monatVon(saetze(formelwerte).geprueftBis);
    return { von, bis: von <= letzter && letzter < bis ? letzter : bis, wechsel: [] };
  },
  tatsachen: {
    personen: (wert: readonly Person[]) =>
      wert
        .map(({ geburtsdatum, einkuenfte: { werbungskostenCent: _, ...einnahmen } }) => {
          const summe = Object.values(einnahmen).reduce((bisher, cent) => bisher + cent, 0);
          return `geboren am ${formatiereDatum(geburtsdatum)}, Einnahmen ${formatiereEuro(summe)} im Jahr`;
        })
        .join("; "),
    bruttokaltmieteCent: (wert: number) => formatiereEuro(wert),
    heizkostenCent: (wert: number) => formatiereEuro(wert),
    mitbewohner: (wert: number) => String(wert),
    mietstufe: (wert: number) => ["I", "II", "III", "IV", "V", "VI", "VII"][wert - 1] ?? "",
    vermoegenCent: (wert: number) => formatiereEuro(wert),
  },
  zahlung(antworten) {
    const { konto } = antworten as WgAntworten;
    return konto?.iban && konto.inhaber ? { iban: konto.iban, empfaenger: konto.inhaber } : undefined;
  },
  vorbefuellung: {
    anschrift: {
      nachweis: "eigeneMeldedaten",
      vorschlaege(daten) {
        const { anschrift } = Meldedaten.parse(daten);
        return anschrift
          ? [{ titel: `${anschrift.strasse} ${anschrift.hausnummer}, ${anschrift.plz} ${anschrift.ort}`, werte: anschrift }]
          : [];
      },
    },
    haushalt: {
      nachweis: "eigeneMeldedaten",
      // The register does not say who is a partner: whoever lives as a couple adds the other one.
      vorschlaege(daten) {
        const { kinder, anschrift, ...ich } = Meldedaten.parse(daten);
        const hier = kinder.filter((kind) => kind.anschrift && anschrift && gleich(kind.anschrift, anschrift));
        const personen = [eintrag(ich, "ich"), ...hier.map((kind) => eintrag(kind, "kind"))];
        return [{ titel: personen.map(({ vornamen }) => vornamen).join(", "), werte: { personen } }];
      },
    },
  },
});

type Gemeldet = Pick<z.infer<typeof Meldedaten>, "idnr" | "vornamen" | "nachname" | "geburtsdatum">;
const eintrag = ({ idnr, vornamen, nachname, geburtsdatum }: Gemeldet, rolle: "ich" | "kind") => ({
  vornamen,
  nachname,
  geburtsdatum,
  rolle,
  idnr,
  ausgeschlossen: false,
});
type Anschrift = NonNullable<z.infer<typeof Meldedaten>["anschrift"]>;
const gleich = (eine: Anschrift, andere: Anschrift): boolean =>
  (["strasse", "hausnummer", "plz", "ort"] as const).every((teil) => eine[teil] === andere[teil]);
