import { createBau } from "./bau.ts";
import { zieheHaushalt } from "./haushalte.ts";
import { type Mandantschluessel, mandantschluessel, name, type Person } from "./person.ts";
import type { Persona } from "./persona.ts";
import { ziehePersonas } from "./personas.ts";

export const SAAT = 2026;
export const JE_MANDANT = 5000;

export type Bevoelkerung = {
  /** Everybody: the people of both Mandanten, and parents who live elsewhere or are dead. */
  personen: readonly Person[];
  personas: readonly Persona[];
  findPerson(idnr: string): Person | undefined;
  getPerson(idnr: string): Person;
  getPersona(schluessel: string): Person;
  von(mandant: Mandantschluessel): readonly Person[];
  /** By parts of the name or the beginning of the Identifikationsnummer, people of the Mandanten only. */
  suche(text: string, hoechstens: number): Person[];
};

/** The same seed gives the same people, to the byte, in every process. */
export function createBevoelkerung(saat = SAAT, jeMandant = JE_MANDANT): Bevoelkerung {
  const bau = createBau(saat);
  const personas = ziehePersonas(bau);
  for (;;) {
    const frei = mandantschluessel.map((mandant) => jeMandant - bau.bestand[mandant]);
    const meiste = Math.max(...frei);
    const mandant = mandantschluessel[frei.indexOf(meiste)];
    if (meiste <= 0 || !mandant) break;
    zieheHaushalt(bau, mandant, Math.min(...frei));
  }
  return erschliesse(bau.personen, personas);
}

function erschliesse(personen: readonly Person[], personas: readonly Persona[]): Bevoelkerung {
  const nachIdnr = new Map(personen.map((person) => [person.idnr, person]));
  const nachMandant = new Map(
    mandantschluessel.map((mandant) => [mandant, personen.filter((person) => person.mandant === mandant)]),
  );
  const getPerson = (idnr: string): Person => {
    const person = nachIdnr.get(idnr);
    if (!person) throw new Error(`Niemand in der Demo hat die Identifikationsnummer ${idnr}.`);
    return person;
  };
  return {
    personen,
    personas,
    findPerson: (idnr) => nachIdnr.get(idnr),
    getPerson,
    getPersona(schluessel) {
      const persona = personas.find((each) => each.schluessel === schluessel);
      if (!persona) throw new Error(`Die Persona „${schluessel}“ gibt es nicht.`);
      return persona.person;
    },
    von: (mandant) => nachMandant.get(mandant) ?? [],
    suche(text, hoechstens) {
      const worte = text.toLocaleLowerCase("de").split(/\s+/).filter(Boolean);
      if (worte.length === 0) return [];
      const treffer: Person[] = [];
      for (const person of personen) {
        if (treffer.length >= hoechstens) break;
        if (!person.mandant) continue;
        const heuhaufen = name(person).toLocaleLowerCase("de");
        if (worte.every((wort) => heuhaufen.includes(wort) || person.idnr.startsWith(wort))) treffer.push(person);
      }
      return treffer;
    },
  };
}
