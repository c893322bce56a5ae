import type { Dokument, Knoten } from "../../baum.ts";
import { type Dezimal, durch, ganzzahl, mal, minus, null0, plus, runde, schreibe, summe, vergleiche } from "../../dezimal.ts";
import { abrechnung } from "../cii.ts";
import { tagUbl } from "../en16931/zahlung.ts";
import { betragVon, eins, istGleich, nach, type Pruefung, zahl } from "../weg.ts";

export const eine = ganzzahl(1);
export const hundert: Dezimal = ganzzahl(100);

const gemerkteWaehrungen = new WeakMap<Dokument, readonly string[]>();
/** Found once a document: every line asks, and the search goes through all of them. */
export function waehrungenVon(d: Dokument): readonly string[] {
  let gefunden = gemerkteWaehrungen.get(d);
  if (!gefunden) {
    const hin = d.syntax === "ubl" ? nach("cbc:DocumentCurrencyCode") : nach(`${abrechnung}/ram:InvoiceCurrencyCode`);
    gefunden = hin(d.wurzel).map(({ text }) => text);
    gemerkteWaehrungen.set(d, gefunden);
  }
  return gefunden;
}
/** How far amounts may be off; the forint has no cents. */
export const spielraum = (d: Dokument): Dezimal =>
  waehrungenVon(d).includes("HUF") ? { ganz: 5n, stellen: 1 } : { ganz: 2n, stellen: 2 };
export const innerhalb = (ist: Dezimal, soll: Dezimal, s: Dezimal): boolean =>
  vergleiche(plus(ist, s), soll) >= 0 && vergleiche(minus(ist, s), soll) <= 0;
export const betrag = (k: Knoten, pfad: string): Dezimal | undefined => betragVon(pfad)(k);

type Felder = { betrag: string; basis: string; prozent: string };
const nachlassUbl: Felder = { betrag: "cbc:Amount", basis: "cbc:BaseAmount", prozent: "cbc:MultiplierFactorNumeric" };
const nachlassCii: Felder = { betrag: "ram:ActualAmount", basis: "ram:BasisAmount", prozent: "ram:CalculationPercent" };
export const felder = (d: Dokument) => (d.syntax === "ubl" ? nachlassUbl : nachlassCii);
export const prozentRechnung: Pruefung = (k, d) => {
  const f = felder(d);
  const [basis, prozent] = [betrag(k, f.basis), betrag(k, f.prozent)];
  return !basis || !prozent || innerhalb(betrag(k, f.betrag) ?? null0, durch(mal(basis, prozent), hundert), spielraum(d));
};

type Zeile = { netto: Dezimal; menge: Dezimal; preis: Dezimal; basis: Dezimal; zuschlaege: Dezimal; nachlaesse: Dezimal };
const ungleichNull = (wert: Dezimal | undefined): Dezimal | undefined => (wert && wert.ganz !== 0n ? wert : undefined);
export const nachlaesse = (knoten: readonly Knoten[], angabe: string, wert: "true" | "false", pfad: string): Dezimal =>
  runde(summe(knoten.filter((n) => (eins(nach(angabe)(n))?.norm ?? "") === wert).flatMap((n) => nach(pfad)(n).map(zahl))), 2);
export function zeileVon(k: Knoten, d: Dokument): Zeile {
  if (d.syntax === "ubl") {
    const menge = d.wurzel.name === "ubl:Invoice" ? "cbc:InvoicedQuantity" : "cbc:CreditedQuantity";
    const n = nach("cac:AllowanceCharge")(k);
    return {
      netto: betrag(k, "cbc:LineExtensionAmount") ?? null0,
      menge: betrag(k, menge) ?? eine,
      preis: betrag(k, "cac:Price/cbc:PriceAmount") ?? null0,
      basis: ungleichNull(betrag(k, "cac:Price/cbc:BaseQuantity")) ?? eine,
      zuschlaege: nachlaesse(n, "cbc:ChargeIndicator", "true", "cbc:Amount"),
      nachlaesse: nachlaesse(n, "cbc:ChargeIndicator", "false", "cbc:Amount"),
    };
  }
  const preise = "ram:SpecifiedLineTradeAgreement";
  const n = nach("ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeAllowanceCharge")(k);
  return {
    netto:
      betrag(k, "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount") ??
      null0,
    menge: betrag(k, "ram:SpecifiedLineTradeDelivery/ram:BilledQuantity") ?? eine,
    preis: betrag(k, `${preise}/ram:NetPriceProductTradePrice/ram:ChargeAmount`) ?? null0,
    basis:
      ungleichNull(betrag(k, `${preise}/ram:NetPriceProductTradePrice/ram:BasisQuantity`)) ??
      ungleichNull(betrag(k, `${preise}/ram:GrossPriceProductTradePrice/ram:BasisQuantity`)) ??
      eine,
    zuschlaege: nachlaesse(n, "ram:ChargeIndicator/udt:Indicator", "true", "ram:ActualAmount"),
    nachlaesse: nachlaesse(n, "ram:ChargeIndicator/udt:Indicator", "false", "ram:ActualAmount"),
  };
}
export const zeilenwert = ({ menge, preis, basis, zuschlaege, nachlaesse: ab }: Zeile): Dezimal =>
  minus(plus(mal(menge, durch(preis, basis)), zuschlaege), ab);

