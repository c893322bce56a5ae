import { zuschlagskinder } from "./bedarf.ts";
import { genugEinkommen } from "./einkommen.ts";
import { r } from "./fakten.ts";
import { ohneHilfebedarf } from "./hilfebedarf.ts";
import {
  auszuzahlen,
  bleibtEtwas,
  hoechstensFuerAlle,
  minderungAnderes,
  minderungErwerb,
  minderungKinder,
  minderungVermoegen,
  vermoegenLaesstUebrig,
  vorRundung,
} from "./hoehe.ts";

const hatKind = r.knoten(
  "Kind mit Kindergeld im Haushalt",
  "§ 6a Abs. 1 Nr. 1 BKGG",
  { zuschlagskinder },
  (f) => f.zuschlagskinder.length > 0,
  {
    ja: "In Ihrem Haushalt lebt ein Kind, für das es Kindergeld gibt.",
    nein: "In Ihrem Haushalt lebt kein unverheiratetes Kind unter 25 Jahren, für das es Kindergeld gibt.",
  },
);
/** Without the question whether SGB II is needed: that far the amount is a matter of figures alone. */
const grundvoraussetzungen = r.alle("Grundvoraussetzungen", "§ 6a Abs. 1 Nr. 1 und 2 BKGG", [hatKind, genugEinkommen]);
const anspruch = r.alle("Anspruch auf Kinderzuschlag", "§ 6a BKGG", [
  grundvoraussetzungen,
  bleibtEtwas,
  vermoegenLaesstUebrig,
  ohneHilfebedarf,
]);

export const regelwerk = r.schliesse({
  anspruch,
  betrag: auszuzahlen,
  rechenweg: [
    hoechstensFuerAlle,
    minderungKinder,
    minderungErwerb,
    minderungAnderes,
    minderungVermoegen,
    vorRundung,
    auszuzahlen,
  ],
});
