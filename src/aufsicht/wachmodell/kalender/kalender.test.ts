import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Land } from "#kalender";
import { merkmale, merkmalstafel } from "./merkmale.ts";
import { tagarten } from "./tagarten.ts";
import { schluesselcodes, tagschluessel } from "./tagschluessel.ts";
import { tagInWorten } from "./worte.ts";

describe("a day in the words of the office", () => {
  const faelle: Record<string, [string, Land, string]> = {
    "Dienstag nach Ostern": ["2026-04-07", "BY", "Dienstag, erster Werktag nach Ostern, dritter Werktag des Monats"],
    Gründonnerstag: ["2026-04-02", "BY", "Donnerstag, letzter Werktag vor Ostern, zweiter Werktag des Monats"],
    "gewöhnlicher Dienstag": ["2026-06-23", "BY", "Dienstag"],
    Montag: ["2026-06-22", "BY", "Montag"],
    Karfreitag: ["2026-04-03", "BY", "Freitag, Feiertag (Karfreitag)"],
    "Brückentag nach Himmelfahrt": [
      "2026-05-15",
      "BY",
      "Freitag, erster Werktag nach Christi Himmelfahrt, Brückentag, Steuertermin zum 15.",
    ],
    "Fronleichnam gibt es in Berlin nicht": ["2026-06-04", "BE", "Donnerstag"],
    "letzter Werktag": ["2026-04-30", "BY", "Donnerstag, letzter Werktag vor Tag der Arbeit, letzter Werktag des Monats"],
    "Steuertermin am Samstag wirkt am Montag": ["2026-08-17", "BY", "Montag, Steuertermin zum 15."],
    Sonntag: ["2026-06-21", "BY", "Sonntag"],
  };
  for (const [name, [tag, land, erwartet]] of Object.entries(faelle))
    test(name, () => assert.equal(tagInWorten(tag, land), erwartet));
});

describe("features of a day", () => {
  const am = (tag: string, land: Land) => {
    const k = tagarten(land, undefined, tag, 1);
    return merkmale
      .filter(({ gruppe, wert }) => gruppe !== "Grundwert" && gruppe !== "Jahreszeit" && wert(k, 0) !== 0)
      .map(({ name }) => name);
  };
  const faelle: Record<string, [string, Land, string[]]> = {
    "Montag wie jeder": ["2026-06-08", "BY", []],
    "der 20. war ein Samstag": ["2026-06-22", "BY", ["Fälligkeit zum 20."]],
    "Dienstag nach Ostern": ["2026-04-07", "BY", ["Dienstag", "nach vier und mehr Ruhetagen", "3. Werktag des Monats"]],
    "Mariä Himmelfahrt (Saarland) am Samstag": ["2026-08-15", "SL", ["Samstag", "Feiertag", "15. des Monats"]],
    "Steuertermin, verschoben": ["2026-08-17", "BY", ["Fälligkeit zum 15.", "Steuertermin (15. Februar, Mai, August, November)"]],
  };
  for (const [name, [tag, land, erwartet]] of Object.entries(faelle)) test(name, () => assert.deepEqual(am(tag, land), erwartet));

  test("the sparse form is the dense one, and codes fit their tables", () => {
    const k = tagarten("NW", undefined, "2024-01-01", 900);
    const { dicht, stellen, werte, breite } = merkmalstafel(k);
    for (let t = 0; t < k.tage; t++) {
      const zeile = new Float32Array(breite);
      stellen[t]?.forEach((stelle, p) => zeile.set([werte[t]?.[p] ?? 0], stelle));
      assert.deepEqual(zeile, dicht.slice(t * breite, (t + 1) * breite));
    }
    schluesselcodes(k).forEach((codes, s) =>
      assert.ok(Math.max(...codes) < (tagschluessel[s]?.breite ?? 0), tagschluessel[s]?.name),
    );
  });

  test("codes do not depend on where a Bestand begins: tables of a model hold next year", () => {
    const lang = tagarten("BE", undefined, "2024-01-01", 500);
    const kurz = tagarten("BE", undefined, "2025-01-01", 100);
    schluesselcodes(kurz).forEach((codes, s) =>
      assert.deepEqual([...codes], [...(schluesselcodes(lang)[s]?.subarray(366, 466) ?? [])]),
    );
  });
});
