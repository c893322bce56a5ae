import { gruppe, wert } from "./feld.ts";

type Anschriftbegriffe = readonly [
  strasse: string,
  zusatz: string,
  weiteres: string,
  stadt: string,
  plz: string,
  region: string,
  land: string,
];

/** An address (BG-5, BG-8, BG-12, BG-15): all of them have the same seven terms under numbers of their own. */
export const anschrift = (bg: string, ubl: string, cii: string, bt: Anschriftbegriffe) =>
  gruppe(bg, ubl, cii, {
    /** BT-35, BT-50, BT-64, BT-75 */
    strasse: wert(bt[0], "cbc:StreetName", "ram:LineOne"),
    /** BT-36, BT-51, BT-65, BT-76 */
    zusatz: wert(bt[1], "cbc:AdditionalStreetName", "ram:LineTwo"),
    /** BT-162, BT-163, BT-164, BT-165 */
    weiteres: wert(bt[2], "cac:AddressLine/cbc:Line", "ram:LineThree"),
    /** BT-37, BT-52, BT-66, BT-77 */
    stadt: wert(bt[3], "cbc:CityName", "ram:CityName"),
    /** BT-38, BT-53, BT-67, BT-78 */
    plz: wert(bt[4], "cbc:PostalZone", "ram:PostcodeCode"),
    /** BT-39, BT-54, BT-68, BT-79 */
    region: wert(bt[5], "cbc:CountrySubentity", "ram:CountrySubDivisionName"),
    /** BT-40, BT-55, BT-69, BT-80 */
    land: wert(bt[6], "cac:Country/cbc:IdentificationCode", "ram:CountryID"),
  });

const kontakt = (bg: string, bt: readonly [string, string, string]) =>
  gruppe(bg, "cac:Contact", "ram:DefinedTradeContact", {
    /** BT-41, BT-56 */
    ansprechpartner: wert(bt[0], "cbc:Name", "ram:PersonName|ram:DepartmentName"),
    /** BT-42, BT-57 */
    telefon: wert(bt[1], "cbc:Telephone", "ram:TelephoneUniversalCommunication/ram:CompleteNumber"),
    /** BT-43, BT-58 */
    mail: wert(bt[2], "cbc:ElectronicMail", "ram:EmailURIUniversalCommunication/ram:URIID"),
  });

const kennung = "cac:PartyIdentification/cbc:ID[@schemeID!~=SEPA]";
const umsatzsteuerId = (bt: string) =>
  wert(bt, "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID~=VAT]/cbc:CompanyID", "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=VA]");

/** BG-4 */
export const verkaeufer = gruppe(
  "BG-4",
  "cac:AccountingSupplierParty/cac:Party",
  "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:SellerTradeParty",
  {
    /** BT-27 */
    name: wert("BT-27", "cac:PartyLegalEntity/cbc:RegistrationName", "ram:Name"),
    /** BT-28 */
    handelsname: wert("BT-28", "cac:PartyName/cbc:Name", "ram:SpecifiedLegalOrganization/ram:TradingBusinessName"),
    /** BT-29, scheme in @schemeID */
    kennungen: wert("BT-29", kennung, "ram:ID|ram:GlobalID"),
    /** BT-30, scheme in @schemeID */
    registernummer: wert("BT-30", "cac:PartyLegalEntity/cbc:CompanyID", "ram:SpecifiedLegalOrganization/ram:ID"),
    /** BT-31 */
    umsatzsteuerId: umsatzsteuerId("BT-31"),
    /** BT-32 */
    steuernummer: wert(
      "BT-32",
      "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID!~=VAT]/cbc:CompanyID",
      "ram:SpecifiedTaxRegistration/ram:ID[@schemeID=FC]",
    ),
    /** BT-33 */
    rechtsangaben: wert("BT-33", "cac:PartyLegalEntity/cbc:CompanyLegalForm", "ram:Description"),
    /** BT-34, scheme in @schemeID */
    elektronischeAdresse: wert("BT-34", "cbc:EndpointID", "ram:URIUniversalCommunication/ram:URIID"),
    /** BG-5 */
    anschrift: anschrift("BG-5", "cac:PostalAddress", "ram:PostalTradeAddress", [
      "BT-35",
      "BT-36",
      "BT-162",
      "BT-37",
      "BT-38",
      "BT-39",
      "BT-40",
    ]),
    /** BG-6 */
    kontakt: kontakt("BG-6", ["BT-41", "BT-42", "BT-43"]),
  },
);

/** BG-7 */
export const kaeufer = gruppe(
  "BG-7",
  "cac:AccountingCustomerParty/cac:Party",
  "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty",
  {
    /** BT-44 */
    name: wert("BT-44", "cac:PartyLegalEntity/cbc:RegistrationName", "ram:Name"),
    /** BT-45 */
    handelsname: wert("BT-45", "cac:PartyName/cbc:Name", "ram:SpecifiedLegalOrganization/ram:TradingBusinessName"),
    /** BT-46, scheme in @schemeID */
    kennung: wert("BT-46", kennung, "ram:ID|ram:GlobalID"),
    /** BT-47, scheme in @schemeID */
    registernummer: wert("BT-47", "cac:PartyLegalEntity/cbc:CompanyID", "ram:SpecifiedLegalOrganization/ram:ID"),
    /** BT-48 */
    umsatzsteuerId: umsatzsteuerId("BT-48"),
    /** BT-49, scheme in @schemeID */
    elektronischeAdresse: wert("BT-49", "cbc:EndpointID", "ram:URIUniversalCommunication/ram:URIID"),
    /** BG-8 */
    anschrift: anschrift("BG-8", "cac:PostalAddress", "ram:PostalTradeAddress", [
      "BT-50",
      "BT-51",
      "BT-163",
      "BT-52",
      "BT-53",
      "BT-54",
      "BT-55",
    ]),
    /** BG-9 */
    kontakt: kontakt("BG-9", ["BT-56", "BT-57", "BT-58"]),
  },
);

/** BG-10 */
export const zahlungsempfaenger = gruppe(
  "BG-10",
  "cac:PayeeParty",
  "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:PayeeTradeParty",
  {
    /** BT-59 */
    name: wert("BT-59", "cac:PartyName/cbc:Name", "ram:Name"),
    /** BT-60, scheme in @schemeID */
    kennung: wert("BT-60", kennung, "ram:ID|ram:GlobalID"),
    /** BT-61, scheme in @schemeID */
    registernummer: wert("BT-61", "cac:PartyLegalEntity/cbc:CompanyID", "ram:SpecifiedLegalOrganization/ram:ID"),
  },
);

/** BG-11 */
export const steuervertreter = gruppe(
  "BG-11",
  "cac:TaxRepresentativeParty",
  "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:SellerTaxRepresentativeTradeParty",
  {
    /** BT-62 */
    name: wert("BT-62", "cac:PartyName/cbc:Name", "ram:Name"),
    /** BT-63 */
    umsatzsteuerId: umsatzsteuerId("BT-63"),
    /** BG-12 */
    anschrift: anschrift("BG-12", "cac:PostalAddress", "ram:PostalTradeAddress", [
      "BT-64",
      "BT-65",
      "BT-164",
      "BT-66",
      "BT-67",
      "BT-68",
      "BT-69",
    ]),
  },
);
