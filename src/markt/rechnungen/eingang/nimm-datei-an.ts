import type { Angenommen, Eingang } from "./nimm-an.ts";
import { sha256Von } from "./sha256.ts";

/** Larger than every real invoice; those with scans inside are a few megabytes. */
export const GROESSTE_DATEI = 20 * 1024 * 1024;

export type Ablehnung = { art: "abgelehnt"; text: string };

const XML_ANFANG = /^(?:\u{feff})?\s*<(?:\?xml|!--|[A-Za-z_])/u;

/** What the first bytes say the file is; a name says nothing. */
export function dateiart(bytes: Uint8Array): "pdf" | "xml" | "bild" | undefined {
  const anfang = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024));
  if (anfang.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (anfang[0] === 0x89 && anfang.subarray(1, 4).toString("latin1") === "PNG") return "bild";
  if (anfang[0] === 0xff && anfang[1] === 0xd8) return "bild";
  if (["II*\0", "MM\0*"].includes(anfang.subarray(0, 4).toString("latin1"))) return "bild";
  const breit = anfang[0] === 0xff && anfang[1] === 0xfe ? "utf16le" : "utf8";
  if (XML_ANFANG.test(anfang.toString(breit))) return "xml";
  // Big-endian UTF-16 begins so; the reader of the check knows it.
  return anfang[0] === 0xfe && anfang[1] === 0xff ? "xml" : undefined;
}

/** Refuses what cannot be an invoice before it is stored; everything else is stored before anything is said about it. */
export async function nimmDateiAn(
  nimmAn: (eingang: Eingang) => Promise<Angenommen>,
  eingang: Eingang,
): Promise<Angenommen | Ablehnung> {
  const { bytes, dateiname } = eingang;
  if (bytes.byteLength === 0) return { art: "abgelehnt", text: `Die Datei „${dateiname.slice(0, 60)}“ ist leer.` };
  if (bytes.byteLength > GROESSTE_DATEI)
    return { art: "abgelehnt", text: `Die Datei „${dateiname.slice(0, 60)}“ ist größer als 20 Megabyte.` };
  const art = dateiart(bytes);
  if (!art)
    return {
      art: "abgelehnt",
      text: `Die Datei „${dateiname.slice(0, 60)}“ ist weder XML noch PDF noch ein Bild. Bitte senden Sie eine XRechnung oder eine ZUGFeRD-Datei.`,
    };
  if (art === "bild" && eingang.kanal !== "papier")
    return {
      art: "abgelehnt",
      text: "Ein Bild ist keine elektronische Rechnung. Bitte senden Sie eine XRechnung oder eine ZUGFeRD-Datei.",
    };
  return nimmAn(eingang);
}

/** The key of an arrival that has none of its own: the same bytes from the same sender on the same day are one arrival. */
export const transaktionAus = (weg: string, absender: string, tag: string, bytes: Uint8Array): string =>
  `${weg}:${absender}:${tag}:${sha256Von(bytes)}`;
