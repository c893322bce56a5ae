import type { Knoten } from "../baum.ts";
import { type Anlass, anlass, anlassJe, anlassNachEnde } from "./anlass-form.ts";
import { istNachlass, istUst, istZuschlag } from "./cii.ts";
import { kurzZuCode } from "./en16931/kategorie.ts";
import { eigenesAttribut, hat, nach } from "./weg.ts";

const handel = "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction";
const vertrag = `${handel}/ram:ApplicableHeaderTradeAgreement`;
const lieferung = `${handel}/ram:ApplicableHeaderTradeDelivery`;
const abrechnung = `${handel}/ram:ApplicableHeaderTradeSettlement`;
const position = `${handel}/ram:IncludedSupplyChainTradeLineItem`;
const steuerzeile = "rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax";
const steuerDerPosition =
  "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax";

const indikator = nach("udt:Indicator");
const indikatorIst = (wert: string) => (k: Knoten) => indikator(k).some(({ text }) => text === wert);
const art = nach("ram:TypeCode");
const eigeneArt =
  (...arten: string[]) =>
  (k: Knoten) =>
    art(k).some(({ text }) => arten.includes(text));
const waehrung = nach("rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:InvoiceCurrencyCode");
const inRechnungswaehrung = (k: Knoten, d: { wurzel: Knoten }) =>
  waehrung(d.wurzel).some(({ text }) => text === k.attribut("currencyID"));
const schema = eigenesAttribut("schemeID");
const liegtIn = (k: Knoten, ...namen: string[]): boolean => {
  for (let oben = k.eltern; oben; oben = oben.eltern) if (namen.includes(oben.name)) return true;
  return false;
};
const istNummer = (k: Knoten) => k.attribut("schemeID") !== undefined && !liegtIn(k, "ram:SpecifiedTaxRegistration");
const istParteikennung = (k: Knoten) =>
  k.attribut("schemeID") !== undefined && !liegtIn(k, "ram:SpecifiedTradeProduct", "ram:ShipToTradeParty");

/** For most categories the official rules ask the code, for three the whole row of the breakdown. */
const zeileSelbst = new Set(["L", "M", "O"]);
const ohneSteuerart = new Set(["S", "Z"]);
const name = (code: string, wo: string) => {
  const kurz = kurzZuCode.get(code);
  return kurz && `${kurz}-${wo}`;
};
/** As written, white space included. */
const jeKategorie = (wo: string) => (k: Knoten) => {
  if (!istUst(k)) return undefined;
  for (const { text } of nach("ram:CategoryCode")(k)) if (kurzZuCode.has(text)) return name(text, wo);
  return undefined;
};
const jeZeile = (k: Knoten) => {
  for (const { text } of nach("ram:CategoryCode")(k)) if (zeileSelbst.has(text) && istUst(k)) return name(text, "steuerzeile");
  return undefined;
};
const jeCode = (k: Knoten) =>
  zeileSelbst.has(k.text) || !k.eltern || (!ohneSteuerart.has(k.text) && !istUst(k.eltern))
    ? undefined
    : name(k.text, "steuerzeile");
const nachlassSteuer = "ram:SpecifiedTradeAllowanceCharge/ram:CategoryTradeTax";

