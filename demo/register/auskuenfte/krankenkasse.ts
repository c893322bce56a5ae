import { type IsoDatum, plusMonate, tageZwischen } from "#kalender";
import { type Bevoelkerung, type Person, wirtschaftslage } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson } from "../auskunft.ts";

export const krankenkasse = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  mutterschaftsleistungen: ueberPerson(bevoelkerung)((person, _anfrage, heute) => mutterschaft(bevoelkerung, person, heute)),
});

/** Eight weeks after the birth (§ 3 Abs. 2 MuSchG), the day of the birth included. */
const TAGE = 57;

/** Mutterschaftsgeld and the employer's addition, which together replace the net wage (§ 24i SGB V, § 20 MuSchG), for the youngest child. */
function mutterschaft(bevoelkerung: Bevoelkerung, person: Person, heute: IsoDatum): Befund {
  const { taetigkeit, verfuegbarCent } = wirtschaftslage(person);
  const geboren = person.kinder
    .map((idnr) => bevoelkerung.getPerson(idnr).geburtsdatum)
    .filter((tag) => tag <= heute)
    .sort()
    .at(-1);
  if (person.geschlecht !== "w" || taetigkeit !== "angestellt" || !geboren || heute >= plusMonate(geboren, 18))
    return keinEintrag;
  const jeTag = Math.round(verfuegbarCent / 30);
  const ersterMonat = tageZwischen(geboren, plusMonate(geboren, 1));
  return gefunden({
    lebensmonate: [
      { nummer: 1, cent: ersterMonat * jeTag, tage: ersterMonat },
      { nummer: 2, cent: (TAGE - ersterMonat) * jeTag, tage: TAGE - ersterMonat },
    ],
  });
}
