import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inflateSync } from "node:zlib";
import { type Brief, createBriefsatz } from "#bescheide";
import { Einstellungen } from "#tenants";
import { demoMandanten } from "../demo/mandanten.ts";

const [musterstadt] = demoMandanten;
assert.ok(musterstadt);
const brief = (mehr: Partial<Brief> = {}): Brief => ({
  mandant: { id: 1, ...musterstadt, einstellungen: Einstellungen.parse(musterstadt.einstellungen) },
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
  test("says that it is PDF/UA-1, is tagged, in German, with a title, and PDF/A-2a", async () => {
    const text = ausgepackt(await satz.setze(brief(), zeitpunkt));
    for (const muster of [/pdfuaid:part>1</, /StructTreeRoot/, /\/Lang \(de/, /DisplayDocTitle true/, /\/Table/, /\/H1/])
      assert.match(text, muster);
    for (const muster of [/pdfaid:part>2</, /pdfaid:conformance>A</, /OutputIntent/]) assert.match(text, muster);
  });
  test("has its objects where its table says", async () => {
    const pdf = (await satz.setze(brief(), zeitpunkt)).toString("latin1");
    const table = Number(/startxref\n(\d+)\n%%EOF$/.exec(pdf)?.[1]);
    assert.match(pdf.slice(table), /^xref\n/);
    const eintraege = [...pdf.slice(table).matchAll(/^(\d{10}) 00000 n/gm)];
    assert.ok(eintraege.length > 50);
    for (const [nummer, [, stelle]] of eintraege.entries())
      assert.match(pdf.slice(Number(stelle)), new RegExp(`^${nummer + 1} 0 obj`));
    const laenge = /\/Length (\d+)\s+\/Type \/Metadata/.exec(pdf)?.[1];
    const beginn = pdf.indexOf("\nstream\n", pdf.indexOf("/Type /Metadata")) + 8;
    assert.equal(pdf.slice(beginn + Number(laenge)).slice(0, 10), "\nendstream");
  });
  test("set again is the same to the byte, whatever was set in between", async () => {
    const erster = await satz.setze(brief(), zeitpunkt);
    await satz.setze(brief({ betreff: "Etwas anderes", inhalt: [{ art: "absatz", text: "Kurz." }] }), zeitpunkt);
    assert.ok((await createBriefsatz().setze(brief(), zeitpunkt)).equals(erster));
  });
  test("what people enter is printed, never run", async () => {
    const boese =
      '#read("/etc/passwd") $x^2$ ] @a \\ *b* <label> #{while true {}} \u202e /Type /Metadata xmlns:pdfaid= endobj 1 0 obj startxref';
    const punkte = [boese, "#".repeat(500), "x".repeat(3_000)];
    const feindlich = await satz.setze(
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
    assert.ok(feindlich.byteLength > 10_000 && !ausgepackt(feindlich).includes("root:x:0"));
  });
  test("a long one runs over several pages", async () => {
    const zeilen = Array.from({ length: 120 }, (_, nummer) => [`Zeile ${nummer}`, "1,00 €"]);
    const lang = await satz.setze(
      brief({ inhalt: [{ art: "tabelle", titel: "Viele", kopf: ["Text", "Betrag"], zeilen }] }),
      zeitpunkt,
    );
    assert.match(ausgepackt(lang), /\/Count [3-9]/);
  });
  test("without a title, or with headings out of order, there is none; the next one is set all the same", async () => {
    await assert.rejects(satz.setze(brief({ betreff: "" }), zeitpunkt), /heading is empty|needs a title/);
    const gesprungen = brief({ inhalt: [{ art: "ueberschrift", text: "Zu tief", ebene: 2 }] });
    await assert.rejects(satz.setze(gesprungen, zeitpunkt), /heading of level 3 after one of level 1/);
    assert.ok((await satz.setze(brief(), zeitpunkt)).byteLength > 10_000);
  });
});
