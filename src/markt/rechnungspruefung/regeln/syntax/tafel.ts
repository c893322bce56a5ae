import type { Dokument, Knoten, Syntax } from "../../baum.ts";
import type { Regel, Schwere } from "../../regel.ts";
import { knotenFuer } from "../anlass.ts";

/** Where, how grave, and then line by line: the element, the number of the rule, what must not stand in the element. */
export type Tafel = readonly [anlass: string, schwere: Schwere, verbote: string];

/** What may follow below an element: further elements, and what is forbidden there, under which rules. */
type Ast = { readonly kinder: Map<string, Ast>; readonly attribute: Map<string, string[]>; readonly ids: string[] };
type Verbot = { readonly id: string; readonly schwere: Schwere; readonly pfad: string };
type Baum = { readonly anlass: string; readonly ast: Ast };

const neuerAst = (): Ast => ({ kinder: new Map(), attribute: new Map(), ids: [] });

/** Reads `element/element: NR name, NR name` line by line; a line that begins with a blank goes on with the one before. */
function liesVerbote(kuerzel: string, [, schwere, verbote]: Tafel): Verbot[] {
  return verbote
    .replace(/\n +/g, " ")
    .split("\n")
    .filter((zeile) => zeile !== "")
    .flatMap((zeile) => {
      // Names hold colons themselves, so the first that is followed by a blank ends the element.
      const ende = zeile.indexOf(": ");
      const element = zeile.slice(0, ende);
      return zeile
        .slice(ende + 2)
        .split(", ")
        .map((eintrag) => {
          const [nr = "", name = ""] = eintrag.trim().split(/ +/);
          return { id: `${kuerzel}-${nr}`, schwere, pfad: element === "." ? name : `${element}/${name}` };
        });
    });
}

function haengeAn(ast: Ast, { id, pfad }: Verbot): void {
  let hier = ast;
  for (const schritt of pfad.split("/")) {
    if (schritt.startsWith("@")) {
      hier.attribute.set(schritt.slice(1), [...(hier.attribute.get(schritt.slice(1)) ?? []), id]);
      return;
    }
    let weiter = hier.kinder.get(schritt);
    if (!weiter) {
      weiter = neuerAst();
      hier.kinder.set(schritt, weiter);
    }
    hier = weiter;
  }
  hier.ids.push(id);
}

/** Every forbidden thing below `k`. */
function suche(k: Knoten, ast: Ast, melde: (ids: readonly string[], knoten: Knoten) => void): void {
  if (ast.attribute.size > 0)
    for (const name in k.attribute) {
      const ids = ast.attribute.get(name);
      if (ids) melde(ids, k);
    }
  for (const kind of k.kinder) {
    const weiter = ast.kinder.get(kind.name);
    if (!weiter) continue;
    if (weiter.ids.length > 0) melde(weiter.ids, kind);
    if (weiter.kinder.size > 0 || weiter.attribute.size > 0) suche(kind, weiter, melde);
  }
}

const keine: readonly Knoten[] = [];

/**
 * One rule for each entry of the tables, and one walk over the document for all of them together: there are hundreds, and nearly never
 * does one find anything.
 */
export function regelnAus(syntax: Syntax, kuerzel: string, tafeln: readonly Tafel[]): readonly Regel[] {
  const verbote = tafeln.flatMap((tafel) => liesVerbote(kuerzel, tafel));
  const baeume = tafeln.map((tafel): Baum => {
    const ast = neuerAst();
    for (const verbot of liesVerbote(kuerzel, tafel)) haengeAn(ast, verbot);
    return { anlass: tafel[0], ast };
  });
  const gefunden = new WeakMap<Dokument, Map<string, Knoten[]>>();
  const funde = (d: Dokument): Map<string, Knoten[]> => {
    const bekannt = gefunden.get(d);
    if (bekannt) return bekannt;
    const neu = new Map<string, Knoten[]>();
    // The element the rule was last found broken for: a second find in the same one is no second finding.
    const zuletzt = new Map<string, Knoten>();
    for (const { anlass, ast } of baeume)
      for (const fuer of knotenFuer(d, anlass))
        suche(fuer, ast, (ids, knoten) => {
          for (const id of ids) {
            if (zuletzt.get(id) === fuer) continue;
            zuletzt.set(id, fuer);
            const bisher = neu.get(id);
            if (bisher) bisher.push(knoten);
            else neu.set(id, [knoten]);
          }
        });
    gefunden.set(d, neu);
    return neu;
  };
  return [...new Map(verbote.map((verbot) => [verbot.id, verbot])).values()].map(({ id, schwere, pfad }) => ({
    id,
    werk: "en16931" as const,
    syntax,
    schwere,
    bt: [],
    text: satz(pfad, schwere),
    pruefe: ({ dokument }) => funde(dokument).get(id) ?? keine,
  }));
}

function satz(pfad: string, schwere: Schwere): string {
  const name = pfad.split("/").at(-1) ?? pfad;
  const was = name.startsWith("@") ? `Das Attribut ${name.slice(1)}` : `Das Element ${name}`;
  const oben = pfad.includes("/") ? ` (in ${pfad.slice(0, pfad.lastIndexOf("/"))})` : "";
  return schwere === "fehler"
    ? `${was}${oben} darf in einer Rechnung nach EN 16931 nicht stehen. Entfernen Sie es.`
    : `${was}${oben} gehört nicht zu einer Rechnung nach EN 16931 und wird nicht ausgewertet. Lassen Sie es besser weg.`;
}
