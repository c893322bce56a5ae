import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { regeln } from "#rechnungspruefung";
import type { Fall, Suite, Urteil } from "../suite.ts";

const verzeichnisse = {
  ubl: ["regeln-en16931/EN16931-UBL-validation-preprocessed.sch", "regeln-xrechnung/XR-UBL-merged.sch"],
  cii: ["regeln-en16931/EN16931-CII-validation-preprocessed.sch", "regeln-xrechnung/XR-CII-merged.sch"],
} as const;
const stufen: Readonly<Record<string, string>> = { fatal: "fehler", warning: "warnung", information: "hinweis" };

/** Every rule the official files name is here, for the same syntax and as grave; and no rule of the norm that they do not name. */
export const suite: Suite = {
  name: "rechnungen/regelverzeichnis",
  async finde(ordner) {
    const dateien = Object.entries(verzeichnisse).map(([syntax, namen]) => ({
      syntax: syntax as keyof typeof verzeichnisse,
      pfade: namen.map((name) => join(ordner, "rechnungen", name)),
    }));
    if (dateien.some(({ pfade }) => pfade.some((pfad) => !existsSync(pfad)))) return undefined;
    return dateien.flatMap(({ syntax, pfade }) => {
      const amtliche = new Map(pfade.flatMap((pfad) => liesRegeln(readFileSync(pfad, "utf8"))));
      const unsere = new Map(
        regeln
          .filter((regel) => regel.werk !== "fachwerk" && (regel.syntax ?? syntax) === syntax)
          .map(({ id, schwere }) => [id, schwere]),
      );
      const alle = [...new Set([...amtliche.keys(), ...unsere.keys()])];
      return alle.map((id): Fall => ({ name: `${syntax} ${id}`, urteile: () => vergleiche(amtliche.get(id), unsere.get(id)) }));
    });
  },
};

const liesRegeln = (text: string): [string, string][] =>
  [...text.matchAll(/<(?:assert|report)\b[^>]*>/g)].map(([marke]) => [
    marke.match(/\bid="([^"]*)"/)?.[1] ?? "",
    stufen[marke.match(/\bflag="([^"]*)"/)?.[1] ?? ""] ?? "",
  ]);

function vergleiche(amtlich: string | undefined, unser: string | undefined): Urteil {
  if (amtlich === unser) return { art: "richtig" };
  if (unser === undefined) return { art: "falsch", text: "fehlt hier" };
  return {
    art: "falsch",
    text: amtlich === undefined ? "steht in keinem amtlichen Verzeichnis" : `amtlich ${amtlich}, hier ${unser}`,
  };
}
