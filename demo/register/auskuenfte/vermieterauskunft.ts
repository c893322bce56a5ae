import { type Bevoelkerung, haushaltslage, zufallVon } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, gefunden, keinEintrag, ueberPerson } from "../auskunft.ts";

/** One landlord in eight has no way to answer by machine. */
const OHNE_ANTWORT = 0.12;

export const vermieterauskunft = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  miete: ueberPerson(bevoelkerung)((person) => {
    if (!person.mandant || person.gestorbenAm) return keinEintrag;
    const { wohnung, personen } = haushaltslage(bevoelkerung, person);
    const stumm = !personen.some((each) => each.wohnung) && zufallVon(personen[0]?.idnr ?? "", "vermieter").mit(OHNE_ANTWORT);
    if (wohnung.art === "eigentum" || stumm) return keinEintrag;
    const { bruttokaltmieteCent, heizkostenCent, seit } = wohnung;
    return gefunden({ bruttokaltmieteCent, heizkostenCent, seit });
  }),
});
