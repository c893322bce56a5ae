import { readFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const gegenteil: Record<string, string> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
export type Stelle = { datei: string; zeile: number; text: string; quelle: string };

/** Numbers that the law speaks of, where a function names them itself: an age, an amount, what something is compared with. */
const zahlen = /(?:\bgeburtstag\([^()]+, |\beuro\(| (?:<=|>=|<|>|===) )(\d[\d_]*)(?![\w.])/g;

/** Every comparison in the source of rules put on its edge (`<` for `<=`), and every number one step up and down. */
export function stellenIn(datei: string): Stelle[] {
  const quelle = stripTypeScriptTypes(readFileSync(datei, "utf8"));
  const stelle = (von: number, alt: string, neu: string): Stelle[] => {
    const zeile = quelle.slice(quelle.lastIndexOf("\n", von) + 1, quelle.indexOf("\n", von)).trim();
    const davor = quelle.slice(0, von);
    // Samples are no rules; and where the edge makes no difference the source says why (`// mutiere: same, …` on the line above).
    if (/^(\/\/|\*|\/\*|proben:)/.test(zeile) || /\/\/ mutiere: same[^\n]*\n[^\n]*$/.test(davor)) return [];
    const nummer = davor.split("\n").length;
    const text = `${zeile} (Zeichen ${von - davor.lastIndexOf("\n")}: ${alt} → ${neu})`;
    return [{ datei, zeile: nummer, text, quelle: davor + neu + quelle.slice(von + alt.length) }];
  };
  return [
    ...[...quelle.matchAll(/ (<=|>=|<|>) /g)].flatMap(({ index, 1: zeichen = "" }) =>
      stelle(index + 1, zeichen, gegenteil[zeichen] ?? zeichen),
    ),
    ...[...quelle.matchAll(zahlen)].flatMap(({ index, 0: ganz, 1: ziffern = "" }) => {
      const zahl = Number(ziffern.replaceAll("_", ""));
      return [zahl + 1, zahl - 1].flatMap((neu) => stelle(index + ganz.length - ziffern.length, ziffern, String(neu)));
    }),
  ];
}

let stelle: Stelle | undefined;
let nummer = 0;
let ordner = "";
const eigene = (url: string) => url.startsWith("file:") && dirname(fileURLToPath(url.split("?")[0] ?? "")) === ordner;

/** A fresh copy of the service's modules in which one place is changed; everything outside of its folder is shared. */
export function setzeStelle(neu: Stelle): (url: string) => string {
  if (nummer === 0) hoere();
  stelle = neu;
  ordner = dirname(neu.datei);
  nummer++;
  const anhang = `?mutant=${nummer}`;
  return (url) => (eigene(url) ? `${url}${anhang}` : url);
}

function hoere(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const anhang = /\?mutant=\d+$/.exec(context.parentURL ?? "")?.[0];
      if (!anhang || !specifier.startsWith("./")) return next(specifier, context);
      const url = pathToFileURL(join(dirname(fileURLToPath((context.parentURL ?? "").split("?")[0] ?? "")), specifier)).href;
      return { url: `${url}${anhang}`, shortCircuit: true, format: "module" };
    },
    load(url, context, next) {
      if (!/\?mutant=\d+$/.test(url)) return next(url, context);
      const datei = fileURLToPath(url.split("?")[0] ?? "");
      const source = datei === stelle?.datei ? stelle.quelle : stripTypeScriptTypes(readFileSync(datei, "utf8"));
      return { format: "module", source, shortCircuit: true };
    },
  });
}

/** Where rules are written: files that build conditions or calculations. Facts, periods, pages, texts and evidence are proven by their own cases. */
export const istRegeldatei = (datei: string): boolean =>
  datei.endsWith(".ts") && !datei.endsWith(".test.ts") && /\br\.(knoten|rechne|runde)\b/.test(readFileSync(datei, "utf8"));
