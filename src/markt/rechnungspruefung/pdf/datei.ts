import { inflateSync, constants as zlib } from "node:zlib";
import { grenzen, Unlesbar } from "../grenzen.ts";
import { Leser, type Objekt, type Strom, type Worte } from "./objekte.ts";

/** All that is unpacked of one file, together. A few kilobytes can claim gigabytes. */
const hoechstensEntpackt = 150_000_000;
const kopfEinesObjekts = /(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}obj(?![a-zA-Z])|trailer|startxref/g;

/**
 * The objects of a PDF, found by reading the file from the beginning instead of by its table: the table of a damaged or edited file is wrong
 * more often than its objects are, and the last object of a number is what an edited file means. Bodies of streams are skipped, so that
 * nothing in an attachment can pass for an object.
 */
export class PdfDatei {
  readonly #text: string;
  readonly #bytes: Uint8Array;
  readonly #objekte = new Map<number, Objekt>();
  #entpackt = 0;
  wurzel: Objekt;
  verschluesselt = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    this.#sammle();
    // A trailer may be lost with the end of the file; the catalogue says itself what it is.
    if (!this.worte(this.wurzel))
      for (const objekt of this.#objekte.values())
        if (this.worte(objekt)?.eintraege.get("/Type") === "/Catalog") this.wurzel = objekt;
  }

  /** Follows references, not without end. */
  hole(objekt: Objekt): Objekt {
    let ziel = objekt;
    for (let schritt = 0; schritt < 20 && typeof ziel === "object" && "art" in ziel && ziel.art === "verweis"; schritt++)
      ziel = this.#objekte.get(ziel.nummer);
    return ziel;
  }

  worte(objekt: Objekt): Worte | undefined {
    const ziel = this.hole(objekt);
    if (typeof ziel !== "object" || Array.isArray(ziel)) return undefined;
    return ziel.art === "worte" ? ziel : ziel.art === "strom" ? ziel.worte : undefined;
  }

  reihe(objekt: Objekt): Objekt[] {
    const ziel = this.hole(objekt);
    return Array.isArray(ziel) ? ziel : [];
  }

  eintrag(objekt: Objekt, name: string): Objekt {
    return this.hole(this.worte(objekt)?.eintraege.get(name));
  }

  text(objekt: Objekt): string | undefined {
    const ziel = this.hole(objekt);
    return typeof ziel === "object" && !Array.isArray(ziel) && ziel.art === "text" ? ziel.text : undefined;
  }

  /** The content of a stream; undefined where it is none or packed in a way no attachment is. */
  entpacke(objekt: Objekt): Uint8Array | undefined {
    const strom = this.hole(objekt);
    if (typeof strom !== "object" || Array.isArray(strom) || strom.art !== "strom") return undefined;
    const filter = this.eintrag(strom, "/Filter");
    let inhalt: Uint8Array | undefined = this.#bytes.subarray(strom.anfang, this.#endeVon(strom));
    for (const name of Array.isArray(filter) ? filter : filter === undefined ? [] : [filter]) {
      if (!inhalt) return undefined;
      inhalt = this.#filtere(this.hole(name), inhalt);
    }
    return inhalt;
  }

  #filtere(name: Objekt, inhalt: Uint8Array): Uint8Array | undefined {
    if (name === "/FlateDecode" || name === "/Fl") {
      const erlaubt = Math.min(grenzen.bytes, hoechstensEntpackt - this.#entpackt);
      try {
        // Sync flush: a stream that is cut off still gives what it has.
        const entpackt = inflateSync(inhalt, { maxOutputLength: Math.max(1, erlaubt), finishFlush: zlib.Z_SYNC_FLUSH });
        this.#entpackt += entpackt.length;
        return entpackt;
      } catch (fehler) {
        if ((fehler as { code?: string }).code === "ERR_BUFFER_TOO_LARGE")
          throw new Unlesbar(
            "FW-PDF-03",
            "Ein Teil der PDF-Datei ist entpackt zu groß. Bitte senden Sie die Rechnung ohne große Anlagen.",
          );
        return undefined;
      }
    }
    if (name === "/ASCIIHexDecode" || name === "/AHx")
      return Buffer.from(
        Buffer.from(inhalt)
          .toString("latin1")
          .replace(/>[^]*$/, "")
          .replace(/[^0-9a-fA-F]/g, ""),
        "hex",
      );
    return undefined;
  }

