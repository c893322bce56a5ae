/** Objects of a PDF file, as far as attachments need them. Names are `/Name`, strings decoded. */
export type Verweis = { art: "verweis"; nummer: number };
export type Worte = { art: "worte"; eintraege: Map<string, Objekt> };
export type Strom = { art: "strom"; worte: Worte; anfang: number; ende: number };
export type Objekt = undefined | number | boolean | string | { art: "text"; text: string } | Objekt[] | Verweis | Worte | Strom;

const hoechsteTiefe = 40;
const leer = /[\0\t\n\f\r ]/;
const trenner = /[\0\t\n\f\r ()<>[\]{}/%]/;

/**
 * Reads objects from a PDF as text of one byte a character. Whatever is broken becomes undefined and reading goes on behind it: files of
 * real suppliers are often slightly wrong, and a viewer shows them all the same.
 */
export class Leser {
  readonly #text: string;
  readonly #bis: number;
  stelle: number;

  constructor(text: string, stelle: number, bis = text.length) {
    this.#text = text;
    this.stelle = stelle;
    this.#bis = bis;
  }

  objekt(tiefe = 0): Objekt {
    this.ueberspringe();
    const zeichen = this.#text[this.stelle];
    if (zeichen === undefined || this.stelle >= this.#bis || tiefe > hoechsteTiefe) return this.#beende();
    if (zeichen === "/") return this.#name();
    if (zeichen === "(") return this.#klammertext();
    if (zeichen === "<") return this.#text[this.stelle + 1] === "<" ? this.#worte(tiefe) : this.#hextext();
    if (zeichen === "[") return this.#reihe(tiefe);
    if (trenner.test(zeichen)) {
      this.stelle++;
      return undefined;
    }
    return this.#wort();
  }

  /** White space and comments. */
  ueberspringe(): void {
    while (this.stelle < this.#bis) {
      const zeichen = this.#text[this.stelle] ?? "";
      if (zeichen === "%") {
        while (this.stelle < this.#bis && !/[\r\n]/.test(this.#text[this.stelle] ?? "")) this.stelle++;
      } else if (leer.test(zeichen)) this.stelle++;
      else return;
    }
  }

  folgt(wort: string): boolean {
    return this.#text.startsWith(wort, this.stelle);
  }

  #beende(): undefined {
    this.stelle = this.#bis;
    return undefined;
  }

  #roh(): string {
    const anfang = this.stelle;
    while (this.stelle < this.#bis && !trenner.test(this.#text[this.stelle] ?? " ")) this.stelle++;
    return this.#text.slice(anfang, this.stelle);
  }

  #name(): string {
    this.stelle++;
    return `/${this.#roh().replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
  }

  #wort(): Objekt {
    const roh = this.#roh();
    if (/^\d{1,10}$/.test(roh)) {
      const danach = /[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
      danach.lastIndex = this.stelle;
      const treffer = danach.exec(this.#text);
      if (!treffer) return Number(roh);
      this.stelle += treffer[0].length;
      return { art: "verweis", nummer: Number(roh) };
    }
    if (roh === "true" || roh === "false") return roh === "true";
    return /^[+-]?\d*\.?\d+$/.test(roh) ? Number(roh) : undefined;
  }

  #reihe(tiefe: number): Objekt[] {
    this.stelle++;
    const reihe: Objekt[] = [];
    for (;;) {
      this.ueberspringe();
      if (this.stelle >= this.#bis || this.folgt("endobj")) return reihe;
      if (this.folgt("]")) {
        this.stelle++;
        return reihe;
      }
      reihe.push(this.objekt(tiefe + 1));
    }
  }

  #worte(tiefe: number): Worte {
    this.stelle += 2;
    const eintraege = new Map<string, Objekt>();
    for (;;) {
      this.ueberspringe();
      if (this.stelle >= this.#bis || this.folgt("endobj")) return { art: "worte", eintraege };
      if (this.folgt(">>")) {
        this.stelle += 2;
        return { art: "worte", eintraege };
      }
      if (this.folgt("/")) eintraege.set(this.#name(), this.objekt(tiefe + 1));
      else this.objekt(tiefe + 1);
    }
  }

  #hextext(): Objekt {
    const ende = this.#text.indexOf(">", this.stelle);
    if (ende < 0 || ende > this.#bis) return this.#beende();
    const hex = this.#text.slice(this.stelle + 1, ende).replace(/[^0-9a-fA-F]/g, "");
    this.stelle = ende + 1;
    return { art: "text", text: entschluessele(Buffer.from(hex.length % 2 ? `${hex}0` : hex, "hex").toString("latin1")) };
  }

  #klammertext(): Objekt {
    let tiefe = 0;
    let gelesen = "";
    const besondere: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
    for (; this.stelle < this.#bis; this.stelle++) {
      const zeichen = this.#text[this.stelle] ?? "";
      if (zeichen === "\\") {
        const oktal = this.#text.slice(this.stelle + 1, this.stelle + 4).match(/^[0-7]{1,3}/)?.[0];
        const naechstes = this.#text[this.stelle + 1] ?? "";
        gelesen += oktal ? String.fromCharCode(Number.parseInt(oktal, 8) & 255) : (besondere[naechstes] ?? naechstes);
        this.stelle += oktal ? oktal.length : 1;
        continue;
      }
      if (zeichen === "(" && tiefe++ === 0) continue;
      if (zeichen === ")" && --tiefe === 0) {
        this.stelle++;
        break;
      }
      gelesen += zeichen;
    }
    return { art: "text", text: entschluessele(gelesen) };
  }
}

/** Text strings are UTF-16 or UTF-8 where a mark says so, else close enough to Latin-1 for names of files. */
function entschluessele(bytes: string): string {
  if (bytes.startsWith("\xfe\xff")) return new TextDecoder("utf-16be").decode(Buffer.from(bytes.slice(2), "latin1"));
  if (bytes.startsWith("\xef\xbb\xbf")) return Buffer.from(bytes.slice(3), "latin1").toString("utf8");
  return bytes;
}
