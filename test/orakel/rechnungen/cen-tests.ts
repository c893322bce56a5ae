import { readFileSync } from "node:fs";
import { pruefeRegeln } from "#rechnungspruefung";
import type { Fall, Suite, Urteil } from "../suite.ts";
import { findeDateien } from "./dateien.ts";
import { type Einheit, liesEinheiten } from "./einheiten.ts";

/** Unit tests of the rules of EN 16931: an embedded piece of an invoice, and the rules that hold or fail on it. */
export const suite: Suite = {
  name: "rechnungen/cen-tests",
  async finde(ordner) {
    const dateien = await findeDateien(ordner, "cen-tests", /\.xml$/);
    return dateien?.flatMap(({ name, pfad }) =>
      liesEinheiten(readFileSync(pfad, "utf8")).map(
        (einheit): Fall => ({
          name: `${name} test ${einheit.nummer}: ${einheit.erwartet} ${einheit.regel}`,
          urteile: () => urteile(einheit),
        }),
      ),
    );
  },
};

function urteile({ rechnung, erwartet, regel, anzahl }: Einheit): Urteil {
  const befunde = pruefeRegeln(Buffer.from(rechnung));
  const unlesbar = befunde.find((befund) => befund.regel.startsWith("FW-XML") || befund.regel === "FW-AUSFALL");
  if (unlesbar) return { art: "falsch", text: `${unlesbar.regel} ${unlesbar.text}` };
  const treffer = befunde.filter((befund) => befund.regel === regel);
  if (erwartet === "success")
    return treffer.length === 0 ? { art: "richtig" } : { art: "falsch", text: `found at ${treffer[0]?.ort}` };
  if (treffer.length === 0) return { art: "falsch", text: "not found" };
  if (anzahl !== undefined && treffer.length !== anzahl)
    return { art: "falsch", text: `found ${treffer.length} times, not ${anzahl}` };
  const schwere = erwartet === "warning" ? "warnung" : "fehler";
  return treffer.every((befund) => befund.schwere === schwere)
    ? { art: "richtig" }
    : { art: "falsch", text: `found as ${treffer[0]?.schwere}, not as ${schwere}` };
}