const steuern = (k: Knoten, waehrungen: readonly (string | undefined)[]): Dezimal[] =>
  nach("cac:TaxTotal/cbc:TaxAmount")(k)
    .filter((b) => b.attribut("currencyID") !== undefined && waehrungen.includes(b.attribut("currencyID")))
    .map(zahl);
export const vorzeichenUbl: Pruefung = (k) => {
  const steuerwaehrung = eins(nach("cbc:TaxCurrencyCode")(k));
  if (!steuerwaehrung) return true;
  const [inSteuer, inRechnung] = [
    steuern(k, [steuerwaehrung.norm]),
    steuern(k, [eins(nach("cbc:DocumentCurrencyCode")(k))?.norm ?? ""]),
  ];
  return (
    [inSteuer, inRechnung].every((werte) => werte.some(({ ganz }) => ganz <= 0n)) ||
    [inSteuer, inRechnung].every((werte) => werte.some(({ ganz }) => ganz >= 0n))
  );
};
export const steuersummen = nach("ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:TaxTotalAmount");
export const vorzeichenCii: Pruefung = (k, d) => {
  const steuerwaehrungen = nach(`${abrechnung}/ram:TaxCurrencyCode`)(d.wurzel).map(({ text }) => text);
  const in_ = (waehrungen: readonly string[]) =>
    steuersummen(k)
      .filter((b) => waehrungen.includes(b.attribut("currencyID") ?? "\u0000"))
      .map(zahl);
  const [inSteuer, inRechnung] = [in_(steuerwaehrungen), in_(waehrungenVon(d))];
  if (steuerwaehrungen.length === 0 || inRechnung.length === 0) return true;
  return (
    [inSteuer, inRechnung].every((werte) => werte.some(({ ganz }) => ganz < 0n)) ||
    [inSteuer, inRechnung].every((werte) => werte.some(({ ganz }) => ganz >= 0n))
  );
};

export const angabeGilt = (pfad: string): Pruefung => {
  const hin = nach(pfad);
  return (k) => ["true", "false"].includes(eins(hin(k))?.norm ?? "");
};
export const angabeText =
  "Bei einem Betrag ist nicht richtig angegeben, ob er Nachlass oder Zuschlag ist. Erlaubt sind true (Zuschlag) und false (Nachlass).";
export const textOderNichts = (k: Knoten, pfad: string) => eins(nach(pfad)(k))?.norm ?? "";
export const zeitraumUbl =
  (feld: string, spaeter: boolean): Pruefung =>
  (k, d) => {
    const [hier, dort] = [tagUbl([k]), tagUbl(nach(`cac:InvoicePeriod/${feld}`)(d.wurzel))];
    return spaeter ? hier >= dort : hier <= dort;
  };
const tagCii = nach("udt:DateTimeString");
export const zeitraumCii =
  (feld: string, spaeter: boolean): Pruefung =>
  (k) => {
    const dort = nach(`../../../../ram:ApplicableHeaderTradeSettlement/ram:BillingSpecifiedPeriod/${feld}/udt:DateTimeString`)(k);
    return tagCii(k).some((hier) => dort.some(({ text }) => (spaeter ? hier.text >= text : hier.text <= text)));
  };

export function preisStimmt(brutto: Dezimal | undefined, nachlass: Dezimal | undefined, netto: Dezimal | undefined): boolean {
  return !brutto || (!!nachlass && istGleich(netto, minus(brutto, nachlass)));
}
export const ersterNachlass = (k: Knoten): Dezimal => {
  const erster = eins(nach("ram:AppliedTradeAllowanceCharge")(k).flatMap((n) => nach("ram:ActualAmount")(n).slice(0, 1)));
  return erster ? zahl(erster) : null0;
};

export const zeileStimmt: Pruefung = (k, d) => {
  const zeile = zeileVon(k, d);
  return innerhalb(zeile.netto, zeilenwert(zeile), spielraum(d));
};
/** `4 × 50,00 − Nachlässe 5,00 = 195,00; angegeben 200,00` */
export function zeilenweg(k: Knoten, d: Dokument): string {
  const z = zeileVon(k, d);
  const je = vergleiche(z.basis, eine) === 0 ? "" : ` je ${schreibe(z.basis, 0)}`;
  const zu = z.zuschlaege.ganz === 0n ? "" : ` + Zuschläge ${schreibe(z.zuschlaege)}`;
  const ab = z.nachlaesse.ganz === 0n ? "" : ` − Nachlässe ${schreibe(z.nachlaesse)}`;
  return `${schreibe(z.menge, 0)} × ${schreibe(z.preis)}${je}${zu}${ab} = ${schreibe(runde(zeilenwert(z), 4))}; angegeben ${schreibe(z.netto)}`;
}
