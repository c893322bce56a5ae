/** Cents of an amount in euros with at most two decimals, e.g. `euro(600)`, `euro(4.99)`. @throws otherwise */
export function euro(betrag: number): number {
  const cent = Math.round(betrag * 100);
  if (!Number.isSafeInteger(cent) || Math.abs(cent / 100 - betrag) > 1e-9)
    throw new Error(`${betrag} ist kein Betrag in Euro und Cent.`);
  return cent;
}

const zahl = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const ganzeZahl = new Intl.NumberFormat("de-DE", { maximumFractionDigits: 0 });

/** `1.234,56 €`; with `kurz`, whole euros stand without decimals: `227 €`. The space does not break. */
export function formatiereEuro(cent: number, form: "genau" | "kurz" = "genau"): string {
  if (!Number.isSafeInteger(cent)) throw new Error(`${cent} sind keine ganzen Cent.`);
  const text = form === "kurz" && cent % 100 === 0 ? ganzeZahl.format(cent / 100) : zahl.format(cent / 100);
  return `${text}\u00a0€`;
}

/** Reads what people write: `1.234,56`, `1234,5`, `227 €`, `12.50`. @returns cents, or undefined where it is no amount or not sure */
export function leseEuro(eingabe: string): number | undefined {
  const text = eingabe.replace(/[\s\u00a0]|€|EUR|Euro/gi, "");
  const treffer = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(text) ?? /^(-?)(\d+)\.(\d{1,2})$/.exec(text);
  if (!treffer) return undefined;
  const [, minus, ganz = "0", teil = ""] = treffer;
  const cent = Number(ganz.replaceAll(".", "")) * 100 + Number(teil.padEnd(2, "0"));
  if (!Number.isSafeInteger(cent)) return undefined;
  return minus && cent !== 0 ? -cent : cent;
}

/** Up to the next whole euro; whole euros stay. */
export const rundeAufVolleEuroAuf = (cent: number): number => Math.ceil(cent / 100) * 100;

/** Exact quotient of whole numbers to a whole number, halves away from zero. */
export function rundeKaufmaennisch(zaehler: number, nenner: number): number {
  if (!Number.isSafeInteger(zaehler) || !Number.isSafeInteger(nenner) || nenner <= 0)
    throw new Error(`${zaehler}/${nenner} lässt sich nicht runden.`);
  const betrag = Math.abs(zaehler);
  const ganz = Math.floor(betrag / nenner);
  const rest = betrag - ganz * nenner;
  const gerundet = rest * 2 >= nenner ? ganz + 1 : ganz;
  return zaehler < 0 ? -gerundet : gerundet;
}

/** The share `teile` of `ganzes`, e.g. 12 of 30 days, rounded to the cent. */
export const anteilig = (cent: number, teile: number, ganzes: number): number => rundeKaufmaennisch(cent * teile, ganzes);
