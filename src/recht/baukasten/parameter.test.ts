import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defineParameter, KeinSatz, mitSatz, type Satz, wieBekanntAm } from "./index.ts";

const satz = (gueltigAb: string, wert = 1, quelle = "BGBl. I S. 1"): Satz<number> => ({ gueltigAb, wert, quelle });
const parameter = (saetze: readonly Satz<number>[], geprueftBis = "2026-12-31") =>
  defineParameter({ schluessel: "probe", titel: "Probe", einheit: "Euro", saetze, geprueftBis });

describe("a figure of the law", () => {
  const probe = parameter([satz("2024-01-01", 10), satz("2025-07-01", 20)]);
  for (const [tag, wert] of [
    ["2024-01-01", 10],
    ["2025-06-30", 10],
    ["2025-07-01", 20],
    ["2026-12-31", 20],
  ] as const)
    test(`on ${tag} it is ${wert}`, () => assert.equal(probe.am(tag).wert, wert));
  for (const tag of ["2023-12-31", "2027-01-01"])
    test(`on ${tag} there is none: the neighbour's would be a guess`, () =>
      assert.throws(
        () => probe.am(tag),
        (error) => error instanceof KeinSatz && /kein Satz „Probe“ hinterlegt/.test(error.message),
      ));
});

describe("refused when it is written down", () => {
  const falsch: Record<string, [() => unknown, RegExp]> = {
    "two from the same day": [() => parameter([satz("2024-01-01"), satz("2024-01-01", 2)]), /überlappt/],
    "out of order": [() => parameter([satz("2025-01-01"), satz("2024-01-01")]), /überlappt/],
    "without a source": [() => parameter([satz("2024-01-01", 1, "")]), /nennt keine Quelle/],
    "a source of blanks": [() => parameter([satz("2024-01-01", 1, "  ")]), /nennt keine Quelle/],
    "no figure at all": [() => parameter([]), /kein Satz angegeben/],
    "from a day that is none": [() => parameter([satz("2024-02-30")]), /„2024-02-30“ ist kein Datum/],
    "checked up to a day that is none": [() => parameter([satz("2024-01-01")], "2026-13-31"), /„2026-13-31“ ist kein Datum/],
    "a negative amount": [() => parameter([satz("2024-01-01", -1)]), /ab 2024-01-01 nennt -1; negative Sätze gibt es nicht/],
    "no number": [() => parameter([satz("2024-01-01", Number.NaN)]), /nennt NaN, und das ist keine Zahl/],
    "a part of a cent": [() => parameter([satz("2024-01-01", 10.5)]), /nennt 10.5; Geld steht in ganzen Cent/],
    "an absurd amount": [() => parameter([satz("2024-01-01", 1e12)]), /mehr als eine Milliarde Euro/],
    "a negative amount deep in a table": [
      () =>
        defineParameter({
          schluessel: "tief",
          titel: "Tief",
          einheit: "Euro im Monat",
          saetze: [{ gueltigAb: "2024-01-01", wert: { kinder: [{ unter: 6, cent: -1 }] }, quelle: "BGBl." }],
          geprueftBis: "2026-12-31",
        }),
      /Tief: der Satz ab 2024-01-01 nennt -1/,
    ],
    "beyond the day it was checked": [() => parameter([satz("2027-01-01")]), /liegt nach dem geprüften Tag/],
  };
  for (const [name, [mach, meldung]] of Object.entries(falsch)) test(name, () => assert.throws(mach, meldung));
});

describe("when we knew it", () => {
  const berichtigt = parameter([
    satz("2024-01-01", 10),
    satz("2025-01-01", 20),
    { ...satz("2025-01-01", 25), bekanntSeit: "2025-05-12" },
    satz("2026-01-01", 30),
  ]);
  for (const [tag, heute, vorher] of [
    ["2024-06-30", 10, 10],
    ["2025-03-01", 25, 20],
    ["2026-03-01", 30, 30],
  ] as const)
    test(`for ${tag} it is ${heute}, and before the change was known ${vorher}`, () => {
      assert.equal(berichtigt.am(tag).wert, heute);
      assert.equal(wieBekanntAm(berichtigt, "2025-05-12").am(tag).wert, heute);
      assert.equal(wieBekanntAm(berichtigt, "2025-05-11").am(tag).wert, vorher);
    });
  test("a correction stands beside what it corrects", () =>
    assert.deepEqual(
      mitSatz(berichtigt, { ...satz("2025-01-01", 27), bekanntSeit: "2025-09-01" }).saetze.map(({ wert }) => wert),
      [10, 20, 25, 27, 30],
    ));
  test("where nothing was known yet there is no figure", () =>
    assert.throws(
      () => wieBekanntAm(parameter([{ ...satz("2025-01-01"), bekanntSeit: "2025-05-12" }]), "2025-05-11").am("2025-06-01"),
      KeinSatz,
    ));
  test("a parameter without later knowledge is the same object: nothing to replay", () => {
    const ohne = parameter([satz("2024-01-01")]);
    assert.equal(wieBekanntAm(ohne, "1999-01-01"), ohne);
  });
  const falsch: Record<string, [readonly Satz<number>[], RegExp]> = {
    "the same day twice, known no later": [
      [
        { ...satz("2024-01-01"), bekanntSeit: "2024-05-01" },
        { ...satz("2024-01-01"), bekanntSeit: "2024-05-01" },
      ],
      /überlappt/,
    ],
    "known on a day that is none": [[{ ...satz("2024-01-01"), bekanntSeit: "2024-05-32" }], /„2024-05-32“ ist kein Datum/],
    "a correction without a source": [
      [satz("2024-01-01"), { ...satz("2024-01-01", 2, ""), bekanntSeit: "2024-05-01" }],
      /keine Quelle/,
    ],
  };
  for (const [name, [saetze, meldung]] of Object.entries(falsch))
    test(`refused: ${name}`, () => assert.throws(() => parameter(saetze), meldung));
});
