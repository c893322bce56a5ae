import type { Bau } from "./bau.ts";
import type { Persona } from "./persona.ts";
import { eltern } from "./personas-eltern.ts";
import { lebenslagen } from "./personas-lebenslagen.ts";

/** Drawn before everybody else, so that their numbers never change as long as the list only grows at its end. */
export const ziehePersonas = (bau: Bau): Persona[] => [...eltern, ...lebenslagen].flatMap((ziehe) => ziehe(bau));
