import type { Rechnung } from "#rechnungspruefung";
import { einheiten, steuerkategorien, wort } from "./codes.ts";
import { type Betragszeile, liesNachlaesse } from "./lies-summen.ts";
import { nichtTrennen, zeigeBetrag, zeigeTag, zeigeText, zeigeZahl } from "./zeige.ts";

export type Positionsbild = {
  readonly nummer: string;
  readonly bezeichnung: string;
  /** Description, numbers, period, remark: a line each. */
  readonly zusaetze: readonly string[];
  readonly menge: string;
  readonly preis: string;
  readonly steuer: string;
  readonly netto: string;
  readonly nachlaesse: readonly Betragszeile[];
};

const mit = (vorn: string, text: string): string[] => (text === "" ? [] : [vorn + text]);

export const liesPositionen = (r: Rechnung, waehrung: string): Positionsbild[] =>
  r.positionen.map((p): Positionsbild => {
    const [artikel] = p.artikel;
    const [preis] = p.preis;
    const [steuer] = p.steuer;
    const [zeitraum] = p.zeitraum;
    const einheit = wort(einheiten, p.menge[0]?.attribut("unitCode") ?? "");
    const basis = preis && preis.basismenge.length > 0 ? zeigeZahl(preis.basismenge, 0) : "1";
    return {
      nummer: zeigeText(p.nummer),
      bezeichnung: artikel ? zeigeText(artikel.name) : "",
      zusaetze: [
        ...(artikel ? mit("", zeigeText(artikel.beschreibung)) : []),
        ...(artikel ? mit("Artikelnummer ", zeigeText(artikel.nummerDesVerkaeufers)) : []),
        ...(artikel ? artikel.eigenschaften.flatMap(({ name, inhalt }) => mit(`${zeigeText(name)}: `, zeigeText(inhalt))) : []),
        ...mit("Bestellposition ", zeigeText(p.bestellposition)),
        ...(zeitraum
          ? mit("Zeitraum ", [zeigeTag(zeitraum.beginn), zeigeTag(zeitraum.ende)].filter((t) => t !== "").join(" bis "))
          : []),
        ...mit("", zeigeText(p.bemerkung)),
      ],
      menge: `${zeigeZahl(p.menge, 0)}${nichtTrennen}${einheit}`.trim(),
      preis: preis ? `${zeigeBetrag(preis.netto, waehrung)}${basis === "1" ? "" : ` je ${basis}`}` : "",
      steuer: steuer ? zeigeSatz(zeigeText(steuer.kategorie), zeigeZahl(steuer.satz, 0)) : "",
      netto: zeigeBetrag(p.netto, waehrung),
      nachlaesse: liesNachlaesse(p.nachlaesse, p.zuschlaege, waehrung),
    };
  });

export const zeigeSatz = (kategorie: string, satz: string): string =>
  kategorie === "S" && satz !== "" ? `${satz}${nichtTrennen}%` : wort(steuerkategorien, kategorie);
