import { grenzen } from "./grenzen.ts";

/** DEL: a character of XML, one byte in every encoding but UTF-16. A document that has it itself is read without the short cut. */
const marke = 0x7f;
const lang = 2_000;
const nurBase64 = /^[A-Za-z0-9+/= \t\r\n]*$/;
const [auf, zu] = [0x3c, 0x3e];

/** Long texts of Base64 that were taken out of a document, by number. */
export class Anlagentexte {
  readonly #texte: string[] = [];

  nimm(text: string): number {
    return this.#texte.push(text) - 1;
  }

  /** The text of an element as it stood in the document. */
  ergaenze(text: string): string {
    if (this.#texte.length === 0 || !text.includes("\x7f")) return text;
    return text.replace(/\x7f(\d+)\x7f/g, (_, nummer: string) => {
      const roh = this.#texte[Number(nummer)] ?? "";
      // As the parser does it: a line ends with one character.
      return roh.includes("\r") ? roh.replace(/\r\n?/g, "\n") : roh;
    });
  }
}

/**
 * Takes the long texts of Base64 out before anybody decodes them and looks at each character: attachments are most of the bytes of an
 * invoice, and cost more time than everything else together. Between `>` and `<` such a text is the same in an element, a comment and a
 * CDATA section: it holds nothing that could begin or end one.
 */
export function nimmAnlagentexte(bytes: Uint8Array): { bytes: Uint8Array; anlagen: Anlagentexte } {
  const anlagen = new Anlagentexte();
  const puffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf16 = puffer[0] === 0 || puffer[1] === 0 || (puffer[0] ?? 0) >= 0xfe;
  if (puffer.length < lang || utf16 || puffer.includes(marke)) return { bytes, anlagen };
  const teile: Uint8Array[] = [];
  let bis = 0;
  // Beyond as many tags the parser refuses the document anyway.
  for (let beginn = puffer.indexOf(auf), tags = 0; beginn >= 0 && tags < 3 * grenzen.elemente; tags++) {
    const ende = puffer.indexOf(zu, beginn);
    const naechstes = ende < 0 ? -1 : puffer.indexOf(auf, ende);
    if (naechstes - ende > lang) {
      const inhalt = puffer.toString("latin1", ende + 1, naechstes);
      if (nurBase64.test(inhalt)) {
        teile.push(puffer.subarray(bis, ende + 1), Buffer.from(`\x7f${anlagen.nimm(inhalt)}\x7f`));
        bis = naechstes;
      }
    }
    beginn = naechstes;
  }
  return bis === 0 ? { bytes, anlagen } : { bytes: Buffer.concat([...teile, puffer.subarray(bis)]), anlagen };
}
