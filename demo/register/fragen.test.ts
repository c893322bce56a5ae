import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { leistungen } from "#leistungen";
import { type Registername, registernamen } from "../../src/register.ts";
import { createBevoelkerung } from "../bevoelkerung/index.ts";
import { createAuskuenfte } from "./auskuenfte.ts";

const auskuenfte = createAuskuenfte(createBevoelkerung());

describe("what the Leistungen ask", () => {
  for (const { schluessel, nachweise, angebote = [] } of leistungen)
    test(`${schluessel}: each register is known, and answers this kind of question`, () => {
      const listen = angebote.flatMap((angebot) =>
        angebot.anlass === "geburt" ? [] : [[angebot.schluessel, angebot.liste] as const],
      );
      for (const [nachweis, { register, auskunft }] of [...Object.entries(nachweise), ...listen]) {
        assert.ok((registernamen as readonly string[]).includes(register), `${nachweis}: ${register}`);
        assert.ok(Object.hasOwn(auskuenfte[register as Registername], auskunft), `${nachweis}: ${register} ${auskunft}`);
      }
    });
});
