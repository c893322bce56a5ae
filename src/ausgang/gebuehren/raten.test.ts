import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { NeuesEreignis } from "./contract.ts";
import { naechsteRate, planeRaten, zuZahlenCent } from "./raten.ts";
import { folge, offenCent, type Sollstand } from "./sollstand.ts";

type Kurz = { art: NeuesEreignis["art"]; daten: object };
const falte = (...kurze: Kurz[]): Sollstand | number => {
  let stand: Sollstand | undefined;
  for (const [stelle, kurz] of kurze.entries()) {
    const rahmen = {
      akteur: { art: "amt", kennung: "s", name: "S" },
      zeitpunkt: new Date("2027-01-05"),
      transaktion: randomUUID(),
    };
    const naechster = folge(stand, { ...kurz, ...rahmen } as NeuesEreignis);
    if (!naechster) return stelle + 1;
    stand = naechster;
  }
  return stand ?? 0;
};
const offen = (betragCent: number): Kurz => ({ art: "eroeffnet", daten: { betragCent } });
const raten = (...betraege: number[]): Kurz => ({
  art: "ratenGewaehrt",
  daten: { raten: betraege.map((betragCent, stelle) => ({ betragCent, faelligAm: `2027-0${stelle + 2}-15` })), grund: "Härte" },
});
const bar = (betragCent: number): Kurz => ({ art: "bezahlt", daten: { weg: "bar", betragCent, am: "2027-01-05", referenz: "" } });
const gemahnt = (nummer: number): Kurz => ({ art: "rateGemahnt", daten: { nummer, frist: "2027-03-15" } });
const ende = (ausgefallen: boolean): Kurz => ({ art: "ratenBeendet", daten: { ausgefallen, grund: "x" } });
const online = (betragCent: number): Kurz => ({
  art: "zahlungBegonnen",
  daten: { zahlungId: randomUUID(), betragCent, rueckkehr: "/" },
});

describe("instalments", () => {
  const faelle: Record<string, [Kurz[], [number | undefined, number, number]]> = {
    "the first is next": [
      [offen(900), raten(300, 300, 300)],
      [1, 300, 900],
    ],
    "half of the first paid": [
      [offen(900), raten(300, 300, 300), bar(100)],
      [1, 200, 800],
    ],
    "the first and a bit paid": [
      [offen(900), raten(300, 300, 300), bar(350)],
      [2, 250, 550],
    ],
    "paid before the plan: not part of it": [
      [offen(900), bar(300), raten(300, 300)],
      [1, 300, 600],
    ],
    "all paid at once": [
      [offen(900), raten(300, 300, 300), bar(900)],
      [undefined, 0, 0],
    ],
    "ended: the rest is due": [
      [offen(900), raten(300, 300, 300), bar(300), ende(true)],
      [undefined, 600, 600],
    ],
  };
  for (const [name, [kurze, [nummer, cent, gesamt]]] of Object.entries(faelle))
    test(name, () => {
      const stand = falte(...kurze);
      assert.ok(typeof stand === "object", `event ${stand} may not follow`);
      assert.deepEqual([naechsteRate(stand)?.nummer, zuZahlenCent(stand), offenCent(stand)], [nummer, cent, gesamt]);
    });

  const verboten: Record<string, [Kurz[], number]> = {
    "another sum than is open": [[offen(900), raten(300, 300)], 2],
    "a plan beside a plan": [[offen(900), raten(300, 600), raten(300, 600)], 3],
    "a plan while the person pays online": [[offen(900), online(900), raten(300, 600)], 3],
    "online over the whole while there is a plan": [[offen(900), raten(300, 600), online(900)], 3],
    "reminded of one that is paid": [[offen(900), raten(300, 600), bar(300), gemahnt(1)], 4],
    "reminded twice of one": [[offen(900), raten(300, 600), gemahnt(1), gemahnt(1)], 4],
    "ended without a plan": [[offen(900), ende(false)], 2],
    "a surcharge while there is a plan": [
      [offen(900), raten(300, 600), { art: "saeumniszuschlag", daten: { betragCent: 50, monate: 1, norm: "x" } }],
      3,
    ],
    "a surcharge that is nothing": [[offen(900), { art: "saeumniszuschlag", daten: { betragCent: 0, monate: 1, norm: "x" } }], 2],
    "a surcharge taken back that was never taken": [
      [offen(900), { art: "saeumniszuschlag", daten: { betragCent: -50, monate: 0, norm: "x" } }],
      2,
    ],
  };
  for (const [name, [kurze, stelle]] of Object.entries(verboten))
    test(`${name}: refused`, () => assert.equal(falte(...kurze), stelle));

  test("online over the next instalment", () => assert.equal(typeof falte(offen(900), raten(300, 600), online(300)), "object"));

  test("whatever is divided: nothing is lost, days rise, no instalment is empty", () => {
    fc.assert(
      fc.property(fc.integer({ min: 36, max: 1_000_000 }), fc.integer({ min: 2, max: 36 }), (cent, anzahl) => {
        const plan = planeRaten(cent, anzahl, "2027-01-31", "NW");
        assert.equal(
          plan.reduce((summe, { betragCent }) => summe + betragCent, 0),
          cent,
        );
        assert.ok(
          plan.every(({ faelligAm, betragCent }, stelle) => betragCent > 0 && faelligAm > (plan[stelle - 1]?.faelligAm ?? "")),
        );
      }),
    );
  });
});
