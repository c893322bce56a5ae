// Whatever arrives: always a report, never a crash, a hang or memory that grows. FACHWERK_FUZZ sets the number of documents (100000 for the
// whole of it), FACHWERK_FUZZ_SAAT the seed; a failure names kind and seed, so that the document can be made again.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { pruefe } from "#rechnungspruefung";
import { ciiMuster, pdfMuster, ublMuster } from "./helpers/rechnung-muster.ts";
import { zufall } from "./helpers/rechnung-mutation.ts";
import { zerstoerungen } from "./helpers/rechnung-zerstoerung.ts";

const anzahl = Number(process.env.FACHWERK_FUZZ ?? 3_000);
const saat = Number(process.env.FACHWERK_FUZZ_SAAT ?? 1);
setFlagsFromString("--expose-gc");
const raeumeAuf = runInNewContext("gc") as () => void;
const belegt = () => {
  raeumeAuf();
  return process.memoryUsage().heapUsed;
};

describe("invoices as nobody should send them", () => {
  test("the sample invoices themselves are accepted, bare and in a PDF", () => {
    for (const bytes of [Buffer.from(ublMuster), Buffer.from(ciiMuster), pdfMuster(ciiMuster)])
      assert.deepEqual(pruefe("muster", bytes).fehler, []);
  });

  test(`${anzahl} of them, each with a report in less than a second`, () => {
    const arten = Object.entries(zerstoerungen);
    let vorher = 0;
    const abgewiesen = new Map<string, number>();
    for (let nummer = 0; nummer < anzahl; nummer++) {
      if (nummer === Math.floor(anzahl / 4)) vorher = belegt();
      const [art, zerstoere] = arten[nummer % arten.length] ?? [];
      assert.ok(art && zerstoere);
      const eigeneSaat = saat * 1_000_003 + nummer;
      const name = `${art}, seed ${eigeneSaat}`;
      const bytes = zerstoere(nummer % 2 ? ublMuster : ciiMuster, zufall(eigeneSaat));
      const anfang = process.cpuUsage();
      const bericht = pruefe(name, bytes);
      const { user, system } = process.cpuUsage(anfang);
      assert.ok(user + system < 1_000_000, `${name}: ${(user + system) / 1000} ms`);
      assert.equal(bericht.gueltig, bericht.fehler.length === 0, name);
      assert.deepEqual(
        bericht.fehler.filter(({ regel }) => regel === "FW-AUSFALL"),
        [],
        name,
      );
      if (!bericht.gueltig) abgewiesen.set(art, (abgewiesen.get(art) ?? 0) + 1);
    }
    for (const art of ["Elemente", "Bytes", "abgeschnitten", "Marken", "Zahlen", "Tiefe", "Entitaeten", "fremde Datei", "leer"])
      assert.ok((abgewiesen.get(art) ?? 0) > 0, `${art}: never refused`);
    const gewachsen = (belegt() - vorher) / 1_000_000;
    assert.ok(gewachsen < 12, `memory grew by ${gewachsen.toFixed(1)} MB over ${anzahl} documents`);
  });
});

describe("costly on purpose", () => {
  const mal = (text: string, stueck: string | RegExp, anzahl: number) =>
    Buffer.from(ublMuster.replace(stueck, (gefunden) => `${text.repeat(anzahl)}${gefunden}`));
  const zeilen = (anzahl: number) =>
    Buffer.from(ublMuster.replace(/<cac:InvoiceLine>[^]*<\/cac:InvoiceLine>/, (zeile) => zeile.repeat(anzahl)));
  const anlage = "<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID></cac:AdditionalDocumentReference>";
  // What is only large may be right: then it is read, in a time that does not grow with the square.
  const teuer: Record<string, [gueltig: boolean, baue: () => Uint8Array]> = {
    "a million laughs": [false, () => zerstoerungen.Entitaeten?.(ublMuster, () => 0.99) ?? Buffer.alloc(0)],
    "elements as deep as the file is long": [false, () => Buffer.from(`<a>${"<a>".repeat(500_000)}`)],
    "50 megabytes of tags": [false, () => Buffer.from("<a>".repeat(16_000_000))],
    "50 megabytes without a tag's end": [false, () => Buffer.from(`<a ${"<".repeat(50_000_000)}`)],
    "10,000 lines": [false, () => zeilen(10_000)],
    "more lines than anybody reads": [false, () => zeilen(100_000)],
    "150,000 empty elements": [false, () => mal("<cbc:Note/>", "</Invoice>", 150_000)],
    "50,000 references": [true, () => mal(anlage, "<cac:AccountingSupplierParty>", 50_000)],
    "one text of 20 megabytes": [true, () => Buffer.from(ublMuster.replace("Schreibtisch", "x".repeat(20_000_000)))],
    "20 megabytes of white space": [true, () => Buffer.from(ublMuster.replace("Schreibtisch", `a${" ".repeat(20_000_000)}b`))],
    "a figure of a megabyte": [false, () => Buffer.from(ublMuster.replace("1190.00", "9".repeat(1_000_000)))],
    "a PDF that unpacks to a gigabyte": [false, () => pdfMuster(Buffer.alloc(300_000_000))],
    "a PDF of brackets": [false, () => Buffer.from(`%PDF-1.7\n1 0 obj\n${"[".repeat(2_000_000)}`)],
    "a PDF of object heads": [false, () => Buffer.from(`%PDF-1.7\n${"1 0 obj stream ".repeat(300_000)}`)],
  };
  for (const [name, [gueltig, baue]] of Object.entries(teuer))
    test(name, () => {
      const bytes = baue();
      const anfang = process.cpuUsage();
      const bericht = pruefe(name, bytes);
      const { user } = process.cpuUsage(anfang);
      assert.ok(user < 3_000_000, `${user / 1000} ms`);
      assert.equal(bericht.gueltig, gueltig, bericht.fehler[0]?.text);
      assert.deepEqual(
        bericht.fehler.filter(({ regel }) => regel === "FW-AUSFALL"),
        [],
      );
    });
});
