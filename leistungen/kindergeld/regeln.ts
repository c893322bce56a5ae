import { geboren, zaehlt } from "./alter.ts";
import { antrag, aufenthalt, inland, istKind, keineAndere, vorrang } from "./berechtigung.ts";
import { r } from "./fakten.ts";
import { kindergeldsatz } from "./parameter.ts";

const anspruch = r.alle("Anspruch auf Kindergeld", "§§ 62 bis 67 EStG", [
  antrag,
  geboren,
  zaehlt,
  istKind,
  vorrang,
  inland,
  aufenthalt,
  keineAndere,
]);

// § 66 Abs. 2: the whole month, if the conditions held on one of its days; so no days are counted.
const satz = r.parameter(kindergeldsatz, "§ 66 Abs. 1 EStG");
const betrag = r.rechne("Kindergeld im Monat", "§ 66 Abs. 1 und 2 EStG", { satz }, (f): number => f.satz);

export const regelwerk = r.schliesse({ anspruch, betrag, rechenweg: [betrag] });
