import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import type { Auskuenfte } from "../auskunft.ts";

export const entgeltbescheinigungen = (_bevoelkerung: Bevoelkerung): Auskuenfte => ({});
