import { readFileSync } from "node:fs";
import { pruefe } from "#rechnungspruefung";
import type { Fall, Suite } from "../suite.ts";
import { findeDateien } from "./dateien.ts";

/** Valid XRechnung documents: every one must be accepted. */
export const suite: Suite = {
  name: "rechnungen/kosit-testsuite",
  async finde(ordner) {
    const dateien = await findeDateien(ordner, "kosit-testsuite", /\.xml$/);
    return dateien?.map(
      ({ name, pfad }): Fall => ({
        name,
        urteile() {
          const bericht = pruefe(name, readFileSync(pfad));
          if (bericht.gueltig) return { art: "richtig" };
          const [erster] = bericht.fehler;
          return {
            art: "falsch",
            text: `refused (${bericht.szenario}), ${bericht.fehler.length} errors, first ${erster?.regel} at ${erster?.ort}: ${erster?.text}`,
          };
        },
      }),
    );
  },
};
