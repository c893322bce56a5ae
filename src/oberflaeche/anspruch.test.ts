import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Einschaetzung, type Lebensangaben, schaetzeEin } from "#baukasten";
import { findLeistung, leistungen } from "#leistungen";
import { leseLebensangaben } from "./anspruch.ts";

const wo = { heute: "2026-11-28", land: "NW", plz: "00401" };
const nichts: Lebensangaben = {
  ...wo,
  kinderalter: [],
  kindErwartet: false,
  allein: undefined,
  unterhalt: undefined,
  bruttoCent: undefined,
  warmmieteCent: undefined,
  beziehtSgb: undefined,
  blind: undefined,
  deutschOderEu: undefined,
};
const deutsch = { deutschOderEu: true } as const;
const von = (schluessel: string, angaben: Partial<Lebensangaben>): Einschaetzung[] => {
  const leistung = findLeistung(schluessel);
  return leistung ? schaetzeEin(leistung, { ...nichts, ...angaben }) : [];
};

const faelle: Record<string, [string, Partial<Lebensangaben>, string]> = {
  "Kindergeld, Kind 3": ["kindergeld", { kinderalter: [3], allein: true, ...deutsch }, "dafuer"],
  "Kindergeld, Kind 17": ["kindergeld", { kinderalter: [17], allein: false, ...deutsch }, "dafuer"],
  "Kindergeld, Kind 18: was macht es?": ["kindergeld", { kinderalter: [18], allein: true, ...deutsch }, "unklar"],
  "Kindergeld, Kind 25: nur mit einer Behinderung": ["kindergeld", { kinderalter: [25], allein: true, ...deutsch }, "unklar"],
  "Kindergeld ohne Kind": ["kindergeld", {}, ""],
  "Kindergeld, kein deutscher Pass: der Titel entscheidet": [
    "kindergeld",
    { kinderalter: [3], allein: true, deutschOderEu: false },
    "unklar",
  ],
  "Unterhaltsvorschuss, allein, nichts": [
    "unterhaltsvorschuss",
    { kinderalter: [5], allein: true, unterhalt: "nichts", ...deutsch },
    "dafuer",
  ],
  "Unterhaltsvorschuss, allein, etwas: wie viel?": [
    "unterhaltsvorschuss",
    { kinderalter: [5], allein: true, unterhalt: "etwas", ...deutsch },
    "unklar",
  ],
  "Unterhaltsvorschuss, mit Partner": ["unterhaltsvorschuss", { kinderalter: [5], allein: false, ...deutsch }, "eherNicht"],
  "Unterhaltsvorschuss, Kind 18": [
    "unterhaltsvorschuss",
    { kinderalter: [18], allein: true, unterhalt: "nichts", ...deutsch },
    "eherNicht",
  ],
  "Wohngeld, wenig Lohn": [
    "wohngeld",
    { allein: true, bruttoCent: [100_000, 110_000], warmmieteCent: 60_000, beziehtSgb: false, ...deutsch },
    "dafuer",
  ],
  "Wohngeld, viel Lohn": [
    "wohngeld",
    { allein: true, bruttoCent: [700_000, 2_000_000], warmmieteCent: 60_000, beziehtSgb: false, ...deutsch },
    "eherNicht",
  ],
  "Wohngeld, Band über der Grenze": [
    "wohngeld",
    { allein: true, bruttoCent: [100_000, 700_000], warmmieteCent: 60_000, beziehtSgb: false, ...deutsch },
    "unklar",
  ],
  "Wohngeld mit Bürgergeld": [
    "wohngeld",
    { allein: true, bruttoCent: [0, 100_000], warmmieteCent: 60_000, beziehtSgb: true, ...deutsch },
    "eherNicht",
  ],
  "Elterngeld, neugeboren": [
    "elterngeld",
    { kinderalter: [0], allein: false, bruttoCent: [300_000, 450_000], ...deutsch },
    "dafuer",
  ],
  "Elterngeld, Kind 3": ["elterngeld", { kinderalter: [3], ...deutsch }, ""],
  "Elterngeld, über der Grenze": [
    "elterngeld",
    { kinderalter: [0], allein: true, bruttoCent: [1_600_000, 2_000_000], ...deutsch },
    "eherNicht",
  ],
  "Blindengeld, Merkzeichen": ["blindengeld", { blind: "merkzeichen" }, "dafuer"],
  "Blindengeld ohne Merkzeichen": ["blindengeld", { blind: "vielleicht" }, "unklar"],
  "Blindengeld, Land ohne Satz: dem Grunde nach": ["blindengeld", { blind: "merkzeichen", land: "BY" }, "dafuer"],
};
describe("a few answers lead to", () => {
  for (const [name, [schluessel, angaben, erwartet]] of Object.entries(faelle))
    test(`${name}: ${erwartet || "nothing to say"}`, () => {
      const [einschaetzung] = von(schluessel, angaben);
      assert.equal(einschaetzung?.neigung ?? "", erwartet, JSON.stringify(einschaetzung));
      if (einschaetzung?.neigung === "unklar") assert.ok(einschaetzung.offen.length > 0, "says what is not known");
      if (einschaetzung?.neigung === "eherNicht") assert.ok(einschaetzung.gruende.length > 0, "says why");
    });
  test("nothing answered: nothing is said to fit or not to fit", () => {
    for (const leistung of leistungen)
      for (const { neigung } of schaetzeEin(leistung, nichts)) assert.equal(neigung, "unklar", leistung.schluessel);
  });
});

