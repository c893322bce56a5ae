import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Entscheidung, entscheide, type Urteile } from "#baukasten";
import { euro, formatiereEuro } from "#geld";
import { wohngeld } from "./leistung.ts";
import { einkommensauskunft, gefunden, kontextFuer, person, rechne } from "./musterfall.ts";

type Fall = readonly [Parameters<typeof kontextFuer>[0], Entscheidung["art"], string, RegExp?, Urteile?];
const monate = ({ abschnitte }: Entscheidung) =>
  abschnitte
    .map(({ von, bis, betragCent }) => `${von} bis ${bis}: ${formatiereEuro(betragCent, "kurz")}`)
    .join(", ")
    .replaceAll("\u00a0", " ");
function pruefe(faelle: Record<string, Fall>): void {
  for (const [name, [lage, art, betrag, grund, urteile]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheide(wohngeld, kontextFuer(lage), urteile);
      assert.equal(entscheidung.art, art, entscheidung.vonHand.join(" "));
      assert.equal(monate(entscheidung), betrag);
      const worte = [...entscheidung.vonHand, ...entscheidung.gruende.map((each) => `${each.text} ${each.norm}`)].join("\n");
      if (grund) assert.match(worte, grund);
    });
}
const zwoelf = "2025-06 bis 2026-05: 335 €";
const keinEintrag = { art: "keinEintrag", stand: "2025-06-10" } as const;

describe("Zeitraum", () =>
  pruefe({
    "zwölf Monate ab dem Monat des Antrags": [{}, "bewilligt", zwoelf, /bestätigt/],
    "am letzten Tag des Monats beantragt": [{ am: "2025-06-30" }, "bewilligt", zwoelf],
    "über den Jahreswechsel 2024/2025: die neuen Werte ab Januar": [
      { am: "2024-07-01" },
      "bewilligt",
      "2024-07 bis 2024-12: 305 €, 2025-01 bis 2025-06: 335 €",
    ],
    "bis zum letzten Monat, für den es Werte gibt": [{ am: "2026-11-02" }, "bewilligt", "2026-11 bis 2026-12: 335 €"],
    "erster Monat ohne Wert": [{ am: "2027-01-04" }, "vonHand", "", /01.01.2027 ist kein Satz/],
  }));

test("a period cut short says why, a whole one does not", () => {
  const tenor = (am: string) => {
    const kontext = kontextFuer({ am });
    return wohngeld.bescheid.tenor(entscheide(wohngeld, kontext), kontext.antworten);
  };
  assert.match(tenor("2026-11-02"), /§ 43 WoGG.*nach Dezember 2026 einen neuen Antrag/);
  assert.doesNotMatch(tenor("2025-06-10"), /§ 43/);
});

const lohnUnd = (art: string, betrag: number) => [
  { wer: "Maria Beispiel", art: "lohn", betrag: euro(1400), steuern: true, kranken: true, renten: true },
  { wer: "Maria Beispiel", art, betrag: euro(betrag), steuern: false, kranken: false, renten: false },
];
const ohneEinkommen = { nachweise: { einkommen: keinEintrag } };
const kind = {
  vornamen: "Mia",
  nachname: "Beispiel",
  geburtsdatum: "2015-03-01",
  rolle: "kind",
  ausgeschlossen: false,
};
const zuZweit = gefunden({ auskunftssperre: false, personen: [{ geburtsdatum: "1967-06-15" }, { geburtsdatum: "2015-03-01" }] });
describe("Nachweise: was kein Register bestätigt, beurteilt ein Mensch", () =>
  pruefe({
    "Einkommen nicht bestätigt": [ohneEinkommen, "vonHand", "2025-06 bis 2026-05: 0 €", /Angaben sind vollständig und plausibel/],
    "Einkommen nicht bestätigt, ein Mensch hält es für plausibel": [
      ohneEinkommen,
      "bewilligt",
      zwoelf,
      /nachvollziehbar/,
      { angabenPlausibel: true },
    ],
    "ein Mensch hält es nicht für plausibel": [
      ohneEinkommen,
      "abgelehnt",
      "2025-06 bis 2026-05: 0 €",
      /nicht nachvollziehbar/,
      { angabenPlausibel: false },
    ],
    "Einkommen laut Register anders als im Antrag": [
      { nachweise: { einkommen: gefunden({ personen: [einkommensauskunft(18_000)] }) } },
      "vonHand",
      "2025-06 bis 2026-05: 301 €",
      /weicht von den Angaben/,
    ],
    "zwei Menschen mit demselben Namen": [
      { weitere: [{ ...kind, vornamen: "Maria" }], nachweise: { meldung: zuZweit } },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /heißen gleich/,
    ],
    "eine zweite Einnahme, die das Register nicht kennt": [
      { seiten: { einnahmen: { liste: lohnUnd("kapital", 600) } } },
      "vonHand",
      zwoelf,
      /weicht von den Angaben/,
    ],
    "Register antwortet nicht": [
      { nachweise: { mietauskunft: { art: "nichtErreichbar", grund: "Zeit abgelaufen" } } },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /Zeit abgelaufen/,
    ],
    "Vermieter nennt andere Miete": [
      { nachweise: { mietauskunft: gefunden({ bruttokaltmieteCent: euro(500), heizkostenCent: 0, seit: "2020-01-01" }) } },
      "vonHand",
      "2025-06 bis 2026-05: 316 €",
      /weicht von der Auskunft/,
    ],
    "Melderegister kennt weitere Menschen": [
      { nachweise: { meldung: zuZweit } },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /andere Menschen/,
    ],
    "mit Kind reicht das Einkommen ohne Wohngeld nicht zum Leben": [
      { weitere: [kind], nachweise: { meldung: zuZweit } },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /Angaben sind vollständig und plausibel/,
    ],
    "Bürgergeld laut Jobcenter, nicht im Antrag": [
      { nachweise: { jobcenter: gefunden({ bezieht: true }) } },
      "vonHand",
      zwoelf,
      /laut Antrag nicht/,
    ],
    "schwerbehindert: das zeigt ein Dokument einem Menschen": [
      { merkmale: ["schwerbehindert"] },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /Nicht geklärt/,
    ],
    "andere Gemeinde: Mietstufe unbekannt": [
      { seiten: { anschrift: { strasse: "R", hausnummer: "1", plz: "12345", ort: "Anderswo" } } },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /Mietstufe der Gemeinde/,
    ],
    "Heizung in der Miete, Betrag unbekannt": [
      { seiten: { miete: { wohnung: "miete", gesamt: euro(650), mitHeizung: true }, heizung: {} } },
      "vonHand",
      zwoelf,
      /Heizung und Warmwasser sind nicht genannt/,
    ],
  }));

