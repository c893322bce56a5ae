import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Unlesbar } from "./grenzen.ts";
import { liesXml as liesBytes } from "./lies-xml.ts";
import { dekodiere } from "./zeichen.ts";

const liesXml = (text: string) => liesBytes(Buffer.from(text));
const ubl = 'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"';
const cbc = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";
const wirft = (regel: string, lauf: () => unknown) =>
  assert.throws(lauf, (fehler) => fehler instanceof Unlesbar && fehler.regel === regel);

describe("an XML document", () => {
  test("has canonical prefixes, whatever it calls its namespaces, and places that a person can follow", () => {
    const { wurzel } = liesXml(
      `<i:Invoice ${ubl.replace("xmlns", "xmlns:i")}><ID xmlns="${cbc}">1</ID><b:ID xmlns:b="${cbc}"> 2\n3 </b:ID></i:Invoice>`,
    );
    assert.deepEqual(
      wurzel.kinder.map(({ name, norm, ort }) => [name, norm, ort]),
      [
        ["cbc:ID", "1", "/ubl:Invoice/cbc:ID[1]"],
        ["cbc:ID", "2 3", "/ubl:Invoice/cbc:ID[2]"],
      ],
    );
  });

  test("keeps empty, repeated and unknown elements, attributes and text as written", () => {
    const { wurzel } = liesXml(`<Invoice ${ubl} xmlns:x="urn:x" x:a="1" b=" 2 "><x:y/><x:y> </x:y>t<![CDATA[<z>]]></Invoice>`);
    assert.deepEqual(
      wurzel.kinder.map(({ name, text }) => [name, text]),
      [
        ["Q{urn:x}y", ""],
        ["Q{urn:x}y", " "],
      ],
    );
    assert.deepEqual([wurzel.text, wurzel.attribut("Q{urn:x}a"), wurzel.attribut("b")], ["t<z>", "1", " 2 "]);
  });

  test("with long texts of Base64 in elements, comments and CDATA reads as without the short cut", () => {
    const lang = "QUJD\r\n".repeat(800);
    const { wurzel } = liesXml(
      `<Invoice ${ubl}><!-->${"A".repeat(3000)}<--><a>${lang}</a><b><![CDATA[>${lang}<]]></b><c>${lang}\x7f</c></Invoice>`
        .replace("<!-->", "<!-- >")
        .replace("<-->", "< -->"),
    );
    const gelesen = lang.replaceAll("\r\n", "\n");
    assert.deepEqual(
      wurzel.kinder.map(({ text }) => text),
      [gelesen, `>${gelesen}<`, `${gelesen}\x7f`],
    );
    const ohneMarke = liesXml(
      `<Invoice ${ubl}><a>${lang}</a><b><![CDATA[>${lang}<]]></b><!-- >${"A".repeat(3000)}< --></Invoice>`,
    );
    assert.deepEqual(
      ohneMarke.wurzel.kinder.map(({ text }) => text),
      [gelesen, `>${gelesen}<`],
    );
  });

  test("is refused with a DTD, with entities, cut off, or nested too deep", () => {
    wirft("FW-XML-03", () => liesXml(`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`));
    wirft("FW-XML-01", () => liesXml("<a>&x;</a>"));
    wirft("FW-XML-01", () => liesXml("<a><b></a>"));
    wirft("FW-XML-01", () => liesXml("<a"));
    wirft("FW-XML-01", () => liesXml(""));
    wirft("FW-XML-01", () => liesXml("<x:a/>"));
    wirft("FW-XML-04", () => liesXml("<a>".repeat(100)));
  });
});

describe("the encoding", () => {
  const text = '<?xml version="1.0" encoding="KODIERUNG"?><a>Prüfung</a>';
  const faelle: Record<string, Buffer> = {
    "UTF-8": Buffer.from(text.replace("KODIERUNG", "utf-8")),
    "UTF-8 with mark": Buffer.from(`\ufeff${text.replace("KODIERUNG", "UTF-8")}`),
    "UTF-16 with mark": Buffer.from(`\ufeff${text.replace("KODIERUNG", "UTF-16")}`, "utf16le"),
    "UTF-16, high byte first": Buffer.from(`\ufeff${text.replace("KODIERUNG", "UTF-16")}`, "utf16le").swap16(),
    "ISO-8859-1": Buffer.from(text.replace("KODIERUNG", "ISO-8859-1"), "latin1"),
    "none declared": Buffer.from("<a>Prüfung</a>"),
  };
  for (const [name, bytes] of Object.entries(faelle)) test(name, () => assert.equal(liesBytes(bytes).wurzel.text, "Prüfung"));
  test("a byte that is no character, and an encoding nobody knows, are refused", () => {
    wirft("FW-XML-02", () => dekodiere(Buffer.from([0x3c, 0x61, 0xff, 0x3e])));
    wirft("FW-XML-02", () => dekodiere(Buffer.from(text.replace("KODIERUNG", "EBCDIC"))));
  });
});

test("a breakdown of thousands of rows against thousands of lines is refused, not reckoned", () => {
  const mal = (text: string) => text.repeat(1_000);
  const cac = 'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"';
  const xml = (zeilen: string) =>
    Buffer.from(
      `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" ${cac}><cac:TaxTotal>${mal("<cac:TaxSubtotal/>")}</cac:TaxTotal>${zeilen}</Invoice>`,
    );
  assert.throws(() => liesBytes(xml(mal("<cac:InvoiceLine/>"))), /Aufschlüsselung/);
  assert.ok(liesBytes(xml("<cac:InvoiceLine/>")));
});
