const gestalt = /^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{0,30}$/;
const leerraum = /\s/g;

/**
 * Whether the check digits of an IBAN fit (ISO 13616, remainder 97-10). As KoSIT reckons: a small letter inside counts for more than its
 * capital, so it makes the number wrong.
 */
export function ibanPruefzifferStimmt(text: string): boolean {
  const iban = text.replace(leerraum, "");
  if (!gestalt.test(iban)) return false;
  let rest = 0;
  for (const zeichen of iban.slice(4) + iban.slice(0, 4)) {
    const wert = zeichen.charCodeAt(0) > 64 ? zeichen.charCodeAt(0) - 55 : zeichen.charCodeAt(0) - 48;
    rest = (rest * (wert > 9 ? 100 : 10) + wert) % 97;
  }
  return rest === 1;
}
