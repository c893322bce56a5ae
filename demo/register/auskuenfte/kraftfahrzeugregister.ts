import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import type { Auskuenfte } from "../auskunft.ts";

export const kraftfahrzeugregister = (_bevoelkerung: Bevoelkerung): Auskuenfte => ({});
