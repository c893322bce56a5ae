import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inflateSync } from "node:zlib";
import { type Brief, createBriefsatz } from "#bescheide";
import { demoMandanten } from "../demo/mandanten.ts";

const [musterstadt] = demoMandanten;
assert.ok(musterstadt);
const brief = (mehr: Partial<Brief> = {}): Brief => ({
  mandant: { id: 1, ...musterstadt },
  amt: "jugendamt",
  empfaenger: ["Anna Beispiel", "Lindenallee 12", "00401 Musterstadt"],
  aktenzeichen: "UV-26-7K3M-9QPX",
  datum: "2026-11-24",
  betreff: "Unterhaltsvorschuss für Mia Beispiel",
  anrede: "Guten Tag Anna Beispiel,",
  inhalt: [
    { art: "hervorgehoben", titel: "Unsere Entscheidung", text: "Bewilligt." },
    { art: "ueberschrift", text: "Begründung", ebene: 1 },
    { art: "liste", punkte: ["Erstens.", "Zweitens."] },
    {
      art: "tabelle",
      titel: "Beträge",
      kopf: ["Monat", "Betrag"],
      zeilen: [["November", "227,00 €"]],
      ausrichtung: ["links", "rechts"],
    },
  ],
  unterschrift: "Ohne Unterschrift gültig.",
  ...mehr,
});
const zeitpunkt = new Date("2026-11-24T00:00:00Z");
const satz = createBriefsatz();

/** Everything that is compressed in a PDF, unpacked, as text. */
function ausgepackt(pdf: Buffer): string {
  const roh = pdf.toString("latin1");
  const teile = [...roh.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length)).toString("latin1");
    } catch {
      return "";
    }
  });
  return roh + teile.join("\n");
}

describe("a letter", () => {
  const gesetzt = satz.setze(brief(), zeitpunkt);
  test("for the mailbox says that it is PDF/UA-1, is tagged, in German, with a title", () => {
    const text = ausgepackt(gesetzt.postfach);
    for (const muster of [/pdfuaid:part>1</, /StructTreeRoot/, /\/Lang \(de/, /DisplayDocTitle true/, /\/Table/, /\/H1/])
      assert.match(text, muster);
  });
  test("for the file says that it is PDF/A-2a", () => {
    const text = ausgepackt(gesetzt.akte);
    for (const muster of [/pdfaid:part>2</, /pdfaid:conformance>A</, /OutputIntent/]) assert.match(text, muster);
  });
  test("set again is the same to the byte", () => {
    const nochmal = createBriefsatz().setze(brief(), zeitpunkt);
    assert.ok(nochmal.postfach.equals(gesetzt.postfach) && nochmal.akte.equals(gesetzt.akte));
  });
  test("what people enter is printed, never run", () => {
    const boese = '#read("/etc/passwd") $x^2$ ] @a \\ *b* <label> #{while true {}} \u202e';
    const punkte = [boese, "#".repeat(500), "x".repeat(3_000)];
    const feindlich = satz.setze(
      brief({
        betreff: boese,
        anrede: boese,
        empfaenger: [boese, boese],
        inhalt: [
          { art: "absatz", text: boese },
          { art: "liste", punkte },
        ],
      }),
      zeitpunkt,
    );
    assert.ok(feindlich.akte.byteLength > 10_000 && !ausgepackt(feindlich.akte).includes("root:x:0"));
  });
  test("a long one runs over several pages", () => {
    const zeilen = Array.from({ length: 120 }, (_, nummer) => [`Zeile ${nummer}`, "1,00 €"]);
    const lang = satz.setze(brief({ inhalt: [{ art: "tabelle", titel: "Viele", kopf: ["Text", "Betrag"], zeilen }] }), zeitpunkt);
    assert.match(ausgepackt(lang.akte), /\/Count [3-9]/);
  });
});
