import { pruefeIban } from "./iban.ts";

export type Girocode = {
  empfaenger: string;
  iban: string;
  betragCent: number;
  /** What the bank statement will show; the reference by which the payment is recognised. */
  verwendungszweck: string;
};

const HOECHSTBETRAG_CENT = 99_999_999_999;
const HOECHSTLAENGE_BYTES = 331;

/**
 * The text inside a GiroCode: EPC069-12 of the European Payments Council, version 002 (no BIC within the EEA), UTF-8, unstructured
 * remittance. A banking app fills in the transfer from it. To be drawn with error correction M.
 * @throws where a part does not fit the guideline: a code that a bank reads wrongly is worse than none
 */
export function girocode({ empfaenger, iban, betragCent, verwendungszweck }: Girocode): string {
  const befund = pruefeIban(iban);
  if (befund.art !== "gueltig") throw new Error(`GiroCode: ${befund.text}`);
  if (!Number.isSafeInteger(betragCent) || betragCent < 1 || betragCent > HOECHSTBETRAG_CENT)
    throw new Error(`GiroCode: ${betragCent} Cent lassen sich nicht überweisen.`);
  const name = eineZeile("Empfänger", empfaenger, 70);
  const zweck = eineZeile("Verwendungszweck", verwendungszweck, 140);
  const betrag = `EUR${Math.floor(betragCent / 100)}.${String(betragCent % 100).padStart(2, "0")}`;
  const code = ["BCD", "002", "1", "SCT", "", name, befund.iban, betrag, "", "", zweck].join("\n");
  if (new TextEncoder().encode(code).length > HOECHSTLAENGE_BYTES) throw new Error("GiroCode: zu lang.");
  return code;
}

function eineZeile(was: string, text: string, hoechstens: number): string {
  // A line break would move every later element by one.
  if (/[\n\r]/.test(text) || text.trim() === "" || [...text].length > hoechstens)
    throw new Error(`GiroCode: ${was} muss eine Zeile mit höchstens ${hoechstens} Zeichen sein.`);
  return text.trim();
}
