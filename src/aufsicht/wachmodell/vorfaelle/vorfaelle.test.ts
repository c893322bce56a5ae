import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WachJob } from "../contract.ts";
import { type Auffaelligkeit, falteZuVorfaellen, genugMenge, teileEin } from "./falte.ts";

/** Three Mandanten with six jobs each; the first two of each run on the same system. */
const jobs: WachJob[] = ["A", "B", "C"].flatMap((mandant) =>
  [1, 2, 3, 4, 5, 6].map(
    (n): WachJob => ({ id: `${mandant}${n}`, mandant, system: n <= 2 ? "kasse" : `fach-${mandant}`, land: "NW" }),
  ),
);
const faellt = (job: string, score = 0.9, quelle: "regel" | "modell" = "modell"): Auffaelligkeit => ({
  job,
  score,
  quelle,
  satz: `${job} fällt auf`,
});
const gefaltet = (...auffaelligkeiten: Auffaelligkeit[]) =>
  falteZuVorfaellen(jobs, auffaelligkeiten).map(({ schluessel, auffaelligkeiten: darin }) => `${schluessel} (${darin.length})`);

describe("jobs that fail together are one Vorfall", () => {
  const faelle: Record<string, [Auffaelligkeit[], string[]]> = {
    nichts: [[], []],
    "ein Job": [[faellt("A3")], ["job:A3 (1)"]],
    "zwei Jobs eines Mandanten sind noch zwei": [
      [faellt("A3"), faellt("A4", 0.8)],
      ["job:A3 (1)", "job:A4 (1)"],
    ],
    "der halbe Mandant": [[faellt("A3"), faellt("A4"), faellt("A5")], ["mandant:A (3)"]],
    "ein System bei allen Mandanten": [[faellt("A1"), faellt("B1"), faellt("C2")], ["system:kasse (3)"]],
    "System und Mandant zugleich, jeder Job in einem": [
      [faellt("A1"), faellt("B1"), faellt("C1"), faellt("B3"), faellt("B4"), faellt("B5")],
      ["mandant:B (3)", "system:kasse (3)"],
    ],
    "schwache helfen mit, sind aber allein keiner": [
      [faellt("A3"), faellt("A4", 0.2), faellt("A5", 0.2), faellt("C3", 0.2)],
      ["mandant:A (3)"],
    ],
    "ganz schwache zählen nicht": [[faellt("A3"), faellt("A4", 0.1), faellt("A5", 0.1)], ["job:A3 (1)"]],
    "Regel und Modell zum selben Job": [[faellt("A3"), faellt("A3", 1, "regel")], ["job:A3 (2)"]],
    "unbekannter Job": [[faellt("X1")], []],
  };
  for (const [name, [auffaelligkeiten, erwartet]] of Object.entries(faelle))
    test(name, () => assert.deepEqual(gefaltet(...auffaelligkeiten).sort(), [...erwartet].sort()));
});

test("a budget of alarms: the first are called, the rest is grey, and what a rule says never is", () => {
  const vorfaelle = falteZuVorfaellen(jobs, [faellt("A3", 0.95), faellt("B3", 0.9), faellt("C3", 0.6), faellt("C4", 1, "regel")]);
  const { alarme, grau } = teileEin(vorfaelle, 2);
  assert.deepEqual(
    [alarme.map(({ schluessel }) => schluessel), grau.map(({ schluessel }) => schluessel)],
    [
      ["job:C4", "job:A3"],
      ["job:B3", "job:C3"],
    ],
  );
  assert.equal(teileEin(falteZuVorfaellen(jobs, [faellt("A3", 1, "regel"), faellt("B3", 1, "regel")]), 1).alarme.length, 2);
});

test("below the least volume the model keeps silent", () =>
  assert.deepEqual(
    [
      genugMenge({ wert: 0, erwartet: 3 }, 10),
      genugMenge({ wert: 12, erwartet: 3 }, 10),
      genugMenge({ wert: 0, erwartet: 40 }, 10),
    ],
    [false, true, true],
  ));
