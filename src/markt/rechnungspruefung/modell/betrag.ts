import { gruppe, wert } from "./feld.ts";

type Begriffe = readonly [
  betrag: string,
  grundbetrag: string,
  prozent: string,
  kategorie: string,
  satz: string,
  grund: string,
  code: string,
];

/** Allowance or charge of the document (BG-20, BG-21) or of a line (BG-27, BG-28; these without VAT). */
export const nachlass = (bg: string, ubl: string, cii: string, bt: Begriffe) =>
  gruppe(bg, ubl, cii, {
    /** cbc:ChargeIndicator: false is a Nachlass, true a Zuschlag */
    istZuschlag: wert("", "cbc:ChargeIndicator", "ram:ChargeIndicator/udt:Indicator"),
    /** BT-92, BT-99, BT-136, BT-141; currency in @currencyID */
    betrag: wert(bt[0], "cbc:Amount", "ram:ActualAmount"),
    /** BT-93, BT-100, BT-137, BT-142 */
    grundbetrag: wert(bt[1], "cbc:BaseAmount", "ram:BasisAmount"),
    /** BT-94, BT-101, BT-138, BT-143 */
    prozent: wert(bt[2], "cbc:MultiplierFactorNumeric", "ram:CalculationPercent"),
    /** BT-95, BT-102 */
    kategorie: wert(bt[3], "cac:TaxCategory/cbc:ID", "ram:CategoryTradeTax/ram:CategoryCode"),
    /** BT-96, BT-103 */
    satz: wert(bt[4], "cac:TaxCategory/cbc:Percent", "ram:CategoryTradeTax/ram:RateApplicablePercent"),
    /** The tax the category belongs to, `VAT` */
    steuerart: wert("", "cac:TaxCategory/cac:TaxScheme/cbc:ID", "ram:CategoryTradeTax/ram:TypeCode"),
    /** BT-97, BT-104, BT-139, BT-144 */
    grund: wert(bt[5], "cbc:AllowanceChargeReason", "ram:Reason"),
    /** BT-98, BT-105, BT-140, BT-145 */
    grundCode: wert(bt[6], "cbc:AllowanceChargeReasonCode", "ram:ReasonCode"),
  });

const abrechnung = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement";

/** BG-22; every amount has its currency in @currencyID */
export const summen = gruppe(
  "BG-22",
  "cac:LegalMonetaryTotal",
  `${abrechnung}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`,
  {
    /** BT-106 */
    positionen: wert("BT-106", "cbc:LineExtensionAmount", "ram:LineTotalAmount"),
    /** BT-107 */
    nachlaesse: wert("BT-107", "cbc:AllowanceTotalAmount", "ram:AllowanceTotalAmount"),
    /** BT-108 */
    zuschlaege: wert("BT-108", "cbc:ChargeTotalAmount", "ram:ChargeTotalAmount"),
    /** BT-109 */
    netto: wert("BT-109", "cbc:TaxExclusiveAmount", "ram:TaxBasisTotalAmount"),
    /** BT-112 */
    brutto: wert("BT-112", "cbc:TaxInclusiveAmount", "ram:GrandTotalAmount"),
    /** BT-113 */
    bezahlt: wert("BT-113", "cbc:PrepaidAmount", "ram:TotalPrepaidAmount"),
    /** BT-114 */
    rundung: wert("BT-114", "cbc:PayableRoundingAmount", "ram:RoundingAmount"),
    /** BT-115 */
    faellig: wert("BT-115", "cbc:PayableAmount", "ram:DuePayableAmount"),
  },
);

/** BG-23 */
export const steueraufschluesselung = gruppe("BG-23", "cac:TaxTotal/cac:TaxSubtotal", `${abrechnung}/ram:ApplicableTradeTax`, {
  /** BT-116 */
  bemessungsgrundlage: wert("BT-116", "cbc:TaxableAmount", "ram:BasisAmount"),
  /** BT-117 */
  steuerbetrag: wert("BT-117", "cbc:TaxAmount", "ram:CalculatedAmount"),
  /** BT-118 */
  kategorie: wert("BT-118", "cac:TaxCategory/cbc:ID", "ram:CategoryCode"),
  /** BT-119 */
  satz: wert("BT-119", "cac:TaxCategory/cbc:Percent", "ram:RateApplicablePercent"),
  /** The tax the category belongs to, `VAT` */
  steuerart: wert("", "cac:TaxCategory/cac:TaxScheme/cbc:ID", "ram:TypeCode"),
  /** BT-120 */
  befreiungsgrund: wert("BT-120", "cac:TaxCategory/cbc:TaxExemptionReason", "ram:ExemptionReason"),
  /** BT-121 */
  befreiungscode: wert("BT-121", "cac:TaxCategory/cbc:TaxExemptionReasonCode", "ram:ExemptionReasonCode"),
});
