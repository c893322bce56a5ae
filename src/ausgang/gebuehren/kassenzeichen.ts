import { randomInt } from "node:crypto";

const STELLEN = 12;

/** ISO 7064, MOD 11,10: notices every single wrong digit and nearly every swap of neighbours. */
export function pruefziffer(ziffern: string): number {
  let produkt = 10;
  for (const ziffer of ziffern) {
    const summe = (Number(ziffer) + produkt) % 10 || 10;
    produkt = (summe * 2) % 11;
  }
  return (11 - produkt) % 10;
}

/** Drawn, not counted: from one reference nobody can guess the next or learn how many there are. */
export function zieheKassenzeichen(ziehe: (bis: number) => number = (bis) => randomInt(bis)): string {
  const ziffern = [1 + ziehe(9), ...Array.from({ length: STELLEN - 2 }, () => ziehe(10))].join("");
  return `${ziffern}${pruefziffer(ziffern)}`;
}

/** Reads what people and bank statements write: blanks, dots and dashes do not matter. @returns undefined where the check digit is wrong */
export function leseKassenzeichen(eingabe: string): string | undefined {
  const ziffern = eingabe.replace(/[\s.\-/]/g, "");
  if (!/^[1-9]\d{11}$/.test(ziffern)) return undefined;
  return pruefziffer(ziffern.slice(0, -1)) === Number(ziffern.at(-1)) ? ziffern : undefined;
}

/** In groups of four. */
export const formatiereKassenzeichen = (kassenzeichen: string): string => kassenzeichen.replace(/(.{4})(?=.)/g, "$1 ");
