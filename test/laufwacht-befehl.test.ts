import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { erfindeLaeufe } from "./helpers/nachtlaeufe.ts";

const TAGE = 330;
const LERNEN_BIS = 299;
const ordner = mkdtempSync(join(tmpdir(), "fachwerk-laufwacht-"));
after(() => rmSync(ordner, { recursive: true, force: true }));

const { bestand, etiketten } = erfindeLaeufe({
  saat: 3,
  mandanten: 3,
  jobs: 8,
  tage: TAGE,
  lernenBis: LERNEN_BIS + 1,
  fehlerrate: 0.02,
});
const pfad = (name: string) => join(ordner, name);
writeFileSync(
  pfad("jobs.csv"),
  ["job,mandant,land", ...bestand.jobs.map(({ id, mandant, land }) => `${id},${mandant},${land}`)].join("\n"),
);
const reihen = bestand.jobs.map(({ id }, j) => [id, ...bestand.zahlen.subarray(j * TAGE, (j + 1) * TAGE)].join(","));
writeFileSync(pfad("zahlen.csv.gz"), gzipSync(reihen.join("\n")));
writeFileSync(pfad("etiketten.csv"), ["job,tag,art", ...etiketten.map(({ j, t, art }) => `${j},${t},${art}`)].join("\n"));

const rufe = (...argumente: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "src/cli.ts", "laufwacht", ...argumente], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
    maxBuffer: 64e6,
  });
const dateien = ["--jobs", pfad("jobs.csv"), "--zahlen", pfad("zahlen.csv.gz"), "--lernen-bis", String(LERNEN_BIS)];

describe("fachwerk laufwacht", () => {
  test("bewerte --json: one line a judged point, in the form that was agreed", () => {
    const { stdout, status, stderr } = rufe("bewerte", ...dateien, "--json");
    assert.equal(status, 0, stderr);
    const punkte = stdout
      .trim()
      .split("\n")
      .map((zeile) => JSON.parse(zeile) as Record<string, number>);
    assert.equal(punkte.length, bestand.jobs.length * (TAGE - LERNEN_BIS - 1));
    for (const punkt of punkte) {
      assert.deepEqual(Object.keys(punkt), ["job", "tag", "wert", "erwartet", "streuung", "score"]);
      assert.ok(Object.values(punkt).every(Number.isFinite), JSON.stringify(punkt));
      assert.ok((punkt.score ?? -1) >= 0 && (punkt.score ?? 2) <= 1 && (punkt.tag ?? 0) > LERNEN_BIS);
    }
  });

  test("pruefe: figures of the watch beside the regression and weekday z-score", () => {
    const { stdout, status, stderr } = rufe("pruefe", ordner, "--lernen-bis", String(LERNEN_BIS), "--json");
    assert.equal(status, 0, stderr);
    const gutachten = JSON.parse(stdout) as Record<
      "wacht" | "regression" | "wochentagsZ",
      { durchschnittspraezision: number; jeArt: object }
    >;
    for (const wer of ["wacht", "regression", "wochentagsZ"] as const) assert.ok(gutachten[wer].durchschnittspraezision > 0, wer);
    assert.ok(gutachten.wacht.durchschnittspraezision > gutachten.wochentagsZ.durchschnittspraezision);
    assert.deepEqual(Object.keys(gutachten.wacht.jeArt).sort(), [...new Set(etiketten.map(({ art }) => art))].sort());
  });

  const falsch: Record<string, [string[], number, RegExp]> = {
    "kein Ordner": [["pruefe"], 2, /Es fehlt der Ordner/],
    "keine Dateien": [["bewerte", "--json"], 2, /Es fehlen --jobs oder --zahlen/],
    "Tag hinter den Daten": [["bewerte", ...dateien.slice(0, 4), "--lernen-bis", "5000"], 2, /die Daten enden mit Tag 329/],
    "zu wenige Tage": [["bewerte", ...dateien.slice(0, 4), "--lernen-bis", "30"], 1, /Zum Lernen braucht es 120 Tage/],
    "vertauschte Dateien": [
      ["bewerte", "--jobs", pfad("zahlen.csv.gz"), "--zahlen", pfad("jobs.csv")],
      1,
      /fehlt die Spalte „job“/,
    ],
  };
  for (const [name, [argumente, ende, satz]] of Object.entries(falsch))
    test(`${name}: a sentence, not a stack`, () => {
      const { status, stderr } = rufe(...argumente);
      assert.equal(status, ende, stderr);
      assert.match(stderr, satz);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });
});
