import type { Regel } from "../../regel.ts";
import { XRECHNUNG } from "../../szenarien.ts";
import { knotenFuer } from "../anlass.ts";
import { zeilenweg, zeileStimmt } from "../xrechnung/peppol-rechnen.ts";

/** Lines that do not reckon up. In an XRechnung PEPPOL-EN16931-R120 says so; the norm alone does not ask. */
export const position: readonly Regel[] = [
  {
    id: "FW-POSITION-01",
    werk: "fachwerk",
    schwere: "hinweis",
    bt: ["BT-129", "BT-131", "BT-146", "BT-149"],
    text: "Der Nettobetrag einer Position ist nicht Menge mal Preis, zuzüglich Zuschläge, weniger Nachlässe. Prüfen Sie ihn. Gerechnet:",
    pruefe: ({ dokument, spezifikation }) =>
      spezifikation.some(({ text }) => text.startsWith(XRECHNUNG))
        ? []
        : knotenFuer(dokument, "p-position").flatMap((knoten) =>
            zeileStimmt(knoten, dokument) ? [] : [{ knoten, zusatz: `${zeilenweg(knoten, dokument)}.` }],
          ),
  },
];
