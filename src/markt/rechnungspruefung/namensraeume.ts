import { grenzen } from "./grenzen.ts";

const kurz: Readonly<Record<string, string>> = {
  "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2": "ubl",
  "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2": "cn",
  "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2": "cac",
  "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2": "cbc",
  "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2": "ext",
  "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100": "rsm",
  "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100": "ram",
  "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100": "udt",
  "urn:un:unece:uncefact:data:standard:QualifiedDataType:100": "qdt",
  "http://www.w3.org/2001/XMLSchema-instance": "xsi",
  "http://www.w3.org/XML/1998/namespace": "xml",
};
const leer = Object.freeze(Object.create(null) as Record<string, string>);
const xml: Readonly<Record<string, string>> = { xml: "http://www.w3.org/XML/1998/namespace" };

type Geltung = { raeume: Readonly<Record<string, string>>; namen: Map<string, string | undefined> };

/**
 * Canonical names for what a document calls as it likes. Within the reach of one set of declarations a name is resolved once: an invoice
 * has thousands of elements and perhaps a hundred names.
 */
export class Namensraeume {
  readonly #stapel: Geltung[] = [];
  #gilt: Geltung = { raeume: Object.assign(Object.create(null), xml), namen: new Map() };

  /** The element's name and attributes, canonical; a string says what is wrong with them. */
  oeffne(
    name: string,
    attribute: Readonly<Record<string, string>>,
  ): { name: string; attribute: Readonly<Record<string, string>> } | string {
    this.#stapel.push(this.#gilt);
    let anzahl = 0;
    let erklaerungen: Record<string, string> | undefined;
    for (const schluessel in attribute) {
      anzahl++;
      if (schluessel.length > grenzen.attribut || (attribute[schluessel] ?? "").length > grenzen.attribut)
        return "ein Attribut ist zu lang";
      if (!schluessel.startsWith("xmlns")) continue;
      if (schluessel === "xmlns" || schluessel[5] === ":") {
        erklaerungen ??= Object.assign(Object.create(null) as Record<string, string>, this.#gilt.raeume);
        erklaerungen[schluessel.slice(6)] = attribute[schluessel] ?? "";
      }
    }
    if (anzahl > grenzen.attribute) return `ein Element hat mehr als ${grenzen.attribute} Attribute`;
    if (erklaerungen) this.#gilt = { raeume: erklaerungen, namen: new Map() };
    const aufgeloest = this.#loeseAuf(name, true);
    if (aufgeloest === undefined) return `der Namensraum von „${name.slice(0, 100)}“ ist nicht erklärt`;
    if (anzahl === 0) return { name: aufgeloest, attribute: leer };
    const eigene: Record<string, string> = Object.create(null);
    for (const schluessel in attribute) {
      if (schluessel === "xmlns" || schluessel.startsWith("xmlns:")) continue;
      const kanonisch = schluessel.includes(":") ? this.#loeseAuf(schluessel, false) : schluessel;
      if (kanonisch === undefined) return `der Namensraum von „${schluessel.slice(0, 100)}“ ist nicht erklärt`;
      eigene[kanonisch] = attribute[schluessel] ?? "";
    }
    return { name: aufgeloest, attribute: eigene };
  }

  schliesse(): void {
    this.#gilt = this.#stapel.pop() ?? this.#gilt;
  }

  #loeseAuf(name: string, element: boolean): string | undefined {
    const bekannt = this.#gilt.namen.get(name);
    if (bekannt !== undefined) return bekannt;
    const trenner = name.indexOf(":");
    if (name.length > grenzen.attribut || trenner === 0 || name.indexOf(":", trenner + 1) > 0) return undefined;
    const uri = this.#gilt.raeume[trenner < 0 ? "" : name.slice(0, trenner)];
    if (trenner >= 0 && !uri) return undefined;
    const lokal = name.slice(trenner + 1);
    const vorsatz = uri ? kurz[uri] : undefined;
    const aufgeloest = vorsatz ? `${vorsatz}:${lokal}` : uri && (element || trenner >= 0) ? `Q{${uri}}${lokal}` : lokal;
    this.#gilt.namen.set(name, aufgeloest);
    return aufgeloest;
  }
}
