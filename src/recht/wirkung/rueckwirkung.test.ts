import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entscheide } from "#baukasten";
import { getLeistung } from "#leistungen";
import { gelesen, kontext, uv } from "../../../test/helpers/unterhaltsvorschuss.ts";
import { berechneNeu, leistungWieBekanntAm, wendeAn } from "./index.ts";

const wohngeld = getLeistung("wohngeld");

describe("a figure that the law changed for days gone by", () => {
  const aenderung = { ...gelesen(uv, "mindestunterhalt=[50000,56000,66000]", "2026-09-01"), bekanntSeit: "2026-10-15" };
  const jetzt = wendeAn(uv, [aenderung]);
  const damals = leistungWieBekanntAm(jetzt, "2026-07-12");
  const gespeichert = entscheide(uv, kontext());

  test("what was decided before can be replayed to the hash", () =>
    assert.equal(entscheide(damals, kontext()).hash, gespeichert.hash));
  test("months from its day on differ, those before do not", () => {
    const neu = berechneNeu(damals, jetzt, kontext(), gespeichert, "bewilligt");
    assert.deepEqual(neu, {
      betroffen: true,
      nachvollzogen: true,
      ergebnisBisher: "bewilligt",
      ergebnisNeu: "bewilligt",
      unterschiede: [{ art: "monat", name: "", von: "2026-09", bis: "2026-12", bisherCent: 22_700, neuCent: 24_100 }],
      differenzCent: 4 * 1_400,
      forderungCent: 0,
    });
  });
  test("a refusal can become a grant", () => {
    const abgelehnt = entscheide(uv, kontext(22_700));
    const neu = berechneNeu(damals, jetzt, kontext(22_700), abgelehnt, "abgelehnt");
    assert.equal(neu.ergebnisNeu, "bewilligt");
    assert.deepEqual(neu.unterschiede, [
      { art: "monat", name: "", von: "2026-09", bis: "2026-12", bisherCent: 0, neuCent: 1_400 },
    ]);
  });
  test("who was decided after it was known is not struck", () => {
    const danach = leistungWieBekanntAm(jetzt, "2026-10-15");
    assert.equal(danach, jetzt);
    const neu = berechneNeu(danach, jetzt, kontext(), entscheide(jetzt, kontext()), "bewilligt");
    assert.deepEqual([neu.betroffen, neu.unterschiede], [false, []]);
  });
  test("a figure that this case never used strikes nobody", () => {
    const andere = wendeAn(uv, [{ ...gelesen(uv, "kindergeldErstesKind=300", "2030-01-01"), bekanntSeit: "2026-10-15" }]);
    assert.equal(
      berechneNeu(leistungWieBekanntAm(andere, "2026-07-12"), andere, kontext(), gespeichert, "bewilligt").betroffen,
      false,
    );
  });
  test("what a person decided against the rules is left to a person", () => {
    const neu = berechneNeu(damals, jetzt, kontext(), gespeichert, "abgelehnt");
    assert.deepEqual([neu.betroffen, neu.ergebnisNeu, neu.unterschiede], [true, "offen", []]);
  });
  test("a decision of rules that are no more is not replayed, and says so", () => {
    const neu = berechneNeu(damals, jetzt, kontext(), { ...gespeichert, hash: "von früher" }, "bewilligt");
    assert.deepEqual([neu.betroffen, neu.nachvollzogen], [true, false]);
  });
  test("without any later knowledge nothing is replaced", () =>
    assert.equal(leistungWieBekanntAm(wohngeld, "2020-01-01"), wohngeld));
});
