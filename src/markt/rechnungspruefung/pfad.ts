import type { Knoten } from "./baum.ts";

/** Follows a path from an element to the elements it names, in document order. */
export type Pfad = (von: Knoten) => readonly Knoten[];
type Bedingung = (knoten: Knoten) => boolean;
type Schritt = { name: string; bedingungen: Bedingung[] };

const nirgends: readonly Knoten[] = [];

/**
 * Compiles a path: `a/b`, `a|b` (alternatives), `.` (the element itself), `-` (nothing: the syntax has no such place), and conditions
 * `[x]`, `[!x]`, `[x=WERT]`, `[x!=WERT]` (no x equals WERT), `[x~=WERT]` (without regard to case), `[x!~=WERT]`, with x a path or `@attribut`,
 * WERT perhaps several with commas; texts are compared normalised. So small a language because a document may hold anything: no evaluation of it can fail or take long.
 */
export function pfad(ausdruck: string): Pfad {
  if (ausdruck === "-") return () => nirgends;
  const wege = teile(ausdruck, "|").map(kompiliereWeg);
  const [einziger, ...weitere] = wege;
  if (einziger && weitere.length === 0) return einziger;
  return (von) => wege.flatMap((weg) => [...weg(von)]);
}

function kompiliereWeg(ausdruck: string): Pfad {
  if (ausdruck === ".") return (von) => [von];
  const schritte = teile(ausdruck, "/").map(kompiliereSchritt);
  return (von) => {
    let hier: readonly Knoten[] = [von];
    for (const schritt of schritte) {
      const dort: Knoten[] = [];
      for (const knoten of hier)
        for (const kind of knoten.kinder) if (kind.name === schritt.name && erfuellt(schritt, kind)) dort.push(kind);
      if (dort.length === 0) return nirgends;
      hier = dort;
    }
    return hier;
  };
}

function erfuellt({ bedingungen }: Schritt, knoten: Knoten): boolean {
  for (const bedingung of bedingungen) if (!bedingung(knoten)) return false;
  return true;
}

function kompiliereSchritt(ausdruck: string): Schritt {
  const [name = "", ...rest] = teile(ausdruck, "[");
  return { name, bedingungen: rest.map((bedingung) => kompiliereBedingung(bedingung.replace(/\]$/, ""))) };
}

function kompiliereBedingung(ausdruck: string): Bedingung {
  const [, nicht, ziel = "", vergleich, worte = ""] = ausdruck.match(/^(!?)([^=!~]+)(?:(!?~?=)(.*))?$/) ?? [];
  const werte = liesWerte(ziel);
  if (!vergleich) return (knoten) => werte(knoten).length > 0 === !nicht;
  const gefaltet = vergleich.includes("~");
  const soll = new Set((gefaltet ? worte.toUpperCase() : worte).split(","));
  const gleich = (ist: string) => soll.has(gefaltet ? ist.toUpperCase() : ist);
  const erwartet = !vergleich.startsWith("!");
  return (knoten) => werte(knoten).some(gleich) === erwartet;
}

function liesWerte(ziel: string): (knoten: Knoten) => readonly string[] {
  if (ziel.startsWith("@")) {
    const name = ziel.slice(1);
    return (knoten) => {
      const wert = knoten.attribut(name);
      return wert === undefined ? [] : [wert.trim()];
    };
  }
  const weg = pfad(ziel);
  return (knoten) => weg(knoten).map(({ norm }) => norm);
}

/** Splits at a character that stands in no condition; for `[` at the beginnings of the conditions. */
function teile(ausdruck: string, an: "|" | "/" | "["): string[] {
  const gefunden: string[] = [];
  let tiefe = 0;
  let anfang = 0;
  for (let stelle = 0; stelle < ausdruck.length; stelle++) {
    const zeichen = ausdruck[stelle];
    if (zeichen === an && tiefe === 0) {
      gefunden.push(ausdruck.slice(anfang, stelle));
      anfang = stelle + 1;
    }
    if (zeichen === "[") tiefe++;
    if (zeichen === "]") tiefe--;
  }
  return [...gefunden, ausdruck.slice(anfang)];
}
