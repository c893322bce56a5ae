import { einkommen } from "./einkommen.ts";
import { r } from "./fakten.ts";
import { festAusCent, festAusSiebenStellen, malFest, vollerEuroAusFest } from "./fest.ts";
import { anzahl, miete } from "./miete.ts";
import { faktor, formelwerte, fuerGroesse, groesste, jedesWeitereMitglied } from "./parameter.ts";

const werte = r.parameter(formelwerte, "Anlage 2 WoGG");
const mal = r.parameter(faktor, "§ 19 Abs. 1 WoGG");
// Anlage 3 Nr. 2 WoGG, z1 to z4, each with ten decimals.
const anteil = r.rechne(
  "Anteil des Einkommens für die Miete (z1)",
  "§ 19 Abs. 1, Anlage 3 Nr. 2 WoGG",
  { werte, anzahl, miete, einkommen },
  (f) => {
    const [a, b, c] = [f.werte.a, f.werte.b, f.werte.c].map((each) => festAusSiebenStellen(fuerGroesse(each, f.anzahl)));
    return (a ?? 0) + malFest(b ?? 0, f.miete) + malFest(c ?? 0, f.einkommen);
  },
);
export const tragbar = r.rechne("Miete, die selbst zu tragen ist (z2)", "Anlage 3 Nr. 2 WoGG", { anteil, einkommen }, (f) =>
  malFest(f.anteil, f.einkommen),
);
const nachFormel = r.rechne("Wohngeld nach der Formel (z4)", "Anlage 3 Nr. 2 WoGG", { mal, miete, tragbar }, (f) =>
  Math.max(0, malFest(festAusCent(f.mal), f.miete - f.tragbar)),
);
const weitere = r.parameter(jedesWeitereMitglied, "§ 19 Abs. 3 WoGG");
export const ungerundet = r.rechne(
  "Ungerundetes Wohngeld",
  "§ 19 Abs. 1 und 3 WoGG",
  { nachFormel, weitere, anzahl, miete },
  (f) => (f.anzahl > groesste ? Math.min(f.nachFormel + festAusCent(f.weitere) * (f.anzahl - groesste), f.miete) : f.nachFormel),
);
export const wohngeld = r.runde("Wohngeld im Monat", "Anlage 3 Nr. 3 WoGG", ungerundet, vollerEuroAusFest);
