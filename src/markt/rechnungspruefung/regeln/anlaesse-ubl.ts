import type { Knoten } from "../baum.ts";
import { type Anlass, anlass, anlassJe, anlassNachEnde } from "./anlass-form.ts";
import { kurzZuCode } from "./en16931/kategorie.ts";
import { istNachlass, istUst, istZuschlag } from "./ubl.ts";
import { eigenesAttribut, hat, nach } from "./weg.ts";

const rechnung = "/ubl:Invoice /cn:CreditNote";
const position = "cac:InvoiceLine cac:CreditNoteLine";
const inPosition = (pfad: string) => `cac:InvoiceLine/${pfad} cac:CreditNoteLine/${pfad}`;
const code = nach("cbc:PaymentMeansCode");
const ueberweisung = (k: Knoten) => !!k.eltern && code(k.eltern).some(({ text }) => text === "30" || text === "58");
const objektbezug = (k: Knoten) => !!k.eltern && nach("cbc:DocumentTypeCode")(k.eltern).some(({ text }) => text === "130");
const nachlass = (k: Knoten) => !!k.eltern && istNachlass(k.eltern);
const zuschlag = (k: Knoten) => !!k.eltern && istZuschlag(k.eltern);

/** `S-position` and its like: the families of VAT categories. */
const jeKategorie = (wo: string) => (k: Knoten) => {
  if (!istUst(k)) return undefined;
  for (const { norm } of nach("cbc:ID")(k)) {
    const kurz = kurzZuCode.get(norm);
    if (kurz) return `${kurz}-${wo}`;
  }
  return undefined;
};

const modell: Anlass[] = [
  ...anlass("modell", "anlage", "cac:AdditionalDocumentReference"),
  ...anlass("modell", "elektronischeAdresseKaeufer", "cac:AccountingCustomerParty/cac:Party/cbc:EndpointID"),
  ...anlass("modell", "anschriftKaeufer", "cac:AccountingCustomerParty/cac:Party/cac:PostalAddress"),
  ...anlass("modell", "kartennummer", "cac:PaymentMeans/cac:CardAccount/cbc:PrimaryAccountNumberID"),
  ...anlass("modell", "lieferanschrift", "cac:Delivery/cac:DeliveryLocation/cac:Address"),
  ...anlass("modell", "nachlass", "/ubl:Invoice/cac:AllowanceCharge /cn:CreditNote/cac:AllowanceCharge", istNachlass),
  ...anlass("modell", "zuschlag", "/ubl:Invoice/cac:AllowanceCharge /cn:CreditNote/cac:AllowanceCharge", istZuschlag),
  ...anlass("modell", "summen", "cac:LegalMonetaryTotal"),
  ...anlass("modell", "rechnung", rechnung),
  ...anlass("modell", "position", position),
  ...anlass("modell", "positionsnachlass", inPosition("cac:AllowanceCharge"), istNachlass),
  ...anlass("modell", "positionszuschlag", inPosition("cac:AllowanceCharge"), istZuschlag),
  ...anlass("modell", "positionszeitraum", inPosition("cac:InvoicePeriod")),
  ...anlass("modell", "zeitraum", "cac:InvoicePeriod"),
  ...anlass("modell", "eigenschaft", "cac:AdditionalItemProperty"),
  ...anlass("modell", "artikelklasse", inPosition("cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode")),
  ...anlass("modell", "artikelkennung", inPosition("cac:Item/cac:StandardItemIdentification/cbc:ID")),
  ...anlass("modell", "bemerkung", "/ubl:Invoice/cbc:Note /cn:CreditNote/cbc:Note"),
  ...anlass("modell", "zahlungsempfaenger", "cac:PayeeParty"),
  ...anlass("modell", "konto", "cac:PaymentMeans/cac:PayeeFinancialAccount", ueberweisung),
  ...anlass("modell", "zahlung", "cac:PaymentMeans"),
  ...anlass("modell", "vorherige", "cac:BillingReference"),
  ...anlass("modell", "verkaeufer", "cac:AccountingSupplierParty"),
  ...anlass("modell", "elektronischeAdresseVerkaeufer", "cac:AccountingSupplierParty/cac:Party/cbc:EndpointID"),
  ...anlass("modell", "anschriftVerkaeufer", "cac:AccountingSupplierParty/cac:Party/cac:PostalAddress"),
  ...anlass("modell", "steuervertreter", "cac:TaxRepresentativeParty"),
  ...anlass("modell", "anschriftSteuervertreter", "cac:TaxRepresentativeParty/cac:PostalAddress"),
  ...anlass("modell", "steuersumme", "/ubl:Invoice/cac:TaxTotal /cn:CreditNote/cac:TaxTotal"),
  ...anlass("modell", "steuerzeile", "cac:TaxTotal/cac:TaxSubtotal"),
  ...anlass("modell", "steuernummer", "cac:PartyTaxScheme", istUst),
  ...anlassJe("modell", "/*/cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory", jeKategorie("steuerzeile")),
  ...anlassJe("modell", "cac:AllowanceCharge/cac:TaxCategory", (k) =>
    nachlass(k) ? jeKategorie("nachlass")(k) : zuschlag(k) ? jeKategorie("zuschlag")(k) : undefined,
  ),
  ...anlassJe("modell", inPosition("cac:Item/cac:ClassifiedTaxCategory"), jeKategorie("position")),
];

