import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Antworten, type Entscheidung, entscheide, KeinSatz, type Nachweisstand, type Parameter } from "#baukasten";
import { plusTage } from "#kalender";
import { meldebescheinigung } from "./leistung.ts";
import { gebuehrPapier } from "./parameter.ts";

const stand = "2026-11-24T08:00:00Z";
const idnr = "11111111111";
const daten = {
  idnr,
  vornamen: "Maria Luise",
  nachname: "Beispiel",
  geburtsdatum: "1990-05-05",
  geburtsort: "Musterstadt",
  geschlecht: "w",
  staatsangehoerigkeit: "deutsch",
  einzugsdatum: "2019-09-01",
  familienstand: "ledig",
  anschrift: { strasse: "Lindenweg", hausnummer: "4", plz: "00401", ort: "Musterstadt" },
  auskunftssperre: false,
  kinder: [
    { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2022-03-24", auskunftssperre: false },
    { vornamen: "Lina", nachname: "Sommer", geburtsdatum: "2021-01-02", auskunftssperre: true },
  ],
};
const gefunden = (mehr: Record<string, unknown> = {}): Nachweisstand => ({
  art: "gefunden",
  stand,
  daten: { ...daten, ...mehr },
});
const einfach = { umfang: { umfang: "einfach" }, form: { form: "elektronisch" } };
const erweitert = (zusaetze: Record<string, boolean>, form = "elektronisch") => ({
  umfang: { umfang: "erweitert" },
  zusaetze,
  form: { form },
});

function entscheideFall(
  antworten: Record<string, Record<string, unknown>>,
  meldung: Nachweisstand | undefined,
  am = "2026-11-24",
) {
  const antragsteller = { idnr, vornamen: "Maria", nachname: "Beispiel" };
  return entscheide(meldebescheinigung, {
    eingegangenAm: am,
    antragsteller,
    antworten: antworten as Antworten,
    nachweise: meldung ? { meldung } : {},
    mandant: { schluessel: "musterstadt", name: "Stadt Musterstadt", land: "NW", satzungen: {}, automatik: {} },
  });
}
const gedruckt = ({ tatsachen }: Entscheidung) => tatsachen.map(({ text, wert }) => `${text}: ${wert}`).join(" | ");
const gebuehr = ({ forderungen = [] }: Entscheidung) => forderungen.map(({ betragCent }) => betragCent);

const grund = "Familienname: Beispiel | Vornamen: Maria Luise | Geburtsdatum: 05.05.1990";
const wohnung = "Derzeitige Anschrift (alleinige Wohnung): Lindenweg 4, 00401 Musterstadt";

describe("Was in der Bescheinigung steht", () => {
  const faelle: Record<string, [Record<string, Record<string, unknown>>, string]> = {
    "einfache Meldebescheinigung": [einfach, `${grund} | ${wohnung}`],
    "erweitert, nichts angekreuzt": [erweitert({}), `${grund} | ${wohnung}`],
    "mit Staatsangehörigkeit": [
      erweitert({ staatsangehoerigkeit: true }),
      `${grund} | Staatsangehörigkeit: deutsch | ${wohnung}`,
    ],
    "mit Familienstand und Einzugsdatum": [
      erweitert({ familienstand: true, einzugsdatum: true, geschlecht: false }),
      `${grund} | ${wohnung} | Einzugsdatum: 01.09.2019 | Familienstand: ledig`,
    ],
    "mit Kindern: das Kind mit Auskunftssperre fehlt ohne ein Wort": [
      erweitert({ kinder: true }),
      `${grund} | ${wohnung} | Minderjährige Kinder: Mia Beispiel, geboren am 24.03.2022`,
    ],
    "als Lebensbescheinigung": [erweitert({ lebend: true }), `${grund} | ${wohnung} | Sterbedatum: kein Sterbedatum gespeichert`],
    "Angekreuztes einer verlassenen Seite zählt nicht": [
      { ...erweitert({ familienstand: true }), umfang: { umfang: "einfach" } },
      `${grund} | ${wohnung}`,
    ],
  };
  for (const [name, [antworten, erwartet]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(antworten, gefunden());
      assert.deepEqual([entscheidung.art, gedruckt(entscheidung)], ["bewilligt", erwartet], entscheidung.vonHand.join(" | "));
    });
  test("Geburtsort, Geschlecht und Doktorgrad, wie sie gespeichert sind", () => {
    const alles = erweitert({ geburtsort: true, geschlecht: true });
    assert.match(gedruckt(entscheideFall(alles, gefunden({ doktorgrad: "Dr." }))), /Doktorgrad: Dr\..*Musterstadt.*weiblich/);
  });
});

describe("Gebühr", () => {
  test("elektronisch: unentgeltlich (§ 18 Abs. 3 BMG)", () => assert.deepEqual(gebuehr(entscheideFall(einfach, gefunden())), []));
  test("auf Papier: nach der Gebührenordnung", () =>
    assert.deepEqual(gebuehr(entscheideFall({ ...einfach, form: { form: "papier" } }, gefunden())), [1000]));
  test("nach dem letzten geprüften Tag entscheidet ein Mensch", () => {
    const entscheidung = entscheideFall({ ...einfach, form: { form: "papier" } }, gefunden(), "2027-01-04");
    assert.equal(entscheidung.art, "vonHand");
    assert.match(entscheidung.vonHand.join(" "), /kein Satz/);
  });
});

describe("Ein Mensch sieht es an", () => {
  const faelle: Record<string, [Nachweisstand | undefined, RegExp]> = {
    "Melderegister schweigt": [{ art: "nichtErreichbar", grund: "keine Antwort" }, /keine Antwort/],
    "Melderegister verweigert": [{ art: "verweigert", grund: "gesperrt" }, /gesperrt/],
    "nicht gemeldet": [{ art: "keinEintrag", stand }, /kennt die Person nicht/],
    "niemand hat gefragt": [undefined, /Nicht abgefragt/],
    "Daten einer anderen Person": [gefunden({ idnr: "22222222222" }), /anderen Person/],
    "Antwort ohne Geburtsdatum": [gefunden({ geburtsdatum: undefined }), /nicht lesen/],
    "bei einer anderen Behörde gemeldet": [gefunden({ meldebehoerde: "beispielkreis" }), /anderen Meldebehörde/],
    "ohne derzeitige Anschrift": [gefunden({ anschrift: null }), /keine derzeitige Anschrift/],
    "Auskunftssperre der Person selbst": [gefunden({ auskunftssperre: true }), /Auskunftssperre/],
  };
  for (const [name, [meldung, erwartet]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(einfach, meldung);
      assert.equal(entscheidung.art, "vonHand");
      assert.match(entscheidung.vonHand.join(" | "), erwartet);
    });
  test("Angaben einer anderen Person werden auch nicht vorgeschlagen", () => {
    assert.deepEqual(entscheideFall(einfach, gefunden({ idnr: "22222222222" })).tatsachen, []);
  });
  test("gewünscht, aber nicht geliefert", () => {
    const entscheidung = entscheideFall(erweitert({ geburtsort: true }), gefunden({ geburtsort: undefined }));
    assert.match(entscheidung.vonHand.join(" "), /Geburtsort/);
  });
});

describe("Beträge und Tafeln gelten vom ersten bis zum letzten geprüften Tag, davor und danach gibt es keine", () => {
  const geltung: readonly (readonly [Parameter<unknown>, string, string])[] = [[gebuehrPapier, "2022-05-01", "2026-12-31"]];
  for (const [parameter, erster, letzter] of geltung)
    test(parameter.titel, () => {
      for (const tag of [erster, letzter]) assert.doesNotThrow(() => parameter.am(tag), tag);
      for (const tag of [plusTage(erster, -1), plusTage(letzter, 1)]) assert.throws(() => parameter.am(tag), KeinSatz, tag);
    });
});
