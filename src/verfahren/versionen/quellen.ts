import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const wurzel = join(import.meta.dirname, "../../..");
const importe = /(?:from|import)\s*\(?\s*"(#[a-z]+|\.{1,2}\/[^"]+)"/g;

/** `#name` of the parts that pure law is made of; all others end the way, because rules cannot reach them. */
const rein = (() => {
  const { imports } = JSON.parse(readFileSync(join(wurzel, "package.json"), "utf8")) as { imports: Record<string, string> };
  return new Map(
    Object.entries(imports)
      .filter(([, pfad]) => pfad.startsWith("./src/recht/"))
      .map(([name, pfad]) => [name, join(wurzel, pfad)]),
  );
})();

const gelesene = new Map<string, { hash: string; ziele: string[] }>();

function liesQuelle(datei: string): { hash: string; ziele: string[] } {
  const bekannt = gelesene.get(datei);
  if (bekannt) return bekannt;
  const text = readFileSync(datei, "utf8");
  const ziele = [...text.matchAll(importe)].flatMap(([, ziel = ""]) => {
    const pfad = ziel.startsWith("#") ? rein.get(ziel) : join(dirname(datei), ziel);
    return pfad ? [pfad] : [];
  });
  const quelle = { hash: createHash("sha256").update(text).digest("hex"), ziele };
  gelesene.set(datei, quelle);
  return quelle;
}

/**
 * SHA-256 of every source file that a decision of this Leistung runs through: its own folder from `leistung.ts` on, and the pure law
 * below it (kit, calendar, money). Tests and files nothing imports are not in it. Read once a process: it is the text that was loaded at
 * the start, as long as nobody changes files under a running process.
 */
export function quellenVon(schluessel: string): Record<string, string> {
  const einstieg = join(wurzel, "leistungen", schluessel, "leistung.ts");
  if (!existsSync(einstieg)) throw new Error(`Zur Leistung „${schluessel}“ gibt es keinen Ordner leistungen/${schluessel}.`);
  const gesehen = new Map<string, string>();
  const offen = [einstieg];
  for (let datei = offen.pop(); datei !== undefined; datei = offen.pop()) {
    const pfad = relative(wurzel, datei).replaceAll("\\", "/");
    if (gesehen.has(pfad)) continue;
    const { hash, ziele } = liesQuelle(datei);
    gesehen.set(pfad, hash);
    offen.push(...ziele);
  }
  return Object.fromEntries([...gesehen].sort(([a], [b]) => (a < b ? -1 : 1)));
}
