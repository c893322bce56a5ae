import { alterAm, type IsoDatum } from "#kalender";
import { type Bevoelkerung, haushaltslage, type Person } from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson, unverstaendlich } from "../auskunft.ts";

export const jobcenter = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  leistungsbezug: ueberPerson(bevoelkerung)((person, anfrage, heute) => leistungsbezug(bevoelkerung, person, anfrage, heute)),
});

/** A child is known by its own entry, a grown-up by the household. */
function leistungsbezug(bevoelkerung: Bevoelkerung, person: Person, anfrage: Anfrage, heute: IsoDatum): Befund {
  const { monat } = anfrage;
  if (monat !== undefined && !(typeof monat === "string" && /^\d{4}-\d{2}$/.test(monat)))
    return unverstaendlich("Der Monat fehlt.");
  const erwachsen = person.mandant && !person.gestorbenAm && alterAm(person.geburtsdatum, heute) >= 18;
  if (erwachsen && haushaltslage(bevoelkerung, person).buergergeld) return gefunden({ bezieht: true });
  if (!person.sgb2) return keinEintrag;
  const { berechnung } = person.sgb2;
  return gefunden({ bezieht: true, ...(berechnung && { bedarfsgemeinschaft: berechnung }) });
}
