import { createZufall, type Zufall } from "./zufall.ts";

/** Check digit of an Identifikationsnummer (§ 139b AO) over its first ten digits, ISO 7064 MOD 11,10. */
export function pruefzifferIdnr(zehn: string): number {
  let rest = 10;
  for (const zeichen of zehn) {
    const summe = (Number(zeichen) + rest) % 10;
    rest = ((summe === 0 ? 10 : summe) * 2) % 11;
  }
  return (11 - rest) % 10;
}

/**
 * Numbers in the test form: a leading zero, which no real Identifikationsnummer has. As in real ones, one digit stands twice among the
 * first ten and one is missing. Never the same number twice.
 */
export function createIdnrQuelle(zufall: Zufall): () => string {
  const vergeben = new Set<string>();
  return () => {
    for (;;) {
      const fehlt = zufall.zwischen(1, 9);
      const doppelt = (fehlt + zufall.zwischen(1, 9)) % 10;
      const ziffern = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((ziffer) => ziffer !== fehlt);
      ziffern.push(doppelt);
      for (let stelle = ziffern.length - 1; stelle > 0; stelle--) {
        const andere = zufall.zwischen(0, stelle);
        [ziffern[stelle], ziffern[andere]] = [ziffern[andere] as number, ziffern[stelle] as number];
      }
      const zehn = `0${ziffern.join("")}`;
      if (vergeben.has(zehn)) continue;
      vergeben.add(zehn);
      return `${zehn}${pruefzifferIdnr(zehn)}`;
    }
  };
}

/** No bank has it: German bank codes begin with 1 to 8, the number of a clearing area. */
export const ERFUNDENE_BANKLEITZAHL = "99999999";

/** A German IBAN with correct check digits (ISO 7064 MOD 97-10) at a bank that does not exist. @param konto up to ten digits */
export function ibanFuer(konto: number): string {
  const bban = `${ERFUNDENE_BANKLEITZAHL}${String(konto).padStart(10, "0")}`;
  // "DE00" behind the account: D is 13, E is 14.
  let rest = 0;
  for (const zeichen of `${bban}131400`) rest = (rest * 10 + Number(zeichen)) % 97;
  return `DE${String(98 - rest).padStart(2, "0")}${bban}`;
}

/** Choices that belong to one person and stay whatever else is drawn; `zweck` gives another stream for another matter. */
export const zufallVon = (idnr: string, zweck = ""): Zufall => createZufall((Number(idnr.slice(1)) % 2 ** 32) ^ streue(zweck));

/** FNV-1a; nothing for the empty text. */
export function streue(text: string): number {
  let wert = 0;
  for (const zeichen of text)
    wert = Math.imul((wert === 0 ? 0x811c9dc5 : wert) ^ (zeichen.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return wert;
}
