import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { untersuche } from "#rechnungspruefung";
import { Kopf, sauber } from "../kopf.ts";
import { liesKopf } from "../lies-kopf.ts";
import { dateiart } from "./nimm-datei-an.ts";
import { schlageFelderVor, tesseract } from "./texterkennung.ts";

describe("what a file is, by its first bytes", () => {
  const faelle: Record<string, [Uint8Array, string | undefined]> = {
    XML: [Buffer.from('<?xml version="1.0"?><a/>'), "xml"],
    "XML mit BOM und Leerzeile": [Buffer.from("\ufeff\n<Invoice/>"), "xml"],
    "XML in UTF-16": [Buffer.from("\ufeff<a/>", "utf16le"), "xml"],
    PDF: [Buffer.from("%PDF-1.7\n"), "pdf"],
    "PDF nach Müll": [Buffer.from("Kopf\r\n%PDF-1.4"), "pdf"],
    PNG: [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]), "bild"],
    JPEG: [Buffer.from([0xff, 0xd8, 0xff]), "bild"],
    TIFF: [Buffer.from("II*\0"), "bild"],
    Programm: [Buffer.from("MZ\x90"), undefined],
    JSON: [Buffer.from("{}"), undefined],
    nichts: [new Uint8Array(), undefined],
  };
  for (const [name, [bytes, soll]] of Object.entries(faelle)) test(name, () => assert.equal(dateiart(bytes), soll));
});

describe("a scan proposes, a person confirms", () => {
  const text = `Firma Adler\nRechnung Nr. 2026-4711\nDatum: 3. 11. 2026\nBestellnummer: BE-4001\nIhre Leitweg-ID 99001-SCHULE-38\nSumme 100,00\nGesamtbetrag EUR 1.190,00\nIBAN DE02 1203 0000 0000 2020 51 oder DE00 1203 0000 0000 2020 51\nUSt-IdNr. DE 123456789`;
  test("only what checks itself, or stands behind its own word", () =>
    assert.deepEqual(schlageFelderVor(text), {
      iban: "DE02120300000000202051",
      rechnungsnummer: "2026-4711",
      rechnungsdatum: "2026-11-03",
      ustId: "DE123456789",
      brutto: "1.190,00",
      leitwegId: "99001-SCHULE-38",
      bestellnummer: "BE-4001",
    }));
  test("nothing legible: nothing proposed", () => assert.deepEqual(schlageFelderVor("~~ %% IBAN DE00 0000"), {}));
  test("the command reads, fails, is not there, or hangs: a person can always go on", async () => {
    const ordner = await mkdtemp(join(tmpdir(), "fachwerk-ocr-"));
    const befehl = async (name: string, skript: string) => {
      await writeFile(join(ordner, name), `#!/bin/sh\n${skript}\n`);
      await chmod(join(ordner, name), 0o755);
      return tesseract(join(ordner, name)).lies(Buffer.from("bild"));
    };
    assert.equal(await befehl("liest", 'cat "$1"'), "bild");
    assert.equal(await befehl("scheitert", "echo halb; exit 1"), undefined);
    assert.equal(await tesseract(join(ordner, "fehlt")).lies(Buffer.from("bild")), undefined);
    await rm(ordner, { recursive: true });
  });
});

describe("what is read of a document can be stored", () => {
  test("no control characters, no half characters, no endless texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const rein = sauber(text);
        return rein.length <= 300 && rein.isWellFormed() && !/\p{Cc}/u.test(rein);
      }),
    );
  });
  test("an invoice number of a megabyte is cut, sums beyond all money are no invoice", () => {
    const xml = (nummer: string, betrag: string) =>
      Buffer.from(
        `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>${nummer}</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>A</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty><cac:LegalMonetaryTotal><cbc:TaxExclusiveAmount>1</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount>1.19</cbc:TaxInclusiveAmount><cbc:PayableAmount>${betrag}</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>`,
      );
    const kopf = (bytes: Buffer) => {
      const { rechnung } = untersuche("x", bytes);
      return rechnung && liesKopf(rechnung);
    };
    assert.equal(kopf(xml("1".repeat(1_000_000), "1.19"))?.rechnungsnummer.length, 300);
    assert.equal(kopf(xml("1", "1.19"))?.zahlbarCent, 119);
    assert.equal(kopf(xml("1", "1.195")), undefined);
    assert.equal(kopf(xml("1", "9".repeat(40))), undefined);
    assert.equal(kopf(xml("1", "-5.00"))?.zahlbarCent, -500);
    assert.ok(Kopf.safeParse(kopf(xml("1", "1.190"))).success);
  });
});
