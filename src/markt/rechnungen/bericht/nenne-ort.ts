/** Parts of an invoice by the elements of both syntaxes, the inner before the outer. */
const teile: readonly (readonly [teil: string, elemente: RegExp])[] = [
  ["Anlagen", /AdditionalDocumentReference|AdditionalReferencedDocument/],
  ["Steuervertreter", /TaxRepresentative/],
  ["Zahlungsempfänger", /PayeeParty|PayeeTradeParty/],
  ["Verkäufer", /AccountingSupplierParty|SellerTradeParty/],
  ["Käufer", /AccountingCustomerParty|BuyerTradeParty/],
  ["Zahlung", /PaymentMeans|PaymentTerms/],
  ["Nachlässe und Zuschläge", /AllowanceCharge/],
  ["Gesamtbeträge", /LegalMonetaryTotal|HeaderMonetarySummation/],
  ["Umsatzsteuer", /TaxTotal|ApplicableTradeTax/],
  ["Lieferung", /Delivery/],
  ["Zeitraum", /InvoicePeriod|BillingSpecifiedPeriod/],
  ["Vorherige Rechnung", /BillingReference|InvoiceReferencedDocument/],
];
const position = /:(?:InvoiceLine|CreditNoteLine|IncludedSupplyChainTradeLineItem)(?:\[(\d+)\])?(\/.*)?$/;

/** Where on the invoice a finding is, in words; `ort` is the XPath of the check. */
export function nenneOrt(ort: string): string {
  if (ort === "/" || ort === "") return "Ganze Datei";
  const [getroffen, nummer, rest = ""] = ort.match(position) ?? [];
  if (getroffen) {
    const teil = /AllowanceCharge/.test(rest) ? ", Nachlass oder Zuschlag" : "";
    return `Position ${nummer ?? "1"}${teil}`;
  }
  return teile.find(([, elemente]) => elemente.test(ort))?.[0] ?? "Kopf der Rechnung";
}
