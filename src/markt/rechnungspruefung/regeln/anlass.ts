import type { Dokument, Knoten, Syntax } from "../baum.ts";
import { anlaesseCii } from "./anlaesse-cii.ts";
import { anlaesseUbl } from "./anlaesse-ubl.ts";
import type { Anlass } from "./anlass-form.ts";
import { kategorien } from "./en16931/kategorie.ts";

const keine: readonly Knoten[] = [];
const verteilt = new WeakMap<Dokument, Map<string, Knoten[]>>();

/** The elements that belong to an Anlass. Distributed once a document, in one walk, for all rules together. */
export function knotenFuer(d: Dokument, anlass: string): readonly Knoten[] {
  let verteilung = verteilt.get(d);
  if (!verteilung) {
    verteilung = verteile(d);
    verteilt.set(d, verteilung);
  }
  return verteilung.get(anlass) ?? keine;
}

type Fach = Anlass & { readonly bit: number };
const faecher: Record<Syntax, (element: string) => readonly Fach[]> = { ubl: ordne(anlaesseUbl), cii: ordne(anlaesseCii) };

/** Which Anlaesse an element may belong to is settled by its name, once for all documents. */
function ordne(anlaesse: readonly Anlass[]): (element: string) => readonly Fach[] {
  const muster = [...new Set(anlaesse.map((anlass) => anlass.muster))];
  const alle = anlaesse.map((anlass) => ({ ...anlass, bit: 1 << muster.indexOf(anlass.muster) }));
  const nachElement = new Map<string, readonly Fach[]>();
  return (element) => {
    const bekannt = nachElement.get(element);
    if (bekannt) return bekannt;
    const passende = alle.filter(({ element: wo }) => (typeof wo === "string" ? wo === element : wo(element)));
    // A stranger's document may bring any number of names: only as many are kept as the standards have.
    if (nachElement.size < 2000) nachElement.set(element, passende);
    return passende;
  };
}

function verteile(d: Dokument): Map<string, Knoten[]> {
  const verteilung = new Map<string, Knoten[]>();
  const faecherFuer = faecher[d.syntax];
  for (const k of d.elemente) {
    let vergeben = 0;
    for (const { name, bit, wenn, welcher } of faecherFuer(k.name)) {
      if (vergeben & bit || (wenn && !passt(wenn, k, d))) continue;
      const dieser = welcher ? welcher(k) : name;
      if (dieser === undefined) continue;
      vergeben |= bit;
      const bisher = verteilung.get(dieser);
      if (bisher) bisher.push(k);
      else verteilung.set(dieser, [k]);
    }
  }
  return verteilung;
}

/** As in XSLT, a condition that cannot be read does not fit. */
function passt(wenn: NonNullable<Anlass["wenn"]>, k: Knoten, d: Dokument): boolean {
  try {
    return wenn(k, d);
  } catch {
    return false;
  }
}

const namen: Record<Syntax, ReadonlySet<string>> = {
  ubl: new Set(anlaesseUbl.map(({ name }) => name)),
  cii: new Set(anlaesseCii.map(({ name }) => name)),
};
const familie = /^(.+)-(?:steuerzeile|nachlass|zuschlag|position)$/;

/** Whether there is an Anlass of this name: a rule that waits for one that never comes would always hold. */
export function gibtEs(syntax: Syntax, anlass: string): boolean {
  const [, kurz] = anlass.match(familie) ?? [];
  return namen[syntax].has(anlass) || kategorien.some((kategorie) => kategorie.kurz === kurz);
}
