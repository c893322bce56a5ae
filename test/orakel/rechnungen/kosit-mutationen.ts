import { readFileSync } from "node:fs";
import { pruefeRegeln } from "#rechnungspruefung";
import type { Fall, Suite, Urteil } from "../suite.ts";
import { findeDateien } from "./dateien.ts";
import { type Mutation, mutiere } from "./mutator.ts";

/** Documents with instructions how to change them, and which rules must hold or fail then. */
export const suite: Suite = {
  name: "rechnungen/kosit-mutationen",
  async finde(ordner) {
    const dateien = await findeDateien(ordner, "kosit-mutationen", /\.xml$/);
    return dateien?.flatMap(({ name, pfad }) =>
      mutiere(readFileSync(pfad, "utf8")).map(
        (mutation): Fall => ({ name: `${name} ${mutation.name}`, urteile: () => urteile(mutation) }),
      ),
    );
  },
};

function urteile({ text, gilt, giltNicht }: Mutation): Urteil {
  const verletzt = new Set(pruefeRegeln(Buffer.from(text)).map(({ regel }) => regel));
  const ausgefallen = [...verletzt].filter((regel) => regel.startsWith("FW-AUSFALL") || regel.startsWith("FW-XML"));
  const zuUnrecht = gilt.filter((regel) => verletzt.has(regel));
  const uebersehen = giltNicht.filter((regel) => !verletzt.has(regel));
  if (zuUnrecht.length + uebersehen.length + ausgefallen.length === 0) return { art: "richtig" };
  return {
    art: "falsch",
    text: [
      ...zuUnrecht.map((regel) => `${regel} must hold`),
      ...uebersehen.map((regel) => `${regel} must fail`),
      ...ausgefallen,
    ].join(", "),
  };
}
