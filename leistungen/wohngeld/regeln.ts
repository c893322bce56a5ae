import { einkuenfteSumme, freibetraegeSumme, gesamteinkommenImMonat, pauschal, unterhaltSumme } from "./einkommen.ts";
import { r } from "./fakten.ts";
import { wohngeld } from "./hoehe.ts";
import { heizbetrag, hoechstbetrag, klimabetrag, zuBeruecksichtigendeMiete } from "./miete.ts";
import {
  aufenthalt,
  genug,
  mieter,
  nachgewiesen,
  nichtAusgeschlossen,
  nichtNurAusbildung,
  vermoegenStehtNichtEntgegen,
} from "./voraussetzungen.ts";

const anspruch = r.alle("Anspruch auf Mietzuschuss", "§§ 1, 3 WoGG", [
  mieter,
  aufenthalt,
  nichtAusgeschlossen,
  nichtNurAusbildung,
  vermoegenStehtNichtEntgegen,
  genug,
  nachgewiesen,
]);

export const regelwerk = r.schliesse({
  anspruch,
  betrag: wohngeld,
  rechenweg: [
    einkuenfteSumme,
    pauschal,
    freibetraegeSumme,
    unterhaltSumme,
    gesamteinkommenImMonat,
    hoechstbetrag,
    klimabetrag,
    heizbetrag,
    zuBeruecksichtigendeMiete,
    wohngeld,
  ],
});
