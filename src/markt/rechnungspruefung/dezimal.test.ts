import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { durch, gleich, liesDezimal, mal, minus, plus, runde, schreibe, vergleiche } from "./dezimal.ts";

const d = (text: string) => {
  const gelesen = liesDezimal(text);
  assert.ok(gelesen, text);
  return gelesen;
};
const figur = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 8 }))
  .map(([ganz, stellen]) => ({ ganz, stellen }));

describe("decimals", () => {
  test("are what XML Schema calls one, and nothing else", () => {
    for (const [text, erwartet] of Object.entries({
      "1.20": "1,20",
      " -0.5\n": "-0,50",
      "+7": "7,00",
      ".5": "0,50",
      "5.": "5,00",
      "-.25": "-0,25",
    }))
      assert.equal(schreibe(d(text)), erwartet);
    for (const text of ["", ".", "-", "1,5", "1e3", "NaN", "1 2", "0x1", "٣", "9".repeat(61)])
      assert.equal(liesDezimal(text), undefined, text);
  });

  test("round a half up, towards positive infinity", () => {
    for (const [text, erwartet] of Object.entries({
      "0.005": "0,01",
      "-0.005": "0,00",
      "1.005": "1,01",
      "2.4949": "2,49",
      "-2.5051": "-2,51",
      "7": "7,00",
    }))
      assert.equal(schreibe(runde(d(text), 2)), erwartet, text);
  });

  test("divide to eighteen places, cut off", () => {
    assert.equal(schreibe(durch(d("1"), d("3"))), `0,${"3".repeat(18)}`);
    assert.throws(() => durch(d("1"), d("0")), RangeError);
  });

  test("add, subtract, multiply exactly; rounding moves by at most half a unit", () => {
    fc.assert(
      fc.property(figur, figur, (a, b) => {
        assert.ok(gleich(minus(plus(a, b), b), a));
        assert.ok(gleich(mal(a, b), mal(b, a)));
        assert.equal(vergleiche(a, b), -vergleiche(b, a) || 0);
        const abstand = minus(runde(a, 2), a);
        assert.ok(vergleiche(abstand, { ganz: -5n, stellen: 3 }) > 0 && vergleiche(abstand, { ganz: 5n, stellen: 3 }) <= 0);
      }),
    );
  });
});

test("a figure with a hundred thousand blanks inside costs no time", () => {
  const beginn = performance.now();
  assert.equal(liesDezimal(`1${" ".repeat(100_000)}1`), undefined);
  assert.deepEqual(liesDezimal(`${" ".repeat(100_000)}1.5${"\n".repeat(100_000)}`), { ganz: 15n, stellen: 1 });
  assert.ok(performance.now() - beginn < 1_000);
});
