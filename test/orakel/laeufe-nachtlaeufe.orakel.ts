import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beurteile, lerne, liesEtiketten, liesNachtlaeufe, type Messung } from "#wachmodell";
import type { Fall, Suite, Urteil } from "./suite.ts";

const VON = 731;
// A third of the lessons of `fachwerk laufwacht pruefe`: every test run learns this anew. The whole is in bench/laufwacht.ts.
const UMFANG = { ganze: 100_000, gestoerte: 24_000, durchgaenge: 3, richter: 1, netzproben: 200_000 };

const mindestens = (name: string, wert: number, grenze: number): Fall => ({
  name: `${name}: ${wert.toFixed(3)}, at least ${grenze}`,
  urteile: (): Urteil => (wert >= grenze ? { art: "richtig" } : { art: "falsch", text: `${wert.toFixed(3)} is below ${grenze}` }),
});

export const suite: Suite = {
  name: "laeufe/nachtlaeufe-7",
  async finde(ordner) {
    const wurzel = join(ordner, "laeufe/nachtlaeufe-7");
    if (!existsSync(wurzel)) return undefined;
    const lies = async (datei: string) => readFile(join(wurzel, datei));
    const zahlen = gunzipSync(await lies("zahlen.csv.gz")).toString("utf8");
    const bestand = liesNachtlaeufe((await lies("jobs.csv")).toString("utf8"), zahlen, "2024-01-01");
    const etiketten = liesEtiketten((await lies("etiketten.csv")).toString("utf8"), bestand);
    const ergebnis = lerne(bestand, { bis: VON, saat: 1, umfang: UMFANG });
    if (ergebnis.art !== "uebernommen") return [{ name: "learns", urteile: () => ({ art: "falsch", text: ergebnis.satz }) }];
    const { wacht, regression, wochentagsZ } = beurteile(ergebnis.modell, bestand, etiketten, { von: VON, bis: bestand.tage });
    const arten = Object.entries(wacht.jeArt).map(([art, { treffer }]) => mindestens(`found of kind ${art}`, treffer, 0.4));
    const mehrAls = (name: string, andere: Messung) =>
      mindestens(
        `average precision beside ${name} (${andere.durchschnittspraezision.toFixed(3)})`,
        wacht.durchschnittspraezision,
        andere.durchschnittspraezision + 0.1,
      );
    return [
      mindestens("average precision", wacht.durchschnittspraezision, 0.55),
      mindestens("recall at 20 a day", wacht.treffer, 0.68),
      mindestens("average precision on special days of the calendar", wacht.besondereTage.durchschnittspraezision, 0.5),
      mehrAls("the regression alone", regression),
      mehrAls("plain weekday z-score", wochentagsZ),
      ...arten,
    ];
  },
};
