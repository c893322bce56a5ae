import { type Bevoelkerung, type Person, wirtschaftslage } from "../../bevoelkerung/index.ts";
import { type Anfrage, type Auskuenfte, type Befund, gefunden, keinEintrag, ueberPerson, unverstaendlich } from "../auskunft.ts";

export const finanzamt = (bevoelkerung: Bevoelkerung): Auskuenfte => ({
  zuVersteuerndesEinkommen: ueberPerson(bevoelkerung)((person, anfrage, heute) =>
    zuVersteuern(bevoelkerung, person, anfrage, Number(heute.slice(0, 4))),
  ),
});

/** For years that are over; spouses are assessed together. */
function zuVersteuern(bevoelkerung: Bevoelkerung, person: Person, { jahr }: Anfrage, dieses: number): Befund {
  if (typeof jahr !== "number" || !Number.isInteger(jahr)) return unverstaendlich("Das Jahr fehlt.");
  const ehegatte = person.ehegatte && !person.getrenntSeit ? bevoelkerung.getPerson(person.ehegatte) : undefined;
  const cent = [person, ...(ehegatte ? [ehegatte] : [])].reduce((summe, each) => summe + einkommen(each), 0);
  return jahr < dieses && cent > 0
    ? gefunden({ jahr, zuVersteuerndesEinkommenCent: cent, beide: ehegatte !== undefined })
    : keinEintrag;
}

/** Rough, in whole Euro: costs and allowances as a share. */
function einkommen(person: Person): number {
  const { lohnCent, selbstaendigCent, vermietungCent, kapitalCent, gesetzlicheRenteCent, andereRenteCent } =
    wirtschaftslage(person);
  const cent =
    lohnCent * 0.78 + (selbstaendigCent + vermietungCent) * 0.9 + kapitalCent + (gesetzlicheRenteCent + andereRenteCent) * 0.7;
  return Math.floor(cent / 100) * 100;
}
