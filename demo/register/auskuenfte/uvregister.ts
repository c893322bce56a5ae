import type { IsoDatum } from "#kalender";
import type { Bevoelkerung, Person } from "../../bevoelkerung/index.ts";
import { type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson } from "../auskunft.ts";

export const uvregister = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  laufendeLeistung: ueberPerson(bevoelkerung)((kind, _anfrage, heute) => laufendeLeistung(kind, heute)),
});

function laufendeLeistung(kind: Person, heute: IsoDatum): Befund {
  if (!kind.uvAnderswo) return keinEintrag;
  const { jugendamt, seit, bis } = kind.uvAnderswo;
  return gefunden({ bezieht: seit <= heute && (bis === null || bis >= heute), jugendamt, seit, bis });
}
