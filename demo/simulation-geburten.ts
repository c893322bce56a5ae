import type { Kontext } from "#baukasten";
import { type IsoDatum, jahrVon, plusMonate, plusTage } from "#kalender";
import { elterngeldAntworten } from "./antworten-soziales.ts";
import { type Bevoelkerung, type Person, STICHTAG } from "./bevoelkerung/index.ts";

type Seiten = Record<string, Record<string, unknown>>;
/** `tag`: when it comes in, by the days of the population; `jahre`: how many years later all of it is thought to be. */
export type Geburtsantrag = { kennung: string; person: Person; antworten: Seiten; tag: IsoDatum; jahre: number };

/** Parents apply two weeks after the birth. */
const NACH_TAGEN = 14;

/**
 * Which law holds follows the birth, so a change strikes nobody who is born already. The births of the last twelve months of the population
 * are taken for those of the year of the change, on the same days, and of these the ones from its day on.
 */
export function antraegeNachGeburten(bevoelkerung: Bevoelkerung, ab: IsoDatum, alle: readonly Person[]): Geburtsantrag[] {
  const jahr = jahrVon(ab);
  const seit = plusMonate(STICHTAG, -12);
  return alle
    .filter(({ geburtsdatum }) => geburtsdatum > seit && geburtsdatum <= plusTage(STICHTAG, -NACH_TAGEN))
    .flatMap((kind) => {
      const jahre = jahr - jahrVon(kind.geburtsdatum);
      if (verschiebeTag(kind.geburtsdatum, jahre) < ab) return [];
      const eltern = [kind.mutter, kind.vater].flatMap((idnr) => (idnr ? [bevoelkerung.getPerson(idnr)] : []));
      return eltern
        .filter((each) => bevoelkerung.haushaltVon(kind).includes(each))
        .map((person) => ({
          kennung: `${kind.idnr} ${person.idnr}`,
          person,
          antworten: elterngeldAntworten(bevoelkerung, person, kind) as Seiten,
          tag: plusTage(kind.geburtsdatum, NACH_TAGEN),
          jahre,
        }));
    });
}

const verschiebeTag = (tag: string, jahre: number): string => {
  const neu = `${Number(tag.slice(0, 4)) + jahre}${tag.slice(4)}`;
  const schaltjahr = Number(neu.slice(0, 4)) % 4 === 0;
  return neu.slice(4, 10) === "-02-29" && !schaltjahr ? `${neu.slice(0, 8)}28${neu.slice(10)}` : neu;
};

/** The same case some years later: every day, every month and every tax year in it. */
export function verschiebe(kontext: Kontext, jahre: number): Kontext {
  return jahre === 0 ? kontext : (verschoben(kontext, jahre) as Kontext);
}
function verschoben(wert: unknown, jahre: number, name = ""): unknown {
  if (typeof wert === "string") return /^\d{4}-\d{2}(-\d{2}(T.*)?)?$/.test(wert) ? verschiebeTag(wert, jahre) : wert;
  if (typeof wert === "number") return name === "jahr" ? wert + jahre : wert;
  if (Array.isArray(wert)) return wert.map((each) => verschoben(each, jahre));
  if (wert === null || typeof wert !== "object") return wert;
  return Object.fromEntries(Object.entries(wert).map(([key, each]) => [key, verschoben(each, jahre, key)]));
}
