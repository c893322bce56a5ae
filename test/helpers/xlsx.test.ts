import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { crc32, deflateRawSync } from "node:zlib";
import { liesErstesBlatt, spaltenname } from "./xlsx.ts";

/** An archive of two parts, the first packed, the second as it is. */
function archiv(teile: Record<string, string>): Buffer {
  const koerper: Buffer[] = [];
  const verzeichnis: Buffer[] = [];
  let stelle = 0;
  for (const [nummer, [name, text]] of Object.entries(teile).entries()) {
    const roh = Buffer.from(text);
    const packen = nummer === 0;
    const inhalt = packen ? deflateRawSync(roh) : roh;
    const gemeinsam = Buffer.alloc(26);
    gemeinsam.writeUInt16LE(20, 0);
    gemeinsam.writeUInt16LE(packen ? 8 : 0, 4);
    gemeinsam.writeUInt32LE(crc32(roh), 10);
    gemeinsam.writeUInt32LE(inhalt.length, 14);
    gemeinsam.writeUInt32LE(roh.length, 18);
    gemeinsam.writeUInt16LE(Buffer.byteLength(name), 22);
    const kopf = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), gemeinsam, Buffer.from(name)]);
    const ort = Buffer.alloc(14);
    ort.writeUInt32LE(stelle, 10);
    verzeichnis.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), gemeinsam, ort, Buffer.from(name)]));
    koerper.push(kopf, inhalt);
    stelle += kopf.length + inhalt.length;
  }
  const ende = Buffer.alloc(22);
  ende.write("PK\x05\x06", "latin1");
  ende.writeUInt16LE(verzeichnis.length, 10);
  ende.writeUInt32LE(stelle, 16);
  return Buffer.concat([...koerper, ...verzeichnis, ende]);
}
const worte = '<sst><si><t>Höhe &amp; Breite</t></si><si><r><t>zwei</t></r><r><t xml:space="preserve"> Läufe</t></r></si></sst>';
const blatt =
  '<row><c r="A1" t="s"><v>0</v></c><c r="B1" s="3"/><c r="C1" s="1"><f>1+1</f><v>2.5</v></c></row><row><c r="AA12" t="s"><v>1</v></c></row>';

describe("workbook", () => {
  test("words, numbers, formulas with their result, empty cells", () =>
    assert.deepEqual(
      [...liesErstesBlatt(archiv({ "xl/sharedStrings.xml": worte, "xl/worksheets/sheet1.xml": blatt }))],
      [
        ["A1", "Höhe & Breite"],
        ["C1", "2.5"],
        ["AA12", "zwei Läufe"],
      ],
    ));
  test("what is no archive or lacks a part is refused", () => {
    assert.throws(() => liesErstesBlatt(Buffer.from("Kein Archiv")), /kein ZIP-Archiv/);
    assert.throws(() => liesErstesBlatt(archiv({ "xl/sharedStrings.xml": worte })), /kein xl\/worksheets\/sheet1\.xml/);
  });
  test("names of columns", () =>
    assert.deepEqual([0, 25, 26, 101, 701, 702].map(spaltenname), ["A", "Z", "AA", "CX", "ZZ", "AAA"]));
});
