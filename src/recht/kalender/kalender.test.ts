import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  alterAm,
  bekanntgabe,
  feiertage,
  geburtstag,
  istDatum,
  istWerktag,
  laender,
  leseDatum,
  monateVonBis,
  monatsfrist,
  ostersonntag,
  plusMonate,
  plusTage,
  tageZwischen,
  werktagAb,
  werktagBis,
  wochentag,
} from "./index.ts";

const tagImBestand = fc.integer({ min: 0, max: 4_700 }).map((tage) => plusTage("2017-01-05", tage));
const land = fc.constantFrom(...laender);

describe("days", () => {
  test("a day and some days on is what the Gregorian calendar of the machine says", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (tage) => {
        assert.equal(plusTage("2000-01-01", tage), new Date(Date.UTC(2000, 0, 1 + tage)).toISOString().slice(0, 10));
        assert.equal(tageZwischen("2000-01-01", plusTage("2000-01-01", tage)), tage);
      }),
    );
  });
  for (const [tag, nummer] of [
    ["2026-11-24", 2],
    ["2024-02-29", 4],
    ["2000-01-01", 6],
    ["1970-01-01", 4],
  ] as const)
    test(`${tag} is weekday ${nummer}`, () => assert.equal(wochentag(tag), nummer));
  for (const falsch of ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", ""])
    test(`„${falsch}“ is no day`, () => assert.equal(istDatum(falsch), false));
  for (const [eingabe, tag] of [
    ["4.3.2022", "2022-03-04"],
    [" 24.03.2022 ", "2022-03-24"],
    ["2022-03-04", "2022-03-04"],
    ["29.2.2023", undefined],
    ["morgen", undefined],
  ] as const)
    test(`„${eingabe}“ is read as ${tag ?? "no day"}`, () => assert.equal(leseDatum(eingabe), tag));
  test("31 January and a month is the last of February (§ 188 Abs. 3 BGB)", () =>
    assert.equal(plusMonate("2026-01-31", 1), "2026-02-28"));
  test("months run over the turn of the year", () =>
    assert.deepEqual(monateVonBis("2025-11", "2026-02"), ["2025-11", "2025-12", "2026-01", "2026-02"]));
});

describe("age", () => {
  const faelle = {
    "the day before the twelfth birthday": ["2014-11-25", "2026-11-24", 11],
    "on the twelfth birthday": ["2014-11-24", "2026-11-24", 12],
    "born on 29 February, on 28 February": ["2012-02-29", "2026-02-28", 13],
    "born on 29 February, on 1 March": ["2012-02-29", "2026-03-01", 14],
    "on the day of birth": ["2026-11-24", "2026-11-24", 0],
    "before birth": ["2026-11-25", "2026-11-24", -1],
  } as const;
  for (const [name, [geboren, tag, alter]] of Object.entries(faelle))
    test(name, () => assert.equal(alterAm(geboren, tag), alter));
  test("on a birthday the year is completed, the day before it is not", () => {
    fc.assert(
      fc.property(tagImBestand, fc.integer({ min: 1, max: 100 }), (geboren, alter) => {
        const tag = geburtstag(geboren, alter);
        return alterAm(geboren, tag) === alter && alterAm(geboren, plusTage(tag, -1)) === alter - 1;
      }),
    );
  });
});

describe("holidays", () => {
  for (const [jahr, tag] of [
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2019, "2019-04-21"],
  ] as const)
    test(`Easter ${jahr} is on ${tag}`, () => assert.equal(ostersonntag(jahr), tag));
  const faelle = {
    "Reformation Day 2017 everywhere": ["2017-10-31", laender],
    "Reformation Day since 2018 in the north and the east": [
      "2026-10-31",
      ["BB", "HB", "HH", "MV", "NI", "SN", "ST", "SH", "TH"],
    ],
    "Women's Day 2022 in Berlin only": ["2022-03-08", ["BE"]],
    "Women's Day 2023 in Mecklenburg as well": ["2023-03-08", ["BE", "MV"]],
    "8 May 2025 in Berlin": ["2025-05-08", ["BE"]],
    "Repentance Day 2026 in Saxony": ["2026-11-18", ["SN"]],
    "Corpus Christi 2026": ["2026-06-04", ["BW", "BY", "HE", "NW", "RP", "SL"]],
    "All Saints 2027": ["2027-11-01", ["BW", "BY", "NW", "RP", "SL"]],
    "Christmas Eve is none": ["2026-12-24", []],
  } as const;
  for (const [name, [tag, erwartet]] of Object.entries(faelle))
    test(name, () =>
      assert.deepEqual(laender.filter((each) => feiertage(Number(tag.slice(0, 4)), each).has(tag)).sort(), [...erwartet].sort()),
    );
  test("a working day is no holiday and no weekend; the next one is at most five days away", () => {
    fc.assert(
      fc.property(tagImBestand, land, (tag, each) => {
        const ab = werktagAb(tag, each);
        assert.ok(istWerktag(ab, each) && istWerktag(werktagBis(tag, each), each));
        assert.ok(tageZwischen(tag, ab) <= 5 && werktagBis(tag, each) <= tag);
      }),
    );
  });
  test("a year that nobody checked is refused", () => assert.throws(() => feiertage(2031, "NW"), /2031/));
});

describe("deadlines and announcement", () => {
  test("a month from 24 November ends on 24 December, a working day", () =>
    assert.equal(monatsfrist("2026-11-24", 1, "NW"), "2026-12-24"));
  test("a month from 25 November would end on Christmas, so on Monday 28 December", () =>
    assert.equal(monatsfrist("2026-11-25", 1, "NW"), "2026-12-28"));
  test("a month from 1 October 2027: All Saints in NW, not in NI", () => {
    assert.equal(monatsfrist("2027-10-01", 1, "NW"), "2027-11-02");
    assert.equal(monatsfrist("2027-10-01", 1, "NI"), "2027-11-01");
  });
  const am = (recht: "SGB X" | "VwVfG" | "AO", tag: string) => {
    const ergebnis = bekanntgabe(recht, { art: "brief", aufgegebenAm: tag }, "NW");
    return ergebnis.art === "bekanntgegeben" ? ergebnis.am : undefined;
  };
  test("posted on the last day of 2024: three days", () => assert.equal(am("SGB X", "2024-12-31"), "2025-01-03"));
  test("posted on the first day of 2025: four days", () => assert.equal(am("SGB X", "2025-01-01"), "2025-01-05"));
  test("the fiction of the SGB X stays on a Sunday, that of the AO moves on", () => {
    assert.equal(am("SGB X", "2026-11-25"), "2026-11-29");
    assert.equal(am("AO", "2026-11-25"), "2026-11-30");
  });
  test("VwVfG, mailbox: the day after retrieval, and nothing without", () => {
    const nie = bekanntgabe("VwVfG", { art: "postfach", benachrichtigtAm: "2026-11-24" }, "NW");
    assert.equal(nie.art, "nochNicht");
    const abgerufen = bekanntgabe("VwVfG", { art: "postfach", benachrichtigtAm: "2026-11-24", abgerufenAm: "2026-11-26" }, "NW");
    assert.equal(abgerufen.art === "bekanntgegeben" && abgerufen.am, "2026-11-27");
    assert.equal(
      bekanntgabe("VwVfG", { art: "postfach", benachrichtigtAm: "2026-11-24", abgerufenAm: "2026-12-05" }, "NW").art,
      "nochNicht",
    );
  });
});
