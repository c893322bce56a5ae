import { gruppe, wert } from "./feld.ts";

/**
 * BG-16. UBL repeats the element for every account, CII too. What CII tells once for the whole invoice (BT-83, BT-89, BT-90) stands in the
 * invoice itself.
 */
export const zahlungsanweisung = gruppe(
  "BG-16",
  "cac:PaymentMeans",
  "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementPaymentMeans",
  {
    /** BT-81 */
    code: wert("BT-81", "cbc:PaymentMeansCode", "ram:TypeCode"),
    /** BT-82: in UBL the attribute @name of BT-81, so only CII has an element */
    text: wert("BT-82", "-", "ram:Information"),
    /** BG-17 */
    ueberweisung: gruppe("BG-17", "cac:PayeeFinancialAccount", "ram:PayeePartyCreditorFinancialAccount", {
      /** BT-84 */
      iban: wert("BT-84", "cbc:ID", "ram:IBANID|ram:ProprietaryID"),
      /** BT-85 */
      kontoinhaber: wert("BT-85", "cbc:Name", "ram:AccountName"),
      /** BT-86 in UBL; CII has it beside the account */
      bic: wert("BT-86", "cac:FinancialInstitutionBranch/cbc:ID", "-"),
    }),
    /** BT-86 in CII */
    bic: wert(
      "BT-86",
      "cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID",
      "ram:PayeeSpecifiedCreditorFinancialInstitution/ram:BICID",
    ),
    /** BG-18 */
    karte: gruppe("BG-18", "cac:CardAccount", "ram:ApplicableTradeSettlementFinancialCard", {
      /** BT-87 */
      nummer: wert("BT-87", "cbc:PrimaryAccountNumberID", "ram:ID"),
      /** BT-88 */
      inhaber: wert("BT-88", "cbc:HolderName", "ram:CardholderName"),
    }),
    /** BG-19 in UBL; CII spreads it over the invoice */
    lastschrift: gruppe("BG-19", "cac:PaymentMandate", "-", {
      /** BT-89 */
      mandatsreferenz: wert("BT-89", "cbc:ID", "-"),
      /** BT-91 */
      iban: wert("BT-91", "cac:PayerFinancialAccount/cbc:ID", "-"),
    }),
    /** BT-91 of both syntaxes */
    belastetesKonto: wert(
      "BT-91",
      "cac:PaymentMandate/cac:PayerFinancialAccount/cbc:ID",
      "ram:PayerPartyDebtorFinancialAccount/ram:IBANID",
    ),
  },
);
