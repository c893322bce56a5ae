/** An exact decimal: `ganz` / 10^`stellen`. EN 16931 compares to the last digit, and no binary fraction can hold 0.1. */
export type Dezimal = { readonly ganz: bigint; readonly stellen: number };

/** Longer figures are no amounts but an attack on the time of whoever reckons with them. */
const laengste = 60;
const aussen = /[ \t\r\n]/;
const gestalt = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const zehnHoch = Array.from({ length: 3 * laengste }, (_, hoch) => 10n ** BigInt(hoch));
const potenz = (hoch: number): bigint => zehnHoch[hoch] ?? 10n ** BigInt(hoch);

export const null0: Dezimal = { ganz: 0n, stellen: 0 };
export const ganzzahl = (wert: number): Dezimal => ({ ganz: BigInt(wert), stellen: 0 });

/** By hand: the pattern for the end starts anew at every blank, and a hundred thousand of them take seconds. */
function ohneRand(text: string): string {
  let [von, bis] = [0, text.length];
  while (von < bis && aussen.test(text.charAt(von))) von++;
  while (bis > von && aussen.test(text.charAt(bis - 1))) bis--;
  return text.slice(von, bis);
}

/** Reads what XML Schema calls a decimal (no exponent, outer white space allowed); undefined where it is none. */
export function liesDezimal(text: string): Dezimal | undefined {
  const roh = text.length <= laengste && !aussen.test(text) ? text : ohneRand(text);
  if (roh.length > laengste || !gestalt.test(roh)) return undefined;
  const komma = roh.indexOf(".");
  if (komma < 0) return { ganz: BigInt(roh.startsWith("+") ? roh.slice(1) : roh), stellen: 0 };
  const ziffern = roh.slice(0, komma) + roh.slice(komma + 1);
  const ohnePlus = ziffern.startsWith("+") ? ziffern.slice(1) : ziffern;
  const negativ = ohnePlus.startsWith("-");
  const betrag = BigInt((negativ ? ohnePlus.slice(1) : ohnePlus) || "0");
  return { ganz: negativ ? -betrag : betrag, stellen: roh.length - komma - 1 };
}

const auf = (a: Dezimal, stellen: number): bigint => (a.stellen === stellen ? a.ganz : a.ganz * potenz(stellen - a.stellen));

export function plus(a: Dezimal, b: Dezimal): Dezimal {
  const stellen = Math.max(a.stellen, b.stellen);
  return { ganz: auf(a, stellen) + auf(b, stellen), stellen };
}
export const negiere = (a: Dezimal): Dezimal => ({ ganz: -a.ganz, stellen: a.stellen });
export const minus = (a: Dezimal, b: Dezimal): Dezimal => plus(a, negiere(b));
export const mal = (a: Dezimal, b: Dezimal): Dezimal => ({ ganz: a.ganz * b.ganz, stellen: a.stellen + b.stellen });
export const betrag = (a: Dezimal): Dezimal => (a.ganz < 0n ? negiere(a) : a);
export const summe = (werte: Iterable<Dezimal>): Dezimal => {
  let bisher = null0;
  for (const wert of werte) bisher = plus(bisher, wert);
  return bisher;
};

/** a/b to `stellen` places, cut towards zero; 18 places are what the official engine keeps. @throws RangeError where b is 0 */
export function durch(a: Dezimal, b: Dezimal, stellen = 18): Dezimal {
  const hoch = stellen + b.stellen - a.stellen;
  return hoch >= 0 ? { ganz: (a.ganz * potenz(hoch)) / b.ganz, stellen } : { ganz: a.ganz / (b.ganz * potenz(-hoch)), stellen };
}

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function vergleiche(a: Dezimal, b: Dezimal): number {
  const stellen = Math.max(a.stellen, b.stellen);
  const unterschied = auf(a, stellen) - auf(b, stellen);
  return unterschied < 0n ? -1 : unterschied > 0n ? 1 : 0;
}
export const gleich = (a: Dezimal, b: Dezimal): boolean => vergleiche(a, b) === 0;

/** Rounded to `stellen` places; a half goes up (towards positive infinity), as XPath `round` does and so the official rules: -0.5 becomes 0. */
export function runde(a: Dezimal, stellen: number): Dezimal {
  if (a.stellen <= stellen) return a;
  const teiler = potenz(a.stellen - stellen);
  const verschoben = a.ganz * 2n + teiler;
  const doppelt = teiler * 2n;
  const abgerundet = verschoben / doppelt - (verschoben < 0n && verschoben % doppelt !== 0n ? 1n : 0n);
  return { ganz: abgerundet, stellen };
}

/** As people read it: `1234.5` becomes `1234,50`; never fewer than `mindestens` places. */
export function schreibe(a: Dezimal, mindestens = 2): string {
  const ziffern = (a.ganz < 0n ? -a.ganz : a.ganz).toString().padStart(a.stellen + 1, "0");
  const vorne = ziffern.slice(0, ziffern.length - a.stellen);
  const hinten = (a.stellen > 0 ? ziffern.slice(-a.stellen) : "").replace(/0+$/, "").padEnd(mindestens, "0");
  return `${a.ganz < 0n ? "-" : ""}${vorne}${hinten ? `,${hinten}` : ""}`;
}
