import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type IsoDatum, plusTage } from "#kalender";
import { leseCron } from "./cron.ts";
import { type Betriebskalender, faelligAm, type Laufplan, type Rhythmus } from "./laufplan.ts";
import { ortszeit, wanduhr } from "./ortszeit.ts";
import { type Lauf, pruefeLaeufe } from "./pruefe-laeufe.ts";

const bayern: Betriebskalender = { land: "BY", schliessungen: [], wartungen: [] };
const zu: Betriebskalender = {
  land: "BY",
  schliessungen: [{ von: "2026-05-15", bis: "2026-05-15", grund: "Betriebsausflug" }],
  wartungen: [],
};
const plan = (rhythmus: Rhythmus, mehr: Partial<Laufplan> = {}): Laufplan => ({
  job: "1",
  rhythmus,
  karenzMin: 15,
  fehltNachMin: 120,
  beiSchliessung: "laeuft",
  ...mehr,
});
const um = 2 * 60;
const tage = (p: Laufplan, kalender: Betriebskalender, von: IsoDatum, bis: IsoDatum) => {
  const aus: IsoDatum[] = [];
  for (let tag = von; tag <= bis; tag = plusTage(tag, 1)) if (faelligAm(p, kalender, tag).length > 0) aus.push(tag);
  return aus;
};

describe("on which days a job is expected", () => {
  const faelle: Record<string, [Laufplan, Betriebskalender, IsoDatum, IsoDatum, IsoDatum[]]> = {
    "erster Werktag im Mai (1. ist Feiertag, 2. und 3. Wochenende)": [
      plan({ art: "werktag", nummer: 1, um }),
      bayern,
      "2026-05-01",
      "2026-05-31",
      ["2026-05-04"],
    ],
    "letzter Werktag im Mai": [plan({ art: "werktag", nummer: -1, um }), bayern, "2026-05-01", "2026-05-31", ["2026-05-29"]],
    "dritter Werktag nach Ostern im April": [
      plan({ art: "werktag", nummer: 3, um }),
      bayern,
      "2026-04-01",
      "2026-04-30",
      ["2026-04-07"],
    ],
    "Fälligkeit zum 15. am Samstag rückt auf Montag": [
      plan({ art: "monatstag", tag: 15, um, verschiebung: "folgenderWerktag" }),
      bayern,
      "2026-08-01",
      "2026-08-31",
      ["2026-08-17"],
    ],
    "Zahlung zum Letzten am Sonntag kommt am Freitag": [
      plan({ art: "monatstag", tag: 31, um, verschiebung: "vorherigerWerktag" }),
      bayern,
      "2026-05-25",
      "2026-06-03",
      ["2026-05-29"],
    ],
    "Montagsjob an Ostermontag läuft Dienstag": [
      plan({ art: "woechentlich", wochentag: 1, um, verschiebung: "folgenderWerktag" }),
      bayern,
      "2026-04-01",
      "2026-04-15",
      ["2026-04-07", "2026-04-13"],
    ],
    "Freitagsjob an Karfreitag läuft Gründonnerstag": [
      plan({ art: "woechentlich", wochentag: 5, um, verschiebung: "vorherigerWerktag" }),
      bayern,
      "2026-04-01",
      "2026-04-12",
      ["2026-04-02", "2026-04-10"],
    ],
    "Montagsjob an Ostermontag entfällt": [
      plan({ art: "woechentlich", wochentag: 1, um, verschiebung: "entfaellt" }),
      bayern,
      "2026-04-01",
      "2026-04-15",
      ["2026-04-13"],
    ],
    "Gewerbesteuer zum 15. August 2026 (Samstag)": [
      plan({ art: "steuertermin", termin: "gewerbesteuer", um }),
      bayern,
      "2026-07-01",
      "2026-09-30",
      ["2026-08-17"],
    ],
    "Einkommensteuer zum 10. im Quartal": [
      plan({ art: "steuertermin", termin: "einkommensteuer", um }),
      bayern,
      "2026-01-01",
      "2026-06-30",
      ["2026-03-10", "2026-06-10"],
    ],
    "Betriebsausflug: entfällt": [
      plan({ art: "woechentlich", wochentag: 5, um, verschiebung: "bleibt" }, { beiSchliessung: "entfaellt" }),
      zu,
      "2026-05-11",
      "2026-05-22",
      ["2026-05-22"],
    ],
    "Betriebsausflug: wird am Montag nachgeholt": [
      plan({ art: "woechentlich", wochentag: 5, um, verschiebung: "bleibt" }, { beiSchliessung: "folgenderWerktag" }),
      zu,
      "2026-05-11",
      "2026-05-22",
      ["2026-05-18", "2026-05-22"],
    ],
    "werktags nach cron, Feiertag entfällt": [
      plan({ art: "cron", cron: "0 2 * * 1-5", verschiebung: "entfaellt" }),
      bayern,
      "2026-04-02",
      "2026-04-08",
      ["2026-04-02", "2026-04-07", "2026-04-08"],
    ],
  };
  for (const [name, [p, kalender, von, bis, erwartet]] of Object.entries(faelle))
    test(name, () => assert.deepEqual(tage(p, kalender, von, bis), erwartet));
});

