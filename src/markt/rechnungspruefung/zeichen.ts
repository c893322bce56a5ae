import { isAscii } from "node:buffer";
import { Unlesbar } from "./grenzen.ts";

const faengtAn = (bytes: Uint8Array, ...mit: number[]) => mit.every((byte, stelle) => bytes[stelle] === byte);
const gleicheNamen: Readonly<Record<string, string>> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "utf-16": "utf-16",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "iso-8859-1": "latin1",
  latin1: "latin1",
  "iso-8859-15": "iso-8859-15",
  "windows-1252": "windows-1252",
};

/**
 * The text of an XML file by byte order mark, else by its declaration, else UTF-8. A byte that is no character of the encoding makes the
 * file unreadable: replaced by a question mark it would be another invoice.
 * @throws Unlesbar
 */
export function dekodiere(bytes: Uint8Array): string {
  const kodierung = bestimmeKodierung(bytes);
  const puffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kodierung === "latin1" || (kodierung === "utf-8" && isAscii(puffer))) return puffer.toString("latin1");
  try {
    return new TextDecoder(kodierung, { fatal: true }).decode(bytes);
  } catch {
    throw new Unlesbar(
      "FW-XML-02",
      `Die Datei enthält Bytes, die in der Zeichenkodierung ${kodierung.toUpperCase()} kein Zeichen sind. Bitte speichern Sie die Rechnung als UTF-8.`,
    );
  }
}

function bestimmeKodierung(bytes: Uint8Array): string {
  if (faengtAn(bytes, 0xef, 0xbb, 0xbf)) return "utf-8";
  if (faengtAn(bytes, 0xff, 0xfe)) return "utf-16le";
  if (faengtAn(bytes, 0xfe, 0xff)) return "utf-16be";
  if (faengtAn(bytes, 0x3c, 0x00)) return "utf-16le";
  if (faengtAn(bytes, 0x00, 0x3c)) return "utf-16be";
  const anfang = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const genannt = anfang.match(/^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/)?.[1]?.toLowerCase();
  if (!genannt) return "utf-8";
  const kodierung = gleicheNamen[genannt];
  // Declared as UTF-16 but written in single bytes: the declaration could not have been read if it were true.
  if (kodierung?.startsWith("utf-16")) return "utf-8";
  if (kodierung) return kodierung;
  throw new Unlesbar(
    "FW-XML-02",
    `Die Zeichenkodierung „${genannt}“ wird nicht unterstützt. Bitte speichern Sie die Rechnung als UTF-8.`,
  );
}