const modell: Anlass[] = [
  ...anlass("modell", "artikelklasse", "ram:DesignatedProductClassification"),
  ...anlass("modell", "anlage", "ram:AdditionalReferencedDocument"),
  ...anlass("modell", "karte", "ram:ApplicableTradeSettlementFinancialCard"),
  ...anlass(
    "modell",
    "konto",
    "ram:SpecifiedTradeSettlementPaymentMeans/ram:PayeePartyCreditorFinancialAccount",
    (k) => !!k.eltern && eigeneArt("30", "58")(k.eltern),
  ),
  ...anlass("modell", "lieferung", lieferung),
  ...anlass(
    "modell",
    "nachlass",
    "ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator",
    indikatorIst("false"),
  ),
  ...anlass(
    "modell",
    "zuschlag",
    "ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator",
    indikatorIst("true"),
  ),
  ...anlass("modell", "summen", "ram:SpecifiedTradeSettlementHeaderMonetarySummation"),
  ...anlass("modell", "rechnung", "/rsm:CrossIndustryInvoice"),
  ...anlass("modell", "position", "ram:IncludedSupplyChainTradeLineItem"),
  ...anlass(
    "modell",
    "positionsnachlass",
    "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator",
    indikatorIst("false"),
  ),
  ...anlass(
    "modell",
    "positionszuschlag",
    "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge/ram:ChargeIndicator",
    indikatorIst("true"),
  ),
  ...anlass("modell", "positionszeitraum", "ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod"),
  ...anlass("modell", "zeitraum", "ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod"),
  ...anlass("modell", "eigenschaft", "ram:ApplicableProductCharacteristic"),
  ...anlass("modell", "zahlungsempfaenger", "ram:PayeeTradeParty"),
  ...anlass("modell", "zahlung", "ram:SpecifiedTradeSettlementPaymentMeans"),
  ...anlass("modell", "vorherige", `${abrechnung}/ram:InvoiceReferencedDocument`),
  ...anlass("modell", "verkaeufer", "ram:SellerTradeParty"),
  ...anlass("modell", "steuervertreter", "ram:SellerTaxRepresentativeTradeParty"),
  ...anlass(
    "modell",
    "steuersumme",
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount",
    inRechnungswaehrung,
  ),
  ...anlass("modell", "steuernummer", "ram:SpecifiedTaxRegistration/ram:ID", (k) => k.attribut("schemeID") === "VA"),
  ...anlassJe("modell", steuerzeile, jeZeile),
  ...anlassJe("modell", "ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode", jeCode),
  ...anlassJe("modell", nachlassSteuer, (k) =>
    !k.eltern
      ? undefined
      : istNachlass(k.eltern)
        ? jeKategorie("nachlass")(k)
        : istZuschlag(k.eltern)
          ? jeKategorie("zuschlag")(k)
          : undefined,
  ),
  ...anlassJe("modell", steuerDerPosition, jeKategorie("position")),
  // What the whole-row categories took above does not come here: their rows are never asked for BR-45 to BR-48.
  ...anlass("modell", "steuerzeile", "ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax"),
];

const ramMitEnde = (ende: string) => (name: string) => name.startsWith("ram:") && name.endsWith(ende);

const syntax: Anlass[] = [
  ...anlass("syntax", "s-zahlung", "ram:SpecifiedTradeSettlementPaymentMeans"),
  ...anlass("syntax", "s-kontext", "/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext"),
  ...anlass("syntax", "s-kopf", "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument"),
  ...anlass("syntax", "s-bemerkung", "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:IncludedNote"),
  ...anlass("syntax", "s-position", position),
  ...anlass("syntax", "s-positionskopf", `${position}/ram:AssociatedDocumentLineDocument`),
  ...anlass("syntax", "s-artikel", `${position}/ram:SpecifiedTradeProduct`),
  ...anlass("syntax", "s-eigenschaft", `${position}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`),
  ...anlass("syntax", "s-preis", `${position}/ram:SpecifiedLineTradeAgreement`),
  ...anlass("syntax", "s-nachlass", "ram:SpecifiedTradeAllowanceCharge"),
  ...anlass("syntax", "s-preisnachlass", "ram:GrossPriceProductTradePrice/ram:AppliedTradeAllowanceCharge"),
  ...anlass("syntax", "s-positionslieferung", `${position}/ram:SpecifiedLineTradeDelivery`),
  ...anlass("syntax", "s-positionsabrechnung", `${position}/ram:SpecifiedLineTradeSettlement`),
  ...anlass("syntax", "s-vertrag", vertrag),
  ...anlass("syntax", "s-lieferung", lieferung),
  ...anlass("syntax", "s-abrechnung", abrechnung),
  ...anlass("syntax", "s-summen", `${abrechnung}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`),
  ...anlass("syntax", "s-rechnung", "/rsm:CrossIndustryInvoice"),
  ...anlassNachEnde("syntax", "s-parameter", (name) => name.endsWith("DocumentContextParameter")),
  ...anlass(
    "syntax",
    "s-nackteNummer",
    `/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext/ram:GuidelineSpecifiedDocumentContextParameter/ram:ID /rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:ID ${position}/ram:AssociatedDocumentLineDocument/ram:LineID ${position}/ram:SpecifiedTradeProduct/ram:SellerAssignedID`,
  ),
  ...anlassNachEnde("syntax", "s-nummer", ramMitEnde("ID")),
  ...anlass("syntax", "s-art", "ram:TypeCode"),
  // Named by the norm, and never reached: the line above takes every ram:TypeCode.
  ...anlass("syntax", "s-rechnungsart", "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:TypeCode"),
  ...anlass("syntax", "s-kategorie", `${position}/ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax/ram:CategoryCode`),
  ...anlassNachEnde("syntax", "s-verweis", ramMitEnde("ReferencedDocument")),
  ...anlassNachEnde("syntax", "s-betrag", (name) => ramMitEnde("Amount")(name) && name !== "ram:TaxTotalAmount"),
  ...anlassNachEnde("syntax", "s-menge", ramMitEnde("Quantity")),
  ...anlassNachEnde("syntax", "s-steuer", ramMitEnde("TradeTax")),
  ...anlass("syntax", "s-zeitraum", "ram:BillingSpecifiedPeriod"),
  ...anlass("syntax", "s-anschrift", "ram:PostalTradeAddress"),
  ...anlass("syntax", "s-datum", "udt:DateTimeString", (k) => k.attribut("format") === "102"),
];

