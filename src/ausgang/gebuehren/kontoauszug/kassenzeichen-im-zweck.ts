import { leseKassenzeichen } from "../kassenzeichen.ts";

/**
 * All Kassenzeichen that a purpose may mean, by their check digit. Banks break its lines anywhere, so the lines count both apart and joined; people
 * write groups, and words before them.
 */
export function findeKassenzeichen(zweck: string): string[] {
  const gefunden = new Set<string>();
  for (const text of [zweck, zweck.replaceAll("\n", "")])
    for (const [folge] of text.matchAll(/\d(?:[\s.\-/]?\d){11,}/g)) {
      const ziffern = folge.replace(/\D/g, "");
      for (let ab = 0; ab + 12 <= ziffern.length; ab++) {
        const kassenzeichen = leseKassenzeichen(ziffern.slice(ab, ab + 12));
        if (kassenzeichen) gefunden.add(kassenzeichen);
      }
    }
  return [...gefunden];
}
