import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { defineParameter, KeinSatz, type Satz } from "./index.ts";

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
    "beyond the day it was checked": [() => parameter([satz("2027-01-01")]), /liegt nach dem geprüften Tag/],
  };
  for (const [name, [mach, meldung]] of Object.entries(falsch)) test(name, () => assert.throws(mach, meldung));
});
