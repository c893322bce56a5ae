import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import type { Auskuenfte } from "../auskunft.ts";

export const vermieterauskunft = (_bevoelkerung: Bevoelkerung): Auskuenfte => ({});
