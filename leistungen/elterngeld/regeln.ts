import { vorGeburt } from "./einkommen.ts";
import { r } from "./fakten.ts";
import { anrechnung, auszahlung, geschwisterbonus, grundbetrag, nachher, zuschlag } from "./hoehe.ts";
import {
  arbeitszeit,
  beantragt,
  bonusErlaubt,
  geboren,
  gleichzeitigErlaubt,
  hoechstdauer,
  imRahmen,
  rechtzeitig,
  zweiMonate,
} from "./monate.ts";
import { aufenthalt, betreuung, imHaushalt, inDeutschland, unterGrenze } from "./voraussetzungen.ts";

const anspruch = r.alle("Anspruch auf Elterngeld", "§ 1 BEEG", [
  geboren,
  beantragt,
  rechtzeitig,
  inDeutschland,
  imHaushalt,
  betreuung,
  arbeitszeit,
  aufenthalt,
  unterGrenze,
  imRahmen,
  zweiMonate,
  hoechstdauer,
  gleichzeitigErlaubt,
  bonusErlaubt,
]);

export const regelwerk = r.schliesse({
  anspruch,
  betrag: auszahlung,
  rechenweg: [
    vorGeburt.brutto,
    vorGeburt.steuern,
    vorGeburt.sozialabgaben,
    vorGeburt.netto,
    nachher,
    grundbetrag,
    geschwisterbonus,
    zuschlag,
    anrechnung,
    auszahlung,
  ],
});
