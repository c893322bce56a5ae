import type { IsoDatum } from "#kalender";
import { createBau } from "./bau.ts";
import { type Neugeborenes, personAus } from "./geburt.ts";
import { zieheHaushalt } from "./haushalte.ts";
import { gleicheAnschrift } from "./orte.ts";
import { type Anschrift, type Mandantschluessel, mandantschluessel, name, type Person } from "./person.ts";
import type { Persona } from "./persona.ts";
import { ziehePersonas, zieheSpaetere } from "./personas.ts";

export const SAAT = 2026;
export const JE_MANDANT = 5000;

export type Bevoelkerung = {
  /** Everybody: the people of both Mandanten, and parents who live elsewhere or are dead. */
  personen: readonly Person[];
  personas: readonly Persona[];
  findPerson(idnr: string): Person | undefined;
  getPerson(idnr: string): Person;
  getPersona(schluessel: string): Person;
  /** A child that is born while the demo runs; the same child again changes nothing. */
  nimmAuf(geburt: Neugeborenes): Person;
  istNeugeboren(idnr: string): boolean;
  /** Dies while the demo runs; told again, nothing changes. */
  lassSterben(idnr: string, am: IsoDatum): void;
  /** Moves while the demo runs: who moves together lives together. */
  ziehUm(idnrn: readonly string[], anschrift: Anschrift, am: IsoDatum): void;
  von(mandant: Mandantschluessel): readonly Person[];
  /** Who lives together, the person included; nobody for whom lives outside both Mandanten. */
  haushaltVon(person: Person): readonly Person[];
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
  const spaetere = zieheSpaetere(saat);
  const neue = spaetere.flatMap((gruppe) => gruppe.bau.personen);
  const alle = [...macheplatz(bau.personen, personas, neue), ...neue];
  return erschliesse(alle, [...personas, ...spaetere.flatMap((gruppe) => gruppe.personas)]);
}

/** Without as many single people drawn last as have come later: everybody else stays who they are, and the town stays its size. */
function macheplatz(personen: readonly Person[], personas: readonly Persona[], neue: readonly Person[]): Person[] {
  const uebrig = Object.fromEntries(
    mandantschluessel.map((mandant) => [mandant, neue.filter((person) => person.mandant === mandant).length]),
  ) as Record<Mandantschluessel, number>;
  const bleibt = (person: Person): boolean => {
    const { mandant, ehegatte, kinder, mutter, vater } = person;
    const allein = !ehegatte && kinder.length === 0 && !mutter && !vater && !personas.some((each) => each.person === person);
    if (!mandant || uebrig[mandant] === 0 || !allein) return true;
    uebrig[mandant]--;
    return false;
  };
  return personen.toReversed().filter(bleibt).toReversed();
}

function erschliesse(personen: readonly Person[], personas: readonly Persona[]): Bevoelkerung {
  const nachIdnr = new Map(personen.map((person) => [person.idnr, person]));
  const nachMandant = new Map(
    mandantschluessel.map((mandant) => [mandant, personen.filter((person) => person.mandant === mandant)]),
  );
  // People who were drawn into one home share the object of its address; another home may have an equal one.
  const nachWohnung = Map.groupBy(
    personen.filter(({ mandant, gestorbenAm }) => mandant && !gestorbenAm),
    ({ anschrift }) => anschrift,
  );
  const getPerson = (idnr: string): Person => {
    const person = nachIdnr.get(idnr);
    if (!person) throw new Error(`Niemand in der Demo hat die Identifikationsnummer ${idnr}.`);
    return person;
  };
  const neugeborene = new Set<string>();
  const verlasse = (person: Person): void => {
    const zuhause = nachWohnung.get(person.anschrift) ?? [];
    nachWohnung.set(
      person.anschrift,
      zuhause.filter((each) => each !== person),
    );
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
    haushaltVon: (person) => nachWohnung.get(person.anschrift) ?? [],
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
    nimmAuf(geburt) {
      const bekannt = nachIdnr.get(geburt.idnr);
      if (bekannt) return bekannt;
      const mutter = getPerson(geburt.mutter);
      const kind = personAus(geburt, mutter);
      nachIdnr.set(kind.idnr, kind);
      neugeborene.add(kind.idnr);
      nachWohnung.get(kind.anschrift)?.push(kind);
      mutter.kinder.push(kind.idnr);
      if (geburt.vater) getPerson(geburt.vater).kinder.push(kind.idnr);
      return kind;
    },
    istNeugeboren: (idnr) => neugeborene.has(idnr),
    lassSterben(idnr, am) {
      const person = getPerson(idnr);
      if (person.gestorbenAm) return;
      person.gestorbenAm = am;
      verlasse(person);
      const ehegatte = person.ehegatte ? getPerson(person.ehegatte) : undefined;
      if (ehegatte) ehegatte.familienstand = "verwitwet";
    },
    ziehUm(idnrn, anschrift, am) {
      const leute = idnrn.map(getPerson).filter(({ gestorbenAm }) => !gestorbenAm);
      // Somebody may live there already: the home is theirs, and its object with it.
      const neue = [...nachWohnung.keys()].find((each) => gleicheAnschrift(each, anschrift)) ?? { ...anschrift };
      for (const person of leute) {
        verlasse(person);
        person.anschrift = neue;
        person.einzugsdatum = am;
        nachWohnung.set(neue, [...(nachWohnung.get(neue) ?? []), person]);
      }
    },
  };
}