  #sammle(): void {
    const suche = new RegExp(kopfEinesObjekts);
    for (let treffer = suche.exec(this.#text); treffer; treffer = suche.exec(this.#text)) {
      const leser = new Leser(this.#text, treffer.index + treffer[0].length);
      if (treffer[0] === "startxref") continue;
      if (treffer[0] === "trailer") {
        this.#merkeWurzel(leser.objekt());
        suche.lastIndex = leser.stelle;
        continue;
      }
      if (this.#objekte.size > grenzen.elemente) throw new Unlesbar("FW-PDF-03", "Die PDF-Datei hat zu viele Objekte.");
      const nummer = Number(treffer[1]);
      const objekt = leser.objekt();
      leser.ueberspringe();
      const strom = leser.folgt("stream") ? this.#strom(objekt, leser.stelle + 6) : undefined;
      this.#objekte.set(nummer, strom ?? objekt);
      if (strom) this.#nimmStrom(strom);
      suche.lastIndex = Math.max(strom?.ende ?? leser.stelle, treffer.index + treffer[0].length);
    }
  }

  #strom(objekt: Objekt, nachWort: number): Strom | undefined {
    if (typeof objekt !== "object" || Array.isArray(objekt) || objekt.art !== "worte") return undefined;
    const anfang = this.#text.startsWith("\r\n", nachWort) ? nachWort + 2 : nachWort + 1;
    const strom: Strom = { art: "strom", worte: objekt, anfang, ende: 0 };
    return { ...strom, ende: this.#endeVon(strom) };
  }

  /** Asked again when everything is read: the length may stand in a later object. Where it is wrong, the file's own word counts. */
  #endeVon({ worte, anfang, ende: bekannt }: Strom): number {
    const laenge = this.hole(worte.eintraege.get("/Length"));
    if (typeof laenge === "number" && laenge >= 0) {
      const danach = this.#text.slice(anfang + laenge, anfang + laenge + 20);
      if (/^[\0\t\n\f\r ]{0,4}endstream/.test(danach)) return anfang + laenge;
    }
    if (bekannt > 0) return bekannt;
    const ende = this.#text.indexOf("endstream", anfang);
    if (ende < 0) return this.#text.length;
    // The end of line before the word belongs to the word.
    return Math.max(
      anfang,
      ende - (this.#text.slice(ende - 2, ende) === "\r\n" ? 2 : /[\r\n]/.test(this.#text[ende - 1] ?? "") ? 1 : 0),
    );
  }

  #nimmStrom(strom: Strom): void {
    const art = strom.worte.eintraege.get("/Type");
    if (art === "/XRef") this.#merkeWurzel(strom.worte);
    if (art !== "/ObjStm") return;
    const inhalt = this.entpacke(strom);
    const anzahl = this.eintrag(strom, "/N");
    const erstes = this.eintrag(strom, "/First");
    if (!inhalt || typeof anzahl !== "number" || typeof erstes !== "number") return;
    const text = Buffer.from(inhalt).toString("latin1");
    const zahlen = text.slice(0, erstes).match(/\d{1,10}/g) ?? [];
    // Many entries may point at the same large object: what is read more than twice over is no invoice, but days of work.
    let vorrat = 2 * text.length;
    for (let stelle = 0; stelle + 1 < zahlen.length && stelle < 2 * anzahl; stelle += 2) {
      if (vorrat < 0 || this.#objekte.size > grenzen.elemente)
        throw new Unlesbar("FW-PDF-03", "Die PDF-Datei nennt dieselben Objekte zu oft.");
      const anfang = erstes + Number(zahlen[stelle + 1]);
      const leser = new Leser(text, anfang);
      this.#objekte.set(Number(zahlen[stelle]), leser.objekt());
      vorrat -= Math.max(0, leser.stelle - anfang);
    }
  }

  #merkeWurzel(anhang: Objekt): void {
    const worte = this.worte(anhang);
    if (!worte) return;
    if (worte.eintraege.has("/Root")) this.wurzel = worte.eintraege.get("/Root");
    if (worte.eintraege.has("/Encrypt")) this.verschluesselt = true;
  }
}
