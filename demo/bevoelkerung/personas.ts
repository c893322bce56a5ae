import { type Bau, createBau } from "./bau.ts";
import { streue } from "./nummern.ts";
import type { Persona } from "./persona.ts";
import { eltern } from "./personas-eltern.ts";
import { lebenslagen } from "./personas-lebenslagen.ts";
import { soziales } from "./personas-soziales.ts";

/** Drawn before everybody else, so that their numbers never change as long as the list only grows at its end. */
export const ziehePersonas = (bau: Bau): Persona[] => [...eltern, ...lebenslagen].flatMap((ziehe) => ziehe(bau));

/** Each group has a stream of its own: one that grows at its end changes the numbers of nobody, in no other group either. */
const gruppen: Readonly<Record<string, readonly ((bau: Bau) => Persona[])[]>> = { soziales };

/** Those who came later. Each group is a Bau of its own. */
export const zieheSpaetere = (saat: number): { bau: Bau; personas: Persona[] }[] =>
  Object.entries(gruppen).map(([name, ziehungen]) => {
    const bau = createBau(saat ^ streue(name), 3_000_000_000 + (streue(name) % 1000) * 1_000_000);
    return { bau, personas: ziehungen.flatMap((ziehe) => ziehe(bau)) };
  });