const codes: Anlass[] = [
  ...anlass("codes", "c-rechnungsart", "rsm:ExchangedDocument/ram:TypeCode"),
  ...anlass("codes", "c-betrag", "ram:TaxTotalAmount", eigenesAttribut("currencyID")),
  ...anlass("codes", "c-waehrung", "ram:InvoiceCurrencyCode"),
  ...anlass("codes", "c-steuerwaehrung", "ram:TaxCurrencyCode"),
  ...anlass("codes", "c-steuerzeitpunkt", "ram:DueDateTypeCode"),
  ...anlass("codes", "c-objekt", "ram:ReferenceTypeCode"),
  ...anlass("codes", "c-betreff", "ram:SubjectCode"),
  ...anlass("codes", "c-partei", "ram:GlobalID", istParteikennung),
  ...anlass("codes", "c-register", "ram:ID", istNummer),
  ...anlass("codes", "c-artikelklasse", "ram:ClassCode", eigenesAttribut("listID")),
  ...anlass("codes", "c-land", "ram:CountryID"),
  ...anlass("codes", "c-herkunft", "ram:OriginTradeCountry/ram:ID"),
  ...anlass("codes", "c-zahlungsart", "ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode"),
  ...anlass("codes", "c-kategorie", "ram:CategoryTradeTax/ram:CategoryCode"),
  ...anlass("codes", "c-kategoriePosition", "ram:ApplicableTradeTax/ram:CategoryCode"),
  ...anlass(
    "codes",
    "c-nachlassgrund",
    "ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode",
    (k) => !!k.eltern && istNachlass(k.eltern),
  ),
  ...anlass(
    "codes",
    "c-zuschlaggrund",
    "ram:SpecifiedTradeAllowanceCharge/ram:ReasonCode",
    (k) => !!k.eltern && istZuschlag(k.eltern),
  ),
  ...anlass("codes", "c-artikelkennung", "ram:SpecifiedTradeProduct/ram:GlobalID", schema),
  ...anlass("codes", "c-befreiung", "ram:ExemptionReasonCode"),
  ...anlass("codes", "c-einheit", "ram:BasisQuantity ram:BilledQuantity", eigenesAttribut("unitCode")),
  ...anlass("codes", "c-dateityp", "ram:AttachmentBinaryObject", eigenesAttribut("mimeCode")),
  ...anlass("codes", "c-elektronischeAdresse", "ram:URIUniversalCommunication/ram:URIID", schema),
  ...anlass("codes", "c-lieferort", "ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID", schema),
];

const prozent = hat("ram:CalculationPercent");
const grundbetrag = hat("ram:BasisAmount");
const zahlungMit =
  (...arten: string[]) =>
  (k: Knoten) =>
    art(k).some(({ norm }) => arten.includes(norm));
const handelMit = (pfad: string) => {
  const hin = nach(`ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod/${pfad}`);
  return (k: Knoten) => {
    const handelDerPosition = k.eltern?.eltern?.eltern?.eltern;
    return !!handelDerPosition && hin(handelDerPosition).length > 0;
  };
};
const periode =
  "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement/ram:BillingSpecifiedPeriod";

const peppol: Anlass[] = [
  ...anlass("peppol1", "p-kontext", "rsm:ExchangedDocumentContext"),
  ...anlass("peppol1", "p-abrechnung", "ram:ApplicableHeaderTradeSettlement"),
  ...anlass("peppol1", "p-kaeufer", "ram:BuyerTradeParty"),
  ...anlass("peppol1", "p-verkaeufer", "ram:SellerTradeParty"),
  ...anlass("peppol1", "p-ohneGrundbetrag", "ram:SpecifiedTradeAllowanceCharge", (k, d) => prozent(k, d) && !grundbetrag(k, d)),
  ...anlass("peppol1", "p-ohneProzent", "ram:SpecifiedTradeAllowanceCharge", (k, d) => !prozent(k, d) && grundbetrag(k, d)),
  ...anlass("peppol1", "p-nachlass", "ram:SpecifiedTradeAllowanceCharge"),
  ...anlass("peppol1", "p-preisnachlass", "ram:AppliedTradeAllowanceCharge"),
  ...anlass("peppol1", "p-lastschrift", "ram:SpecifiedTradeSettlementPaymentMeans", zahlungMit("49", "59")),
  ...anlass("peppol1", "p-positionsbeginn", `${periode}/ram:StartDateTime`, handelMit("ram:StartDateTime")),
  ...anlass("peppol1", "p-positionsende", `${periode}/ram:EndDateTime`, handelMit("ram:EndDateTime")),
  ...anlass("peppol1", "p-position", "ram:IncludedSupplyChainTradeLineItem"),
  ...anlass("peppol1", "p-preis", "ram:NetPriceProductTradePrice ram:GrossPriceProductTradePrice"),
  ...anlass(
    "peppol1",
    "p-basismenge",
    "ram:NetPriceProductTradePrice/ram:BasisQuantity ram:GrossPriceProductTradePrice/ram:BasisQuantity",
    eigenesAttribut("unitCode"),
  ),
  ...anlassNachEnde(
    "peppol2",
    "p-leer",
    (name) => name !== "ram:ApplicableHeaderTradeDelivery",
    (k) => k.kinder.length === 0 && k.leer,
  ),
  ...anlass(
    "peppol3",
    "p-bruttopreis",
    "rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeAgreement/ram:GrossPriceProductTradePrice",
  ),
];

