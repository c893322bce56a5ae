import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entscheide } from "#baukasten";
import { kindergeld } from "./leistung.ts";
import { kontextFuer, monate } from "./musterfall.ts";

const geburtsdatum = "2008-09-20";
const ausbildung = (lageVon: string | undefined, lageBis: string | undefined) => ({ lage: "ausbildung", lageVon, lageBis });
type Fall = [Record<string, unknown>, string, (string | undefined)?];

/** Facts, the day of the end with "?" where the person is asked first, the month up to which new months are decided at the most. */
const faelle: Record<string, Fall> = {
  "Kind unter 18, niemand hat gesagt, was danach kommt": [{}, "2026-09-20?", "2026-09"],
  "am Ersten geboren: der Monat davor ist der letzte": [{ geburtsdatum: "2008-09-01" }, "2026-09-01?", "2026-08"],
  "macht nichts davon": [{ lage: "nichts" }, "2026-09-20"],
  "in Ausbildung, darüber hinaus": [ausbildung("2025-08-01", "2028-07-31"), "2028-08-01?", "2028-07"],
  "Ausbildung bis zum 18. Geburtstag": [ausbildung("2025-08-01", "2026-09-20"), "2026-09-21?", "2026-09"],
  "Ausbildung bis zum Tag vor dem 18. Geburtstag": [ausbildung("2025-08-01", "2026-09-19"), "2026-09-20?", "2026-09"],
  "Ausbildung bis zum Tag nach dem 25. Geburtstag": [ausbildung("2025-08-01", "2033-09-21"), "2033-09-20"],
  "Ausbildung bis zum Tag vor dem 25. Geburtstag": [ausbildung("2025-08-01", "2033-09-19"), "2033-09-20"],
  "Ausbildung bis zwei Tage vor dem 25. Geburtstag": [ausbildung("2025-08-01", "2033-09-18"), "2033-09-19?", "2033-09"],
  "Ausbildung, Beginn nicht genannt": [ausbildung(undefined, "2028-07-31"), "2026-09-20?", "2026-09"],
  "Ausbildung, Ende nicht genannt": [ausbildung("2025-08-01", undefined), "2026-09-20?", "2026-09"],
  "arbeitsuchend: bis 21": [{ lage: "arbeitsuchend", lageVon: "2026-09-20", lageBis: "2040-01-01" }, "2029-09-20"],
  "Behinderung: ohne Altersgrenze": [{ lage: "behinderung", lageVon: "2026-09-20", lageBis: "2040-01-01" }, ""],
  "Geburtsdatum unbekannt": [{ geburtsdatum: undefined }, ""],
};

describe("Kindergeld, das weiterläuft", () => {
  for (const [name, [mehr, ende, laengstens]] of Object.entries(faelle))
    test(name, () => {
      const fakten = { geburtsdatum, ...mehr };
      const stichtage = kindergeld.dauer?.stichtage?.(fakten) ?? [];
      assert.equal(stichtage.map(({ am, frage }) => `${am}${frage ? "?" : ""}`).join(), ende);
      assert.equal(kindergeld.dauer?.laengstens?.(fakten, "2026-01-01"), laengstens);
      // Asked early enough for a certificate; told in time where nothing is left to ask.
      for (const { art, vorlaufTage, frage, titel } of stichtage) {
        assert.deepEqual([art, vorlaufTage], ["ende", frage ? 90 : 42]);
        if (ende.startsWith("2029")) assert.match(titel, /^21\./);
        if (ende === "2033-09-20") assert.match(titel, /^25\./);
      }
    });

  test("der Monat des 18. Geburtstags zählt ganz, auch wenn niemand gesagt hat, was danach kommt; der nächste nicht", () => {
    const im = (von: string, bis: string) =>
      entscheide(kindergeld, { ...kontextFuer({ eingegangenAm: von, geboren: geburtsdatum }), zeitraum: { von, bis } });
    assert.deepEqual(
      [im("2026-09-01", "2026-09-30").art, monate(im("2026-09-01", "2026-09-30"))],
      ["bewilligt", "2026-09: 259 €"],
    );
    assert.equal(im("2026-10-01", "2026-10-31").art, "vonHand");
    assert.equal(im("2026-09-20", "2026-09-30").art, "vonHand", "what is open at first may be all of it");
  });
});
