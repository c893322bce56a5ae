import type { Dokument } from "./baum.ts";

/** What the report calls the document. */
export type Format = "UBL-Rechnung" | "UBL-Gutschrift" | "CII-Rechnung" | "ZUGFeRD 1.0" | "Order-X" | "PDF" | "unbekannt";

export const formatVon = ({ wurzel }: Dokument): Format => {
  switch (wurzel.name) {
    case "ubl:Invoice":
      return "UBL-Rechnung";
    case "cn:CreditNote":
      return "UBL-Gutschrift";
    case "rsm:CrossIndustryInvoice":
      return "CII-Rechnung";
    case "Q{urn:ferd:CrossIndustryDocument:invoice:1p0}CrossIndustryDocument":
      return "ZUGFeRD 1.0";
    default:
      return wurzel.name.includes("SCRDMCCBDACIOMessageStructure") ? "Order-X" : "unbekannt";
  }
};
