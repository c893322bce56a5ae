import type { Regel } from "../../regel.ts";
import { gefuellt, zahl } from "../../werte.ts";

/** EN 16931 asks for a day or for terms of payment (BR-CO-25); the rules of CEN no longer do, so here it is advice. */
export const faelligkeit: readonly Regel[] = [
  {
    id: "FW-FAELLIG-01",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-9", "BT-20", "BT-115"],
    text: "Die Rechnung sagt nicht, wann zu zahlen ist. Geben Sie die Fälligkeit oder Zahlungsbedingungen an; sonst gilt die gesetzliche Frist.",
    pruefe: ({ faelligAm, zahlungsbedingungen, summen }) => {
      const betraege = summen.flatMap(({ faellig }) => faellig);
      const zuZahlen = zahl(betraege);
      return zuZahlen && zuZahlen.ganz > 0n && !gefuellt(faelligAm) && !gefuellt(zahlungsbedingungen) ? betraege.slice(0, 1) : [];
    },
  },
];
