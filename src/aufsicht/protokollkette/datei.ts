import { createHash, hash } from "node:crypto";
import { canonical } from "#protokoll";
import { Satz } from "./saetze.ts";

const MARKE = 32;
/** Longer than any document we take, in base64; a file without line ends must not fill the memory. */
const LAENGSTE_ZEILE = 64 * 1024 * 1024;
const marke = (json: string | Uint8Array): string => hash("sha256", json, "hex").slice(0, MARKE);

/** A line: the first 32 hex digits of the SHA-256 of the rest, a blank, the record as JSON with sorted keys. */
export function zeileAus(satz: Satz): string {
  const json = canonical(satz);
  return `${marke(json)} ${json}\n`;
}

export type Gelesen =
  /** `davor`: SHA-512 of all bytes of the file before this line. */
  | { art: "satz"; satz: Satz; zeile: number; davor: () => string }
  | { art: "beschaedigt"; zeile: number; text: string; roh: string };

/** Records of a file, line by line; a line that was changed in any byte says so, and the next one is read all the same. */
export async function* liesSaetze(stuecke: AsyncIterable<Uint8Array>): AsyncGenerator<Gelesen> {
  const davor = createHash("sha512");
  let nummer = 0;
  for await (const { bytes, ganz } of zeilenAus(stuecke)) {
    nummer++;
    yield liesZeile(bytes, ganz, nummer, () => davor.copy().digest("hex"));
    davor.update(bytes);
    if (ganz) davor.update("\n");
  }
}

function liesZeile(bytes: Buffer, ganz: boolean, zeile: number, davor: () => string): Gelesen {
  const kaputt = (text: string): Gelesen => ({ art: "beschaedigt", zeile, text, roh: bytes.toString("utf8", MARKE + 1) });
  if (!ganz) return kaputt("die Datei endet mitten in dieser Zeile");
  const json = bytes.subarray(MARKE + 1);
  if (bytes[MARKE] !== 0x20 || bytes.toString("latin1", 0, MARKE) !== marke(json))
    return kaputt("ihre Prüfsumme stimmt nicht: mindestens ein Byte ist anders als beim Schreiben");
  try {
    const satz = Satz.safeParse(JSON.parse(json.toString("utf8")));
    if (satz.success) return { art: "satz", satz: satz.data, zeile, davor };
  } catch {
    // Told below: the sum is right, so whoever wrote the line wrote it wrongly.
  }
  return kaputt("sie hat nicht die Form eines Satzes");
}

async function* zeilenAus(stuecke: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Buffer; ganz: boolean }> {
  let rest: Buffer[] = [];
  let laenge = 0;
  for await (const stueck of stuecke) {
    const bytes = Buffer.from(stueck.buffer, stueck.byteOffset, stueck.byteLength);
    let ab = 0;
    for (let ende = bytes.indexOf(10, ab); ende >= 0; ende = bytes.indexOf(10, ab)) {
      yield { bytes: Buffer.concat([...rest, bytes.subarray(ab, ende)]), ganz: true };
      rest = [];
      laenge = 0;
      ab = ende + 1;
    }
    if (ab < bytes.length) rest.push(Buffer.from(bytes.subarray(ab)));
    laenge += bytes.length - ab;
    if (laenge > LAENGSTE_ZEILE) break;
  }
  if (laenge > 0) yield { bytes: Buffer.concat(rest), ganz: false };
}
