import type { Bevoelkerung, Person } from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson, unverstaendlich } from "../auskunft.ts";

export const jobcenter = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  leistungsbezug: ueberPerson(bevoelkerung)((kind, anfrage) => leistungsbezug(kind, anfrage)),
});

function leistungsbezug(kind: Person, anfrage: Anfrage): Befund {
  const { monat } = anfrage;
  if (monat !== undefined && !(typeof monat === "string" && /^\d{4}-\d{2}$/.test(monat)))
    return unverstaendlich("Der Monat fehlt.");
  if (!kind.sgb2) return keinEintrag;
  const { berechnung } = kind.sgb2;
  return gefunden({ bezieht: true, ...(berechnung && { bedarfsgemeinschaft: berechnung }) });
}
