import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { formatiereKassenzeichen, leseKassenzeichen, pruefziffer, zieheKassenzeichen } from "./kassenzeichen.ts";

const gezogen = fc.infiniteStream(fc.nat()).map((strom) => zieheKassenzeichen((bis) => (strom.next().value ?? 0) % bis));

describe("the Kassenzeichen", () => {
  test("the check digit of ISO 7064 MOD 11,10: that of 0794 is 5", () => assert.equal(pruefziffer("0794"), 5));
  test("is read back however it is grouped", () =>
    fc.assert(
      fc.property(gezogen, (zeichen) => {
        assert.match(zeichen, /^[1-9]\d{11}$/);
        for (const geschrieben of [zeichen, formatiereKassenzeichen(zeichen), zeichen.replace(/(.{3})/g, "$1-").slice(0, 15)])
          assert.equal(leseKassenzeichen(` ${geschrieben} `), zeichen);
      }),
    ));
  test("one wrong digit is always noticed", () =>
    fc.assert(
      fc.property(gezogen, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 9 }), (zeichen, stelle, mehr) => {
        const falsch = [...zeichen];
        falsch[stelle] = String((Number(zeichen[stelle]) + mehr) % 10);
        assert.equal(leseKassenzeichen(falsch.join("")), undefined);
      }),
    ));
  test("what is none: letters, too short, too long, empty", () => {
    for (const unsinn of ["", "48120937114", "4812093711466", "48120937114A", "0000 0000 0000"])
      assert.equal(leseKassenzeichen(unsinn), undefined, unsinn);
  });
});