const syntax: Anlass[] = [
  ...anlass("syntax", "s-anschrift", "cac:PostalAddress cac:Address"),
  ...anlass("syntax", "s-verkaeufer", "cac:AccountingSupplierParty/cac:Party"),
  ...anlass("syntax", "s-anlage", "cac:AdditionalDocumentReference"),
  ...anlassNachEnde(
    "syntax",
    "s-betrag",
    (name) => name.endsWith("Amount") && !name.endsWith("PriceAmount"),
    (k) => !liegtImPreisnachlass(k),
  ),
  ...anlassNachEnde("syntax", "s-datei", (name) => name.endsWith("BinaryObject")),
  ...anlass("syntax", "s-lieferung", "cac:Delivery"),
  ...anlass("syntax", "s-nachlass", "cac:AllowanceCharge", istNachlass),
  ...anlass("syntax", "s-zuschlag", "cac:AllowanceCharge", istZuschlag),
  ...anlass("syntax", "s-steuernummer", "cac:PartyTaxScheme"),
  ...anlass("syntax", "s-rechnung", rechnung),
  ...anlass("syntax", "s-position", position),
  ...anlass("syntax", "s-zahlungsempfaenger", "cac:PayeeParty"),
  ...anlass("syntax", "s-zahlung", "cac:PaymentMeans"),
  ...anlass("syntax", "s-vorherige", "cac:BillingReference"),
  ...anlass("syntax", "s-steuervertreter", "cac:TaxRepresentativeParty"),
  ...anlass("syntax", "s-steuerzeile", "cac:TaxSubtotal"),
];

/** What lies in the price reduction of a line may have more places. */
function liegtImPreisnachlass(k: Knoten): boolean {
  for (let oben = k.eltern; oben; oben = oben.eltern)
    if (oben.name === "cac:AllowanceCharge" && oben.eltern?.name === "cac:Price") return true;
  return false;
}

const betraege =
  "Amount BaseAmount PriceAmount TaxAmount TaxableAmount LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount " +
  "ChargeTotalAmount PrepaidAmount PayableRoundingAmount PayableAmount";

