import { Knoten } from "./baum.ts";
import { grenzen } from "./grenzen.ts";
import type { Rechnung } from "./modell.ts";
import type { Regel, Schwere } from "./regel.ts";

/** What is wrong, where, in a German sentence for whoever wrote the invoice. */
export type Befund = { regel: string; schwere: Schwere; ort: string; text: string };

/** Another severity than the norm's, by rule id. */
export type Stufen = Readonly<Record<string, Schwere>>;

/** Applies the rules in their order. A rule that throws has not passed: that is a finding of its own. */
export function wendeAn(rechnung: Rechnung, regeln: readonly Regel[], stufen: Stufen = {}): Befund[] {
  const befunde: Befund[] = [];
  for (const regel of regeln) {
    try {
      const stellen = regel.pruefe(rechnung);
      // More than a thousand rules find nothing in a good invoice: not even a loop is begun for them.
      if (Array.isArray(stellen) && stellen.length === 0) continue;
      const schwere = stufen[regel.id] ?? regel.schwere;
      let anzahl = 0;
      for (const stelle of stellen) {
        if (++anzahl > grenzen.stellenJeRegel) break;
        const [knoten, zusatz] = stelle instanceof Knoten ? [stelle, ""] : [stelle.knoten, ` ${stelle.zusatz}`];
        befunde.push({ regel: regel.id, schwere, ort: knoten.ort, text: regel.text + zusatz });
      }
    } catch (fehler) {
      befunde.push(ausgefallen(regel.id, fehler));
    }
  }
  return befunde;
}

export const ausgefallen = (regel: string, fehler: unknown): Befund => ({
  regel: "FW-AUSFALL",
  schwere: "fehler",
  ort: "/",
  text: `Die Prüfung ${regel} konnte nicht ausgeführt werden (${fehler instanceof Error ? fehler.message : String(fehler)}). Die Rechnung gilt deshalb als nicht geprüft.`,
});
