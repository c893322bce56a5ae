import type { IsoDatum } from "#kalender";
import type { Bevoelkerung } from "./bevoelkerung.ts";
import { createIdnrQuelle } from "./nummern.ts";
import { gleicheAnschrift } from "./orte.ts";
import type { Person, Vaterschaft } from "./person.ts";
import { createZufall } from "./zufall.ts";

/** A child that is born while the demo runs, as one register tells the others. */
export type Neugeborenes = Pick<Person, "idnr" | "vornamen" | "nachname" | "geschlecht" | "geburtsdatum" | "mutter" | "vater"> & {
  mutter: string;
  vaterschaft: Vaterschaft;
};
export type Geburtswunsch = { mutter: Person; vater?: Person | null; vornamen?: string; geburtsdatum: IsoDatum };

const namen = ["Nele", "Jonas", "Mila", "Theo", "Ida", "Emil", "Leni", "Paul"] as const;

/** The same mother's next child is always the same child, in every process and after every restart. */
export function planeGeburt(bevoelkerung: Bevoelkerung, wunsch: Geburtswunsch): Neugeborenes {
  const { mutter, geburtsdatum } = wunsch;
  const zufall = createZufall((Number(mutter.idnr.slice(1)) + mutter.kinder.length * 104_729) % 2 ** 32);
  const naechste = createIdnrQuelle(zufall);
  let idnr = naechste();
  while (bevoelkerung.findPerson(idnr)) idnr = naechste();
  const vater = wunsch.vater === undefined ? ueblicherVater(bevoelkerung, mutter) : wunsch.vater;
  const vornamen = wunsch.vornamen ?? zufall.aus(namen);
  const verheiratet = vater !== null && mutter.ehegatte === vater.idnr;
  return {
    idnr,
    vornamen,
    nachname: mutter.nachname,
    geschlecht: ["Jonas", "Theo", "Emil", "Paul"].includes(vornamen) ? "m" : "w",
    geburtsdatum,
    mutter: mutter.idnr,
    vater: vater?.idnr ?? null,
    vaterschaft: vater ? (verheiratet ? "ehe" : "anerkannt") : "ungeklaert",
  };
}

/** The husband, or the father of an older child under the same roof. */
function ueblicherVater(bevoelkerung: Bevoelkerung, mutter: Person): Person | null {
  if (mutter.ehegatte) return bevoelkerung.getPerson(mutter.ehegatte);
  const vaeter = mutter.kinder.flatMap((idnr) => bevoelkerung.getPerson(idnr).vater ?? []).map(bevoelkerung.getPerson);
  return vaeter.find((vater) => !vater.gestorbenAm && gleicheAnschrift(vater.anschrift, mutter.anschrift)) ?? null;
}

/** The child lives where its mother lives, and its address is as hidden as hers. */
export function personAus(geburt: Neugeborenes, mutter: Person): Person {
  return {
    ...mutter,
    ...geburt,
    geburtsort: mutter.anschrift.ort,
    familienstand: "ledig",
    getrenntSeit: null,
    ehegatte: null,
    einzugsdatum: geburt.geburtsdatum,
    lebtBei: null,
    kinder: [],
    einkommenCent: 0,
    sgb2: null,
    uvAnderswo: null,
    unterhaltCent: 0,
    waisenbezuegeCent: 0,
  };
}
