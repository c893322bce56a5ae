import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { monatVon } from "#kalender";
import { erwerb, imLebensmonat, lohn, monateVor, plan, wert } from "./musterfall.ts";
import { lebensmonatVon } from "./plan.ts";

const geboren = "2026-03-10";
const vorher = monateVor(geboren);
const steuern = (steuerklasse: number, ...erwerbVor: unknown[]) =>
  wert(imLebensmonat({ steuerklasse, erwerbVor }), "abzüglich Steuern vor der Geburt");

describe("on the edge", () => {
  test("as much from self-employment as from wages is taxed by the class, a cent a month more as in class IV", () => {
    assert.equal(steuern(3, lohn(geboren, 300_000), erwerb("selbstaendig", vorher, 289_750)), -63_000);
    assert.equal(steuern(3, lohn(geboren, 300_000), erwerb("selbstaendig", vorher, 289_751)), -108_216);
  });
  test("the smallest wage is a wage: with its Pauschbetrag", () => {
    const selbst = erwerb("selbstaendig", vorher, 300_000);
    assert.equal(steuern(1, selbst, erwerb("angestellt", vorher.slice(0, 1), 0)), -33_500);
    assert.equal(steuern(1, selbst, erwerb("angestellt", vorher.slice(0, 1), 1)), -30_650);
  });
  test("only a month with income is one, be it a cent", () => {
    const monate = [1, 2, 3].map((nummer) => monatVon(lebensmonatVon(geboren, nummer)));
    const nachher = [0, 1, 100_000].map((cent, stelle) => erwerb("angestellt", monate.slice(stelle, stelle + 1), cent));
    const im = (nummer: number) => imLebensmonat({ erwerbNach: nachher, plan: plan("BBBB") }, nummer);
    assert.equal(wert(im(1), "Monate mit Basiselterngeld und Einnahmen"), 2);
    assert.deepEqual(
      [1, 2, 3, 4].map((nummer) => wert(im(nummer), "Einnahmen in diesem Lebensmonat")),
      [false, true, true, false],
    );
  });
  test("before the first Lebensmonat the child is not born", () => {
    assert.equal(wert(imLebensmonat({}, 0), "Kind ist geboren"), false);
    assert.equal(wert(imLebensmonat({}, 1), "Kind ist geboren"), true);
  });
  test("the month that is judged must itself be without a gap", () => {
    const lueckenlos = (text: string, nummer: number) =>
      wert(imLebensmonat({ plan: plan(text) }, nummer), "Elterngeld Plus ohne Lücke");
    assert.equal(lueckenlos("BBBBBBBBBBBBBBPP", 16), true);
    assert.equal(lueckenlos("BBBBBBBBBBBBBBP", 16), false);
  });
});
