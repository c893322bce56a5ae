import type { Rechnung } from "#rechnungspruefung";
import { zeigeSatz } from "./lies-positionen.ts";
import { zeigeBetrag, zeigeText, zeigeZahl } from "./zeige.ts";

export type Betragszeile = { readonly text: string; readonly betrag: string; readonly art: "teil" | "summe" | "ziel" };
export type Steuerbild = { readonly satz: string; readonly netto: string; readonly steuer: string; readonly grund: string };
type Nachlaesse = Rechnung["nachlaesse"];

/** Allowances and charges, each with its reason and how it came about. */
export function liesNachlaesse(
  nachlaesse: Nachlaesse | Rechnung["positionen"][number]["nachlaesse"],
  zuschlaege: Rechnung["zuschlaege"] | Rechnung["positionen"][number]["zuschlaege"],
  waehrung: string,
): Betragszeile[] {
  const zeile = (n: Nachlaesse[number], was: string, vorzeichen: string): Betragszeile => {
    const prozent = zeigeZahl(n.prozent, 0);
    const grund = zeigeText(n.grund) || zeigeText(n.grundCode);
    const herkunft = prozent && n.grundbetrag.length > 0 ? ` (${prozent} % von ${zeigeBetrag(n.grundbetrag, waehrung)})` : "";
    return {
      text: `${was}${grund ? `: ${grund}` : ""}${herkunft}`,
      betrag: vorzeichen + zeigeBetrag(n.betrag, waehrung),
      art: "teil",
    };
  };
  return [...nachlaesse.map((n) => zeile(n, "Nachlass", "−")), ...zuschlaege.map((n) => zeile(n, "Zuschlag", ""))];
}

export function liesSummen(r: Rechnung, waehrung: string): Betragszeile[] {
  const [s] = r.summen;
  if (!s) return [];
  const steuern = r.steuerbetraege.map((betrag) => {
    const andere = betrag.attribut("currencyID");
    return [`Umsatzsteuer${andere && andere !== waehrung ? ` in ${andere}` : ""}`, [betrag], "teil"] as const;
  });
  return (
    [
      ["Summe der Positionen", s.positionen, "teil"],
      ["Summe der Nachlässe", s.nachlaesse, "teil"],
      ["Summe der Zuschläge", s.zuschlaege, "teil"],
      ["Gesamtbetrag ohne Umsatzsteuer", s.netto, "summe"],
      ...steuern,
      ["Gesamtbetrag mit Umsatzsteuer", s.brutto, "summe"],
      ["Schon gezahlt", s.bezahlt, "teil"],
      ["Rundung", s.rundung, "teil"],
      ["Zu zahlen", s.faellig, "ziel"],
    ] as const
  )
    .filter(([, werte]) => werte.length > 0)
    .map(([text, werte, art]) => ({ text, betrag: zeigeBetrag(werte, waehrung), art }));
}

export const liesSteuern = (r: Rechnung, waehrung: string): Steuerbild[] =>
  r.steueraufschluesselung.map((zeile) => ({
    satz: zeigeSatz(zeigeText(zeile.kategorie), zeigeZahl(zeile.satz, 0)),
    netto: zeigeBetrag(zeile.bemessungsgrundlage, waehrung),
    steuer: zeigeBetrag(zeile.steuerbetrag, waehrung),
    grund: zeigeText(zeile.befreiungsgrund) || zeigeText(zeile.befreiungscode),
  }));
