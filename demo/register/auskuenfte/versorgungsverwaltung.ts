import { type Bevoelkerung, feststellungFuer } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, gefunden, keinEintrag, ueberPerson } from "../auskunft.ts";

export const versorgungsverwaltung = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  feststellung: ueberPerson(bevoelkerung)((person) => {
    const feststellung = person.mandant && feststellungFuer(person);
    return feststellung ? gefunden({ ...feststellung }) : keinEintrag;
  }),
});
