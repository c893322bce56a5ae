// Milliseconds of processor time a document: the whole check (reading, build, rules, report) beside the official Schematron executed by saxon-js,
// on the same documents of the oracle folder; then the memory over 100,000 documents.
//   FACHWERK_ORAKEL=… node --import tsx bench/rechnung.ts   (ANZAHL: documents for the memory; SAXON: folder to keep saxon-js in)
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { pruefe } from "#rechnungspruefung";
import { orakelOrdner } from "../test/orakel/suite.ts";
import { ladeSchematron } from "./rechnung/saxon.ts";

const RUNDEN = 15;
const anzahl = Number(process.env.ANZAHL ?? 100_000);
const wurzel = join(orakelOrdner(), "rechnungen/kosit-testsuite");
if (!existsSync(wurzel)) {
  console.log(`Kein Ordner mit Orakeldaten (${orakelOrdner()}); FACHWERK_ORAKEL nennt ihn. Nichts gemessen.`);
  process.exit(0);
}
const dokumente = readdirSync(wurzel, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".xml"))
  .sort()
  .map((name) => ({ name, bytes: readFileSync(join(wurzel, name)) }));

const prozessorzeit = (arbeit: () => void): number => {
  const anfang = process.cpuUsage();
  arbeit();
  const { user, system } = process.cpuUsage(anfang);
  return (user + system) / 1000;
};
const median = (werte: readonly number[]) => [...werte].sort((a, b) => a - b)[Math.floor(werte.length / 2)] ?? Number.NaN;
const pruefeAlle = () => {
  for (const { name, bytes } of dokumente)
    if (!pruefe(name, bytes).gueltig) throw new Error(`${name} is refused: nothing to measure before that is mended`);
};

// Warm: a process that has seen some thousand invoices, as a worker has after a few minutes.
for (let runde = 0; runde < 4 * RUNDEN; runde++) pruefeAlle();
const unsere = median(Array.from({ length: RUNDEN }, () => prozessorzeit(pruefeAlle) / dokumente.length));
const eigenerOrdner = process.env.SAXON === undefined;
const ordner = process.env.SAXON ?? mkdtempSync(join(tmpdir(), "fachwerk-saxon-"));
const schematron = ladeSchematron(orakelOrdner(), ordner);
const texte = dokumente.map(({ bytes }) => bytes.toString("utf8"));
const fuehreAus = () => {
  for (const text of texte) schematron[text.includes("CrossIndustryInvoice") ? "cii" : "ubl"](text);
};
fuehreAus();
fuehreAus();
const deren = median(Array.from({ length: 5 }, () => prozessorzeit(fuehreAus) / dokumente.length));
if (eigenerOrdner) rmSync(ordner, { recursive: true });

const kilobyte = dokumente.reduce((summe, { bytes }) => summe + bytes.length, 0) / dokumente.length / 1000;
console.log(`${dokumente.length} documents, ${kilobyte.toFixed(0)} kB on average, processor time a document`);
console.log(`  official Schematron by saxon-js  ${deren.toFixed(2)} ms`);
console.log(`  Fachwerk, the whole check        ${unsere.toFixed(2)} ms   ${(deren / unsere).toFixed(0)} times as fast`);

setFlagsFromString("--expose-gc");
const raeumeAuf = runInNewContext("gc") as () => void;
const kleine = dokumente.filter(({ bytes }) => bytes.length < 50_000);
const staende: number[] = [];
for (let nummer = 0; nummer <= anzahl; nummer++) {
  const dokument = kleine[nummer % kleine.length];
  if (dokument) pruefe(dokument.name, dokument.bytes);
  if (nummer % Math.ceil(anzahl / 10) === 0) {
    raeumeAuf();
    staende.push(process.memoryUsage().heapUsed / 1_000_000);
  }
}
console.log(
  `  heap in MB while ${anzahl.toLocaleString("en")} documents are checked: ${staende.map((mb) => mb.toFixed(0)).join(" ")}`,
);
const gewachsen = (staende.at(-1) ?? 0) - (staende[1] ?? 0);
if (unsere > 2 || deren / unsere < 40 || gewachsen > 5) {
  console.log(`  MISSED: at most 2 ms, at least 40 times as fast, memory flat (grew by ${gewachsen.toFixed(1)} MB)`);
  process.exitCode = 1;
}
