import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { alsFelder, type Felder, liesAngaben } from "./lies-angaben.ts";

const gut = { system: "Finanz", mandant: "Stadt A", name: "Import", land: "BY" };

describe("the form of a job", () => {
  const faelle: [string, Felder, object, boolean][] = [
    ["every night", { art: "cron", cron: "30 2 * * *" }, { art: "cron", cron: "30 2 * * *", verschiebung: "bleibt" }, true],
    [
      "in the evening",
      { art: "cron", cron: "0 22 * * 1-5" },
      { art: "cron", cron: "0 22 * * 1-5", verschiebung: "bleibt" },
      false,
    ],
    [
      "weekly, a holiday moves it",
      { art: "woechentlich", wochentag: "4", um: "3:15", verschiebung: "folgenderWerktag", cron: "Unsinn" },
      { art: "woechentlich", wochentag: 4, um: 195, verschiebung: "folgenderWerktag" },
      true,
    ],
    [
      "the last but one working day",
      { art: "werktag", werktag: "-2", um: "05:59" },
      { art: "werktag", nummer: -2, um: 359 },
      true,
    ],
    [
      "on the 15th, in four months",
      { art: "monatstag", tag: "15", monate: "11, 2 5;8", um: "06:00" },
      { art: "monatstag", tag: 15, monate: [2, 5, 8, 11], um: 360, verschiebung: "bleibt" },
      false,
    ],
    [
      "a tax date",
      { art: "steuertermin", termin: "grundsteuer", um: "01:00" },
      { art: "steuertermin", termin: "grundsteuer", um: 60 },
      true,
    ],
  ];
  for (const [name, felder, rhythmus, frueh] of faelle)
    test(`${name}; written out and read again it is the same`, () => {
      const gelesen = liesAngaben({ ...gut, ...felder });
      assert.ok("angaben" in gelesen, JSON.stringify(gelesen));
      assert.deepEqual(gelesen.angaben.plan?.rhythmus, rhythmus);
      assert.equal(gelesen.angaben.frueh, frueh);
      assert.deepEqual(liesAngaben(alsFelder(gelesen.angaben)), gelesen);
    });

  const falsche: [string, Felder, string[]][] = [
    ["nothing at all", { system: "", mandant: " ", name: "", land: "XX" }, ["land", "system", "mandant", "name"]],
    ["a cron that is none", { art: "cron", cron: "30 25 * * *" }, ["cron"]],
    ["the zeroth working day", { art: "werktag", werktag: "0", um: "02:00" }, ["werktag"]],
    ["half a day and no time", { art: "monatstag", tag: "1.5", um: "24:00" }, ["tag", "um"]],
    ["a thirteenth month", { art: "monatstag", tag: "1", um: "02:00", monate: "13" }, ["monate"]],
    ["missing before it is late", { art: "cron", cron: "0 2 * * *", karenzMin: "90", fehltNachMin: "60" }, ["fehltNachMin"]],
    ["a negative volume", { mindestmenge: "-1" }, ["mindestmenge"]],
    ["a volume with words", { mindestmenge: "viele" }, ["mindestmenge"]],
  ];
  for (const [name, felder, erwartet] of falsche)
    test(`${name}: said at its field`, () => {
      const gelesen = liesAngaben({ ...gut, ...felder });
      assert.ok("fehler" in gelesen);
      assert.deepEqual(Object.keys(gelesen.fehler), erwartet);
    });

  test("no plan, no minimum volume: the model alone", () => {
    const gelesen = liesAngaben({ ...gut, art: "kein", um: "quatsch" });
    assert.ok("angaben" in gelesen);
    assert.deepEqual([gelesen.angaben.plan, gelesen.angaben.mindestmenge], [null, null]);
  });
});