const codes: Anlass[] = [
  ...anlass("codes", "c-rechnungsart", "cbc:InvoiceTypeCode cbc:CreditNoteTypeCode"),
  ...anlass("codes", "c-betrag", betraege.replace(/(\w+)/g, "cbc:$1")),
  ...anlass("codes", "c-waehrung", "cbc:DocumentCurrencyCode"),
  ...anlass("codes", "c-steuerwaehrung", "cbc:TaxCurrencyCode"),
  ...anlass("codes", "c-steuerzeitpunkt", "cac:InvoicePeriod/cbc:DescriptionCode"),
  ...anlass(
    "codes",
    "c-objekt",
    "cac:AdditionalDocumentReference/cbc:ID cac:DocumentReference/cbc:ID",
    (k) => objektbezug(k) && k.attribut("schemeID") !== undefined,
  ),
  ...anlass("codes", "c-partei", "cac:PartyIdentification/cbc:ID", eigenesAttribut("schemeID")),
  ...anlass("codes", "c-register", "cac:PartyLegalEntity/cbc:CompanyID", eigenesAttribut("schemeID")),
  ...anlass("codes", "c-artikelklasse", "cac:CommodityClassification/cbc:ItemClassificationCode", eigenesAttribut("listID")),
  ...anlass("codes", "c-land", "cac:Country/cbc:IdentificationCode"),
  ...anlass("codes", "c-herkunft", "cac:OriginCountry/cbc:IdentificationCode"),
  ...anlass("codes", "c-zahlungsart", "cac:PaymentMeans/cbc:PaymentMeansCode"),
  ...anlass("codes", "c-kategorie", "cac:TaxCategory/cbc:ID"),
  ...anlass("codes", "c-kategoriePosition", "cac:ClassifiedTaxCategory/cbc:ID"),
  ...anlass("codes", "c-nachlassgrund", "cac:AllowanceCharge/cbc:AllowanceChargeReasonCode", nachlass),
  ...anlass("codes", "c-zuschlaggrund", "cac:AllowanceCharge/cbc:AllowanceChargeReasonCode", zuschlag),
  ...anlass("codes", "c-artikelkennung", "cac:StandardItemIdentification/cbc:ID", eigenesAttribut("schemeID")),
  ...anlass("codes", "c-befreiung", "cbc:TaxExemptionReasonCode"),
  ...anlass("codes", "c-einheit", "cbc:InvoicedQuantity cbc:BaseQuantity cbc:CreditedQuantity", eigenesAttribut("unitCode")),
  ...anlass("codes", "c-dateityp", "cbc:EmbeddedDocumentBinaryObject", eigenesAttribut("mimeCode")),
  ...anlass("codes", "c-elektronischeAdresse", "cbc:EndpointID", eigenesAttribut("schemeID")),
  ...anlass("codes", "c-lieferort", "cac:DeliveryLocation/cbc:ID", eigenesAttribut("schemeID")),
];

const imKopf = (pfad: string) => `/ubl:Invoice/${pfad} /cn:CreditNote/${pfad}`;
const nachlaesse = `${imKopf("cac:AllowanceCharge")} /ubl:Invoice/cac:InvoiceLine/cac:AllowanceCharge /cn:CreditNote/cac:CreditNoteLine/cac:AllowanceCharge`;
const prozent = hat("cbc:MultiplierFactorNumeric");
const grundbetrag = hat("cbc:BaseAmount");
const zahlungMit =
  (...arten: string[]) =>
  (k: Knoten) =>
    arten.includes(code(k)[0]?.norm ?? "");
const hatImKopf = (pfad: string) => {
  const hin = nach(pfad);
  return (_: Knoten, d: { wurzel: Knoten }) => hin(d.wurzel).length > 0;
};

const peppol: Anlass[] = [
  ...anlassNachEnde(
    "peppol1",
    "p-leer",
    () => true,
    (k) => k.kinder.length === 0 && k.leer,
  ),
  ...anlass("peppol2", "p-rechnung", "ubl:Invoice cn:CreditNote"),
  ...anlass("peppol2", "p-steuerwaehrung", "cbc:TaxCurrencyCode"),
  ...anlass("peppol2", "p-kaeufer", "cac:AccountingCustomerParty/cac:Party"),
  ...anlass("peppol2", "p-verkaeufer", "cac:AccountingSupplierParty/cac:Party"),
  ...anlass("peppol2", "p-ohneGrundbetrag", nachlaesse, (k, d) => prozent(k, d) && !grundbetrag(k, d)),
  ...anlass("peppol2", "p-ohneProzent", nachlaesse, (k, d) => !prozent(k, d) && grundbetrag(k, d)),
  ...anlass("peppol2", "p-nachlass", nachlaesse),
  ...anlass("peppol2", "p-lastschrift", "cac:PaymentMeans", zahlungMit("49", "59")),
  ...anlass(
    "peppol2",
    "p-positionsbeginn",
    inPosition("cac:InvoicePeriod/cbc:StartDate"),
    hatImKopf("cac:InvoicePeriod/cbc:StartDate"),
  ),
  ...anlass(
    "peppol2",
    "p-positionsende",
    inPosition("cac:InvoicePeriod/cbc:EndDate"),
    hatImKopf("cac:InvoicePeriod/cbc:EndDate"),
  ),
  ...anlass("peppol2", "p-position", position),
  ...anlass("peppol2", "p-preisnachlass", "cac:Price/cac:AllowanceCharge"),
  ...anlass("peppol2", "p-basismenge", "cac:Price/cbc:BaseQuantity", eigenesAttribut("unitCode")),
];

