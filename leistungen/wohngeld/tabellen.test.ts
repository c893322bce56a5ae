import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { euro } from "#geld";
import { haushalt, person, rechne, wert } from "./musterfall.ts";
import { mindestmiete } from "./parameter.ts";

// All figures here are literals, worked out apart from the rules: a value of a table of the statute that moves is noticed by its own line.

/** Cents for one to six members, with Klimakomponente and relief for heating, by Mietstufe. */
const hoechstens: Record<string, readonly (readonly number[])[]> = {
  "2024-12-31": [
    [47660, 58740, 70080, 81620, 93160, 104300],
    [52160, 64140, 76380, 89120, 101660, 113900],
    [56760, 69740, 83080, 96820, 110560, 124000],
    [62060, 76240, 90780, 105720, 120860, 135500],
    [66960, 82140, 97780, 114120, 130260, 145900],
    [72060, 88340, 105280, 122720, 140160, 157700],
    [78060, 95540, 113680, 132720, 151560, 170500],
  ],
  "2025-01-01": [
    [49060, 60440, 72080, 84020, 95860, 107300],
    [53760, 66040, 78680, 91820, 104660, 117300],
    [58560, 71840, 85680, 99820, 113960, 127800],
    [64060, 78640, 93680, 109020, 124660, 139800],
    [69160, 84740, 100880, 117820, 134460, 150600],
    [74460, 91240, 108680, 126720, 144760, 162900],
    [80660, 98740, 117480, 137120, 156660, 176200],
  ],
};
describe("Höchstbeträge (§ 12 WoGG)", () => {
  for (const [tag, stufen] of Object.entries(hoechstens))
    for (const [stelle, zeile] of stufen.entries())
      test(`${tag}, Mietstufe ${stelle + 1}`, () => {
        const ist = zeile.map((_, personen) =>
          wert(rechne({ personen: haushalt(personen + 1), miete: 5000, stufe: stelle + 1 }, tag), "Zu berücksichtigende Miete"),
        );
        assert.deepEqual(ist, zeile);
      });
});

/** Euros: of the household alone, from one to twelve members and beyond. */
const mindestens: Record<string, { einkommen: readonly number[]; miete: readonly number[] }> = {
  "2023-01-01": {
    einkommen: [350, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600, 2600],
    miete: [52, 64, 76, 88, 99, 99, 111, 123, 135, 146, 180, 286],
  },
  "2026-12-31": {
    einkommen: [396, 679, 906, 1132, 1358, 1585, 1811, 2037, 2264, 2490, 2717, 2943, 2943],
    miete: [54, 67, 79, 92, 103, 103, 115, 128, 140, 152, 187, 298],
  },
};
describe("Mindestwerte (Anlage 3 Nr. 1 WoGG)", () => {
  for (const [tag, { einkommen, miete }] of Object.entries(mindestens)) {
    test(`Einkommen am ${tag}`, () => {
      const ist = einkommen.map(
        (_, stelle) => Number(wert(rechne({ personen: haushalt(stelle + 1) }, tag), "Y der Formel")) / 1e10,
      );
      assert.deepEqual(ist, einkommen);
    });
    test(`Miete am ${tag}`, () => assert.deepEqual(mindestmiete.am(tag).wert, miete.map(euro)));
  }
  test("one of eight in the household, the others excluded: the least rent counts", () => {
    const personen = [person(), ...Array.from({ length: 7 }, () => person(0, { ausgeschlossen: true }))];
    assert.equal(wert(rechne({ personen, miete: 80 }, "2025-01-01"), "Zu berücksichtigende Miete"), euro(54));
  });
});

/** Day, rent and income of a year, and 10^-10 euros for one to twelve members: 30 percent go off the income, no cap binds. */
const formel: readonly (readonly [string, readonly (readonly [number, number, string])[]])[] = [
  [
    "2023-12-31",
    [
      [641, 7800, "6359495897950"],
      [778, 13371, "7007947959103"],
      [927, 17828, "8050287570654"],
      [1085, 22285, "9897231784778"],
      [1241, 26742, "11096085177669"],
      [1398, 31200, "12287326064000"],
      [1555, 35657, "13381960999751"],
      [1712, 40114, "13903028742521"],
      [1869, 44571, "15649547313480"],
      [2026, 49028, "17466850194756"],
      [2183, 53485, "19373389201507"],
      [2340, 57942, "20738332946242"],
    ],
  ],
  [
    "2025-01-01",
    [
      [667, 8811, "6375507100516"],
      [810, 15120, "6928268364820"],
      [965, 20177, "7911696499067"],
      [1129, 25217, "9796294126702"],
      [1292, 30257, "10960491410493"],
      [1455, 35314, "12101218381077"],
      [1618, 40354, "13141521781759"],
      [1781, 45394, "13537829199896"],
      [1944, 50451, "15301118450243"],
      [2107, 55491, "17156911681441"],
      [2270, 60548, "19112943328887"],
      [2433, 65571, "20468004139513"],
    ],
  ],
];
describe("Wohngeldformel (§ 19 Abs. 1, Anlage 2 und 3 WoGG)", () => {
  for (const [tag, zeilen] of formel)
    for (const [stelle, [miete, lohn, erwartet]] of zeilen.entries())
      test(`${tag}, ${stelle + 1} im Haushalt`, () => {
        const auswertung = rechne({ personen: haushalt(stelle + 1, person(lohn)), miete, stufe: 7 }, tag);
        assert.equal(String(wert(auswertung, "Ungerundetes Wohngeld")), erwartet);
      });
});

describe("mehr als zwölf (§ 19 Abs. 3 WoGG)", () => {
  const arm = (groesse: number, tag: string, miete = 3000) =>
    Number(wert(rechne({ personen: haushalt(groesse, person(60_000)), miete, stufe: 7 }, tag), "Ungerundetes Wohngeld")) / 1e10;
  for (const [tag, mehr] of [
    ["2024-12-31", 57],
    ["2025-01-01", 65],
  ] as const)
    test(`${tag}: ${mehr} Euro für jedes weitere`, () => {
      // The thirteenth member also raises the relief for heating; the rent is below the cap.
      const ohne = Number(
        wert(rechne({ personen: haushalt(13, person(60_000)), miete: 1000, stufe: 7 }, tag), "Wohngeld nach der Formel (z4)"),
      );
      assert.equal(Math.round((arm(13, tag, 1000) - ohne / 1e10) * 100), mehr * 100);
      assert.equal(Math.round((arm(15, tag, 1000) - nachFormel(15, tag)) * 100), 3 * mehr * 100);
    });
  const nachFormel = (groesse: number, tag: string) =>
    Number(
      wert(rechne({ personen: haushalt(groesse, person(60_000)), miete: 1000, stufe: 7 }, tag), "Wohngeld nach der Formel (z4)"),
    ) / 1e10;
  test("never more than the rent that counts", () => {
    const auswertung = rechne({ personen: haushalt(30), miete: 100, stufe: 1 });
    assert.equal(auswertung.betragCent, Math.round(Number(wert(auswertung, "Zu berücksichtigende Miete")) / 100) * 100);
  });
});
