import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import type { Auskuenfte } from "../auskunft.ts";

export const fahrerlaubnisregister = (_bevoelkerung: Bevoelkerung): Auskuenfte => ({});
