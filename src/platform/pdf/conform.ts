/** What a reader needs to know of the properties that the standard PDF/A-2 does not predefine (ISO 19005-2, 6.6.2.3.3). */
const EXTENSION =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  "<pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>" +
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>";

/**
 * Declares a PDF/A-2a file to be PDF/UA-1 as well (ISO 14289-1, clause 5 and 7.1): the identifier in its metadata, and the title in the
 * window. Both standards allow it in one file; Typst writes only one of them at a time. What else PDF/UA asks of the content Typst
 * has to meet; `typeset` refuses what does not.
 *
 * @param pdf as Typst writes it: metadata and catalogue are the last two objects, followed by a plain cross-reference table
 * @throws where the file is not of that form: better no letter than one with a wrong claim
 */
export function declareAccessible(pdf: Buffer): Buffer {
  // Latin-1 keeps every byte a character, so that positions in the text are positions in the file.
  const tableAt = Number(/startxref\n(\d+)\n%%EOF$/.exec(pdf.subarray(-40).toString("latin1"))?.[1]);
  const tail = pdf.subarray(tableAt).toString("latin1");
  const catalogNumber = Number(/\/Root (\d+) 0 R/.exec(tail)?.[1]);
  const catalogAt = positionOf(tail, catalogNumber);
  const catalog = pdf.subarray(catalogAt, tableAt).toString("latin1");
  const metadataAt = positionOf(tail, Number(/\/Metadata (\d+) 0 R/.exec(catalog)?.[1]));
  if (!(metadataAt < catalogAt) || !/^\d+ 0 obj\n/.test(catalog)) throw new Error("PDF whose last object is not its catalogue");
  const metadata = replaceFirst(pdf.subarray(metadataAt, catalogAt).toString("latin1"), [
    [" xmlns:pdfaid=", ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid='],
    ["</rdf:Bag></pdfaExtension:schemas>", `${EXTENSION}</rdf:Bag></pdfaExtension:schemas>`],
    ["<pdfaid:part>", "<pdfuaid:part>1</pdfuaid:part><pdfaid:part>"],
  ]);
  const packet = /\nstream\n([\s\S]*)\nendstream\nendobj\n+$/.exec(metadata)?.[1];
  const length = /\/Length \d+/.exec(metadata)?.[0];
  if (packet === undefined || length === undefined) throw new Error("PDF without readable metadata");
  const before = replaceFirst(metadata, [[length, `/Length ${packet.length}`]]);
  const after = replaceFirst(catalog, [["/ViewerPreferences <<", "/ViewerPreferences <<\n    /DisplayDocTitle true"]]);
  const newCatalogAt = metadataAt + before.length;
  const newTail = replaceFirst(tail, [
    [entryAt(tail, catalogNumber), `${String(newCatalogAt).padStart(10, "0")} 00000 n`],
    [`startxref\n${tableAt}`, `startxref\n${newCatalogAt + after.length}`],
  ]);
  return Buffer.concat([pdf.subarray(0, metadataAt), Buffer.from(before + after + newTail, "latin1")]);
}

function replaceFirst(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`PDF not of the expected form: no ${from}`);
    return before.replace(from, () => to);
  }, text);
}

/** Entry of an object in the cross-reference table, whose lines have 20 bytes each. */
function entryAt(tail: string, number: number): string {
  const head = /^xref\n0 \d+\n/.exec(tail)?.[0] ?? "";
  const at = head.length + 20 * number;
  const entry = tail.slice(at, at + 18);
  if (head === "" || !/^\d{10} 00000 n$/.test(entry)) throw new Error(`PDF without a position of object ${number}`);
  return entry;
}

const positionOf = (tail: string, number: number): number => Number(entryAt(tail, number).slice(0, 10));
