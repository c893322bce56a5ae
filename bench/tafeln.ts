// One decision table, four rows by Land and age, three ways: our kit (dated rows, trace), feelin (a FEEL interpreter) and zen-engine (a
// decision engine in Rust). The two are fetched into a folder of their own for this run; the project does not depend on them.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beginneRegelwerk, defineTafel, werteAus } from "#baukasten";

const PAKETE = { feelin: "8.2.0", "@gorules/zen-engine": "0.54.0" };
const TAG = "2026-03-10";
type Fall = { land: "NW" | "NI"; alter: number };
const faelle: readonly [Fall, number][] = [
  [{ land: "NW", alter: 17 }, 45_738],
  [{ land: "NW", alter: 18 }, 91_319],
  [{ land: "NW", alter: 60 }, 47_300],
  [{ land: "NI", alter: 40 }, 45_000],
];
type Weg = { name: string; rechne(fall: Fall): unknown | Promise<unknown> };

function unserer(): Weg[] {
  const tafel = defineTafel({
    schluessel: "satz",
    titel: "Satz nach Land und Alter",
    treffer: "unique",
    spalten: { land: { art: "auswahl", titel: "Land", werte: ["NW", "NI"] }, alter: { art: "zahl", titel: "Alter", ab: 0 } },
    saetze: [
      {
        gueltigAb: "2026-01-01",
        quelle: "bench",
        wert: [
          { wenn: { land: "NW", alter: { unter: 18 } }, dann: 45_738 },
          { wenn: { land: "NW", alter: { ab: 18, unter: 60 } }, dann: 91_319 },
          { wenn: { land: "NW", alter: { ab: 60 } }, dann: 47_300 },
          { wenn: { land: "NI" }, dann: 45_000 },
        ],
      },
    ],
    geprueftBis: "2026-12-31",
  });
  const r = beginneRegelwerk("bench", "1");
  const angaben = { klaertDurch: "bench", quelle: "person" } as const;
  const land = r.fakt<"NW" | "NI">("land", { titel: "Land", ...angaben, proben: ["NW", "NI"] });
  const alter = r.fakt<number>("alter", { titel: "Alter", ...angaben, proben: [0] });
  const satz = r.tafel(tafel, "bench", { land, alter });
  const anspruch = r.knoten("Immer", "bench", { satz }, () => true);
  const regelwerk = r.schliesse({ anspruch, betrag: satz, rechenweg: [] });
  return [
    { name: "Fachwerk, value of every node", rechne: (fall) => werteAus(regelwerk, fall, TAG).betragCent },
    {
      name: "Fachwerk, lines of the trace, row named",
      rechne: (fall) => werteAus(regelwerk, fall, TAG).spur.find(({ art }) => art === "tafel")?.wert,
    },
  ];
}

type Feelin = { evaluate(ausdruck: string, kontext: object): { value: unknown } };
type Zen = { ZenEngine: new () => { createDecision(inhalt: Buffer): Entscheider; dispose(): void } };
type Entscheider = { evaluate(kontext: object, wahl?: { trace: boolean }): Promise<{ result: { cent: number } }> };

