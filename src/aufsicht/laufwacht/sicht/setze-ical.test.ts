import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Kalendereintrag } from "../store-betrieb.ts";
import { setzeIcal } from "./setze-ical.ts";

const eintrag = (mehr: Partial<Kalendereintrag>): Kalendereintrag => ({
  id: 1,
  art: "schliessung",
  job: null,
  mandant: "Stadt A",
  system: null,
  von: new Date("2026-12-24T00:00:00+01:00"),
  bis: new Date("2026-12-31T12:00:00+01:00"),
  cron: null,
  dauerMin: null,
  grund: "zwischen den Jahren",
  stand: "gilt",
  eingetragenVon: "x",
  entschiedenVon: null,
  am: new Date("2026-11-20T08:00:00Z"),
  ...mehr,
});
const setze = (...eintraege: Kalendereintrag[]) =>
  setzeIcal(
    { vorfaelle: [], eintraege, jobs: new Map([[7, { name: "Import", mandant: "Stadt B" }]]) },
    "2026-11-24",
    "https://betrieb.example/betrieb/laufwacht",
  );
const zeilen = (ical: string, name: string) => ical.split("\r\n").filter((zeile) => zeile.startsWith(name));

describe("closures and maintenance in the calendar", () => {
  test("closed days end on the day after the last", () => {
    const ical = setze(eintrag({}));
    assert.deepEqual(zeilen(ical, "DT").slice(1), ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20270101"]);
    assert.deepEqual(zeilen(ical, "SUMMARY"), ["SUMMARY:Geschlossen: Stadt A"]);
  });

  test("maintenance once, of a job, in universal time", () => {
    const ical = setze(
      eintrag({ art: "wartung", job: 7, von: new Date("2026-11-28T22:00:00+01:00"), bis: new Date("2026-11-29T02:00:00+01:00") }),
    );
    assert.deepEqual(zeilen(ical, "DT").slice(1), ["DTSTART:20261128T210000Z", "DTEND:20261129T010000Z"]);
    assert.deepEqual(zeilen(ical, "SUMMARY"), ["SUMMARY:Wartung: Import\\, Stadt B"]);
  });

  test("recurring maintenance is written out, across the clock change too", () => {
    const ical = setze(
      eintrag({
        art: "wartungWiederkehrend",
        von: null,
        bis: null,
        cron: "0 0 * * SUN",
        dauerMin: 240,
        mandant: null,
        system: "Personal",
      }),
    );
    const anfaenge = zeilen(ical, "DTSTART");
    assert.equal(anfaenge[0], "DTSTART:20261024T220000Z", "midnight of 25 October, summer time");
    assert.equal(anfaenge[1], "DTSTART:20261031T230000Z");
    assert.equal(anfaenge.length, 18);
    assert.equal(new Set(zeilen(ical, "UID")).size, 18);
  });

  test("what is only proposed, was refused or is long over is not in it; many are cut, long words folded, a break in a word opens no line", () => {
    const viele = setze(
      eintrag({ stand: "vorgeschlagen" }),
      eintrag({ stand: "abgelehnt" }),
      eintrag({ von: new Date("2025-12-24T00:00:00Z"), bis: new Date("2025-12-31T00:00:00Z") }),
    );
    assert.equal(zeilen(viele, "BEGIN:VEVENT").length, 0);
    const minuten = setze(
      eintrag({ art: "wartungWiederkehrend", cron: "* * * * *", dauerMin: 1, grund: `ü;${"ä".repeat(90)}\r\nEND:VEVENT` }),
    );
    assert.equal(zeilen(minuten, "BEGIN:VEVENT").length, 150);
    assert.equal(zeilen(minuten, "END:VEVENT").length, 150);
    assert.ok(minuten.split("\r\n").every((zeile) => Buffer.byteLength(zeile) <= 75));
  });
});
