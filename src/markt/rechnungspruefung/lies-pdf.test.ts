import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deflateSync } from "node:zlib";
import { ciiMuster, pdfMuster } from "../../../test/helpers/rechnung-muster.ts";
import { liesAnhang } from "./lies-pdf.ts";

const ausgelesen = (pdf: Buffer) => {
  const anhang = liesAnhang(pdf);
  return anhang && Buffer.from(anhang.inhalt).toString();
};
const latin1 = (text: string) => Buffer.from(text, "latin1");

describe("the invoice inside a PDF is found", () => {
  const faelle: Record<string, Buffer> = {
    "by the name tree": pdfMuster(ciiMuster),
    "by /AF alone, as source": pdfMuster(ciiMuster, { ueberAf: true, beziehung: "Source" }),
    "whatever the case of its name": pdfMuster(ciiMuster, { name: "ZUGFeRD-INVOICE.XML" }),
    "under a name of its own, by its root element": pdfMuster(ciiMuster, { name: "Rechnung 4711.xml", beziehung: "Data" }),
    "without a trailer": latin1(
      pdfMuster(ciiMuster)
        .toString("latin1")
        .replace(/trailer[^]*/, ""),
    ),
    "with a wrong length of its stream": latin1(
      pdfMuster(ciiMuster)
        .toString("latin1")
        .replace(/\/Length \d+/, "/Length 7"),
    ),
    "with an end of line of old machines": latin1(pdfMuster(ciiMuster).toString("latin1").replace("stream\n", "stream\r\n")),
    "with a name in UTF-16": latin1(
      pdfMuster(ciiMuster)
        .toString("latin1")
        .replace("/UF (factur-x.xml)", `/UF <FEFF${Buffer.from("factur-x.xml", "utf16le").swap16().toString("hex")}>`),
    ),
    "after an older one that was replaced": Buffer.concat([
      pdfMuster("<alt/>"),
      latin1(
        pdfMuster(ciiMuster)
          .toString("latin1")
          .replace(/^%PDF-1.7\n/, ""),
      ),
    ]),
    "with its objects packed in a stream": verpackt(),
  };
  for (const [name, pdf] of Object.entries(faelle)) test(name, () => assert.equal(ausgelesen(pdf), ciiMuster));
});

test("nothing is taken out that is no invoice, or is not attached", () => {
  const ohne = latin1(pdfMuster(ciiMuster).toString("latin1").replace("/EmbeddedFiles", "/Sonstiges"));
  const bestellung = '<?xml version="1.0"?><SCRDMCCBDACIOMessageStructure/>';
  for (const pdf of [ohne, pdfMuster(bestellung, { name: "order-x.xml" }), pdfMuster(ciiMuster, { name: "Lieferschein.txt" })])
    assert.equal(liesAnhang(pdf), undefined);
});

test("an encrypted file, and one that unpacks to more than it may, say so", () => {
  const verschluesselt = latin1(pdfMuster(ciiMuster).toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R"));
  assert.throws(() => liesAnhang(verschluesselt), /verschlüsselt/);
  assert.throws(() => liesAnhang(pdfMuster(Buffer.alloc(70_000_000))), /zu groß/);
});

function verpackt(): Buffer {
  const text = pdfMuster(ciiMuster).toString("latin1");
  const katalog = "1 0 2 200 << /Type /Catalog /Names << /EmbeddedFiles << /Kids [2 0 R] >> >> >>";
  const inhalt = `${katalog.padEnd(210)}<< /Names [(x) 4 0 R] >>`;
  const strom = deflateSync(latin1(inhalt)).toString("latin1");
  return latin1(
    text
      .replace(
        /1 0 obj\n[^]*?endobj\n2 0 obj[^]*?endobj\n/,
        `7 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length ${strom.length} >>\nstream\n${strom}\nendstream\nendobj\n`,
      )
      .replace("trailer\n<<", "8 0 obj\n<< /Type /XRef /Length 0")
      .replace(/>>\n%%EOF/, ">>\nstream\n\nendstream\nendobj\n%%EOF"),
  );
}

test("a packed stream whose entries all point at one large object costs no time", () => {
  const anzahl = 300;
  const kopf = "1 0 ".repeat(anzahl);
  const gepackt = deflateSync(latin1(`${kopf}[${"1 ".repeat(200_000)}]`));
  const angaben = `/Type/ObjStm/N ${anzahl}/First ${kopf.length}/Filter/FlateDecode/Length ${gepackt.length}`;
  const pdf = Buffer.concat([latin1(`%PDF-1.7\n9 0 obj<<${angaben}>>stream\n`), gepackt, latin1("\nendstream\nendobj\n")]);
  const beginn = performance.now();
  assert.throws(() => liesAnhang(pdf), /zu oft/);
  assert.ok(performance.now() - beginn < 2_000);
});
