/** A synthetic invoice before it is written down. Amounts in cents; everything in it is made up. */
export type Rechnungsentwurf = {
  art: "rechnung" | "gutschrift";
  nummer: string;
  datum: string;
  faelligAm: string | null;
  leitwegId: string | null;
  bestellnummer: string | null;
  vertrag: string | null;
  /** Number of the invoice that a credit note corrects. */
  bezug: string | null;
  lieferant: {
    name: string;
    ustId: string | null;
    steuernummer: string | null;
    strasse: string;
    plz: string;
    ort: string;
    ansprechpartner: string;
    telefon: string;
    email: string;
    iban: string | null;
  };
  kaeufer: { name: string; strasse: string; plz: string; ort: string; email: string };
  positionen: readonly { artikel: string; menge: number; preisCent: number; satz: 19 | 7; bestellposition: string | null }[];
  /** Lines of BT-20, e.g. `#SKONTO#TAGE=14#PROZENT=2.25#`. */
  bedingungen: readonly string[];
};

const x = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const euro = (cent: number) =>
  `${cent < 0 ? "-" : ""}${Math.floor(Math.abs(cent) / 100)}.${String(Math.abs(cent) % 100).padStart(2, "0")}`;
const wenn = <T>(wert: T | null, schreibe: (wert: T) => string) => (wert === null ? "" : schreibe(wert));

/** Sums of an invoice: VAT is reckoned once a rate over its net sum, as BR-CO-17 asks. */
export function summen({ positionen }: Pick<Rechnungsentwurf, "positionen">) {
  const zeilen = positionen.map(({ menge, preisCent }) => Math.round(menge * preisCent));
  const jeSatz = new Map<number, number>();
  for (const [stelle, { satz }] of positionen.entries()) jeSatz.set(satz, (jeSatz.get(satz) ?? 0) + (zeilen[stelle] ?? 0));
  const steuern = [...jeSatz].map(([satz, netto]) => ({ satz, netto, steuer: Math.round((netto * satz) / 100) }));
  const netto = zeilen.reduce((a, b) => a + b, 0);
  const steuer = steuern.reduce((bisher, each) => bisher + each.steuer, 0);
  return { zeilen, steuern, netto, steuer, brutto: netto + steuer };
}

const partei = (
  name: string,
  anschrift: { strasse: string; plz: string; ort: string },
  email: string,
  kennungen: string,
  kontakt: string,
  register = "",
) =>
  `<cac:Party><cbc:EndpointID schemeID="EM">${x(email)}</cbc:EndpointID><cac:PostalAddress><cbc:StreetName>${x(anschrift.strasse)}</cbc:StreetName><cbc:CityName>${x(anschrift.ort)}</cbc:CityName><cbc:PostalZone>${x(anschrift.plz)}</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>${kennungen}<cac:PartyLegalEntity><cbc:RegistrationName>${x(name)}</cbc:RegistrationName>${register}</cac:PartyLegalEntity>${kontakt}</cac:Party>`;
const steuerkennung = (nummer: string | null, schema: string) =>
  wenn(
    nummer,
    (wert) =>
      `<cac:PartyTaxScheme><cbc:CompanyID>${x(wert)}</cbc:CompanyID><cac:TaxScheme><cbc:ID>${schema}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`,
  );
const kategorie = (element: string, satz: number) =>
  `<cac:${element}><cbc:ID>S</cbc:ID><cbc:Percent>${satz}</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:${element}>`;

