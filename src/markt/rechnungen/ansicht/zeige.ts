import { formatiereDatum, type IsoDatum } from "#kalender";
import { schreibe, tag, zahl } from "#rechnungspruefung";

type Werte = Parameters<typeof zahl>[0];
type Wert = Werte[number];

/** Figures as on paper: `1.234,50`; what is no figure is shown as it stands. */
export function zeigeZahl(werte: Werte, mindestens = 2): string {
  const [erster] = werte;
  if (!erster) return "";
  const gelesen = zahl(werte);
  return gelesen ? mitTausendern(schreibe(gelesen, mindestens)) : erster.norm;
}
const mitTausendern = (ziffern: string): string => {
  const [vorne = "", hinten] = ziffern.split(",");
  const gruppiert = vorne.replace(/\B(?=(\d{3})+$)/g, ".");
  return hinten === undefined ? gruppiert : `${gruppiert},${hinten}`;
};

/** Between a figure and its unit no line ends. */
export const nichtTrennen = "\u00a0";

const zeichen: Readonly<Record<string, string>> = { EUR: "€" };
/** An amount with its currency; that of the invoice where it names none itself. */
export function zeigeBetrag(werte: Werte, waehrung: string): string {
  const text = zeigeZahl(werte);
  const eigene = werte[0]?.attribut("currencyID") ?? waehrung;
  return text === "" ? "" : `${text}${nichtTrennen}${zeichen[eigene] ?? eigene}`.trim();
}

/** A day as people write it; what is no day is shown as it stands. */
export function zeigeTag(werte: Werte): string {
  const iso = tag(werte[0]);
  return iso ? formatiereDatum(iso as IsoDatum) : (werte[0]?.norm ?? "");
}

export const zeigeText = (werte: Werte): string =>
  werte
    .map(({ norm }) => norm)
    .filter((text) => text !== "")
    .join(", ");

/** An IBAN in groups of four. */
export const zeigeIban = (wert: Wert): string => wert.norm.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ");
