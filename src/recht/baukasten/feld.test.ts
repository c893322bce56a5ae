import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Feld, feld } from "./index.ts";

type IrgendeinFeld = Pick<Feld<never>, "art" | "zeige"> & {
  lies(roh: string | undefined): { ok: true; wert: unknown } | { ok: false; fehler: string };
};

const text = feld.text({ label: "Ort", max: 10 });
const freitext = feld.freitext({ label: "Nachricht", max: 20 });
const datum = feld.datum({ label: "Geboren am" });
const jaNein = feld.jaNein({ label: "Wohnt hier" });
const auswahl = feld.auswahl({ label: "Stand", optionen: { ledig: "Ledig", verwitwet: "Verwitwet" } });
const geld = feld.geld({ label: "Unterhalt" });
const iban = feld.iban({ label: "IBAN" });
const idnr = feld.idnr({ label: "Identifikationsnummer" });

/** What was typed, what it means, and how it reads. */
const gut: [IrgendeinFeld, string, unknown, string][] = [
  [text, "  Bad   Ems ", "Bad Ems", "Bad Ems"],
  [text, "Mu\u0308nster", "Münster", "Münster"],
  [freitext, "Eins\nzwei", "Eins\nzwei", "Eins\nzwei"],
  [datum, "4.3.2022", "2022-03-04", "04.03.2022"],
  [datum, "29.02.2024", "2024-02-29", "29.02.2024"],
  [jaNein, "ja", true, "Ja"],
  [jaNein, "nein", false, "Nein"],
  [auswahl, "ledig", "ledig", "Ledig"],
  [geld, "1.234,50 €", 123_450, "1.234,50\u00a0€"],
  [geld, "0", 0, "0,00\u00a0€"],
  [iban, "de02 1203 0000 0000 2020 51", "DE02120300000000202051", "DE02 1203 0000 0000 2020 51"],
  [idnr, "86 095 742 719", "86095742719", "86 095 742 719"],
];
const schlecht: [string, IrgendeinFeld, string, RegExp][] = [
  ["too long", text, "Oberammergau", /höchstens 10 Zeichen\. Jetzt sind es 12\./],
  ["a zero byte", text, "Bonn\u0000", /nicht verarbeiten/],
  ["an escape sequence", text, "\u001b[31mBonn", /nicht verarbeiten/],
  ["a control character of the upper half", text, "Bo\u0090nn", /nicht verarbeiten/],
  ["text that runs backwards", text, "Bonn\u202e", /nicht verarbeiten/],
  ["half a character", freitext, "Hallo \ud83d", /nicht verarbeiten/],
  ["nothing but what cannot be seen", text, "\u200b\u200d", /nicht verarbeiten/],
  ["no day of the calendar", datum, "31.2.2022", /„31\.2\.2022“ ist kein Datum\. Bitte schreiben Sie Tag, Monat und Jahr/],
  ["words for a day", datum, "gestern", /ist kein Datum/],
  ["a year of two digits", datum, "1.1.22", /ist kein Datum/],
  ["neither yes nor no", jaNein, "true", /Bitte wählen Sie Ja oder Nein/],
  ["an answer not offered", auswahl, "geschieden", /eine der Antworten/],
  ["a name that objects inherit", auswahl, "constructor", /eine der Antworten/],
  ["another", auswahl, "__proto__", /eine der Antworten/],
  ["less than nothing", geld, "-5", /ist kein Betrag/],
  ["three decimals", geld, "1,005", /ist kein Betrag/],
  ["a number for machines", geld, "1e5", /ist kein Betrag/],
  ["more than anybody pays", geld, "1000000", /ungewöhnlich hoch.*Komma/],
  ["far more digits than money has", geld, "9".repeat(400), /ist kein Betrag/],
  ["digits swapped", iban, "DE02120300000000202015", /Prüfziffer/],
  ["a digit short", iban, "DE0212030000000020205", /22 Zeichen, diese hat 21/],
  ["another continent", iban, "BR1500000000000010932840814P2", /SEPA-Raum/],
  ["a digit short", idnr, "8609574271", /elf Ziffern/],
  ["a wrong digit", idnr, "86095742718", /gibt es nicht/],
  ["digits of another script", idnr, "٨٦٠٩٥٧٤٢٧١٩", /elf Ziffern/],
];

