import { type IsoDatum, plusMonate, plusTage } from "#kalender";
import { type Geschlecht, type Herkunft, staatVon, zieheHerkunft, zieheNachnamen, zieheVornamen } from "./namen.ts";
import { createIdnrQuelle, ibanFuer } from "./nummern.ts";
import { zieheAnschrift, zieheGeburtsort } from "./orte.ts";
import type { Anschrift, Mandantschluessel, Person } from "./person.ts";
import { createZufall, type Zufall } from "./zufall.ts";

/** The day on which the drawn ages are true. Birth dates are fixed by the seed: who reads later finds everybody older. */
export const STICHTAG: IsoDatum = "2026-11-24";

export type Angaben = Partial<Omit<Person, "mandant">> & { mandant: Mandantschluessel | null; geschlecht: Geschlecht } & (
    | { alter: number }
    | { geburtsdatum: IsoDatum }
  );

/** Where people are drawn: one stream of chance, one list. */
export type Bau = {
  zufall: Zufall;
  personen: Person[];
  bestand: Record<Mandantschluessel, number>;
  /** Adds a person; what is not given is drawn. */
  fuegeHinzu(angaben: Angaben): Person;
};

/** @param erstesKonto where the numbers of the accounts begin, so that two Bauten never give the same */
export function createBau(saat: number, erstesKonto = 1_000_000): Bau {
  const zufall = createZufall(saat);
  // A stream of its own: numbers stay the same when something else is drawn in between.
  const naechsteIdnr = createIdnrQuelle(createZufall(saat ^ 0x1d_17));
  const personen: Person[] = [];
  const bestand = { musterstadt: 0, beispielkreis: 0 };

  function fuegeHinzu(angaben: Angaben): Person {
    const { mandant, geschlecht } = angaben;
    const geburtsdatum = "alter" in angaben ? zieheGeburtsdatum(zufall, angaben.alter) : angaben.geburtsdatum;
    const herkunft: Herkunft = angaben.herkunft ?? zieheHerkunft(zufall);
    const idnr = naechsteIdnr();
    const vornamen = angaben.vornamen ?? zieheVornamen(zufall, herkunft, geschlecht, Number(geburtsdatum.slice(0, 4)));
    const nachname = angaben.nachname ?? zieheNachnamen(zufall, herkunft);
    const { alter: _alter, ...gegeben } = angaben as Angaben & { alter?: number };
    const person: Person = {
      idnr,
      vornamen,
      nachname,
      herkunft,
      geburtsort: zieheGeburtsort(zufall),
      gestorbenAm: null,
      familienstand: "ledig",
      getrenntSeit: null,
      ehegatte: null,
      anschrift: angaben.anschrift ?? zieheAnschrift(zufall, mandant ?? "auswaerts"),
      einzugsdatum: zieheEinzug(zufall, geburtsdatum),
      auskunftssperre: zufall.mit(0.002),
      staatsangehoerigkeit: zufall.mit(0.55) ? "deutsch" : staatVon(herkunft),
      mutter: null,
      vater: null,
      vaterschaft: null,
      lebtBei: null,
      kinder: [],
      iban: ibanFuer(erstesKonto + personen.length * 7919),
      email: `${falte(vornamen)}.${falte(nachname)}.${idnr.slice(-4)}@post.example`,
      vertrauensniveau: zufall.gewichtet({ hoch: 35, substantiell: 50, niedrig: 15 }),
      einkommenCent: 0,
      sgb2: null,
      uvAnderswo: null,
      unterhaltCent: 0,
      waisenbezuegeCent: 0,
      ...gegeben,
      geburtsdatum,
    };
    personen.push(person);
    if (mandant) bestand[mandant]++;
    return person;
  }
  return { zufall, personen, bestand, fuegeHinzu };
}

/** Both ways, so that neither parent nor child forgets the other. */
export function verbinde(kind: Person, mutter: Person | null, vater: Person | null, vaterschaft: Person["vaterschaft"]): void {
  kind.mutter = mutter?.idnr ?? null;
  kind.vater = vater?.idnr ?? null;
  kind.vaterschaft = vaterschaft;
  mutter?.kinder.push(kind.idnr);
  vater?.kinder.push(kind.idnr);
}

export function verheirate(a: Person, b: Person): void {
  a.familienstand = "verheiratet";
  b.familienstand = "verheiratet";
  a.ehegatte = b.idnr;
  b.ehegatte = a.idnr;
}

/** So many completed years on the Stichtag. */
const zieheGeburtsdatum = (zufall: Zufall, alter: number): IsoDatum =>
  plusTage(plusMonate(STICHTAG, -12 * alter), -zufall.zwischen(0, 364));

function zieheEinzug(zufall: Zufall, geburtsdatum: IsoDatum): IsoDatum {
  const tage = zufall.mit(0.06) ? zufall.zwischen(5, 180) : zufall.zwischen(181, 9000);
  const tag = plusTage(STICHTAG, -tage);
  return tag < geburtsdatum ? geburtsdatum : tag;
}

const umschrift: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ı: "i", ł: "l", đ: "d" };
const falte = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äöüßıłđ]/g, (zeichen) => umschrift[zeichen] ?? "")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");

export const andererAls = (mandant: Mandantschluessel): Mandantschluessel =>
  mandant === "musterstadt" ? "beispielkreis" : "musterstadt";

/** An address in the same town that is certainly not the given one. */
export function andereAnschrift(zufall: Zufall, mandant: Mandantschluessel, als: Anschrift): Anschrift {
  for (;;) {
    const anschrift = zieheAnschrift(zufall, mandant);
    if (anschrift.strasse !== als.strasse) return anschrift;
  }
}
