import { liesArchiv } from "./zip.ts";

/** The cells of one sheet by their address, e.g. `D56`; numbers as they are stored, dates as days since 1899-12-30. */
export type Zellen = ReadonlyMap<string, string>;

/**
 * Reads the first sheet of a workbook (ECMA-376): a ZIP archive of XML parts. As small as the test data need: no ZIP64, no encryption, no
 * rich text but what its runs say one after another.
 * @throws where the archive has no directory, or a part is missing or packed in another way
 */
export function liesErstesBlatt(datei: Buffer): Zellen {
  const teile = liesArchiv(datei, (name) => name.endsWith(".xml"));
  const worte = [...teilAus(teile, "xl/sharedStrings.xml").matchAll(/<si>(.*?)<\/si>/gs)].map((treffer) =>
    textIn(treffer[1] ?? ""),
  );
  const zellen = new Map<string, string>();
  for (const [, attribute = "", inhalt = ""] of teilAus(teile, "xl/worksheets/sheet1.xml").matchAll(
    /<c ([^>]*[^/>])>(.*?)<\/c>/gs,
  )) {
    const adresse = /\br="([A-Z]+\d+)"/.exec(attribute)?.[1];
    const wert = /<v>(.*?)<\/v>/s.exec(inhalt)?.[1];
    if (adresse === undefined || wert === undefined) continue;
    zellen.set(adresse, /\bt="s"/.test(attribute) ? (worte[Number(wert)] ?? "") : entschaerfe(wert));
  }
  return zellen;
}

/** `0` is column A. */
export function spaltenname(stelle: number): string {
  const letzter = String.fromCharCode(65 + (stelle % 26));
  return stelle < 26 ? letzter : spaltenname(Math.floor(stelle / 26) - 1) + letzter;
}

const textIn = (xml: string) => entschaerfe([...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map((treffer) => treffer[1]).join(""));
const entschaerfe = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

function teilAus(teile: ReadonlyMap<string, Buffer>, name: string): string {
  const teil = teile.get(name);
  if (teil === undefined) throw new Error(`Die Arbeitsmappe enthält kein ${name}.`);
  return teil.toString("utf8");
}
