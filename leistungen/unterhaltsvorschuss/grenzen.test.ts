import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entscheideFall, jahresende, keinEintrag, sgb2, unterschiede } from "./musterfall.ts";

describe("on the edge", () => {
  test("12. Geburtstag am Ersten: das Lebensjahr ist am Tag davor vollendet, die dritte Stufe gilt schon für den November", () =>
    assert.deepEqual(
      unterschiede([
        { geboren: "2014-12-01", antworten: sgb2(false), nachweise: { jobcenter: keinEintrag } },
        "bewilligt",
        `${jahresende}: 394 €`,
      ]),
      [],
    ));
  test("one cent less maintenance than the benefit: refused for the least amount, not because the maintenance suffices", () =>
    assert.deepEqual(
      entscheideFall({ antworten: { unterhalt: { betrag: 22_699 } } }).gruende.map(({ norm }) => norm),
      ["§ 9 Abs. 3 Satz 3 UhVorschG"],
    ));
});
