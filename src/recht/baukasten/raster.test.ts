import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { plusTage } from "#kalender";
import { kalendermonate, lebensmonate } from "./raster.ts";

const faelle = {
  "am 10. geboren, am 9. noch der Monat davor": ["2026-03-10", "2026-05-09", "2026-04-10", "2026-05-09", "2. Lebensmonat"],
  "am 10. geboren, am 10. der neue": ["2026-03-10", "2026-05-10", "2026-05-10", "2026-06-09", "3. Lebensmonat"],
  "am 31. geboren, der Februar ist zu kurz": ["2026-01-31", "2026-02-28", "2026-02-28", "2026-03-30", "2. Lebensmonat"],
  "am 31. geboren, im März wieder der 31.": ["2026-01-31", "2026-03-31", "2026-03-31", "2026-04-29", "3. Lebensmonat"],
  "am Tag der Geburt": ["2026-01-31", "2026-01-31", "2026-01-31", "2026-02-27", "1. Lebensmonat"],
} as const;
for (const [name, [geboren, tag, von, bis, heisst]] of Object.entries(faelle))
  test(name, () => {
    const raster = lebensmonate(geboren);
    const monat = raster.monatAm(tag);
    assert.deepEqual([raster.von(monat), raster.bis(monat), raster.name(monat)], [von, bis, heisst]);
  });

test("every day lies in exactly one month, and months follow each other without gap, whichever way they count", () => {
  const tage = fc.integer({ min: 0, max: 1_500 }).map((zahl) => plusTage("2024-01-01", zahl));
  fc.assert(
    fc.property(tage, fc.integer({ min: 0, max: 1_000 }), (geboren, spaeter) => {
      const tag = plusTage(geboren, spaeter);
      for (const raster of [kalendermonate, lebensmonate(geboren)]) {
        const monat = raster.monatAm(tag);
        assert.ok(raster.von(monat) <= tag && tag <= raster.bis(monat));
        assert.notEqual(raster.monatAm(plusTage(raster.bis(monat), 1)), monat);
        assert.equal(raster.von(raster.monatAm(plusTage(raster.bis(monat), 1))), plusTage(raster.bis(monat), 1));
      }
    }),
  );
});
