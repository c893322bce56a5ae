import { randomInt } from "node:crypto";

// Without letters and digits that are mistaken for each other on the telephone.
const zeichen = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/**
 * A new Aktenzeichen such as `UV-26-7K3M-9QPX`. Drawn, not counted: a counter would be a row that every submission of a Mandant
 * waits for, and would tell how many cases an office has. The table's unique key settles the rare double.
 */
export function zieheAktenzeichen(kuerzel: string, jahr: string): string {
  const block = () => Array.from({ length: 4 }, () => zeichen[randomInt(zeichen.length)]).join("");
  return `${kuerzel}-${jahr.slice(2, 4)}-${block()}-${block()}`;
}