describe("what people type is read", () => {
  for (const [each, roh, wert, gezeigt] of gut)
    test(`${each.art}: „${roh}“`, () => {
      const gelesen = each.lies(roh);
      assert.deepEqual(gelesen, { ok: true, wert });
      assert.equal(each.zeige(wert as never), gezeigt);
    });
});

describe("what cannot be is answered in German, and says what to do", () => {
  for (const [name, each, roh, meldung] of schlecht)
    test(`${each.art}: ${name}`, () => {
      const gelesen = each.lies(roh);
      assert.ok(!gelesen.ok);
      assert.match(gelesen.fehler, meldung);
    });
});

describe("left empty", () => {
  const meldungen: [IrgendeinFeld, RegExp][] = [
    [text, /Bitte füllen Sie „Ort“ aus\./],
    [datum, /Bitte geben Sie ein: Geboren am, zum Beispiel 24\.3\.2022\./],
    [jaNein, /Bitte wählen/],
    [auswahl, /Bitte wählen/],
    [geld, /schreiben Sie 0/],
    [iban, /Bankkarte/],
    [idnr, /elf Ziffern/],
  ];
  for (const [each, meldung] of meldungen)
    test(`${each.art} must be answered`, () => {
      for (const roh of [undefined, "", " \t\n "]) {
        const gelesen = each.lies(roh);
        assert.ok(!gelesen.ok);
        assert.match(gelesen.fehler, meldung);
      }
    });
  test("what is optional may stay empty; free words always", () => {
    assert.deepEqual(feld.datum({ label: "Seit", optional: true }).lies(" "), { ok: true, wert: undefined });
    assert.deepEqual(freitext.lies(undefined), { ok: true, wert: undefined });
    assert.equal(freitext.pflicht, false);
  });
  test("a box that is not ticked is no; one that must be ticked says why", () => {
    const freiwillig = feld.haken({ label: "Geschlecht" });
    assert.deepEqual(
      [freiwillig.lies(undefined), freiwillig.lies("ja"), freiwillig.lies("<script>")].map((each) => each.ok && each.wert),
      [false, true, false],
    );
    assert.equal(freiwillig.pflicht, false);
    const mandat = feld.haken({ label: "Mandat", muss: "Bitte erteilen Sie das Mandat." });
    assert.deepEqual(mandat.lies(undefined), { ok: false, fehler: "Bitte erteilen Sie das Mandat." });
    assert.deepEqual(mandat.lies("ja"), { ok: true, wert: true });
    assert.equal(mandat.pflicht, true);
  });
  test("documents come beside the form", () => {
    const belege = feld.anlage({ label: "Belege" });
    assert.deepEqual(belege.lies("<script>"), { ok: true, wert: undefined });
    assert.equal(belege.anlage?.maxBytes, 10 * 1024 * 1024);
    assert.equal(belege.zeige([{ name: "a.pdf", typ: "application/pdf", groesse: 1, sha256: "" }]), "a.pdf");
  });
});

test("no text breaks a field, and what was read reads the same again", () => {
  const eingabe = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.string({ unit: fc.constantFrom(..."0123456789., -€DE") }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom<IrgendeinFeld>(text, freitext, datum, jaNein, auswahl, geld, iban, idnr),
      eingabe,
      (each, roh) => {
        const gelesen = each.lies(roh);
        if (!gelesen.ok) return assert.ok(gelesen.fehler.length > 10);
        if (gelesen.wert === undefined || each.art === "jaNein" || each.art === "auswahl") return;
        assert.deepEqual(each.lies(each.zeige(gelesen.wert as never)), gelesen);
      },
    ),
    { numRuns: 2000 },
  );
});
