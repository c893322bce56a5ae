import type { Knoten, Syntax } from "../baum.ts";
import { nachlass } from "./betrag.ts";
import { gruppe, liesFelder, type Modell, wert } from "./feld.ts";

const abrechnung = "ram:SpecifiedLineTradeSettlement";
const preise = "ram:SpecifiedLineTradeAgreement";
const von = "udt:DateTimeString";

const felder = {
  /** BT-126 */
  nummer: wert("BT-126", "cbc:ID", "ram:AssociatedDocumentLineDocument/ram:LineID"),
  /** BT-127 */
  bemerkung: wert("BT-127", "cbc:Note", "ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"),
  /** BT-128, scheme in @schemeID (UBL) or ram:ReferenceTypeCode beside it (CII) */
  objekt: wert(
    "BT-128",
    "cac:DocumentReference[cbc:DocumentTypeCode=130]/cbc:ID",
    `${abrechnung}/ram:AdditionalReferencedDocument[ram:TypeCode=130]/ram:IssuerAssignedID`,
  ),
  /** BT-129, unit BT-130 in @unitCode */
  menge: wert("BT-129", "cbc:InvoicedQuantity|cbc:CreditedQuantity", "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity"),
  /** BT-131 */
  netto: wert(
    "BT-131",
    "cbc:LineExtensionAmount",
    `${abrechnung}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
  ),
  /** BT-132 */
  bestellposition: wert("BT-132", "cac:OrderLineReference/cbc:LineID", `${preise}/ram:BuyerOrderReferencedDocument/ram:LineID`),
  /** BT-133 */
  buchungsreferenz: wert("BT-133", "cbc:AccountingCost", `${abrechnung}/ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID`),
  /** BG-26 */
  zeitraum: gruppe("BG-26", "cac:InvoicePeriod", `${abrechnung}/ram:BillingSpecifiedPeriod`, {
    /** BT-134 */
    beginn: wert("BT-134", "cbc:StartDate", `ram:StartDateTime/${von}`),
    /** BT-135 */
    ende: wert("BT-135", "cbc:EndDate", `ram:EndDateTime/${von}`),
  }),
  /** BG-27 */
  nachlaesse: nachlass(
    "BG-27",
    "cac:AllowanceCharge[cbc:ChargeIndicator=false,0]",
    `${abrechnung}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=false,0]`,
    ["BT-136", "BT-137", "BT-138", "", "", "BT-139", "BT-140"],
  ),
  /** BG-28 */
  zuschlaege: nachlass(
    "BG-28",
    "cac:AllowanceCharge[cbc:ChargeIndicator=true,1]",
    `${abrechnung}/ram:SpecifiedTradeAllowanceCharge[ram:ChargeIndicator/udt:Indicator=true,1]`,
    ["BT-141", "BT-142", "BT-143", "", "", "BT-144", "BT-145"],
  ),
  /** BG-29 */
  preis: gruppe("BG-29", "cac:Price", preise, {
    /** BT-146 */
    netto: wert("BT-146", "cbc:PriceAmount", "ram:NetPriceProductTradePrice/ram:ChargeAmount"),
    /** BT-147 */
    nachlass: wert(
      "BT-147",
      "cac:AllowanceCharge/cbc:Amount",
      "ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge/ram:ActualAmount",
    ),
    /** BT-148 */
    brutto: wert("BT-148", "cac:AllowanceCharge/cbc:BaseAmount", "ram:GrossPriceProductTradePrice/ram:ChargeAmount"),
    /** BT-149, unit BT-150 in @unitCode */
    basismenge: wert("BT-149", "cbc:BaseQuantity", "ram:NetPriceProductTradePrice/ram:BasisQuantity"),
  }),
  /** BG-30 */
  steuer: gruppe("BG-30", "cac:Item/cac:ClassifiedTaxCategory", `${abrechnung}/ram:ApplicableTradeTax`, {
    /** BT-151 */
    kategorie: wert("BT-151", "cbc:ID", "ram:CategoryCode"),
    /** BT-152 */
    satz: wert("BT-152", "cbc:Percent", "ram:RateApplicablePercent"),
    /** The tax the category belongs to, `VAT` */
    steuerart: wert("", "cac:TaxScheme/cbc:ID", "ram:TypeCode"),
  }),
  /** BG-31 */
  artikel: gruppe("BG-31", "cac:Item", "ram:SpecifiedTradeProduct", {
    /** BT-153 */
    name: wert("BT-153", "cbc:Name", "ram:Name"),
    /** BT-154 */
    beschreibung: wert("BT-154", "cbc:Description", "ram:Description"),
    /** BT-155 */
    nummerDesVerkaeufers: wert("BT-155", "cac:SellersItemIdentification/cbc:ID", "ram:SellerAssignedID"),
    /** BT-156 */
    nummerDesKaeufers: wert("BT-156", "cac:BuyersItemIdentification/cbc:ID", "ram:BuyerAssignedID"),
    /** BT-157, scheme in @schemeID */
    kennung: wert("BT-157", "cac:StandardItemIdentification/cbc:ID", "ram:GlobalID"),
    /** BT-158, scheme in @listID, its version in @listVersionID */
    klassen: wert(
      "BT-158",
      "cac:CommodityClassification/cbc:ItemClassificationCode",
      "ram:DesignatedProductClassification/ram:ClassCode",
    ),
    /** BT-159 */
    herkunft: wert("BT-159", "cac:OriginCountry/cbc:IdentificationCode", "ram:OriginTradeCountry/ram:ID"),
    /** BG-32 */
    eigenschaften: gruppe("BG-32", "cac:AdditionalItemProperty", "ram:ApplicableProductCharacteristic", {
      /** BT-160 */
      name: wert("BT-160", "cbc:Name", "ram:Description"),
      /** BT-161 */
      inhalt: wert("BT-161", "cbc:Value", "ram:Value"),
    }),
  }),
} as const;

/** BG-25 */
export const positionen = gruppe(
  "BG-25",
  "cac:InvoiceLine|cac:CreditNoteLine",
  "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem",
  felder,
);
export type Position = Modell<typeof felder>;

/**
 * BG-DEX-01: the lines within a line of the XRechnung extension (UBL only). Read when asked for, not with the invoice: how deep they nest is
 * up to the document.
 */
export const unterpositionen = (position: { knoten: Knoten }, syntax: Syntax = "ubl"): Position[] =>
  position.knoten.alle("cac:SubInvoiceLine").map((knoten) => liesFelder(felder, syntax, knoten));