describe("the clock in Berlin", () => {
  const faelle: Record<string, [IsoDatum, number, string]> = {
    Winter: ["2026-01-15", um, "2026-01-15T01:00:00.000Z"],
    Sommer: ["2026-07-15", um, "2026-07-15T00:00:00.000Z"],
    "2:30 gibt es in der Märznacht nicht: es ist 3:30": ["2026-03-29", 150, "2026-03-29T01:30:00.000Z"],
    "2:30 in der Oktobernacht ist das erste": ["2026-10-25", 150, "2026-10-25T00:30:00.000Z"],
    "3:30 in der Oktobernacht": ["2026-10-25", 210, "2026-10-25T02:30:00.000Z"],
  };
  for (const [name, [tag, minuten, erwartet]] of Object.entries(faelle))
    test(name, () => assert.equal(ortszeit(tag, minuten).toISOString(), erwartet));
  test("agrees with the time zone data of the machine on every half hour of 2026", () => {
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });
    for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 1); ms += 1_800_000) {
      const { tag, minuten } = wanduhr(new Date(ms));
      const unser = `${tag} ${String(Math.floor(minuten / 60)).padStart(2, "0")}:${String(minuten % 60).padStart(2, "0")}`;
      assert.equal(unser, format.format(ms));
    }
  });
});

describe("what the rules say of a night", () => {
  const taeglich = plan({ art: "cron", cron: "0 2 * * *", verschiebung: "bleibt" }, { hoechstdauerMin: 60 });
  const nacht = "2026-06-16";
  const z = (minuten: number) => ortszeit(nacht, minuten);
  const lauf = (beginn: number, ende?: number, ausgang?: "erfolg" | "fehler"): Lauf => ({
    job: "1",
    beginn: z(beginn),
    ...(ende !== undefined && { ende: z(ende) }),
    ...(ausgang && { ausgang }),
  });
  const sagt = (laeufe: Lauf[], jetzt: number, kalender = bayern) =>
    pruefeLaeufe(taeglich, kalender, laeufe, { von: z(0), bis: z(600), jetzt: z(jetzt) });
  const faelle: Record<string, [Lauf[], number, string[]]> = {
    "pünktlich und gelungen": [[lauf(121, 140, "erfolg")], 360, []],
    "noch nicht dran": [[], 100, []],
    "überfällig, noch nicht verloren": [[], 150, ["verspaetet"]],
    "nicht gekommen": [[], 360, ["fehlt"]],
    "eine Stunde zu spät": [[lauf(180, 190, "erfolg")], 360, ["verspaetet"]],
    "mit Fehler beendet": [[lauf(120, 130, "fehler")], 360, ["fehlgeschlagen"]],
    "mit Fehler beendet, wiederholt, gelungen": [[lauf(120, 130, "fehler"), lauf(135, 150, "erfolg")], 360, []],
    "läuft noch und zu lange": [[lauf(120)], 360, ["zuLang"]],
    "dauerte zu lange": [[lauf(120, 300, "erfolg")], 360, ["zuLang"]],
    "zwei Mal gelungen": [[lauf(120, 130, "erfolg"), lauf(140, 150, "erfolg")], 360, ["mehrfach"]],
    "Ende vor dem Beginn: die Uhr": [[lauf(125, 120, "erfolg")], 360, ["unstimmig"]],
  };
  for (const [name, [laeufe, jetzt, arten]] of Object.entries(faelle))
    test(name, () =>
      assert.deepEqual(
        sagt(laeufe, jetzt).map(({ art }) => art),
        arten,
      ),
    );
  test("says it in a sentence", () =>
    assert.equal(
      sagt([lauf(180, 190, "erfolg")], 360)[0]?.satz,
      "Begann um 03:00 Uhr am 16.06.2026, 60 Minuten später als erwartet.",
    ));
  test("maintenance, once and every Tuesday: found, but silent", () => {
    const einmal: Betriebskalender = { ...bayern, wartungen: [{ art: "einmal", von: z(60), bis: z(240), grund: "Update" }] };
    const immer: Betriebskalender = {
      ...bayern,
      wartungen: [{ art: "wiederkehrend", cron: "0 1 * * 2", dauerMin: 120, grund: "Dienstagsfenster" }],
    };
    assert.deepEqual(
      [einmal, immer, bayern].map((k) => sagt([], 360, k)[0]?.stumm),
      ["Wartung: Update", "Wartung: Dienstagsfenster", undefined],
    );
  });
  test("nights of the clock change: one run is expected at 2:30, and one comes", () => {
    const halbDrei = plan({ art: "cron", cron: "30 2 * * *", verschiebung: "bleibt" });
    for (const [tag, beginn] of [
      ["2026-03-29", "2026-03-29T01:31:00Z"],
      ["2026-10-25", "2026-10-25T00:31:00Z"],
    ] as const) {
      const laeufe: Lauf[] = [{ job: "1", beginn: new Date(beginn), ende: new Date(beginn), ausgang: "erfolg" }];
      const fenster = { von: ortszeit(tag, 0), bis: ortszeit(plusTage(tag, 1), 0), jetzt: ortszeit(plusTage(tag, 1), 0) };
      assert.deepEqual(pruefeLaeufe(halbDrei, bayern, laeufe, fenster), []);
    }
  });
});

describe("cron", () => {
  for (const [text, minuten, stunden] of [
    ["*/15 2-4 * * *", [0, 15, 30, 45], [2, 3, 4]],
    ["5,35 0 1 JAN MON", [5, 35], [0]],
    ["@daily", [0], [0]],
  ] as const)
    test(text, () => {
      const cron = leseCron(text);
      assert.deepEqual([cron.minuten, cron.stunden], [minuten, stunden]);
    });
  for (const text of [
    "",
    "* * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "*/0 * * * *",
    "5-1 * * * *",
    "a * * * *",
    "1//2 * * * *",
  ])
    test(`refuses „${text}“`, () => assert.throws(() => leseCron(text), /Zeitplan/));
});
