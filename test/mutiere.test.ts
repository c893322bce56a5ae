import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { z } from "zod";
import {
  defineParameter,
  defineSatzung,
  defineTafel,
  type Mandantenrecht,
  type Parameter,
  type Satzung,
  satzungAm,
  schlageNach,
} from "#baukasten";
import { bereiteVor } from "../scripts/mutiere/faelle.ts";
import { mutantenVon } from "../scripts/mutiere/mutanten.ts";
import { stellenIn } from "../scripts/mutiere/quelle.ts";
import { beobachteSatzungen } from "../scripts/mutiere/satzungen.ts";

const kopf = { schluessel: "probe", titel: "Probe", geprueftBis: "2026-12-31" };
const satz = defineParameter<{ grenze: number; stufen: number[] }>({
  ...kopf,
  einheit: "Euro im Monat",
  saetze: [
    { gueltigAb: "2025-01-01", wert: { grenze: 50_000, stufen: [1, 2] }, quelle: "§ 1" },
    { gueltigAb: "2026-01-01", wert: { grenze: 60_000, stufen: [3, 4] }, quelle: "§ 1" },
  ],
});
const tafel = defineTafel({
  ...kopf,
  treffer: "unique",
  spalten: { alter: { art: "zahl", titel: "Alter", ab: 0 } },
  saetze: [
    {
      gueltigAb: "2025-01-01",
      quelle: "§ 2",
      wert: [
        { wenn: { alter: { bis: 17 } }, dann: 100 },
        { wenn: { alter: { ab: 18 } }, dann: 200 },
      ],
    },
  ],
});
const offen = (parameter: unknown) => parameter as Parameter<unknown>;
const tage = ["2024-12-31", "2025-01-01", "2025-01-02", "2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"];
/** All that the parameter says on the days that matter. */
const sagt = (lies: (tag: string) => unknown) =>
  JSON.stringify(
    tage.map((tag) => {
      try {
        return lies(tag);
      } catch {
        return "keiner";
      }
    }),
  );

describe("a mutant changes the law by one step, and takes it back", () => {
  const lies: [string, Parameter<unknown>, (tag: string) => unknown, number][] = [
    ["figures, days and the day that was checked", offen(satz), (tag) => satz.am(tag).wert, 2 * (3 + 3 + 2 + 1)],
    [
      "a boundary on both of its sides",
      offen(tafel),
      (tag) => [17, 18, 19].map((alter) => schlageNach(tafel, tag, { alter })),
      2 * (2 + 1 + 1 + 1),
    ],
  ];
  for (const [name, parameter, was, zahl] of lies)
    test(name, async () => {
      const vorher = sagt(was);
      const mutanten = mutantenVon(parameter);
      assert.equal(mutanten.length, zahl);
      for (const mutant of mutanten) {
        const zurueck = await mutant.setze();
        assert.notEqual(sagt(was), vorher, mutant.name);
        zurueck();
        assert.equal(sagt(was), vorher, mutant.name);
      }
    });
});

describe("figures of a Satzung, which only the cases say", () => {
  const satzung = defineSatzung<{ satzCent: number; ab: number; bis: number }>({
    schluessel: "probe",
    titel: "Probe",
    einheit: "Cent im Jahr",
    form: z.object({ satzCent: z.int(), ab: z.int(), bis: z.int() }).refine(({ ab, bis }) => ab < bis),
  });
  const eintrag = (wert: unknown) => ({ gueltigAb: "2026-01-01", quelle: "Testwert", wert });
  const mandant: Mandantenrecht = {
    schluessel: "m",
    name: "M",
    land: "NW",
    satzungen: { probe: [eintrag({ satzCent: 5_000, ab: 1, bis: 2 })] },
    automatik: {},
  };
  const gelesen = () => satzungAm(mandant, satzung, "2026-06-01")?.wert;

  test("each by one step, and back; what its form refuses is none", () => {
    const beobachtet = beobachteSatzungen({ satzungen: [satzung as Satzung<unknown>] });
    const vorher = gelesen();
    const mutanten = beobachtet.mutanten();
    assert.deepEqual(
      mutanten.map(({ name }) => name.replace(/^probe\.(\w+) der Satzung: /, "$1 ")),
      ["satzCent 5000 → 5100", "satzCent 5000 → 4900", "ab 1 → 0", "bis 2 → 3"],
    );
    for (const mutant of mutanten) {
      const zurueck = mutant.setze() as () => void;
      assert.notDeepEqual(gelesen(), vorher, mutant.name);
      zurueck();
      assert.deepEqual(gelesen(), vorher, mutant.name);
    }
  });
});

describe("cases are run anew for each mutant, in this process", () => {
  const ordner = mkdtempSync(join(tmpdir(), "fachwerk-mutiere-"));
  after(() => rmSync(ordner, { recursive: true, force: true }));
  const schreibe = (name: string, text: string) => {
    const datei = join(ordner, name);
    writeFileSync(datei, text);
    return datei;
  };

  test("what is worked out outside of the cases is worked out again; the first that fails is named", async () => {
    schreibe("regel.mjs", "export const stand = { wert: 1 };");
    const datei = bereiteVor(
      schreibe(
        "faelle.test.ts",
        `import assert from "node:assert/strict";
import { describe, test as fall } from "node:test";
import { stand } from "./regel.mjs";
const doppelt: number = stand.wert * 2;
describe("x", () => {
  fall("one", () => assert.equal(stand.wert, stand.wert));
  fall("two", async () => assert.equal(doppelt, 2));
});`,
      ),
    );
    const { stand } = (await import(join(ordner, "regel.mjs"))) as { stand: { wert: number } };
    assert.equal(await datei.laufe(), undefined);
    stand.wert = 2;
    assert.equal(await datei.laufe(), "two");
    stand.wert = 1;
    assert.equal(await datei.laufe(), undefined);
  });
  test("comparisons and numbers of the law are found in the source of rules, others are not", () => {
    const datei = schreibe(
      "regeln.ts",
      `// a < b is a comment
const a = r.knoten("A", "§ 1", { x }, (f) => f.x >= euro(5));
const b: Array<number> = [f.tag < geburtstag(f.geboren, 12)];
// mutiere: same, nothing is taken from nothing
const c = f.x < 0 ? 0 : f.x;
`,
    );
    assert.deepEqual(
      stellenIn(datei).map(({ zeile, text }) =>
        `${zeile}: ${text.replace(/.*Zeichen \\d+: /, "")}`.replace(/^(\d+): .*: (.*)\)$/, "$1: $2"),
      ),
      ["2: >= → >", "3: < → <=", "2: 5 → 6", "2: 5 → 4", "3: 12 → 13", "3: 12 → 11"],
    );
  });
});