const xrechnung: Anlass[] = [
  ...anlass("xr", "x-rechnung", "/rsm:CrossIndustryInvoice"),
  ...anlass("xr", "x-kontext", "/rsm:CrossIndustryInvoice/rsm:ExchangedDocumentContext"),
  ...anlass("xr", "x-verkaeufer", `${vertrag}/ram:SellerTradeParty`),
  ...anlass("xr", "x-anschriftVerkaeufer", `${vertrag}/ram:SellerTradeParty/ram:PostalTradeAddress`),
  ...anlass("xr", "x-kontakt", `${vertrag}/ram:SellerTradeParty/ram:DefinedTradeContact`),
  ...anlass("xr", "x-anschriftKaeufer", `${vertrag}/ram:BuyerTradeParty/ram:PostalTradeAddress`),
  ...anlass("xr", "x-verweis", `${vertrag}/ram:AdditionalReferencedDocument`, eigeneArt("916")),
  ...anlass("xr", "x-lieferanschrift", `${lieferung}/ram:ShipToTradeParty/ram:PostalTradeAddress`),
  ...anlass("xr", "x-ueberweisung", `${abrechnung}/ram:SpecifiedTradeSettlementPaymentMeans`, zahlungMit("30", "58")),
  ...anlass("xr", "x-karte", `${abrechnung}/ram:SpecifiedTradeSettlementPaymentMeans`, zahlungMit("48", "54", "55")),
  ...anlass("xr", "x-lastschrift", `${abrechnung}/ram:SpecifiedTradeSettlementPaymentMeans`, zahlungMit("59")),
  ...anlass("xr", "x-steuerzeile", `${abrechnung}/ram:ApplicableTradeTax`),
  ...anlass("xr", "x-handel", handel),
  ...anlass("xr", "x-position", position),
];

const erweiterung: Anlass[] = [
  ...anlass("dex", "d-positionskopf", `${position}/ram:AssociatedDocumentLineDocument`),
  ...anlass("dex", "d-partei", "ram:GlobalID", istParteikennung),
  ...anlass("dex", "d-register", "ram:ID", istNummer),
  ...anlass("dex", "d-artikelkennung", "ram:SpecifiedTradeProduct/ram:GlobalID", schema),
  ...anlass("dex", "d-elektronischeAdresse", "ram:URIUniversalCommunication/ram:URIID", schema),
  ...anlass("dex", "d-lieferort", "ram:ApplicableHeaderTradeDelivery/ram:ShipToTradeParty/ram:GlobalID", schema),
  ...anlass("dex", "d-datei", "ram:AttachmentBinaryObject"),
];

const fahrzeuge: Anlass[] = [
  ...anlass("cvd", "v-handel", handel),
  ...anlass("cvd", "v-artikel", `${position}/ram:SpecifiedTradeProduct`),
  ...anlass("cvd", "v-artikelklasse", `${position}/ram:SpecifiedTradeProduct/ram:DesignatedProductClassification/ram:ClassCode`),
  ...anlass("cvd", "v-antrieb", `${position}/ram:SpecifiedTradeProduct/ram:ApplicableProductCharacteristic`, (k) =>
    nach("ram:Description")(k).some(({ text }) => text === "cva"),
  ),
  ...anlass("cvd", "v-vertrag", vertrag),
];

/** In the order of the official rules, Muster by Muster. */
export const anlaesseCii: readonly Anlass[] = [
  ...modell,
  ...syntax,
  ...codes,
  ...peppol,
  ...xrechnung,
  ...erweiterung,
  ...fahrzeuge,
];
