import { alterAm, type IsoDatum } from "#kalender";
import { STICHTAG } from "./bau.ts";
import type { Bevoelkerung } from "./bevoelkerung.ts";
import { zufallVon } from "./nummern.ts";
import type { Person, Wohnung } from "./person.ts";
import { wirtschaftslage } from "./wirtschaft.ts";

/** People under one roof, the eldest first, with their home. */
export type Haushalt = { personen: readonly Person[]; wohnung: Wohnung; vermoegenCent: number; buergergeld: boolean };

/** @throws where the person lives outside both Mandanten, or is dead */
export function haushaltslage(bevoelkerung: Bevoelkerung, person: Person): Haushalt {
  const personen = [...bevoelkerung.haushaltVon(person)].sort((a, b) => (a.geburtsdatum < b.geburtsdatum ? -1 : 1));
  const [erste] = personen;
  if (!erste) throw new Error(`${person.vornamen} ${person.nachname} wohnt in keinem der Mandanten.`);
  return {
    personen,
    wohnung: wohnungVon(personen, erste),
    vermoegenCent: personen.reduce((summe, each) => summe + wirtschaftslage(each).vermoegenCent, 0),
    buergergeld: beziehtBuergergeld(personen),
  };
}

/** A child that draws SGB II does so with its parents; and grown-ups of working age who have nothing do, too. */
function beziehtBuergergeld(personen: readonly Person[]): boolean {
  const erwachsene = personen.filter(({ geburtsdatum }) => alterAm(geburtsdatum, STICHTAG) >= 18);
  return (
    personen.some(({ sgb2 }) => sgb2 !== null) ||
    (erwachsene.length > 0 && erwachsene.every((each) => wirtschaftslage(each).taetigkeit === "ohne"))
  );
}

/** Demo figures, no Mietspiegel: from 6.40 to 11.90 Euro a square metre without heating, with the other running costs. */
function wohnungVon(personen: readonly Person[], erste: Person): Wohnung {
  const zufall = zufallVon(erste.idnr, "wohnung");
  const eigentum = zufall.mit(erste.mandant === "beispielkreis" ? 0.5 : 0.3);
  const quadratmeter = 32 + 15 * Math.min(personen.length, 6) + zufall.zwischen(-6, 14);
  const jeMeter = erste.mandant === "beispielkreis" ? zufall.zwischen(640, 880) : zufall.zwischen(760, 1190);
  const heizung = zufall.zwischen(95, 185);
  const eigene = personen.find(({ wohnung }) => wohnung)?.wohnung;
  return {
    art: eigentum ? "eigentum" : "miete",
    quadratmeter,
    bruttokaltmieteCent: eigentum ? 0 : aufEuro(quadratmeter * jeMeter),
    heizkostenCent: aufEuro(quadratmeter * heizung),
    seit: personen.reduce<IsoDatum>((frueh, each) => (each.einzugsdatum < frueh ? each.einzugsdatum : frueh), erste.einzugsdatum),
    ...eigene,
  };
}

const aufEuro = (cent: number): number => Math.round(cent / 100) * 100;
