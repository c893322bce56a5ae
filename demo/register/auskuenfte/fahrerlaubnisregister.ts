import { type Bevoelkerung, fuehrerscheinVon } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, gefunden, keinEintrag, ueberPerson } from "../auskunft.ts";

export const fahrerlaubnisregister = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  fahrerlaubnis: ueberPerson(bevoelkerung)((person) => {
    const schein = person.mandant && fuehrerscheinVon(person);
    if (!schein || schein.nurKarteikarte) return keinEintrag;
    const { nummer, ausgestelltAm, behoerde, klassen, entzogen } = schein;
    return gefunden({ idnr: person.idnr, nummer, ausgestelltAm, behoerde, klassen, entzogen, fahrverbotBis: null });
  }),
});
