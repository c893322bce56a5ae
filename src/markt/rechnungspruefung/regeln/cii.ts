import type { Knoten } from "../baum.ts";
import { nach, type Pruefung } from "./weg.ts";

/** Small questions of the CII syntax that many rules share. */

export const handel = "rsm:SupplyChainTradeTransaction";
export const vertrag = `${handel}/ram:ApplicableHeaderTradeAgreement`;
export const lieferung = `${handel}/ram:ApplicableHeaderTradeDelivery`;
export const abrechnung = `${handel}/ram:ApplicableHeaderTradeSettlement`;
export const positionenVon = nach(`${handel}/ram:IncludedSupplyChainTradeLineItem`);

const zuschlagsangabe = nach("ram:ChargeIndicator/udt:Indicator");
const steuerart = nach("ram:TypeCode");
const kategorie = nach("ram:CategoryCode");

/** XML Schema knows two spellings of each truth value. */
export const istNachlass = (k: Knoten): boolean => zuschlagsangabe(k).some(({ norm }) => norm === "false" || norm === "0");
export const istZuschlag = (k: Knoten): boolean => zuschlagsangabe(k).some(({ norm }) => norm === "true" || norm === "1");

/** Unlike UBL, CII is compared as written, white space included. */
export const istUst = (k: Knoten): boolean => steuerart(k).some(({ text }) => text.toUpperCase() === "VAT");
export const hatKategorie = (code: string) => (k: Knoten) => kategorie(k).some(({ text }) => text === code);
export const kategorieCii = (code: string) => {
  const ist = hatKategorie(code);
  return (k: Knoten): boolean => ist(k) && istUst(k);
};

const nummern = nach("ram:SpecifiedTaxRegistration/ram:ID");
const hatNummer = (parteien: readonly Knoten[], ...arten: string[]) =>
  parteien.some((k) => nummern(k).some((nummer) => arten.includes(nummer.attribut("schemeID") ?? "")));

const verkaeufer = nach(`${vertrag}/ram:SellerTradeParty`);
const vertreter = nach(`${vertrag}/ram:SellerTaxRepresentativeTradeParty`);

export const vertreterHatUstId: Pruefung = (_, d) => hatNummer(d.alle("ram:SellerTaxRepresentativeTradeParty"), "VA");
export const verkaeuferHatUstId: Pruefung = (_, d) => hatNummer(d.alle("ram:SellerTradeParty"), "VA");
/** Only the seller and the representative of the invoice itself. */
export const verkaeuferHatSteuernummer: Pruefung = (_, d) =>
  hatNummer(verkaeufer(d.wurzel), "VA", "FC") || hatNummer(vertreter(d.wurzel), "VA");
export const irgendeinVerkaeuferHatSteuernummer: Pruefung = (k, d) =>
  hatNummer(d.alle("ram:SellerTradeParty"), "VA", "FC") || vertreterHatUstId(k, d);
export const kaeuferHatUstId: Pruefung = (_, d) => hatNummer(d.alle("ram:BuyerTradeParty"), "VA");
export const kaeuferHatRegisternummer: Pruefung = (_, d) =>
  d.alle("ram:BuyerTradeParty").some((k) => nach("ram:SpecifiedLegalOrganization/ram:ID")(k).length > 0);
export const niemandHatUstId: Pruefung = (k, d) =>
  !hatNummer(verkaeufer(d.wurzel), "VA") && !hatNummer(vertreter(d.wurzel), "VA") && !kaeuferHatUstId(k, d);
