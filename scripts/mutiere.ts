// `npm run mutiere -- <leistung>`: moves every figure, day and comparison of a service by one step and runs the service's own
// cases. A mutant that no case notices is a figure that could be wrong without anybody seeing it. Exit 1 where there is one.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Leistung, Parameter } from "#baukasten";
import { staende } from "#lohnsteuer";
import { bereiteVor, type Testdatei } from "./mutiere/faelle.ts";
import { type Mutant, mutantenVon } from "./mutiere/mutanten.ts";
import { istRegeldatei, setzeStelle, stellenIn } from "./mutiere/quelle.ts";
import { beobachteSatzungen } from "./mutiere/satzungen.ts";

const ordnerAller = join(import.meta.dirname, "../leistungen");
const gewaehlt = process.argv.slice(2).filter((wort) => !wort.startsWith("-"));
const unbekannt = gewaehlt.filter((name) => !existsSync(join(ordnerAller, name, "leistung.ts")));
if (gewaehlt.length === 0 || unbekannt.length > 0) {
  console.error(
    `Aufruf: npm run mutiere -- <leistung> …${unbekannt.map((name) => `\nDie Leistung „${name}“ gibt es nicht.`).join("")}`,
  );
  process.exit(2);
}

/** The parameters of the graph, and those that functions ask: whatever the folder exports. */
async function parameterIn(ordner: string, dateien: readonly string[]): Promise<Parameter<unknown>[]> {
  const gefunden = new Set<Parameter<unknown>>();
  for (const datei of dateien.filter((name) => !name.endsWith(".test.ts"))) {
    const modul = (await import(pathToFileURL(join(ordner, datei)).href)) as Record<string, unknown>;
    for (const wert of Object.values(modul)) {
      if (istParameter(wert)) gefunden.add(wert);
      const eintraege = (wert as Partial<Leistung> | null)?.regelwerk?.eintraege ?? [];
      for (const { bauplan } of eintraege) if (bauplan.art === "parameter" && !bauplan.satzung) gefunden.add(bauplan.parameter);
    }
  }
  return [...gefunden];
}
const istParameter = (wert: unknown): wert is Parameter<unknown> =>
  typeof wert === "object" && wert !== null && "saetze" in wert && "geprueftBis" in wert && "am" in wert;

type Ergebnis = { zahl: number; unbemerkt: string[] };
async function bemerkt(dateien: Testdatei[], ersatz?: (url: string) => string): Promise<boolean> {
  for (const [stelle, datei] of dateien.entries())
    if (await datei.laufe(ersatz)) {
      dateien.unshift(...dateien.splice(stelle, 1));
      return true;
    }
  return false;
}

async function leistungIn(ordner: string): Promise<Leistung | undefined> {
  const modul = (await import(pathToFileURL(join(ordner, "leistung.ts")).href)) as Record<string, unknown>;
  return Object.values(modul).find((wert): wert is Leistung => typeof wert === "object" && wert !== null && "regelwerk" in wert);
}

async function mutiere(name: string): Promise<Ergebnis> {
  const ordner = join(ordnerAller, name);
  const dateien = readdirSync(ordner).filter((datei) => datei.endsWith(".ts"));
  const tests = dateien.filter((datei) => datei.endsWith(".test.ts")).map((datei) => bereiteVor(join(ordner, datei)));
  const satzungen = beobachteSatzungen(await leistungIn(ordner));
  for (const each of tests) {
    const fehler = await each.laufe();
    if (fehler) throw new Error(`${each.datei} fails without any mutant: ${fehler}`);
  }
  const fremde = new Set<unknown>(staende);
  const figuren = [
    ...(await parameterIn(ordner, dateien)).flatMap((parameter) => mutantenVon(parameter, fremde)),
    ...satzungen.mutanten(),
  ];
  const unbemerkt: string[] = [];
  const halte = ({ art, name: was }: Pick<Mutant, "art" | "name">) => unbemerkt.push(`${art}: ${was}`);
  for (const mutant of figuren) {
    const zurueck = await mutant.setze();
    try {
      if (!(await bemerkt(tests))) halte(mutant);
    } finally {
      zurueck();
    }
  }
  const stellen = dateien
    .map((datei) => join(ordner, datei))
    .filter(istRegeldatei)
    .flatMap(stellenIn);
  for (const stelle of stellen)
    if (!(await bemerkt(tests, setzeStelle(stelle))))
      halte({ art: "Quelle", name: `${stelle.datei.slice(ordner.length + 1)}:${stelle.zeile} ${stelle.text}` });
  return { zahl: figuren.length + stellen.length, unbemerkt };
}

let offene = 0;
for (const name of gewaehlt) {
  const beginn = performance.now();
  const { zahl, unbemerkt } = await mutiere(name);
  offene += unbemerkt.length;
  for (const zeile of unbemerkt) console.log(`  ${zeile}`);
  const sekunden = ((performance.now() - beginn) / 1000).toFixed(1);
  console.log(`${name}: ${zahl} Mutanten, ${unbemerkt.length} unbemerkt (${sekunden} s)`);
}
process.exit(offene > 0 ? 1 : 0);
