import { SaxesParser } from "saxes";
import { type Anlagentexte, nimmAnlagentexte } from "./anlagentext.ts";
import { Dokument, Knoten, type Syntax } from "./baum.ts";
import { grenzen, Unlesbar } from "./grenzen.ts";
import { Namensraeume } from "./namensraeume.ts";
import { inWorten } from "./xml-worte.ts";
import { dekodiere } from "./zeichen.ts";

const stueck = 65_536;

/** The kind of document by its root element; a root that is no invoice has none. */
export const syntaxVon = (wurzel: string): Syntax | undefined =>
  wurzel === "ubl:Invoice" || wurzel === "cn:CreditNote" ? "ubl" : wurzel === "rsm:CrossIndustryInvoice" ? "cii" : undefined;

const zeilen = new Set([
  "cac:InvoiceLine",
  "cac:CreditNoteLine",
  "cac:AllowanceCharge",
  "ram:IncludedSupplyChainTradeLineItem",
  "ram:SpecifiedTradeAllowanceCharge",
]);
/** Each row of the breakdown is held against each line and each allowance: thousands of both are millions of comparisons. */
function vergleiche(elemente: readonly Knoten[]): number {
  const steuern = elemente.filter(
    ({ name, eltern }) =>
      name === "cac:TaxSubtotal" || (name === "ram:ApplicableTradeTax" && eltern?.name === "ram:ApplicableHeaderTradeSettlement"),
  );
  return steuern.length * elemente.filter(({ name }) => zeilen.has(name)).length;
}

/** The document of a file. @throws Unlesbar with what is wrong, where and what to do */
export function liesXml(datei: Uint8Array): Dokument {
  const { bytes, anlagen } = nimmAnlagentexte(datei);
  return liesText(dekodiere(bytes), anlagen);
}

/**
 * Reads an invoice in one pass. No DTD and no entities but the five of XML: with them a document could grow without end or read files of
 * ours. Namespaces are resolved here, not by the parser, which would make an object of every attribute.
 */
function liesText(text: string, anlagen: Anlagentexte): Dokument {
  const elemente: Knoten[] = [];
  const raeume = new Namensraeume();
  let offen: Knoten | undefined;
  let tiefe = 0;
  let wurzel: Knoten | undefined;

  // Without `position` the parser does not build its own wording; line and column are ours to tell.
  const parser = new SaxesParser({ xmlns: false, position: false });
  const unlesbar = (regel: string, meldung: string) =>
    new Unlesbar(regel, `${meldung} (Zeile ${parser.line}, Spalte ${parser.column})`, offen?.ort ?? "/");
  parser.on("error", (fehler) => {
    throw unlesbar(
      "FW-XML-01",
      `Die Datei ist kein wohlgeformtes XML: ${inWorten(fehler.message)}. Bitte erzeugen Sie die Rechnung neu und ändern Sie sie nicht von Hand.`,
    );
  });
  parser.on("doctype", () => {
    throw unlesbar(
      "FW-XML-03",
      "Die Datei enthält eine Dokumenttyp-Angabe (DOCTYPE). Sie ist in Rechnungen nicht erlaubt; bitte entfernen Sie sie.",
    );
  });
  parser.on("opentag", (tag) => {
    const attribute = tag.attributes as Record<string, string>;
    if (++tiefe > grenzen.tiefe)
      throw unlesbar("FW-XML-04", `Die Elemente sind tiefer als ${grenzen.tiefe} Stufen verschachtelt.`);
    if (elemente.length >= grenzen.elemente) throw unlesbar("FW-XML-04", `Die Datei hat mehr als ${grenzen.elemente} Elemente.`);
    const aufgeloest = raeume.oeffne(tag.name, attribute);
    if (typeof aufgeloest === "string") throw unlesbar("FW-XML-01", `Die Datei ist kein wohlgeformtes XML: ${aufgeloest}.`);
    const knoten = new Knoten(aufgeloest.name, offen, aufgeloest.attribute);
    if (offen) offen.kinder.push(knoten);
    else wurzel = knoten;
    elemente.push(knoten);
    offen = knoten;
  });
  const nimm = (teil: string) => {
    if (!offen) return;
    if (offen.text.length + teil.length > grenzen.text) throw unlesbar("FW-XML-04", "Ein Text der Datei ist zu lang.");
    offen.text += teil;
  };
  parser.on("text", nimm);
  parser.on("cdata", nimm);
  parser.on("closetag", () => {
    // White space between elements is layout; kept for leaves, where it is what somebody wrote.
    if (offen && offen.kinder.length > 0 && offen.text !== "" && /^[ \t\r\n]*$/.test(offen.text)) offen.text = "";
    if (offen) offen.text = anlagen.ergaenze(offen.text);
    offen = offen?.eltern;
    tiefe--;
    raeume.schliesse();
  });

  for (let stelle = 0; stelle < text.length; stelle += stueck) parser.write(text.slice(stelle, stelle + stueck));
  parser.close();
  if (!wurzel) throw new Unlesbar("FW-XML-01", "Die Datei enthält kein XML-Element.");
  if (vergleiche(elemente) > grenzen.vergleiche)
    throw new Unlesbar("FW-XML-04", "Die Rechnung hat zu viele Zeilen in der Aufschlüsselung der Umsatzsteuer.");
  return new Dokument(syntaxVon(wurzel.name) ?? "ubl", wurzel, elemente);
}
