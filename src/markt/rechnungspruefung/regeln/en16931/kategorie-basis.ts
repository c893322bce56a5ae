import type { Dokument, Knoten } from "../../baum.ts";
import { type Dezimal, ganzzahl, minus, plus, runde, schreibe, summe, vergleiche } from "../../dezimal.ts";
import * as cii from "../cii.ts";
import * as ubl from "../ubl.ts";
import { betragVon, immer, istGleich, nach, type Pruefung, zahl } from "../weg.ts";
import type { Kategorie } from "./kategorie.ts";

/** BR-*-08: the base of a row of the breakdown against lines, allowances and charges of its category (and rate). */

type Basis = { readonly gilt: Pruefung; readonly rechenweg: (k: Knoten, d: Dokument) => string | undefined };
type Teile = { positionen: Dezimal; nachlaesse: Dezimal; zuschlaege: Dezimal };

const eine = ganzzahl(1);
const ergebnis = ({ positionen, nachlaesse, zuschlaege }: Teile): Dezimal => minus(plus(positionen, zuschlaege), nachlaesse);
const wenigerAlsEins = (ist: Dezimal, soll: Dezimal): boolean =>
  vergleiche(minus(ist, eine), soll) < 0 && vergleiche(plus(ist, eine), soll) > 0;
const text = (teile: Teile, ist: Dezimal | undefined): string =>
  `Positionen ${schreibe(teile.positionen)} + Zuschläge ${schreibe(teile.zuschlaege)} − Nachlässe ${schreibe(teile.nachlaesse)} = ${schreibe(ergebnis(teile))}; angegeben ${ist ? schreibe(ist) : "nichts"}`;

const summeVon = (knoten: readonly Knoten[], pfad: string): Dezimal => {
  const hin = betragVon(pfad);
  return summe(knoten.flatMap((k) => hin(k) ?? []));
};
const hatSatz = (knoten: readonly Knoten[], pfad: string, satz: Dezimal): boolean =>
  knoten.some((k) => istGleich(betragVon(pfad)(k), satz));

export function basisUbl({ code, jeSatz }: Kategorie): Basis {
  const ist = ubl.hatKategorie(code);
  const passt = (kategorien: readonly Knoten[], satz: Dezimal | undefined) =>
    kategorien.some(ist) && (satz === undefined || hatSatz(kategorien, "cbc:Percent", satz));
  const zeilensteuer = nach("cac:Item/cac:ClassifiedTaxCategory");
  const nachlasssteuer = nach("cac:TaxCategory");
  const teile = (d: Dokument, satz: Dezimal | undefined, positionen: string): Teile => {
    const zeilen = nach(positionen)(d.wurzel).filter((p) => passt(zeilensteuer(p), satz));
    const nachlaesse = nach("cac:AllowanceCharge")(d.wurzel).filter((n) => passt(nachlasssteuer(n), satz));
    return {
      positionen: summeVon(zeilen, "cbc:LineExtensionAmount"),
      nachlaesse: summeVon(nachlaesse.filter(ubl.istNachlass), "cbc:Amount"),
      zuschlaege: summeVon(nachlaesse.filter(ubl.istZuschlag), "cbc:Amount"),
    };
  };
  const zweig = (k: Knoten, d: Dokument, positionen: string, satz: Dezimal | undefined): boolean => {
    const basis = betragVon("../cbc:TaxableAmount")(k);
    if (!basis) return false;
    const betroffen =
      code === "S"
        ? d.alle(positionen).some((p) => passt(zeilensteuer(p), satz)) ||
          d.alle("cac:AllowanceCharge").some((n) => passt(nachlasssteuer(n), satz))
        : d.alle(positionen).length > 0;
    if (!betroffen) return false;
    const soll = ergebnis(teile(d, satz, positionen));
    return jeSatz ? wenigerAlsEins(basis, soll) : istGleich(basis, soll);
  };
  const positionsnamen = ["cac:InvoiceLine", "cac:CreditNoteLine"];
  return {
    gilt: (k, d) => {
      const satz = jeSatz ? betragVon("cbc:Percent")(k) : undefined;
      // Without a rate there is no rate to be asked for.
      if (jeSatz && !satz) return true;
      return positionsnamen.some((name) => zweig(k, d, name, satz));
    },
    rechenweg: (k, d) =>
      text(
        teile(d, jeSatz ? betragVon("cbc:Percent")(k) : undefined, "(cac:InvoiceLine|cac:CreditNoteLine)"),
        betragVon("../cbc:TaxableAmount")(k),
      ),
  };
}

export function basisCii({ code, jeSatz }: Kategorie): Basis {
  // The official rules look for the rate one element too high, find none and are content.
  if (code === "L" || code === "M") return { gilt: immer, rechenweg: () => undefined };
  const ist = cii.hatKategorie(code);
  const passt = (steuern: readonly Knoten[], satz: Dezimal | undefined) =>
    steuern.some(ist) && (satz === undefined || hatSatz(steuern, "ram:RateApplicablePercent", satz));
  const positionssteuer = nach("ram:ApplicableTradeTax");
  const nachlasssteuer = nach("ram:CategoryTradeTax");
  const zeile = (k: Knoten): Knoten => (k.name === "ram:CategoryCode" ? (k.eltern as Knoten) : k);
  const ersteBetraege = (knoten: readonly Knoten[]): Dezimal =>
    runde(
      summe(
        knoten.flatMap((k) => {
          const [erster] = nach("ram:ActualAmount")(k);
          return erster ? [zahl(erster)] : [];
        }),
      ),
      2,
    );
  const teile = (d: Dokument, satz: Dezimal | undefined): Teile => {
    const positionen = nach(`${cii.handel}/ram:IncludedSupplyChainTradeLineItem/ram:SpecifiedLineTradeSettlement`)(
      d.wurzel,
    ).filter((p) => passt(positionssteuer(p), satz));
    const nachlaesse = nach(`${cii.abrechnung}/ram:SpecifiedTradeAllowanceCharge`)(d.wurzel).filter((n) =>
      passt(nachlasssteuer(n), satz),
    );
    return {
      positionen: runde(summeVonSummen(positionen), 2),
      nachlaesse: ersteBetraege(nachlaesse.filter(cii.istNachlass)),
      zuschlaege: ersteBetraege(nachlaesse.filter(cii.istZuschlag)),
    };
  };
  const genau = code === "S" || code === "O";
  return {
    gilt: (k, d) => {
      const saetze = jeSatz ? nach("ram:RateApplicablePercent")(zeile(k)).map(zahl) : [undefined];
      return saetze.every((satz) => {
        const soll = ergebnis(teile(d, satz));
        return nach("ram:BasisAmount")(zeile(k)).some((basis) =>
          genau ? istGleich(zahl(basis), soll) : wenigerAlsEins(zahl(basis), soll),
        );
      });
    },
    rechenweg: (k, d) =>
      text(
        teile(d, jeSatz ? betragVon("ram:RateApplicablePercent")(zeile(k)) : undefined),
        betragVon("ram:BasisAmount")(zeile(k)),
      ),
  };
}

const summeVonSummen = (abrechnungen: readonly Knoten[]): Dezimal =>
  summe(
    abrechnungen.flatMap((a) =>
      nach("ram:SpecifiedTradeSettlementLineMonetarySummation")(a).flatMap((s) => betragVon("ram:LineTotalAmount")(s) ?? []),
    ),
  );