const xrechnung: Anlass[] = [
  ...anlass("xr", "x-rechnung", rechnung),
  ...anlass("xr", "x-verweis", imKopf("cac:AdditionalDocumentReference/cac:Attachment/cac:ExternalReference")),
  ...anlass("xr", "x-verkaeufer", imKopf("cac:AccountingSupplierParty")),
  ...anlass("xr", "x-anschriftVerkaeufer", imKopf("cac:AccountingSupplierParty/cac:Party/cac:PostalAddress")),
  ...anlass("xr", "x-kontakt", imKopf("cac:AccountingSupplierParty/cac:Party/cac:Contact")),
  ...anlass("xr", "x-anschriftKaeufer", imKopf("cac:AccountingCustomerParty/cac:Party/cac:PostalAddress")),
  ...anlass("xr", "x-lieferanschrift", imKopf("cac:Delivery/cac:DeliveryLocation/cac:Address")),
  ...anlass("xr", "x-ueberweisung", imKopf("cac:PaymentMeans"), zahlungMit("30", "58")),
  ...anlass("xr", "x-karte", imKopf("cac:PaymentMeans"), zahlungMit("48", "54", "55")),
  ...anlass("xr", "x-lastschrift", imKopf("cac:PaymentMeans"), zahlungMit("59")),
  ...anlass("xr", "x-steuerzeile", imKopf("cac:TaxTotal/cac:TaxSubtotal")),
];

const erweiterung: Anlass[] = [
  ...anlass("dex", "d-datei", "cbc:EmbeddedDocumentBinaryObject"),
  ...anlass("dex", "d-rechnung", "/ubl:Invoice"),
  ...anlass("dex", "d-summen", "cac:LegalMonetaryTotal"),
  ...anlass("dex", "d-partei", "cac:PartyIdentification/cbc:ID", eigenesAttribut("schemeID")),
  ...anlass("dex", "d-register", "cac:PartyLegalEntity/cbc:CompanyID", eigenesAttribut("schemeID")),
  ...anlass("dex", "d-artikelkennung", "cac:StandardItemIdentification/cbc:ID", eigenesAttribut("schemeID")),
  ...anlass("dex", "d-elektronischeAdresse", "cbc:EndpointID", eigenesAttribut("schemeID")),
  ...anlass("dex", "d-lieferort", "cac:DeliveryLocation/cbc:ID", eigenesAttribut("schemeID")),
  ...anlass("dex", "d-drittzahlung", "/ubl:Invoice/cac:PrepaidPayment"),
];

const artikelImKopf = (pfad: string) =>
  `/ubl:Invoice/cac:InvoiceLine/cac:Item${pfad} /cn:CreditNote/cac:CreditNoteLine/cac:Item${pfad}`;
const fahrzeuge: Anlass[] = [
  ...anlass("cvd", "v-rechnung", rechnung),
  ...anlass("cvd", "v-artikel", artikelImKopf("")),
  ...anlass("cvd", "v-artikelklasse", artikelImKopf("/cac:CommodityClassification/cbc:ItemClassificationCode")),
  ...anlass("cvd", "v-antrieb", artikelImKopf("/cac:AdditionalItemProperty"), (k) =>
    nach("cbc:Name")(k).some(({ text }) => text === "cva"),
  ),
];

/** In the order of the official rules, Muster by Muster. */
export const anlaesseUbl: readonly Anlass[] = [
  ...modell,
  ...syntax,
  ...codes,
  ...peppol,
  ...xrechnung,
  ...erweiterung,
  ...fahrzeuge,
];
