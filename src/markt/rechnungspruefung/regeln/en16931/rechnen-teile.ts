import type { Dokument, Knoten } from "../../baum.ts";
import { betrag, type Dezimal, ganzzahl, mal, minus, null0, plus, runde, schreibe, summe, vergleiche } from "../../dezimal.ts";
import * as cii from "../cii.ts";
import * as ubl from "../ubl.ts";
import { betragVon, eins, istGleich, nach, zahl } from "../weg.ts";

export const hundertstel: Dezimal = { ganz: 1n, stellen: 2 };
const eine = ganzzahl(1);

/** Figures of many places, nothing where a path leads nowhere; a single one that is no figure makes all unreadable. */
export const alle = (knoten: readonly Knoten[], pfad: string): Dezimal[] => {
  const hin = nach(pfad);
  return knoten.flatMap((k) => {
    const ziel = eins(hin(k));
    return ziel ? [zahl(ziel)] : [];
  });
};
export const zusammen = (werte: readonly Dezimal[]): string =>
  werte.length === 0
    ? "0,00"
    : werte
        .slice(0, 20)
        .map((wert) => schreibe(wert))
        .join(" + ") + (werte.length > 20 ? " + …" : "");
export const rechnung = (links: string, soll: Dezimal, ist: Dezimal | undefined) =>
  `${links} = ${schreibe(soll)}; angegeben ${ist ? schreibe(ist) : "nichts"}`;

export const positionenUbl = (d: Dokument) => [...d.alle("cac:InvoiceLine"), ...d.alle("cac:CreditNoteLine")];
export const netto = "cbc:LineExtensionAmount";
export const nettoCii = "ram:SpecifiedLineTradeSettlement/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount";

export const nachlaesseUbl = (k: Knoten, zuschlag: boolean): readonly Knoten[] =>
  nach("../cac:AllowanceCharge")(k).filter(zuschlag ? ubl.istZuschlag : ubl.istNachlass);
export const nachlaesseCii = (d: Dokument, zuschlag: boolean): readonly Knoten[] =>
  nach(`${cii.abrechnung}/ram:SpecifiedTradeAllowanceCharge`)(d.wurzel).filter(zuschlag ? cii.istZuschlag : cii.istNachlass);
export const ersteBetraege = (knoten: readonly Knoten[]): Dezimal[] =>
  knoten.flatMap((k) => {
    const [erster] = nach("ram:ActualAmount")(k);
    return erster ? [zahl(erster)] : [];
  });

/** The sum of allowances or charges (BT-107, BT-108) against its parts. */
export function summeStimmt(gesamt: readonly Knoten[], teile: readonly Knoten[], betraege: readonly Dezimal[]): boolean {
  if (gesamt.length === 0) return teile.length === 0;
  const soll = runde(summe(betraege), 2);
  return istGleich(zahl(eins(gesamt) as Knoten), soll);
}

export const feld = (k: Knoten, pfad: string): Dezimal | undefined => betragVon(pfad)(k);
/** In CII the first counts where several stand. */
export const erstes = (k: Knoten, pfad: string): Dezimal | undefined => {
  const [ziel] = nach(pfad)(k);
  return ziel && zahl(ziel);
};

export function nettoGesamtUbl(k: Knoten): { soll: Dezimal | undefined; text: string } {
  const [zeilen, ab, zu] = [feld(k, netto), feld(k, "cbc:AllowanceTotalAmount"), feld(k, "cbc:ChargeTotalAmount")];
  if (!zeilen) return { soll: undefined, text: "" };
  const soll = minus(plus(zeilen, zu ?? null0), ab ?? null0);
  return { soll: ab || zu ? runde(soll, 2) : soll, text: nettoText(zeilen, ab, zu) };
}
export function nettoGesamtCii(k: Knoten): { soll: Dezimal | undefined; text: string } {
  const [zeilen, ab, zu] = [
    erstes(k, "ram:LineTotalAmount"),
    erstes(k, "ram:AllowanceTotalAmount"),
    erstes(k, "ram:ChargeTotalAmount"),
  ];
  if (!zeilen) return { soll: undefined, text: "" };
  return { soll: runde(minus(plus(zeilen, zu ?? null0), ab ?? null0), 2), text: nettoText(zeilen, ab, zu) };
}
const nettoText = (zeilen: Dezimal, ab: Dezimal | undefined, zu: Dezimal | undefined) =>
  `Positionen ${schreibe(zeilen)}${ab ? ` − Nachlässe ${schreibe(ab)}` : ""}${zu ? ` + Zuschläge ${schreibe(zu)}` : ""}`;