async function andere(ordner: string): Promise<{ wege: Weg[]; ende(): void }> {
  const von = createRequire(join(ordner, "package.json"));
  const { evaluate } = (await import(pathToFileURL(join(ordner, "node_modules/feelin/dist/index.js")).href)) as Feelin;
  const { ZenEngine } = von("@gorules/zen-engine") as Zen;
  const feel =
    'if land = "NW" and alter < 18 then 45738 else if land = "NW" and alter >= 18 and alter < 60 then 91319 else if land = "NW" and alter >= 60 then 47300 else if land = "NI" then 45000 else null';
  const ort = { x: 0, y: 0 };
  const tabelle = {
    hitPolicy: "first",
    inputs: [
      { id: "l", name: "Land", field: "land" },
      { id: "a", name: "Alter", field: "alter" },
    ],
    outputs: [{ id: "c", name: "Cent", field: "cent" }],
    rules: [
      { _id: "1", l: '"NW"', a: "< 18", c: "45738" },
      { _id: "2", l: '"NW"', a: "[18..60)", c: "91319" },
      { _id: "3", l: '"NW"', a: ">= 60", c: "47300" },
      { _id: "4", l: '"NI"', a: "", c: "45000" },
    ],
  };
  const nodes = [
    { id: "in", name: "in", type: "inputNode", position: ort },
    { id: "t", name: "t", type: "decisionTableNode", position: ort, content: tabelle },
    { id: "out", name: "out", type: "outputNode", position: ort },
  ];
  const edges = [
    { id: "1", sourceId: "in", targetId: "t", type: "edge" },
    { id: "2", sourceId: "t", targetId: "out", type: "edge" },
  ];
  const maschine = new ZenEngine();
  const zen = maschine.createDecision(Buffer.from(JSON.stringify({ nodes, edges })));
  const wege: Weg[] = [
    { name: "feelin, one expression (parsed each time)", rechne: (fall) => evaluate(feel, fall).value },
    { name: "zen-engine", rechne: async (fall) => (await zen.evaluate(fall)).result.cent },
    { name: "zen-engine, with its trace", rechne: async (fall) => (await zen.evaluate(fall, { trace: true })).result.cent },
  ];
  return { wege, ende: () => maschine.dispose() };
}

/** A second of processor time of the whole process: zen-engine works on threads of its own. */
async function jeSekunde({ rechne }: Weg, anzahl: number): Promise<number> {
  const beginn = process.cpuUsage();
  for (let stelle = 0; stelle < anzahl; stelle++) {
    const ergebnis = rechne(faelle[stelle % faelle.length]?.[0] as Fall);
    if (ergebnis instanceof Promise) await ergebnis;
  }
  const { user, system } = process.cpuUsage(beginn);
  return (anzahl * 1e6) / (user + system);
}

async function messe(weg: Weg): Promise<number> {
  for (const [fall, erwartet] of faelle)
    if ((await weg.rechne(fall)) !== erwartet) throw new Error(`${weg.name} differs for ${JSON.stringify(fall)}`);
  const anzahl = Math.ceil((await jeSekunde(weg, 2_000)) / 4);
  await jeSekunde(weg, anzahl);
  const runden: number[] = [];
  for (let nummer = 0; nummer < 5; nummer++) runden.push(await jeSekunde(weg, anzahl));
  return runden.sort((a, b) => a - b)[2] ?? 0;
}

export async function messeTafeln(): Promise<void> {
  const ordner = mkdtempSync(join(tmpdir(), "fachwerk-bench-"));
  let fremde: Awaited<ReturnType<typeof andere>> | undefined;
  try {
    writeFileSync(join(ordner, "package.json"), '{"private":true}');
    const wunsch = Object.entries(PAKETE).map(([name, version]) => `${name}@${version}`);
    execFileSync("npm", ["install", ...wunsch, "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: ordner, stdio: "pipe" });
    fremde = await andere(ordner);
  } catch (error) {
    console.log(`\nfeelin and zen-engine are not measured: ${String(error).split("\n")[0]}`);
  }
  const ergebnisse: [string, number][] = [];
  for (const weg of [...unserer(), ...(fremde?.wege ?? [])]) ergebnisse.push([weg.name, await messe(weg)]);
  fremde?.ende();
  rmSync(ordner, { recursive: true, force: true });
  const mass = ergebnisse[1]?.[1] ?? 1;
  console.log(`\n${"one table of four rows".padEnd(44)}${"rate".padStart(10)}${"ours, traced, to it".padStart(22)}`);
  for (const [name, rate] of ergebnisse)
    console.log(
      `${name.padEnd(44)}${Math.round(rate).toLocaleString("en").padStart(10)}${(mass / rate).toFixed(1).padStart(22)}`,
    );
}
