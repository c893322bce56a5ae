import type { Wachmodell } from "./contract.ts";
import { FASSUNG } from "./lernen/lerne.ts";

const KENNUNG = "FWWACHE1";

/** A model as bytes: eight letters, length of the head, head (JSON with places of the numbers), numbers as 32-bit floats. Same model, same bytes. */
export function alsBytes(modell: Wachmodell): Uint8Array {
  const felder: Float32Array[] = [];
  let stelle = 0;
  const kopf = new TextEncoder().encode(
    JSON.stringify(modell, (_, wert: unknown) => {
      if (!(wert instanceof Float32Array)) return wert;
      felder.push(wert);
      stelle += wert.length;
      return { $ab: stelle - wert.length, $n: wert.length };
    }),
  );
  // Numbers begin at a multiple of four, so that they can be read in place.
  const ab = Math.ceil((12 + kopf.length) / 4) * 4;
  const bytes = new Uint8Array(ab + stelle * 4);
  bytes.set(new TextEncoder().encode(KENNUNG));
  new DataView(bytes.buffer).setUint32(8, kopf.length, true);
  bytes.set(kopf, 12);
  let n = ab;
  for (const feld of felder) {
    bytes.set(new Uint8Array(feld.buffer, feld.byteOffset, feld.byteLength), n);
    n += feld.byteLength;
  }
  return bytes;
}

/** @throws with a German sentence where the bytes are no model of this edition */
export function ausBytes(bytes: Uint8Array): Wachmodell {
  const daten = bytes.slice();
  const text = (von: number, bis: number) => new TextDecoder().decode(daten.subarray(von, bis));
  if (daten.length < 12 || text(0, 8) !== KENNUNG) throw new Error("Das ist kein gespeichertes Wachmodell.");
  const laenge = new DataView(daten.buffer).getUint32(8, true);
  const ab = Math.ceil((12 + laenge) / 4) * 4;
  if (ab > daten.length) throw new Error("Das gespeicherte Wachmodell ist abgeschnitten.");
  const zahlen = new Float32Array(daten.buffer, ab, Math.floor((daten.length - ab) / 4));
  const modell = JSON.parse(text(12, 12 + laenge), (_, wert: unknown) => {
    const platz = wert as { $ab?: number; $n?: number } | null;
    if (platz === null || typeof platz !== "object" || platz.$ab === undefined || platz.$n === undefined) return wert;
    if (platz.$ab + platz.$n > zahlen.length) throw new Error("Das gespeicherte Wachmodell ist abgeschnitten.");
    return zahlen.slice(platz.$ab, platz.$ab + platz.$n);
  }) as Wachmodell;
  if (modell.fassung !== FASSUNG)
    throw new Error(`Das gespeicherte Wachmodell ist von Fassung ${modell.fassung}, gebraucht wird ${FASSUNG}.`);
  return modell;
}
