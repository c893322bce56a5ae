import type { Regel } from "../../regel.ts";
import { XRECHNUNG } from "../../szenarien.ts";

/**
 * Form of a Leitweg-ID (KoSIT, Formatspezifikation Leitweg-ID 2.0): coarse address of 2 to 12 digits, perhaps a fine address of up to 30
 * letters and digits, two check digits; hyphens between them.
 */
const gestalt = /^(\d{2,12})(?:-([A-Za-z0-9]{1,30}))?-(\d{2})$/;

export const istLeitwegId = (text: string): boolean => gestalt.test(text);

/** Whether the check digits fit: ISO 7064 MOD 97-10 over everything without the hyphens, a letter standing for 10 to 35. */
export function leitwegPruefzifferStimmt(text: string): boolean {
  let rest = 0;
  for (const zeichen of text.replaceAll("-", "").toUpperCase()) {
    const wert = Number.parseInt(zeichen, 36);
    rest = (rest * (wert > 9 ? 100 : 10) + wert) % 97;
  }
  return rest === 1;
}

const istXrechnung = (kennungen: readonly { text: string }[]) => kennungen.some(({ text }) => text.startsWith(XRECHNUNG));

export const leitweg: readonly Regel[] = [
  {
    id: "FW-LEITWEG-01",
    werk: "fachwerk",
    schwere: "warnung",
    bt: ["BT-10"],
    text: "Die Prüfziffer der Leitweg-ID stimmt nicht. Wahrscheinlich ist eine Stelle falsch; vergleichen Sie die Leitweg-ID mit der, die Ihnen die Behörde genannt hat.",
    pruefe: ({ kaeuferreferenz }) => kaeuferreferenz.filter(({ norm }) => istLeitwegId(norm) && !leitwegPruefzifferStimmt(norm)),
  },
  {
    id: "FW-LEITWEG-02",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-10"],
    text: "Die Käuferreferenz hat nicht die Form einer Leitweg-ID. Deutsche Behörden ordnen Rechnungen danach zu; eine Leitweg-ID sieht so aus: 04011000-12345-03.",
    pruefe: ({ kaeuferreferenz, spezifikation }) =>
      istXrechnung(spezifikation) ? kaeuferreferenz.filter(({ norm }) => norm !== "" && !istLeitwegId(norm)) : [],
  },
];
