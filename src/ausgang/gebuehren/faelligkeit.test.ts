import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { istWerktag } from "#kalender";
import { verteile } from "./faelligkeit.ts";
import { type Saeumnisregel, saeumniszuschlag, type Zahlungstag } from "./saeumnis.ts";

const steuer = (betragCent: number, von?: string) => ({
  art: "jahresbetrag" as const,
  titel: "Hundesteuer 2027",
  norm: "§ 1",
  betragCent,
  ...(von && { von }),
});
const quartale = ["02-15", "05-15", "08-15", "11-15"];
const kurz = (teile: ReturnType<typeof verteile>) => teile.map(({ faelligAm, posten }) => `${faelligAm} ${posten.betragCent}`);

describe("due days of a Satzung", () => {
  const faelle: Record<string, [Parameters<typeof verteile>, string[]]> = {
    "no days: after the Mandant's days": [[steuer(12_000, "2027-01-01"), "2027-02-03", "NW"], ["2027-02-03 12000"]],
    "no days, a year that begins later": [[steuer(12_000, "2028-01-03"), "2027-02-03", "NW"], ["2028-01-03 12000"]],
    "a whole year in quarters; Saturdays and Sundays move": [
      [steuer(12_000, "2027-01-01"), "2026-12-24", "NW", quartale],
      ["2027-02-15 3000", "2027-05-18 3000", "2027-08-16 3000", "2027-11-15 3000"],
    ],
    "cents that do not divide go to the first": [
      [steuer(10_003, "2027-01-01"), "2026-12-24", "NW", quartale],
      ["2027-02-15 2503", "2027-05-18 2500", "2027-08-16 2500", "2027-11-15 2500"],
    ],
    "begun in July: the days that are left": [
      [steuer(6_000, "2027-07-01"), "2027-07-20", "NW", quartale],
      ["2027-08-16 3000", "2027-11-15 3000"],
    ],
    "the notice comes late: what is over is due with the Mandant's days": [
      [steuer(12_000, "2027-01-01"), "2027-09-01", "NW", quartale],
      ["2027-09-01 9000", "2027-11-15 3000"],
    ],
    "begun after the last day": [[steuer(1_000, "2027-12-01"), "2027-12-20", "NW", quartale], ["2027-12-20 1000"]],
    "a fee without a year": [[steuer(1_000), "2027-02-03", "NW", quartale], ["2027-02-03 1000"]],
  };
  for (const [name, [eingang, erwartet]] of Object.entries(faelle))
    test(name, () => assert.deepEqual(kurz(verteile(...eingang)), erwartet));

  test("whatever the amount and the days: no cent is lost, no day before the Mandant's or on a holiday", () => {
    const tag = fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        tag,
        tag,
        fc.uniqueArray(tag, { maxLength: 12 }),
        (cent, von, frist, tage) => {
          const teile = verteile(
            steuer(cent, von),
            frist,
            "NW",
            tage.map((each) => each.slice(5)),
          );
          assert.equal(
            teile.reduce((summe, { posten }) => summe + posten.betragCent, 0),
            cent,
          );
          for (const { faelligAm } of teile) assert.ok(faelligAm >= frist && istWerktag(faelligAm, "NW"));
        },
      ),
    );
  });
});

const ao: Saeumnisregel = { norm: "§ 240 AO", promilleJeMonat: 10, abrundenAufCent: 5_000, schonfristTage: 3 };
const zuschlag = (hauptCent: number, faelligAm: string, bis: string, ...zahlungen: Zahlungstag[]) => {
  const { monate, cent } = saeumniszuschlag(ao, "NW", { hauptCent, faelligAm, zahlungen }, bis);
  return [monate, cent];
};

describe("surcharge for lateness, § 240 AO", () => {
  // Due on Friday, 15 January 2027; the days of grace end on Monday, 18 January.
  const am = "2027-01-15";
  const faelle: Record<string, [ReturnType<typeof zuschlag>, [number, number]]> = {
    "on the due day": [zuschlag(12_000, am, am), [0, 0]],
    "on the last day of grace": [zuschlag(12_000, am, "2027-01-18"), [0, 0]],
    "a day later: the whole first month, of 100 euros": [zuschlag(12_000, am, "2027-01-19"), [1, 100]],
    "the last day of the first month": [zuschlag(12_000, am, "2027-02-15"), [1, 100]],
    "the second month has begun": [zuschlag(12_000, am, "2027-02-16"), [2, 200]],
    "below 50 euros: nothing": [zuschlag(4_999, am, "2027-06-01"), [5, 0]],
    "exactly 50 euros": [zuschlag(5_000, am, "2027-01-19"), [1, 50]],
    "paid within the days of grace": [zuschlag(12_000, am, "2027-03-01", { am: "2027-01-18", cent: 12_000 }), [0, 0]],
    "paid a day after them": [zuschlag(12_000, am, "2027-03-01", { am: "2027-01-19", cent: 12_000 }), [1, 100]],
    "a part within them: of the rest": [zuschlag(12_000, am, "2027-01-20", { am: "2027-01-16", cent: 7_000 }), [1, 50]],
    "a part in the first month: the second of the rest": [
      zuschlag(12_000, am, "2027-02-20", { am: "2027-02-01", cent: 7_000 }),
      [2, 150],
    ],
    "paid back again: open again": [
      zuschlag(12_000, am, "2027-03-01", { am: "2027-01-16", cent: 12_000 }, { am: "2027-01-17", cent: -12_000 }),
      [2, 200],
    ],
    "due at the end of January: the months end with February, then on the 31st": [
      zuschlag(10_000, "2027-01-29", "2027-03-01"),
      [2, 200],
    ],
  };
  for (const [name, [ist, soll]] of Object.entries(faelle)) test(name, () => assert.deepEqual(ist, soll));

  test("never falls as days go by, never more than the share of the whole, earlier money never costs more", () => {
    const tag = fc.integer({ min: 0, max: 500 }).map((n) => new Date(Date.UTC(2027, 0, 10 + n)).toISOString().slice(0, 10));
    const cent = fc.integer({ min: 1, max: 200_000 });
    fc.assert(
      fc.property(cent, tag, tag, fc.array(fc.record({ am: tag, cent })), (haupt, eins, zwei, zahlungen) => {
        const [frueher = "", spaeter = ""] = [eins, zwei].sort();
        const [, vorher = 0] = zuschlag(haupt, am, frueher, ...zahlungen);
        const [monate = 0, nachher = 0] = zuschlag(haupt, am, spaeter, ...zahlungen);
        assert.ok(vorher <= nachher && nachher <= (monate * haupt) / 100);
        const eher = zahlungen.map((zahlung) => ({ ...zahlung, am }));
        assert.ok((zuschlag(haupt, am, spaeter, ...eher)[1] ?? 0) <= nachher);
      }),
    );
  });
});
