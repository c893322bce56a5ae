import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import type { Auskuenfte } from "../auskunft.ts";

export const krankenkasse = (_bevoelkerung: Bevoelkerung): Auskuenfte => ({});
