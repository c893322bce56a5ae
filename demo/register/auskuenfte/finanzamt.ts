import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import type { Auskuenfte } from "../auskunft.ts";

export const finanzamt = (_bevoelkerung: Bevoelkerung): Auskuenfte => ({});