const zufaellig = fc.record({
  kinderalter: fc.array(fc.integer({ min: 0, max: 27 }), { maxLength: 4 }),
  kindErwartet: fc.boolean(),
  allein: fc.boolean(),
  unterhalt: fc.constantFrom("nichts" as const, "etwas" as const),
  bruttoCent: fc.integer({ min: 0, max: 2_000_000 }).map((cent) => [cent, cent + 150_000] as const),
  warmmieteCent: fc.integer({ min: 0, max: 300_000 }),
  beziehtSgb: fc.boolean(),
  blind: fc.constantFrom("merkzeichen" as const, "vielleicht" as const, "nein" as const),
  deutschOderEu: fc.boolean(),
});

test("what is left out never turns into „eher nicht“: that is only said where every answer would leave it", () => {
  fc.assert(
    fc.property(
      zufaellig,
      fc.constantFrom(
        "allein" as const,
        "unterhalt" as const,
        "bruttoCent" as const,
        "warmmieteCent" as const,
        "beziehtSgb" as const,
        "deutschOderEu" as const,
      ),
      (angaben, weg) => {
        for (const leistung of leistungen) {
          const alles = schaetzeEin(leistung, { ...wo, ...angaben });
          const ohne = schaetzeEin(leistung, { ...wo, ...angaben, [weg]: undefined });
          for (const [stelle, each] of ohne.entries())
            if (each.neigung === "eherNicht")
              assert.notEqual(alles[stelle]?.neigung, "dafuer", `${leistung.schluessel} ohne ${weg}`);
        }
      },
    ),
    { numRuns: 150 },
  );
});

describe("what is typed", () => {
  const lies = (roh: Record<string, string>) => leseLebensangaben(roh, wo);
  test("ages in any spelling", () => {
    for (const [text, alter] of [
      ["0, 3 und 14", [0, 3, 14]],
      ["5", [5]],
      [" ", []],
      ["", []],
    ] as const) {
      const gelesen = lies({ kinder: text });
      assert.deepEqual(gelesen.ok && gelesen.angaben.kinderalter, alter, text);
    }
  });
  test("nonsense is told at its field", () => {
    for (const [feld, text] of [
      ["kinder", "dreißig"],
      ["kinder", "2019"],
      ["kinder", "1 2 3 4 5 6 7 8 9 10 11 12 13"],
      ["miete", "viel"],
      ["miete", "-5"],
      ["einkommen", "b9"],
      ["staat", "vielleicht"],
    ] as const) {
      const gelesen = lies({ [feld]: text });
      assert.ok(!gelesen.ok && gelesen.fehler[feld], `${feld}: ${text}`);
    }
  });
});
