import type { Dokument } from "../baum.ts";
import { nachlass, steueraufschluesselung, summen } from "./betrag.ts";
import { gruppe, liesFelder, type Modell, wert } from "./feld.ts";
import { anschrift, kaeufer, steuervertreter, verkaeufer, zahlungsempfaenger } from "./partei.ts";
import { positionen } from "./position.ts";
import { zahlungsanweisung } from "./zahlung.ts";

const kopf = "rsm:ExchangedDocument";
const vertrag = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement";
const lieferung = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeDelivery";
const abrechnung = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement";
const tag = "udt:DateTimeString";

const felder = {
  /** BT-1 */
  rechnungsnummer: wert("BT-1", "cbc:ID", `${kopf}/ram:ID`),
  /** BT-2 */
  rechnungsdatum: wert("BT-2", "cbc:IssueDate", `${kopf}/ram:IssueDateTime/${tag}`),
  /** BT-3 */
  rechnungsart: wert("BT-3", "cbc:InvoiceTypeCode|cbc:CreditNoteTypeCode", `${kopf}/ram:TypeCode`),
  /** BT-5 */
  waehrung: wert("BT-5", "cbc:DocumentCurrencyCode", `${abrechnung}/ram:InvoiceCurrencyCode`),
  /** BT-6 */
  steuerwaehrung: wert("BT-6", "cbc:TaxCurrencyCode", `${abrechnung}/ram:TaxCurrencyCode`),
  /** BT-7 */
  steuerzeitpunkt: wert("BT-7", "cbc:TaxPointDate", `${abrechnung}/ram:ApplicableTradeTax/ram:TaxPointDate/udt:DateString`),
  /** BT-8 */
  steuerzeitpunktCode: wert(
    "BT-8",
    "cac:InvoicePeriod/cbc:DescriptionCode",
    `${abrechnung}/ram:ApplicableTradeTax/ram:DueDateTypeCode`,
  ),
  /** BT-9 */
  faelligAm: wert(
    "BT-9",
    "cbc:DueDate|cac:PaymentMeans/cbc:PaymentDueDate",
    `${abrechnung}/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/${tag}`,
  ),
  /** BT-10: the Leitweg-ID of a German public buyer */
  kaeuferreferenz: wert("BT-10", "cbc:BuyerReference", `${vertrag}/ram:BuyerReference`),
  /** BT-11 */
  projekt: wert(
    "BT-11",
    "cac:ProjectReference/cbc:ID|cac:AdditionalDocumentReference[cbc:DocumentTypeCode=50]/cbc:ID",
    `${vertrag}/ram:SpecifiedProcuringProject/ram:ID`,
  ),
  /** BT-12 */
  vertrag: wert(
    "BT-12",
    "cac:ContractDocumentReference/cbc:ID",
    `${vertrag}/ram:ContractReferencedDocument/ram:IssuerAssignedID`,
  ),
  /** BT-13 */
  bestellung: wert("BT-13", "cac:OrderReference/cbc:ID", `${vertrag}/ram:BuyerOrderReferencedDocument/ram:IssuerAssignedID`),
  /** BT-14 */
  auftrag: wert(
    "BT-14",
    "cac:OrderReference/cbc:SalesOrderID",
    `${vertrag}/ram:SellerOrderReferencedDocument/ram:IssuerAssignedID`,
  ),
  /** BT-15 */
  empfangsbestaetigung: wert(
    "BT-15",
    "cac:ReceiptDocumentReference/cbc:ID",
    `${lieferung}/ram:ReceivingAdviceReferencedDocument/ram:IssuerAssignedID`,
  ),
  /** BT-16 */
  lieferschein: wert(
    "BT-16",
    "cac:DespatchDocumentReference/cbc:ID",
    `${lieferung}/ram:DespatchAdviceReferencedDocument/ram:IssuerAssignedID`,
  ),
  /** BT-17 */
  vergabe: wert(
    "BT-17",
    "cac:OriginatorDocumentReference/cbc:ID",
    `${vertrag}/ram:AdditionalReferencedDocument[ram:TypeCode=50]/ram:IssuerAssignedID`,
  ),
  /** BT-18, scheme in @schemeID (UBL) or ram:ReferenceTypeCode beside it (CII) */
  objekt: wert(
    "BT-18",
    "cac:AdditionalDocumentReference[cbc:DocumentTypeCode=130]/cbc:ID",
    `${vertrag}/ram:AdditionalReferencedDocument[ram:TypeCode=130]/ram:IssuerAssignedID`,
  ),
  /** BT-19 */
  buchungsreferenz: wert("BT-19", "cbc:AccountingCost", `${abrechnung}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  /** BT-20 */
  zahlungsbedingungen: wert("BT-20", "cac:PaymentTerms/cbc:Note", `${abrechnung}/ram:SpecifiedTradePaymentTerms/ram:Description`),
  /** BG-1; UBL writes BT-21 into the text (`#ADU#…`) */
  bemerkungen: gruppe("BG-1", "cbc:Note", `${kopf}/ram:IncludedNote`, {
    /** BT-21 */
    betreff: wert("BT-21", "-", "ram:SubjectCode"),
    /** BT-22 */
    text: wert("BT-22", ".", "ram:Content"),
  }),
  /** BT-23 */
  geschaeftsprozess: wert(
    "BT-23",
    "cbc:ProfileID",
    "rsm:ExchangedDocumentContext/ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID",
  ),
  /** BT-24: decides the scenario */
  spezifikation: wert(
    "BT-24",
    "cbc:CustomizationID",
    "rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID",
  ),
  /** BG-3 */
  vorherige: gruppe("BG-3", "cac:BillingReference/cac:InvoiceDocumentReference", `${abrechnung}/ram:InvoiceReferencedDocument`, {
    /** BT-25 */
    nummer: wert("BT-25", "cbc:ID", "ram:IssuerAssignedID"),
    /** BT-26 */
    datum: wert("BT-26", "cbc:IssueDate", "ram:FormattedIssueDateTime/qdt:DateTimeString"),
  }),
  /** BG-4 */
  verkaeufer,
  /** BG-7 */
  kaeufer,
  /** BG-10 */
  zahlungsempfaenger,
  /** BG-11 */
  steuervertreter,
  /** BG-13 */
  lieferung: gruppe("BG-13", "cac:Delivery", lieferung, {
    /** BT-70 */
    name: wert("BT-70", "cac:DeliveryParty/cac:PartyName/cbc:Name", "ram:ShipToTradeParty/ram:Name"),
    /** BT-71, scheme in @schemeID */
    ort: wert("BT-71", "cac:DeliveryLocation/cbc:ID", "ram:ShipToTradeParty/ram:ID|ram:ShipToTradeParty/ram:GlobalID"),
    /** BT-72 */
    tag: wert("BT-72", "cbc:ActualDeliveryDate", `ram:ActualDeliverySupplyChainEvent/ram:OccurrenceDateTime/${tag}`),
    /** BG-15 */
    anschrift: anschrift("BG-15", "cac:DeliveryLocation/cac:Address", "ram:ShipToTradeParty/ram:PostalTradeAddress", [
      "BT-75",
      "BT-76",
      "BT-165",
      "BT-77",
      "BT-78",
      "BT-79",
      "BT-80",
    ]),
  }),
  /** BG-14 */
  zeitraum: gruppe("BG-14", "cac:InvoicePeriod", `${abrechnung}/ram:BillingSpecifiedPeriod`, {
    /** BT-73 */
    beginn: wert("BT-73", "cbc:StartDate", `ram:StartDateTime/${tag}`),
    /** BT-74 */
    ende: wert("BT-74", "cbc:EndDate", `ram:EndDateTime/${tag}`),
  }),
  /** BG-16 */
  zahlungsanweisungen: zahlungsanweisung,
  /** BT-83 */
  verwendungszweck: wert("BT-83", "cac:PaymentMeans/cbc:PaymentID", `${abrechnung}/ram:PaymentReference`),
  /** BT-89 */
  mandatsreferenz: wert(
    "BT-89",
    "cac:PaymentMeans/cac:PaymentMandate/cbc:ID",
    `${abrechnung}/ram:SpecifiedTradePaymentTerms/ram:DirectDebitMandateID`,
  ),
  /** BT-90 */
  glaeubigerId: wert(
    "BT-90",
    "cac:AccountingSupplierParty/cac:Party/cac:PartyIdentification/cbc:ID[@schemeID~=SEPA]|cac:PayeeParty/cac:PartyIdentification/cbc:ID[@schemeID~=SEPA]",
    `${abrechnung}/ram:CreditorReferenceID`,
  ),
  /** BG-20 */
  nachlaesse: nachlass(
    "BG-20",
    "cac:AllowanceCharge[cbc:ChargeIndicator=false,0]",
    `${abrechnung}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=false,0]`,
    ["BT-92", "BT-93", "BT-94", "BT-95", "BT-96", "BT-97", "BT-98"],
  ),
  /** BG-21 */
  zuschlaege: nachlass(
    "BG-21",
    "cac:AllowanceCharge[cbc:ChargeIndicator=true,1]",
    `${abrechnung}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=true,1]`,
    ["BT-99", "BT-100", "BT-101", "BT-102", "BT-103", "BT-104", "BT-105"],
  ),
  /** BG-22 */
  summen,
  /** BT-110 where @currencyID is BT-5, BT-111 where it is BT-6 */
  steuerbetraege: wert(
    "BT-110",
    "cac:TaxTotal/cbc:TaxAmount",
    `${abrechnung}/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount`,
  ),
  /** BG-23 */
  steueraufschluesselung,
  /** BG-24 */
  anlagen: gruppe(
    "BG-24",
    "cac:AdditionalDocumentReference[cbc:DocumentTypeCode!=130,50]",
    `${vertrag}/ram:AdditionalReferencedDocument[ram:TypeCode=916]`,
    {
      /** BT-122 */
      nummer: wert("BT-122", "cbc:ID", "ram:IssuerAssignedID"),
      /** BT-123 */
      beschreibung: wert("BT-123", "cbc:DocumentDescription", "ram:Name"),
      /** BT-124 */
      adresse: wert("BT-124", "cac:Attachment/cac:ExternalReference/cbc:URI", "ram:URIID"),
      /** BT-125 in base64, with @mimeCode and @filename */
      datei: wert("BT-125", "cac:Attachment/cbc:EmbeddedDocumentBinaryObject", "ram:AttachmentBinaryObject"),
    },
  ),
  /** BG-25 */
  positionen,
  /** BG-DEX-09: payments of third parties in the XRechnung extension (UBL only) */
  drittzahlungen: gruppe("BG-DEX-09", "cac:PrepaidPayment", "-", {
    /** BT-DEX-001 */
    art: wert("BT-DEX-001", "cbc:ID", "-"),
    /** BT-DEX-002 */
    betrag: wert("BT-DEX-002", "cbc:PaidAmount", "-"),
    /** BT-DEX-003 */
    beschreibung: wert("BT-DEX-003", "cbc:InstructionID", "-"),
  }),
} as const;

/** The semantic model of EN 16931 over one document, the document beside it for the rules of the syntax. */
export type Rechnung = Modell<typeof felder> & { readonly dokument: Dokument };

export const liesRechnung = (dokument: Dokument): Rechnung =>
  Object.assign(liesFelder(felder, dokument.syntax, dokument.wurzel), { dokument });