export const steuerInWaehrungUbl = (k: Knoten, waehrung: string) =>
  nach("cac:TaxTotal")(k).flatMap((s) => {
    const passend = eins(nach("cbc:TaxAmount")(s).filter((b) => b.attribut("currencyID") === waehrung));
    return passend ? [zahl(passend)] : [];
  });

/** The amounts to be paid where rounding is not part of it must agree as written; with it, to the cent. */
export function faelligUbl(k: Knoten): boolean {
  const [brutto, bezahlt, rundung, faellig] = [
    feld(k, "cbc:TaxInclusiveAmount"),
    feld(k, "cbc:PrepaidAmount"),
    feld(k, "cbc:PayableRoundingAmount"),
    feld(k, "cbc:PayableAmount"),
  ];
  if (!brutto || !faellig) return false;
  const links = rundung ? runde(minus(faellig, rundung), 2) : faellig;
  return istGleich(links, bezahlt ? runde(minus(brutto, bezahlt), 2) : brutto);
}
export function faelligCii(k: Knoten): boolean {
  const [brutto, bezahlt, rundung, faellig] = [
    erstes(k, "ram:GrandTotalAmount"),
    erstes(k, "ram:TotalPrepaidAmount"),
    erstes(k, "ram:RoundingAmount"),
    erstes(k, "ram:DuePayableAmount"),
  ];
  if (!brutto || !faellig) return false;
  return istGleich(faellig, plus(minus(brutto, bezahlt ?? null0), rundung ?? null0));
}

/** BR-CO-17 in both syntaxes: the tax of a row within one unit of currency of base times rate. `knapp`: a whole unit off is already wrong. */
export function steuerStimmt(
  basis: Dezimal | undefined,
  satz: Dezimal | undefined,
  steuer: Dezimal | undefined,
  knapp: boolean,
): boolean {
  if (!steuer) return false;
  if (!satz || runde(satz, 0).ganz === 0n) return runde(steuer, 0).ganz === 0n;
  return basis !== undefined && naheAn(betrag(steuer), runde(mal(mal(betrag(basis), satz), hundertstel), 2), knapp);
}
export function naheAn(ist: Dezimal, soll: Dezimal, knapp: boolean): boolean {
  const [unten, oben] = [vergleiche(minus(ist, eine), soll), vergleiche(plus(ist, eine), soll)];
  return knapp ? unten < 0 && oben > 0 : unten <= 0 && oben >= 0;
}
export const steuersatzUbl = (k: Knoten): Dezimal | undefined => {
  const saetze = nach("cac:TaxCategory")(k)
    .filter(ubl.istUst)
    .flatMap((kategorie) => [...nach("cbc:Percent")(kategorie)]);
  const einer = eins(saetze);
  return einer && zahl(einer);
};

export const summenCii = `${cii.abrechnung}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
export const steuerzeilen = (d: Dokument) => nach(`${cii.abrechnung}/ram:ApplicableTradeTax/ram:CalculatedAmount`)(d.wurzel);
export const steuerInWaehrungCii = (k: Knoten, waehrung: string): Dezimal[] =>
  nach(`${summenCii}/ram:TaxTotalAmount`)(k)
    .filter((b) => b.attribut("currencyID") === waehrung)
    .map(zahl);

export function bruttoUbl(k: Knoten, waehrung: string): boolean {
  const steuern = steuerInWaehrungUbl(k, waehrung);
  const [ohne, mit] = [
    feld(k, "cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount"),
    feld(k, "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount"),
  ];
  const [steuer] = steuern;
  return steuern.length === 1 && !!steuer && !!ohne && istGleich(mit, runde(plus(ohne, steuer), 2));
}
/** In CII an invoice without any tax amount is right as long as both totals agree. */
export function bruttoCii(k: Knoten, waehrung: string): boolean {
  const [ohne, mit] = [erstes(k, `${summenCii}/ram:TaxBasisTotalAmount`), erstes(k, `${summenCii}/ram:GrandTotalAmount`)];
  const steuern = steuerInWaehrungCii(k, waehrung);
  const [steuer] = steuern;
  return istGleich(ohne, mit) || (steuern.length === 1 && !!steuer && !!ohne && istGleich(mit, runde(plus(ohne, steuer), 2)));
}
