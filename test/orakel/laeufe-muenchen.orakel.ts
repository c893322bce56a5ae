import { beurteile, lerne } from "#wachmodell";
import { GELERNT_BIS, liesMuenchen, pflanzeInMuenchen } from "./laeufe/muenchen.ts";
import type { Fall, Suite, Urteil } from "./suite.ts";

const UMFANG = { ganze: 24_000, gestoerte: 6000, durchgaenge: 4, richter: 2, netzproben: 40_000 };

/** Real counts of people on bicycles: rain, sun and building sites instead of due dates. What is planted says `pflanzeInMuenchen`. */
export const suite: Suite = {
  name: "laeufe/raddauerzaehlstellen-muenchen",
  async finde(ordner) {
    const echt = await liesMuenchen(ordner);
    if (!echt) return undefined;
    const ergebnis = lerne(echt, { bis: GELERNT_BIS + 1, saat: 1, umfang: UMFANG });
    if (ergebnis.art !== "uebernommen") return [{ name: "learns", urteile: () => ({ art: "falsch", text: ergebnis.satz }) }];
    const gutachten = [1, 2, 3].map((saat) => {
      const { bestand, etiketten } = pflanzeInMuenchen(echt, saat);
      return beurteile(ergebnis.modell, bestand, etiketten, { von: GELERNT_BIS + 1, bis: bestand.tage });
    });
    const mittel = (was: "wacht" | "regression" | "wochentagsZ") =>
      gutachten.reduce((summe, g) => summe + g[was].durchschnittspraezision, 0) / gutachten.length;
    const [wacht, regression, z] = [mittel("wacht"), mittel("regression"), mittel("wochentagsZ")];
    const fall = (name: string, gut: boolean): Fall => ({
      name,
      urteile: (): Urteil => (gut ? { art: "richtig" } : { art: "falsch", text: name }),
    });
    return [
      fall(`average precision ${wacht.toFixed(3)} over three plantings, at least 0.46`, wacht >= 0.46),
      fall(`more than plain weekday z-score (${z.toFixed(3)}); the regression alone: ${regression.toFixed(3)}`, wacht > z + 0.1),
    ];
  },
};
