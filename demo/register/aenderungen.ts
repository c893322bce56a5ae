import { randomUUID } from "node:crypto";
import { type IsoDatum, istDatum } from "#kalender";
import { type Anschrift, type Bevoelkerung, gleicheAnschrift, name, type Person } from "../bevoelkerung/index.ts";
import { istObjekt } from "../dienst.ts";
import { findeWen, type Meldeziel, sende } from "./melde.ts";

/** What one register tells the others, so that all answer alike; without an address: a death. */
export type Uebernahme = { idnrn: string[]; am: IsoDatum; anschrift?: Anschrift };
export type Aenderungsbericht = {
  art: "tod" | "umzug";
  am: IsoDatum;
  /** An event for each person, as the authority reports it. */
  ereignisse: { id: string; person: string; name: string; behoerde: string }[];
  uebernahme: Uebernahme;
};

function liesTag(am: unknown, heute: IsoDatum): IsoDatum | undefined {
  const tag = am ?? heute;
  return typeof tag === "string" && istDatum(tag) && tag <= heute ? tag : undefined;
}

function berichte(art: Aenderungsbericht["art"], leute: readonly Person[], uebernahme: Uebernahme): Aenderungsbericht {
  const ereignisse = leute.flatMap((person) =>
    person.mandant ? [{ id: randomUUID(), person: person.idnr, name: name(person), behoerde: person.mandant }] : [],
  );
  return { art, am: uebernahme.am, ereignisse, uebernahme };
}

/** The Standesamt enters a death. @returns what it reports, or a sentence that says what is wrong with the command */
export function trageTodEin(bevoelkerung: Bevoelkerung, befehl: unknown, heute: IsoDatum): Aenderungsbericht | string {
  const person = istObjekt(befehl) ? findeWen(bevoelkerung, befehl.person) : undefined;
  if (!istObjekt(befehl) || !person?.mandant) return "Diese Person kennt das Standesamt nicht.";
  if (person.gestorbenAm) return `${name(person)} ist schon als verstorben eingetragen.`;
  const am = liesTag(befehl.am, heute);
  if (!am || am < person.geburtsdatum) return "Der Todestag ist kein Tag zwischen der Geburt und heute.";
  return berichte("tod", [person], { idnrn: [person.idnr], am });
}

/** The Meldebehoerde enters a move; the minor children of the household come along, unless somebody moves alone. */
export function trageUmzugEin(bevoelkerung: Bevoelkerung, befehl: unknown, heute: IsoDatum): Aenderungsbericht | string {
  const person = istObjekt(befehl) ? findeWen(bevoelkerung, befehl.person) : undefined;
  if (!istObjekt(befehl) || !person?.mandant || person.gestorbenAm) return "Diese Person kennt die Meldebehörde nicht.";
  const am = liesTag(befehl.am, heute);
  if (!am || am < person.einzugsdatum) return "Der Tag des Umzugs ist kein Tag zwischen dem letzten Einzug und heute.";
  const { strasse, hausnummer } = befehl;
  if (typeof strasse !== "string" || typeof hausnummer !== "string" || !strasse.trim() || !hausnummer.trim())
    return "Es fehlen Straße und Hausnummer der neuen Wohnung.";
  const anschrift = { ...person.anschrift, strasse: strasse.trim().slice(0, 60), hausnummer: hausnummer.trim().slice(0, 10) };
  if (gleicheAnschrift(anschrift, person.anschrift)) return `${name(person)} wohnt dort schon.`;
  const kinder = person.kinder
    .map((idnr) => bevoelkerung.getPerson(idnr))
    .filter((kind) => !kind.gestorbenAm && kind.mandant && gleicheAnschrift(kind.anschrift, person.anschrift));
  const leute = befehl.allein === true ? [person] : [person, ...kinder];
  return berichte("umzug", leute, { idnrn: leute.map(({ idnr }) => idnr), am, anschrift });
}

export function uebernimm(bevoelkerung: Bevoelkerung, { idnrn, am, anschrift }: Uebernahme): void {
  if (anschrift) bevoelkerung.ziehUm(idnrn, anschrift, am);
  else for (const idnr of idnrn) bevoelkerung.lassSterben(idnr, am);
}

export const istUebernahme = (wert: unknown): wert is Uebernahme =>
  istObjekt(wert) &&
  typeof wert.am === "string" &&
  Array.isArray(wert.idnrn) &&
  wert.idnrn.every((idnr) => typeof idnr === "string");

/** Tells the other registers first: whoever hears of the event asks them at once. Where to somebody moved is not reported. */
export async function meldeAenderung(
  { art, am, ereignisse, uebernahme }: Aenderungsbericht,
  nachbarn: readonly string[],
  ziel: Meldeziel | undefined,
): Promise<void> {
  await Promise.all(nachbarn.map((url) => sende(`${url}/aenderungen/uebernahme`, {}, uebernahme)));
  if (!ziel) return;
  for (const { id, person, behoerde } of ereignisse)
    await sende(ziel.url, { authorization: `Bearer ${ziel.token}` }, { id, art, behoerde, person, am });
}
