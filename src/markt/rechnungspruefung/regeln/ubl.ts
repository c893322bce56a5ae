import type { Knoten } from "../baum.ts";
import { nach, type Pruefung } from "./weg.ts";

/** Small questions of the UBL syntax that many rules share. */

const zuschlagsangabe = nach("cbc:ChargeIndicator");
const steuerart = nach("cac:TaxScheme/cbc:ID");
const kategorie = nach("cbc:ID");

/** XML Schema knows two spellings of each truth value. */
export const istNachlass = (k: Knoten): boolean => zuschlagsangabe(k).some(({ norm }) => norm === "false" || norm === "0");
export const istZuschlag = (k: Knoten): boolean => zuschlagsangabe(k).some(({ norm }) => norm === "true" || norm === "1");

/** The tax of this category or registration is VAT; case does not matter. */
export const istUst = (k: Knoten): boolean => steuerart(k).some(({ norm }) => norm.toUpperCase() === "VAT");

export const hatKategorie = (code: string) => (k: Knoten) => kategorie(k).some(({ norm }) => norm === code);
/** A TaxCategory or ClassifiedTaxCategory of this code, for VAT. */
export const kategorieUbl = (code: string) => {
  const ist = hatKategorie(code);
  return (k: Knoten): boolean => ist(k) && istUst(k);
};

const steuernummern = nach("cac:Party/cac:PartyTaxScheme");
const nummer = nach("cbc:CompanyID");
const vertreternummern = nach("cac:PartyTaxScheme");
const hatUstId = (schemata: readonly Knoten[]) => schemata.some((k) => istUst(k) && nummer(k).length > 0);

export const verkaeuferHatUstId: Pruefung = (_, d) =>
  d.alle("cac:AccountingSupplierParty").some((k) => hatUstId(steuernummern(k)));
export const vertreterHatUstId: Pruefung = (_, d) =>
  d.alle("cac:TaxRepresentativeParty").some((k) => hatUstId(vertreternummern(k)));
/** Any tax number of the seller, VAT or not (BT-31, BT-32), or the VAT number of the representative (BT-63). */
export const verkaeuferHatSteuernummer: Pruefung = (k, d) =>
  d.alle("cac:AccountingSupplierParty").some((v) => steuernummern(v).some((s) => nummer(s).length > 0)) ||
  vertreterHatUstId(k, d);
export const kaeuferHatUstId: Pruefung = (_, d) => d.alle("cac:AccountingCustomerParty").some((k) => hatUstId(steuernummern(k)));
export const kaeuferHatRegisternummer: Pruefung = (_, d) =>
  d.alle("cac:AccountingCustomerParty").some((k) => nach("cac:Party/cac:PartyLegalEntity/cbc:CompanyID")(k).length > 0);

/** The lines at the root, as `InvoiceLine` or `CreditNoteLine`. */
export const positionenVon = nach("(cac:InvoiceLine|cac:CreditNoteLine)");