describe("Voraussetzungen", () =>
  pruefe({
    "Eigentum: kein Mietzuschuss": [
      { seiten: { miete: { wohnung: "eigentum", gesamt: euro(600), mitHeizung: false } } },
      "abgelehnt",
      "2025-06 bis 2026-05: 0 €",
      /§ 3 Abs. 1 WoGG/,
    ],
    "Bürgergeld: ausgeschlossen": [
      { ich: { ausgeschlossen: true }, nachweise: { jobcenter: gefunden({ bezieht: true }) } },
      "abgelehnt",
      "2025-06 bis 2026-05: 0 €",
      /§ 7, § 21 Nr. 2 WoGG/,
    ],
    "nur Ausbildungsförderung": [
      { seiten: { ausbildung: { nurAusbildung: true } } },
      "abgelehnt",
      "2025-06 bis 2026-05: 0 €",
      /§ 20 Abs. 2 WoGG/,
    ],
    "weder deutsch noch Unionsbürger: ein Mensch prüft den Aufenthalt": [
      { seiten: { staatsangehoerigkeit: { deutschOderEu: false } } },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /Aufenthaltsrecht/,
    ],
    "Vermögen bis 60.000 Euro": [{ seiten: { vermoegen: { betrag: euro(60_000) } } }, "bewilligt", zwoelf],
    "ein Cent mehr: ein Mensch sieht es an": [
      { seiten: { vermoegen: { betrag: euro(60_000) + 1 } } },
      "vonHand",
      "2025-06 bis 2026-05: 0 €",
      /missbräuchlich/,
    ],
    "ein Mensch findet es missbräuchlich": [
      { seiten: { vermoegen: { betrag: euro(90_000) } } },
      "abgelehnt",
      "2025-06 bis 2026-05: 0 €",
      /§ 21 Nr. 3 WoGG/,
      { trotzVermoegen: false },
    ],
  }));

describe("Grenzen", () => {
  test("each further member raises the line of wealth by 30,000 euros", () => {
    const paar = [person(15_570), person()];
    assert.equal(rechne({ personen: paar, vermoegen: 90_000 }).anspruch, true);
    assert.equal(rechne({ personen: paar, vermoegen: 90_000.01 }).anspruch, undefined);
  });
  test("less than 10 euros a month are not granted, 10 are", () => {
    const betraege = Array.from({ length: 400 }, (_, stelle) => rechne({ personen: [person(24_000 + 10 * stelle)] }));
    for (const { anspruch, betragCent } of betraege) assert.equal(anspruch, (betragCent ?? 0) >= euro(10));
    for (const betrag of [9, 10])
      assert.ok(
        betraege.some(({ betragCent }) => betragCent === euro(betrag)),
        `${betrag}`,
      );
  });
});

test("from the register of residents: the person and the children of the same home, to be corrected", () => {
  const anschrift = { strasse: "Ring", hausnummer: "1", plz: "00401", ort: "Musterstadt" };
  const maria = { idnr: "1", vornamen: "Maria", nachname: "Beispiel", geburtsdatum: "1980-01-01" };
  const daten = {
    ...maria,
    anschrift,
    kinder: [
      { idnr: "2", vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2015-03-01", anschrift },
      {
        idnr: "3",
        vornamen: "Max",
        nachname: "Beispiel",
        geburtsdatum: "2012-03-01",
        anschrift: { ...anschrift, hausnummer: "2" },
      },
      { idnr: "4", vornamen: "Lia", nachname: "Beispiel", geburtsdatum: "2012-03-01", anschrift: null },
    ],
  };
  const [vorschlag, ...weitere] = wohngeld.vorbefuellung.haushalt?.vorschlaege(daten) ?? [];
  assert.deepEqual([vorschlag?.titel, weitere.length], ["Maria, Mia", 0]);
  assert.equal(wohngeld.formular.ersteOffene({ anschrift, haushalt: vorschlag?.werte ?? {} }, "2026-11-24"), "einnahmen");
});
