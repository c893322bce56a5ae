import type { Bevoelkerung } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, gefunden, keinEintrag, ueberPerson } from "../auskunft.ts";

export const versorgungsverwaltung = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  feststellung: ueberPerson(bevoelkerung)((person) =>
    person === bevoelkerung.getPersona("gerda")
      ? gefunden({ merkzeichen: ["G", "B", "H", "Bl", "RF"], seit: "2019-03-01", bis: null })
      : keinEintrag,
  ),
});
