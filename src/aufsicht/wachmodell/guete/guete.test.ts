import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { liesNachtlaeufe } from "./lies-nachtlaeufe.ts";
import { bestesF1, durchschnittspraezision, trefferImBudget } from "./masse.ts";
import { besteSchwelle, erfc, gleitendeGlocke, nabNormiert, nabRohwert, probezeit } from "./nab.ts";
import { Stromwacht } from "./stromwacht.ts";

describe("figures of detection", () => {
  const scores = [0.9, 0.8, 0.7, 0.6, 0.5];
  const wahr = (i: number) => [0, 2].includes(i);
  test("average precision by hand: (1/1 + 2/3) / 2", () => assert.equal(durchschnittspraezision(scores, wahr), (1 + 2 / 3) / 2));
  test("weights stand for points: a false one that counts ten", () =>
    assert.equal(
      durchschnittspraezision(scores, wahr, (i) => (i === 1 ? 10 : 1)),
      (1 + 2 / 12) / 2,
    ));
  test("best F1 by hand: two of three found right", () => assert.deepEqual(bestesF1(scores, wahr), { f1: 0.8, schwelle: 0.7 }));
  test("nothing true is nothing found", () =>
    assert.equal(
      durchschnittspraezision(scores, () => false),
      0,
    ));
  test("recall in a budget counts each day by itself", () => {
    const punkte = { tag: [1, 1, 1, 2, 2], score: [0.9, 0.8, 0.7, 0.1, 0.2] };
    assert.equal(trefferImBudget(punkte, (i) => [1, 2, 4].includes(i), 1).anteil, 1 / 3);
    assert.equal(trefferImBudget(punkte, (i) => [1, 2, 4].includes(i), 2).anteil, 2 / 3);
  });
  test("a perfect order has 1, and no order has more", () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ s: fc.float({ noNaN: true }), w: fc.boolean() }), { minLength: 1, maxLength: 30 }),
        (punkte) => {
          const wert = durchschnittspraezision(
            punkte.map(({ s }) => s),
            (i) => punkte[i]?.w === true,
          );
          const vollkommen = durchschnittspraezision(
            punkte.map(({ w }) => (w ? 1 : 0)),
            (i) => punkte[i]?.w === true,
          );
          assert.ok(wert >= 0 && wert <= vollkommen + 1e-12 && (vollkommen === 1 || !punkte.some(({ w }) => w)));
        },
      ),
    ));
});

describe("score of the Numenta benchmark", () => {
  const profil = { tp: 1, fp: 0.11, fn: 1 };
  const n = 1000;
  const fenster = [
    { von: 400, bis: 499 },
    { von: 700, bis: 799 },
  ];
  const mit = (...zeilen: number[]) => [
    { scores: Float64Array.from({ length: n }, (_, i) => (zeilen.includes(i) ? 1 : 0)), fenster },
  ];
  const wert = (...zeilen: number[]) => nabRohwert(mit(...zeilen), profil, 0.5);
  test("who never detects pays every window", () => assert.equal(wert(), -2));
  test("the first row of each window is perfect", () => assert.equal(nabNormiert(wert(400, 700), 2, profil), 100));
  test("earlier is worth more, and the second detection in a window nothing", () => {
    assert.ok(wert(400) > wert(450) && wert(450) > wert(499) && wert(499) > wert());
    assert.equal(wert(410, 450, 480), wert(410));
  });
  test("a false alarm costs all before the first window, little just behind one, all far behind it", () => {
    assert.equal(wert(300), -2 - 0.11);
    assert.ok(wert(501) > wert(560) && wert(560) > wert(699) && wert(501) > -2 - 0.01);
    assert.ok(
      Math.abs(nabRohwert([{ scores: mit(999)[0]?.scores ?? [], fenster: fenster.slice(0, 1) }], profil, 0.5) - (-1 - 0.11)) <
        1e-9,
    );
  });
  test("the probationary rows count neither way", () => {
    assert.equal(probezeit(n), 150);
    assert.equal(probezeit(20_000), 750);
    assert.equal(wert(149), -2);
    assert.equal(wert(150), -2 - 0.11);
  });
  test("the best threshold is the best of all", () => {
    const scores = Float64Array.from({ length: n }, (_, i) => ((i * 7919) % 1000) / 1000);
    const { schwelle, rohwert } = besteSchwelle([{ scores, fenster }], profil);
    for (let s = 0; s <= 1; s += 0.01) assert.ok(nabRohwert([{ scores, fenster }], profil, s) <= rohwert + 1e-9);
    assert.equal(nabRohwert([{ scores, fenster }], profil, schwelle), rohwert);
  });
  test("erfc at known places", () => {
    for (const [x, soll] of [
      [0, 1],
      [1, 0.157299207],
      [2, 0.004677735],
      [-1, 1.842700793],
    ] as const)
      assert.ok(Math.abs(erfc(x) - soll) < 2e-7);
  });
  test("the sliding Gaussian forgets: after 6,400 values on a new level that level is usual", () => {
    const werte = Array.from({ length: 14_000 }, (_, i) => (i < 7000 ? 0 : 100) + ((i * 7919) % 10));
    const glocke = gleitendeGlocke(werte);
    assert.ok((glocke[7000] ?? 0) > 0.999 && (glocke[13_900] ?? 1) < 0.99);
  });
});

describe("the watch on a stream", () => {
  const um = (i: number) => new Date(Date.UTC(2026, 0, 1) + i * 300_000);
  test("a jump is one alarm, not a hundred; what cannot be a number is none", () => {
    const wacht = new Stromwacht(1);
    const scores = Array.from({ length: 3000 }, (_, i) =>
      wacht.nimm(i === 1500 ? Number.NaN : 50 + ((i * 7919) % 13) + (i >= 2000 && i < 2030 ? 400 : 0), um(i)),
    );
    assert.ok(scores.every(Number.isFinite));
    assert.ok((scores[2000] ?? 0) > 0.9, `${scores[2000]}`);
    assert.ok(scores.filter((score, i) => score > 0.5 && i > 450).length <= 2);
  });
  test("constant for ever: never an alarm", () => {
    const wacht = new Stromwacht(1);
    assert.ok(Array.from({ length: 1000 }, (_, i) => wacht.nimm(7, um(i))).every((score) => score < 0.5));
  });
});

describe("files of nightly runs", () => {
  const jobs = "job,mandant,land\na,1,BY\nb,1,BE\n";
  test("an empty field is unknown, a zero is nothing", () => {
    const { zahlen, tage } = liesNachtlaeufe(jobs, "b,1,,0\na,5,6,7\n", "2026-01-01");
    assert.deepEqual([tage, ...zahlen], [3, 5, 6, 7, 1, Number.NaN, 0]);
  });
  const falsch: Record<string, [string, string, RegExp]> = {
    "fremder Job": [jobs, "c,1\n", /Zahlen, Zeile 1: Den Job „c“/],
    "kürzere Reihe": [jobs, "a,1,2\nb,1\n", /Zahlen, Zeile 2: 1 Tage statt 2/],
    "kein Land": ["job,mandant,land\na,1,XX\n", "a,1\n", /Jobs, Zeile 2: „XX“ ist kein Land/],
    "Spalte fehlt": ["job,land\na,BY\n", "a,1\n", /fehlt die Spalte „mandant“/],
  };
  for (const [name, [j, z, satz]] of Object.entries(falsch))
    test(name, () => assert.throws(() => liesNachtlaeufe(j, z, "2026-01-01"), satz));
});
