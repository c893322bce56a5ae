import { pdfMuster } from "./rechnung-muster.ts";
import { veraendere } from "./rechnung-mutation.ts";

type Wuerfel = () => number;
const ganz = (wuerfel: Wuerfel, unter: number) => Math.floor(wuerfel() * unter);
const mitten = (text: string, wuerfel: Wuerfel, einschub: string) => {
  const stelle = ganz(wuerfel, text.length);
  return text.slice(0, stelle) + einschub + text.slice(stelle);
};
/** Replaces the text of one element, chosen by chance. */
const inEinemElement = (text: string, wuerfel: Wuerfel, neu: string) => {
  const stellen = [...text.matchAll(/>[^<>\s][^<>]*</g)];
  const treffer = stellen[ganz(wuerfel, stellen.length)];
  return treffer ? text.slice(0, treffer.index + 1) + neu + text.slice(treffer.index + treffer[0].length - 1) : text;
};
const gelaechter = (tiefe: number) =>
  `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: tiefe }, (_, stufe) => `<!ENTITY ${"b".repeat(stufe + 1)} "${`&${"b".repeat(stufe) || "a"};`.repeat(10)}">`).join("")}]>`;

/** Whatever a file on its way to an office can be made into, by accident or on purpose. Every one is a function of text and chance. */
export const zerstoerungen: Readonly<Record<string, (text: string, wuerfel: Wuerfel) => Uint8Array>> = {
  Elemente: (text, w) => Buffer.from(veraendere(text, w)),
  Bytes(text, w) {
    const bytes = Buffer.from(text);
    for (let mal = 1 + ganz(w, 8); mal > 0; mal--) bytes[ganz(w, bytes.length)] = ganz(w, 256);
    return bytes;
  },
  abgeschnitten: (text, w) => Buffer.from(text).subarray(0, ganz(w, text.length)),
  Marken: (text, w) =>
    Buffer.from(
      mitten(
        text,
        w,
        ["<", ">", "</", "/>", "<a>", "</cbc:ID>", "<![CDATA[", "]]>", "<!--", "<?x?>", "&", "&#0;", "&#x110000;", "&a;"][
          ganz(w, 14)
        ] ?? "",
      ),
    ),
  Zahlen: (text, w) =>
    Buffer.from(
      inEinemElement(
        text,
        w,
        ["9".repeat(1 + ganz(w, 5_000)), `0.${"1".repeat(ganz(w, 5_000))}`, "1e400", "NaN", "-", ".", "Infinity", "0x10"][
          ganz(w, 8)
        ] ?? "",
      ),
    ),
  Kodierung(text, w) {
    const umlaut = inEinemElement(text, w, "Prüfung €");
    const genannt = ["UTF-8", "UTF-16", "ISO-8859-1", "windows-1252", "EBCDIC", "UTF-7", "", "x"][ganz(w, 8)] ?? "";
    const erklaert = umlaut.replace("UTF-8", genannt);
    const kodiert = [
      Buffer.from(erklaert),
      Buffer.from(erklaert, "utf16le"),
      Buffer.from(erklaert, "utf16le").swap16(),
      Buffer.from(erklaert, "latin1"),
    ][ganz(w, 4)];
    const marke = [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]][ganz(w, 4)];
    return Buffer.concat([Buffer.from(marke ?? []), kodiert ?? Buffer.alloc(0)]);
  },
  Tiefe(text, w) {
    const tiefe = ganz(w, 3_000);
    return Buffer.from(inEinemElement(text, w, `${"<a>".repeat(tiefe)}${w() < 0.5 ? "</a>".repeat(tiefe) : ""}`));
  },
  Breite: (text, w) => Buffer.from(mitten(text, w, "<cbc:Note/>".repeat(ganz(w, 2_000)))),
  Attribute: (text, w) =>
    Buffer.from(
      text.replace(
        /<c[ba]c:ID|<ram:ID/,
        (marke) => `${marke}${Array.from({ length: ganz(w, 300) }, (_, n) => ` a${n}="${"x".repeat(ganz(w, 60))}"`).join("")}`,
      ),
    ),
  Namensraeume: (text, w) =>
    Buffer.from(
      text.replace(/urn:[^"]*"/, (uri) =>
        w() < 0.5
          ? `x${uri}`
          : `" ${Array.from({ length: ganz(w, 30) }, (_, n) => `xmlns:n${n}="${uri.slice(0, -1)}"`).join(" ")} y="${uri}`,
      ),
    ),
  Entitaeten: (text, w) =>
    Buffer.from(inEinemElement(text.replace("?>", `?>${gelaechter(1 + ganz(w, 30))}`), w, `&${"b".repeat(1 + ganz(w, 30))};`)),
  "fremde Datei": (text) =>
    Buffer.from(inEinemElement(text.replace("?>", '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), () => 0.5, "&a;")),
  PDF(text, w) {
    const pdf = pdfMuster(text, { name: w() < 0.5 ? "ZUGFeRD-Invoice.xml" : "x.xml", ueberAf: w() < 0.5 });
    for (let mal = ganz(w, 6); mal > 0; mal--) pdf[ganz(w, pdf.length)] = ganz(w, 256);
    return w() < 0.2 ? pdf.subarray(0, ganz(w, pdf.length)) : pdf;
  },
  "PDF-Aufbau": (text, w) =>
    Buffer.from(
      pdfMuster(text)
        .toString("latin1")
        .replace(/\d+ 0 R|\/Length \d+|\[|<<|>>|obj/g, (stelle) =>
          w() < 0.1
            ? (["1 0 R", "4 0 R", "99 0 R", "[".repeat(200), "<<", ">>", "/Length 99999999", ""][ganz(w, 8)] ?? "")
            : stelle,
        ),
      "latin1",
    ),
  leer: (_text, w) => Buffer.alloc(ganz(w, 50), ganz(w, 256)),
};