/** As an XRechnung 3.0 in UBL 2.1, an invoice or a credit note. The same draft is the same text. */
export function schreibeXrechnung(entwurf: Rechnungsentwurf): string {
  const { art, lieferant, kaeufer, positionen } = entwurf;
  const gutschrift = art === "gutschrift";
  const wurzel = gutschrift ? "CreditNote" : "Invoice";
  const { zeilen, steuern, netto, steuer, brutto } = summen(entwurf);
  const betrag = (name: string, cent: number) => `<cbc:${name} currencyID="EUR">${euro(cent)}</cbc:${name}>`;
  const menge = gutschrift ? "CreditedQuantity" : "InvoicedQuantity";
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<${wurzel} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${wurzel}-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">`,
    `<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID><cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>`,
    `<cbc:ID>${x(entwurf.nummer)}</cbc:ID><cbc:IssueDate>${entwurf.datum}</cbc:IssueDate>`,
    gutschrift ? "" : wenn(entwurf.faelligAm, (tag) => `<cbc:DueDate>${tag}</cbc:DueDate>`),
    gutschrift ? "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>" : "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
    `<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>`,
    wenn(entwurf.leitwegId, (id) => `<cbc:BuyerReference>${x(id)}</cbc:BuyerReference>`),
    wenn(entwurf.bestellnummer, (nummer) => `<cac:OrderReference><cbc:ID>${x(nummer)}</cbc:ID></cac:OrderReference>`),
    wenn(
      entwurf.bezug,
      (nummer) =>
        `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${x(nummer)}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`,
    ),
    wenn(
      entwurf.vertrag,
      (nummer) => `<cac:ContractDocumentReference><cbc:ID>${x(nummer)}</cbc:ID></cac:ContractDocumentReference>`,
    ),
    `<cac:AccountingSupplierParty>${partei(
      lieferant.name,
      lieferant,
      lieferant.email,
      steuerkennung(lieferant.ustId, "VAT") + steuerkennung(lieferant.steuernummer, "FC"),
      `<cac:Contact><cbc:Name>${x(lieferant.ansprechpartner)}</cbc:Name><cbc:Telephone>${x(lieferant.telefon)}</cbc:Telephone><cbc:ElectronicMail>${x(lieferant.email)}</cbc:ElectronicMail></cac:Contact>`,
      // Whoever has no VAT id must be known by something else (BR-CO-26).
      lieferant.ustId ? "" : `<cbc:CompanyID>HRB ${x(lieferant.plz.slice(-1))}${lieferant.telefon.slice(-4)}</cbc:CompanyID>`,
    )}</cac:AccountingSupplierParty>`,
    `<cac:AccountingCustomerParty>${partei(kaeufer.name, kaeufer, kaeufer.email, "", "")}</cac:AccountingCustomerParty>`,
    `<cac:Delivery><cbc:ActualDeliveryDate>${entwurf.datum}</cbc:ActualDeliveryDate></cac:Delivery>`,
    `<cac:PaymentMeans><cbc:PaymentMeansCode>${lieferant.iban ? 58 : 10}</cbc:PaymentMeansCode><cbc:PaymentID>${x(entwurf.nummer)}</cbc:PaymentID>${wenn(lieferant.iban, (iban) => `<cac:PayeeFinancialAccount><cbc:ID>${iban}</cbc:ID><cbc:Name>${x(lieferant.name)}</cbc:Name></cac:PayeeFinancialAccount>`)}</cac:PaymentMeans>`,
    entwurf.bedingungen.length > 0 || (gutschrift && entwurf.faelligAm) || !entwurf.faelligAm
      ? `<cac:PaymentTerms><cbc:Note>${x([...entwurf.bedingungen, ...(entwurf.bedingungen.length > 0 ? [] : ["Zahlbar ohne Abzug."])].join("\n"))}\n</cbc:Note></cac:PaymentTerms>`
      : "",
    `<cac:TaxTotal>${betrag("TaxAmount", steuer)}${steuern.map(({ satz, netto: grund, steuer: teil }) => `<cac:TaxSubtotal>${betrag("TaxableAmount", grund)}${betrag("TaxAmount", teil)}${kategorie("TaxCategory", satz)}</cac:TaxSubtotal>`).join("")}</cac:TaxTotal>`,
    `<cac:LegalMonetaryTotal>${betrag("LineExtensionAmount", netto)}${betrag("TaxExclusiveAmount", netto)}${betrag("TaxInclusiveAmount", brutto)}${betrag("PayableAmount", brutto)}</cac:LegalMonetaryTotal>`,
    ...positionen.map(
      ({ artikel, menge: anzahl, preisCent, satz, bestellposition }, stelle) =>
        `<cac:${wurzel}Line><cbc:ID>${stelle + 1}</cbc:ID><cbc:${menge} unitCode="C62">${anzahl}</cbc:${menge}>${betrag("LineExtensionAmount", zeilen[stelle] ?? 0)}${wenn(bestellposition, (zeile) => `<cac:OrderLineReference><cbc:LineID>${x(zeile)}</cbc:LineID></cac:OrderLineReference>`)}<cac:Item><cbc:Name>${x(artikel)}</cbc:Name>${kategorie("ClassifiedTaxCategory", satz)}</cac:Item><cac:Price>${betrag("PriceAmount", preisCent)}</cac:Price></cac:${wurzel}Line>`,
    ),
    `</${wurzel}>`,
  ].join("");
}
