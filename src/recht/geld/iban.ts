export type IbanBefund = { art: "gueltig"; iban: string } | { art: "mangel"; text: string };

/** Lengths by country, after the IBAN registry of SWIFT (ISO 13616), countries of SEPA. */
const laengen: Record<string, number> = {
  AD: 24,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

/** Checks form, length and check digits (ISO 7064 MOD 97-10). Whether the account exists, nobody can tell from it. */
export function pruefeIban(eingabe: string): IbanBefund {
  const iban = eingabe.replace(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban)) {
    return {
      art: "mangel",
      text: "Eine IBAN beginnt mit zwei Buchstaben und zwei Ziffern, zum Beispiel DE02 1203 0000 0000 2020 51.",
    };
  }
  const land = iban.slice(0, 2);
  const soll = laengen[land];
  if (!soll)
    return {
      art: "mangel",
      text: `An Konten aus ${land} können wir nicht überweisen. Bitte geben Sie ein Konto aus dem SEPA-Raum an.`,
    };
  if (iban.length !== soll)
    return {
      art: "mangel",
      text: `Eine IBAN aus ${land} hat ${soll} Zeichen, diese hat ${iban.length}. Bitte prüfen Sie, ob Zeichen fehlen oder doppelt sind.`,
    };
  if (rest97(iban) !== 1)
    return { art: "mangel", text: "Die Prüfziffer dieser IBAN stimmt nicht. Bitte prüfen Sie, ob Ziffern vertauscht sind." };
  return { art: "gueltig", iban };
}

function rest97(iban: string): number {
  const umgestellt = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const zeichen of umgestellt) {
    const wert = zeichen >= "A" ? zeichen.charCodeAt(0) - 55 : Number(zeichen);
    rest = (rest * (wert > 9 ? 100 : 10) + wert) % 97;
  }
  return rest;
}

/** In groups of four, as on a bank card. */
export const formatiereIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, "$1 ");
