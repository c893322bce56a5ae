import type { Dokument, Knoten } from "../../baum.ts";
import * as cii from "../cii.ts";
import * as ubl from "../ubl.ts";
import { nach, oder, type Pruefung, und } from "../weg.ts";
import type { Kategorie, Nummern } from "./kategorie.ts";

/** BR-*-02 to BR-*-04: whose tax numbers must be there when a line, an allowance or a charge has the category. */

const verkaeuferUstIdUbl = oder(ubl.verkaeuferHatUstId, ubl.vertreterHatUstId);
const bedingungUbl: Record<Nummern, Pruefung> = {
  verkaeufer: ubl.verkaeuferHatSteuernummer,
  verkaeuferUstId: verkaeuferUstIdUbl,
  verkaeuferUndKaeufer: und(ubl.verkaeuferHatSteuernummer, oder(ubl.kaeuferHatUstId, ubl.kaeuferHatRegisternummer)),
  beideUstId: und(verkaeuferUstIdUbl, ubl.kaeuferHatUstId),
  keine: (k, d) => !ubl.verkaeuferHatUstId(k, d) && !ubl.vertreterHatUstId(k, d) && !ubl.kaeuferHatUstId(k, d),
};

const verkaeuferUstIdCii = oder(cii.verkaeuferHatUstId, cii.vertreterHatUstId);
export const nummernCii: Record<Nummern, Pruefung> = {
  verkaeufer: cii.verkaeuferHatSteuernummer,
  verkaeuferUstId: verkaeuferUstIdCii,
  verkaeuferUndKaeufer: und(cii.irgendeinVerkaeuferHatSteuernummer, oder(cii.kaeuferHatUstId, cii.kaeuferHatRegisternummer)),
  beideUstId: und(verkaeuferUstIdCii, cii.kaeuferHatUstId),
  keine: cii.niemandHatUstId,
};

/** In UBL these rules are asked of the invoice, not of the line: any line with the category calls for the number. */
export function nummernUbl({ code, nummern }: Kategorie, ort: "position" | "nachlass" | "zuschlag"): Pruefung {
  const bedingung = bedingungUbl[nummern];
  const fuerUst = ubl.kategorieUbl(code);
  if (ort === "position") {
    // For S the official rule is broken by a category of another tax as well.
    const verlangt = code === "S" ? ubl.hatKategorie(code) : fuerUst;
    return (k, d) => {
      const kategorien = d.alle("cac:ClassifiedTaxCategory");
      return !kategorien.some(verlangt) || (kategorien.some(fuerUst) && bedingung(k, d));
    };
  }
  const richtig = ort === "nachlass" ? ubl.istNachlass : ubl.istZuschlag;
  const kategorien = (d: Dokument) =>
    d
      .alle("cac:TaxCategory")
      .filter((c) => c.eltern?.name === "cac:AllowanceCharge" && richtig(c.eltern) && (code !== "O" || istAmKopf(c.eltern)));
  const woertlich = (c: Knoten) => ubl.istUst(c) && nach("cbc:ID")(c).some(({ text }) => text === code);
  const verlangt = code === "L" && ort === "zuschlag" ? woertlich : fuerUst;
  return (k, d) => {
    const alle = kategorien(d);
    return !alle.some(verlangt) || (alle.some(fuerUst) && bedingung(k, d));
  };
}

const istAmKopf = (nachlass: Knoten): boolean => !!nachlass.eltern && !nachlass.eltern.eltern;
