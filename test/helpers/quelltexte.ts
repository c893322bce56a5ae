import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";

export type Import = { von: string; ziel: string };

/** All .ts and .tsx files below the folders, relative to the root. */
export function listeQuelltexte(wurzel: string, ordner: readonly string[]): string[] {
  return ordner
    .filter((name) => existsSync(join(wurzel, name)))
    .flatMap((name) => readdirSync(join(wurzel, name), { recursive: true, withFileTypes: true }))
    .filter((eintrag) => eintrag.isFile() && /\.tsx?$/.test(eintrag.name))
    .map((eintrag) => relative(wurzel, join(eintrag.parentPath, eintrag.name)))
    .sort();
}

const ohneKommentare = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");

// Statements begin a line: biome formats them so. A compiler would know more, but TypeScript 7 offers none to programs.
const ANWEISUNG = /^\s*(?:import|export)\b(?:[^"';]*?\bfrom)?\s*"([^"]+)"/gm;
const AUFRUF = /\bimport\(\s*"([^"]+)"/g;

export const liesImporte = (von: string, text: string): Import[] =>
  [ANWEISUNG, AUFRUF].flatMap((muster) =>
    [...ohneKommentare(text).matchAll(muster)].map((treffer) => ({ von, ziel: treffer[1] ?? "" })),
  );

/** The names a facade exports, as the outside sees them. */
export function facadeNames(text: string): string[] {
  const listen = [...ohneKommentare(text).matchAll(/export\s*(?:type\s*)?\{([^}]*)\}/g)].flatMap((treffer) =>
    (treffer[1] ?? "").split(","),
  );
  const listennamen = listen.map((eintrag) => eintrag.trim().split(/\s+/).at(-1) ?? "").filter((name) => name !== "");
  const eigene = [
    ...text.matchAll(/^export\s+(?:declare\s+)?(?:async\s+)?(?:const|let|function|class|type|interface)\s+(\w+)/gm),
  ];
  return [...listennamen, ...eigene.map((treffer) => treffer[1] ?? "")];
}
