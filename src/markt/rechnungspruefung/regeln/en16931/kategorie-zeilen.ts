import type { Dokument, Knoten } from "../../baum.ts";
import { hatKategorie as hatCii } from "../cii.ts";
import { hatKategorie, istUst, kategorieUbl } from "../ubl.ts";
import { nach, type Pruefung } from "../weg.ts";
import type { Kategorie } from "./kategorie.ts";

/** BR-*-01: what is invoiced under a category and the rows of the breakdown belong together. */

const zeilen = nach("cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory");
const zaehle = (knoten: readonly Knoten[], passt: (k: Knoten) => boolean): number => {
  let anzahl = 0;
  for (const k of knoten) if (passt(k)) anzahl++;
  return anzahl;
};

export function zeilenUbl({ code, jeSatz }: Kategorie): Pruefung {
  const fuerUst = kategorieUbl(code);
  const irgend = hatKategorie(code);
  if (!jeSatz)
    return (k, d) => {
      const gibtEs = d.alle("cac:TaxCategory").some(fuerUst) || d.alle("cac:ClassifiedTaxCategory").some(fuerUst);
      return !gibtEs || zeilen(k).reduce((summe, zeile) => summe + nummernDer(zeile, code), 0) === 1;
    };
  // For S the official rules do not ask whether the tax is VAT; for the Canaries they do not when they count the rows.
  const passt = code === "S" ? irgend : fuerUst;
  const ohneNormalisieren = (zeile: Knoten) => nach("cbc:ID")(zeile).some(({ text }) => text === code);
  const zeilePasst =
    code === "S" ? irgend : code === "L" ? ohneNormalisieren : (zeile: Knoten) => ohneNormalisieren(zeile) && istUst(zeile);
  return (k, d) => {
    const berechnet =
      zaehle(d.alle("cac:TaxCategory"), (c) => c.eltern?.name === "cac:AllowanceCharge" && passt(c)) +
      zaehle(d.alle("cac:ClassifiedTaxCategory"), passt);
    return berechnet > 0 ? zaehle(zeilen(k), zeilePasst) > 0 : zaehle(zeilen(k), passt) === 0;
  };
}

const nummernDer = (zeile: Knoten, code: string): number =>
  istUst(zeile) ? zaehle(nach("cbc:ID")(zeile), ({ norm }) => norm === code) : 0;

const unter = (knoten: readonly Knoten[], eltern: string, passt: (k: Knoten) => boolean): number =>
  zaehle(knoten, (k) => k.eltern?.name === eltern && passt(k));

export function zeilenCii({ code, jeSatz }: Kategorie): Pruefung {
  const passt = hatCii(code);
  const zaehlung = (d: Dokument) => ({
    kopf: unter(d.alle("ram:ApplicableTradeTax"), "ram:ApplicableHeaderTradeSettlement", passt),
    positionen: unter(d.alle("ram:ApplicableTradeTax"), "ram:SpecifiedLineTradeSettlement", passt),
    nachlaesse: zaehle(d.alle("ram:CategoryTradeTax"), passt),
  });
  if (jeSatz)
    return (_, d) => {
      const { kopf, positionen, nachlaesse } = zaehlung(d);
      return (positionen === 0 || positionen + kopf >= 2) && (nachlaesse === 0 || nachlaesse + kopf >= 2);
    };
  return (_, d) => {
    const { kopf, positionen, nachlaesse } = zaehlung(d);
    if (kopf === 0) return code === "O" || (positionen === 0 && nachlaesse === 0);
    return kopf === 1 && (positionen > 0 || nachlaesse > 0);
  };
}
