import { type Bevoelkerung, name, type Person } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson } from "../auskunft.ts";

export const personenstandsregister = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  geburt: ueberPerson(bevoelkerung)((kind) => geburt(bevoelkerung, kind)),
});

/** Personas whose entry is closed to an authority that asks by machine. */
const gesperrteEintraege: readonly string[] = ["lea"];

function geburt(bevoelkerung: Bevoelkerung, kind: Person): Befund {
  const mutter = kind.mutter ? bevoelkerung.getPerson(kind.mutter) : undefined;
  if (!mutter) return keinEintrag;
  const vater = kind.vater ? bevoelkerung.getPerson(kind.vater) : undefined;
  const gesperrt = gesperrteEintraege.some((persona) => bevoelkerung.getPersona(persona).kinder.includes(kind.idnr));
  if (gesperrt)
    return { art: "verweigert", grund: "Der Eintrag ist gesperrt. Bitte wenden Sie sich schriftlich an das Standesamt." };
  return gefunden({
    kind: { vornamen: kind.vornamen, nachname: kind.nachname, geburtsdatum: kind.geburtsdatum, geburtsort: kind.geburtsort },
    mutter: { idnr: mutter.idnr, name: name(mutter) },
    vater: vater ? { idnr: vater.idnr, name: name(vater) } : null,
    vaterschaft: kind.vaterschaft ?? "ungeklaert",
    eltern: { verheiratet: kind.vaterschaft === "ehe" },
    gestorben: { mutter: mutter.gestorbenAm !== null, vater: vater !== undefined && vater.gestorbenAm !== null },
  });
}
