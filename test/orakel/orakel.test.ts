import { existsSync } from "node:fs";
import { describe, test } from "node:test";
import { findeSuiten, orakelOrdner } from "./suite.ts";

const ordner = orakelOrdner();
for (const suite of await findeSuiten())
  describe(suite.name, async () => {
    const faelle = existsSync(ordner) ? await suite.finde(ordner) : undefined;
    if (!faelle) test("data of this suite", (t) => t.skip(`not found in ${ordner}; FACHWERK_ORAKEL names the folder`));
    for (const fall of faelle ?? [])
      test(fall.name, (t) => {
        const urteil = fall.urteile();
        if (urteil.art === "uebersprungen") t.skip(urteil.grund);
        if (urteil.art === "falsch") throw new Error(urteil.text);
      });
  });
