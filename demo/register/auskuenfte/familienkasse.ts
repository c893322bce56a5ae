import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import type { Auskuenfte } from "../auskunft.ts";

export const familienkasse = (_bevoelkerung: Bevoelkerung): Auskuenfte => ({});
