/** Private use: a document that has it itself is read without the short cut. */
const marke = "\ue000";
const lang = 2_000;
const nurBase64 = /^[A-Za-z0-9+/= \t\r\n]*$/;

/**
 * Takes the long texts of Base64 out before the parser sees them and puts numbers in their place: attachments are most of the bytes, and a
 * parser that looks at each character takes longer over them than everything else together. Between `>` and `<` such a text is the same in
 * an element, a comment and a CDATA section: it holds nothing that could begin or end one.
 */
export class Anlagentexte {
  readonly #texte: string[] = [];
  readonly gekuerzt: string;

  constructor(text: string) {
    this.gekuerzt = text.length < lang || text.includes(marke) ? text : this.#kuerze(text);
  }

  /** The text of an element as it stood in the document. */
  ergaenze(text: string): string {
    if (this.#texte.length === 0 || !text.includes(marke)) return text;
    // As the parser does it: a line ends with one character.
    return text.replace(/\ue000(\d+)\ue000/g, (_, nummer: string) => {
      const roh = this.#texte[Number(nummer)] ?? "";
      return roh.includes("\r") ? roh.replace(/\r\n?/g, "\n") : roh;
    });
  }

  #kuerze(text: string): string {
    const teile: string[] = [];
    let bis = 0;
    for (let auf = text.indexOf("<"); auf >= 0; ) {
      const zu = text.indexOf(">", auf);
      const naechstes = zu < 0 ? -1 : text.indexOf("<", zu);
      if (naechstes - zu > lang) {
        const inhalt = text.slice(zu + 1, naechstes);
        if (nurBase64.test(inhalt)) {
          teile.push(text.slice(bis, zu + 1), marke, String(this.#texte.push(inhalt) - 1), marke);
          bis = naechstes;
        }
      }
      auf = naechstes;
    }
    return bis === 0 ? text : teile.join("") + text.slice(bis);
  }
}
