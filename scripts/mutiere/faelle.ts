import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";

type Tu = () => unknown;
type Fall = { name: string; tue: Tu };
export type Testdatei = {
  datei: string;
  /** Runs the whole file anew, with what its imports hold now. @returns the name of the first case that fails, undefined if all hold */
  laufe(ersatz?: (url: string) => string): Promise<string | undefined>;
};

const geladen = new Map<string, Promise<Record<string, unknown>>>();
const lade = (url: string): Promise<Record<string, unknown>> => {
  let modul = geladen.get(url);
  if (!modul) {
    modul = import(url) as Promise<Record<string, unknown>>;
    geladen.set(url, modul);
  }
  return modul;
};

/** Properties are left out: they hold for any figures, so they notice none, and they take a hundred times as long. */
const ohneEigenschaften = async () => {
  const echt = (await import("fast-check")).default;
  return { default: { ...echt, assert: () => undefined } };
};

/**
 * A test file as a function that can be run as often as one likes, in this process: a mutant takes milliseconds. Everything in it is worked
 * out anew, also what stands outside of its cases. Importing it again instead would keep every run in memory for good.
 */
export function bereiteVor(datei: string): Testdatei {
  const einfuhren: { url: string; namen: string }[] = [];
  const quelle = stripTypeScriptTypes(readFileSync(datei, "utf8")).replace(
    /^import\s+([^;]*?)\s+from\s+"([^"]+)";/gm,
    (_, namen: string, woher: string) => {
      einfuhren.push({ url: woher.startsWith(".") ? pathToFileURL(resolve(dirname(datei), woher)).href : woher, namen });
      return bindung(namen, einfuhren.length - 1);
    },
  );
  if (/^\s*(import|export)\s/m.test(quelle)) throw new Error(`${datei}: cannot run what it imports or exports`);
  const rumpf = new (Object.getPrototypeOf(async () => undefined).constructor)("modul", quelle) as (
    modul: unknown[],
  ) => Promise<void>;
  let zuletzt: string | undefined;
  return {
    datei,
    async laufe(ersatz = (url) => url) {
      const faelle: Fall[] = [];
      const vorher: Tu[] = [];
      const module = await Promise.all(
        einfuhren.map(({ url }) => {
          if (url === "node:test") return sammler(faelle, vorher);
          return url === "fast-check" ? ohneEigenschaften() : lade(ersatz(url));
        }),
      );
      try {
        await rumpf(module);
        for (const tue of vorher) await tue();
      } catch (error) {
        return `(${String(error)})`;
      }
      // Who noticed the last mutant notices the next one more often than not.
      for (const { name, tue } of faelle.sort((a, b) => Number(b.name === zuletzt) - Number(a.name === zuletzt)))
        try {
          await tue();
        } catch {
          zuletzt = name;
          return name;
        }
      return undefined;
    },
  };
}

function bindung(namen: string, nummer: number): string {
  const [, ganz, einzeln] = /^(\w+)?\s*,?\s*(\{[^]*\})?$/.exec(namen.trim()) ?? [];
  return [
    ...(ganz ? [`const ${ganz} = modul[${nummer}].default;`] : []),
    ...(einzeln ? [`const ${einzeln.replaceAll(/\s+as\s+/g, ": ")} = modul[${nummer}];`] : []),
  ].join(" ");
}

/** Takes the cases instead of running them. */
function sammler(faelle: Fall[], vorher: Tu[]): Record<string, unknown> {
  const test = (name: string, ...mehr: unknown[]) => void faelle.push({ name, tue: mehr.at(-1) as Tu });
  const describe = (_name: string, ...mehr: unknown[]) => void (mehr.at(-1) as Tu)();
  const before = (tue: Tu) => void vorher.push(tue);
  return { test, it: test, describe, before, default: test };
}
