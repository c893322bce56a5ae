import { Unlesbar } from "./grenzen.ts";
import { PdfDatei } from "./pdf/datei.ts";
import type { Objekt } from "./pdf/objekte.ts";

/** Names that the standards give the invoice within the PDF; suppliers write them in any case. */
const namen = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"];
const wurzeln = /<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s>]/;
const hoechstens = 2_000;

export const istPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1_024)).toString("latin1").includes("%PDF-");

export type Anhang = { name: string; inhalt: Uint8Array };

/**
 * The invoice inside a PDF (ZUGFeRD, Factur-X), whatever its relationship is called; undefined where there is none.
 * A name of the standards comes first; else an attached XML file that is an invoice by its root element.
 * @throws Unlesbar where the file is encrypted or costs too much
 */
export function liesAnhang(bytes: Uint8Array): Anhang | undefined {
  const pdf = new PdfDatei(bytes);
  if (pdf.verschluesselt)
    throw new Unlesbar(
      "FW-PDF-02",
      "Die PDF-Datei ist verschlüsselt. Bitte senden Sie die Rechnung ohne Kennwort und ohne Verschlüsselung.",
    );
  const dateien = sammle(pdf);
  const nachNorm = dateien.find(({ name }) => namen.includes(name.toLowerCase()));
  const kandidaten = nachNorm ? [nachNorm] : dateien.filter(({ name }) => /\.xml$/i.test(name));
  for (const { name, strom } of kandidaten) {
    const inhalt = pdf.entpacke(strom);
    if (inhalt && (nachNorm || wurzeln.test(anfang(inhalt)))) return { name, inhalt };
  }
  return undefined;
}

/** The first characters, whatever the encoding: zero bytes of UTF-16 left out. */
const anfang = (inhalt: Uint8Array) => Buffer.from(inhalt.subarray(0, 8_000)).toString("latin1").replaceAll("\0", "");

type Datei = { name: string; strom: Objekt };

function sammle(pdf: PdfDatei): Datei[] {
  const dateien: Datei[] = [];
  const gesehen = new Set<unknown>();
  const nimm = (angabe: Objekt, name = "") => {
    const worte = pdf.worte(angabe);
    if (!worte || gesehen.has(worte) || dateien.length >= hoechstens) return;
    gesehen.add(worte);
    const eingebettet = pdf.eintrag(worte, "/EF");
    const strom = ["/UF", "/F", "/Unix", "/DOS", "/Mac"]
      .map((wo) => pdf.eintrag(eingebettet, wo))
      .find((gefunden) => gefunden !== undefined);
    if (strom === undefined) return;
    const genannt = pdf.text(pdf.eintrag(worte, "/UF")) ?? pdf.text(pdf.eintrag(worte, "/F")) ?? name;
    dateien.push({ name: genannt.replace(/^.*[/\\]/, "").trim(), strom });
  };
  const baum = (knoten: Objekt, tiefe: number) => {
    const worte = pdf.worte(knoten);
    if (!worte || gesehen.has(worte) || tiefe > 30 || gesehen.size > hoechstens) return;
    gesehen.add(worte);
    const paare = pdf.reihe(worte.eintraege.get("/Names"));
    for (let stelle = 0; stelle + 1 < paare.length; stelle += 2) nimm(paare[stelle + 1], pdf.text(paare[stelle]));
    for (const kind of pdf.reihe(worte.eintraege.get("/Kids"))) baum(kind, tiefe + 1);
  };
  baum(pdf.eintrag(pdf.eintrag(pdf.wurzel, "/Names"), "/EmbeddedFiles"), 0);
  for (const angabe of pdf.reihe(pdf.eintrag(pdf.wurzel, "/AF"))) nimm(angabe);
  return dateien;
}
