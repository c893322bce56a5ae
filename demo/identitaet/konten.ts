import {
  type Amtsperson,
  amtspersonen,
  type Bevoelkerung,
  findAmtsperson,
  type Hausschluessel,
  name,
  type Person,
  type Vertrauensniveau,
} from "../bevoelkerung/index.ts";

export const niveaus = ["niedrig", "substantiell", "hoch"] as const satisfies readonly Vertrauensniveau[];
export type Kreis = "buerger" | "amt";

/** Somebody who can log in. `sub` is the Persona's key, `p` with the number for everybody else, or the staff member's key. */
export type Konto = {
  sub: string;
  kreis: Kreis;
  mandant: Hausschluessel;
  name: string;
  geschichte: string;
  niveau: Vertrauensniveau;
  angaben(niveau: Vertrauensniveau): Record<string, unknown>;
};

export type Konten = {
  find(sub: string): Konto | undefined;
  /** Those that the log-in page shows without being asked. */
  vorgestellte(kreis: Kreis): Konto[];
  suche(text: string, hoechstens: number): Konto[];
};

export function createKonten(bevoelkerung: Bevoelkerung): Konten {
  const personaVon = new Map(bevoelkerung.personas.map((persona) => [persona.person.idnr, persona]));
  const fuerPerson = (person: Person): Konto | undefined => {
    if (!person.mandant) return undefined;
    const persona = personaVon.get(person.idnr);
    return {
      sub: persona?.schluessel ?? `p${person.idnr}`,
      kreis: "buerger",
      mandant: person.mandant,
      name: name(person),
      geschichte: persona?.geschichte ?? `Geboren am ${person.geburtsdatum.split("-").reverse().join(".")}, IdNr. ${person.idnr}`,
      niveau: person.vertrauensniveau,
      angaben: (niveau) => angabenBuerger(person, niveau),
    };
  };
  const personas = bevoelkerung.personas.flatMap(({ person }) => fuerPerson(person) ?? []);
  const amt = amtspersonen.map(fuerAmtsperson);
  return {
    find(sub) {
      const amtsperson = findAmtsperson(sub);
      if (amtsperson) return fuerAmtsperson(amtsperson);
      const persona = personas.find((konto) => konto.sub === sub);
      const person = sub.startsWith("p") ? bevoelkerung.findPerson(sub.slice(1)) : undefined;
      return persona ?? (person && fuerPerson(person));
    },
    vorgestellte: (kreis) => (kreis === "amt" ? amt : personas),
    suche: (text, hoechstens) => bevoelkerung.suche(text, hoechstens).flatMap((person) => fuerPerson(person) ?? []),
  };
}

const fuerAmtsperson = (amtsperson: Amtsperson): Konto => ({
  sub: amtsperson.kennung,
  kreis: "amt",
  mandant: amtsperson.mandant,
  name: amtsperson.name,
  geschichte: amtsperson.funktion,
  niveau: "substantiell",
  angaben: () => ({ name: amtsperson.name, email: amtsperson.email, mandant: amtsperson.mandant, rollen: amtsperson.rollen }),
});

/** As a citizens' account would vouch: what an identity card proves has the level of the log-in, an e-mail address is only claimed. */
function angabenBuerger(person: Person, niveau: Vertrauensniveau): Record<string, unknown> {
  const belegte = ["given_name", "family_name", "birthdate", "anschrift", "idnr"];
  return {
    name: name(person),
    given_name: person.vornamen,
    family_name: person.nachname,
    birthdate: person.geburtsdatum,
    email: person.email,
    idnr: person.idnr,
    anschrift: person.anschrift,
    vertrauensniveau: niveau,
    vertrauensniveau_je_attribut: { ...Object.fromEntries(belegte.map((attribut) => [attribut, niveau])), email: "niedrig" },
  };
}
