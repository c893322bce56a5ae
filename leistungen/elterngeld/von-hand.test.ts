import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { werteAus } from "#baukasten";
import { euro } from "#geld";
import { type Abweichung, geboren, keinEintrag, lies, text } from "./musterantrag.ts";
import { erwerb, fakten, monateVor } from "./musterfall.ts";
import { regelwerk } from "./regeln.ts";

const jahr2025 = Array.from({ length: 12 }, (_, stelle) => `2025-${String(stelle + 1).padStart(2, "0")}`);
const belege = [{ name: "a.pdf", typ: "application/pdf", groesse: 1, sha256: "0".repeat(64) }];
const selbststaendig = (gewinn: Record<string, unknown>): Abweichung => ({
  antworten: { arbeitVorher: { art: "selbstaendig" }, gewinn: { belege, ...gewinn } },
});
const ohneLohndaten = (lohnbescheinigungen: Record<string, unknown>, art = "angestellt"): Abweichung => ({
  antworten: { arbeitVorher: { art }, lohnbescheinigungen },
  nachweise: { lohndaten: keinEintrag },
});
/** What the rules say to the same income as facts. */
const wieRegeln = (erwerbVor: unknown, mehr: Record<string, unknown> = {}) =>
  werteAus(regelwerk, fakten({ erwerbVor, ...mehr }), geboren).betragCent;

describe("where a person reads the documents, the rules reckon with what the applicant read off them", () => {
  const ohne = { kranken: false, renten: false, arbeit: false };
  const faelle: Record<string, [Abweichung, number | undefined]> = {
    "profit of a year": [
      selbststaendig({ gewinn: euro(36_000) }),
      wieRegeln([erwerb("selbstaendig", jahr2025, euro(3000), ohne)], { steuerklasse: 4 }),
    ],
    "profit and compulsory pension insurance": [
      selbststaendig({ gewinn: euro(36_000), renten: true, kirchensteuer: true }),
      wieRegeln([erwerb("selbstaendig", jahr2025, euro(3000), { ...ohne, renten: true })], {
        steuerklasse: 4,
        kirchensteuerpflichtig: true,
      }),
    ],
    "wages beside the profit": [
      selbststaendig({ gewinn: euro(12_000), lohn: euro(24_000), steuerklasse: "3" }),
      wieRegeln([erwerb("selbstaendig", jahr2025, euro(1000), ohne), erwerb("angestellt", jahr2025, euro(2000))], {
        steuerklasse: 3,
      }),
    ],
    "wages that no payroll confirms": [
      ohneLohndaten({ brutto: euro(2500), steuerklasse: "1" }),
      wieRegeln([erwerb("angestellt", monateVor(geboren), euro(2500))]),
    ],
    "a Minijob that no payroll confirms": [
      ohneLohndaten({ brutto: euro(500) }, "minijob"),
      wieRegeln([erwerb("minijob", monateVor(geboren), euro(500), ohne)]),
    ],
  };
  for (const [name, [abweichung, erwartet]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = lies(abweichung);
      assert.deepEqual([entscheidung.art, entscheidung.vorschlag], ["vonHand", "bewilligt"]);
      assert.ok(
        entscheidung.zeitraeume?.every(({ betragCent }) => betragCent === erwartet),
        `${text(entscheidung)}, ${erwartet}`,
      );
    });

  test("not a cent of a year's profit is lost over its months", () => {
    const { tatsachen } = lies(selbststaendig({ gewinn: 3_600_007 }));
    assert.match(tatsachen.find(({ text: titel }) => titel === "Einnahmen im Bemessungszeitraum")?.wert ?? "", /36\.000,07/);
  });

  for (const [name, abweichung] of Object.entries({
    "nothing was read off": ohneLohndaten({}),
    "the tax class is missing": ohneLohndaten({ brutto: euro(2500) }),
    "the profit is missing": selbststaendig({}),
  }))
    test(`${name}: no proposal`, () => assert.equal(lies(abweichung).vorschlag, undefined));
});
