import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { falteStrasse, Gebiete, gebietVon, gleicheAdresse, liegtAn, type Strassenabschnitt, ueberschneiden } from "./strassen.ts";

const strasse = "Lindenallee";
const an = (hausnummer: string, abschnitt: Omit<Strassenabschnitt, "strasse"> = {}, plz = "00401") =>
  liegtAn({ strasse, hausnummer, plz }, { strasse, ...abschnitt });

describe("an address and a stretch of a street", () => {
  const faelle = {
    "die ganze Straße": [an("12"), true],
    "die ganze Straße, ohne Hausnummer": [an(""), true],
    "erste Nummer": [an("10", { von: 10, bis: 20 }), true],
    "eine davor": [an("9", { von: 10, bis: 20 }), false],
    "letzte Nummer": [an("20", { von: 10, bis: 20 }), true],
    "letzte Nummer mit Buchstaben": [an("20c", { von: 10, bis: 20 }), true],
    "eine danach": [an("21", { von: 10, bis: 20 }), false],
    "gerade Seite": [an("12", { seite: "gerade" }), true],
    "falsche Seite": [an("13", { seite: "gerade" }), false],
    "Nummer nötig, keine da: offen": [an("", { von: 10 }), undefined],
    "gleiche Straße, anderer Ortsteil": [an("12", { plz: "00402" }), false],
  } as const;
  for (const [name, [ist, soll]] of Object.entries(faelle)) test(name, () => assert.equal(ist, soll));
  for (const [geschrieben, gemeint] of [
    ["Hauptstr.", "Hauptstraße"],
    ["Haupt-Strasse", "hauptstraße"],
    ["Straße des Friedens", "Strasse des Friedens"],
    ["Königsberger Str", "Königsberger Straße"],
  ] as const)
    test(`„${geschrieben}“ ist „${gemeint}“`, () => assert.equal(falteStrasse(geschrieben), falteStrasse(gemeint)));
  test("„Strohweg“ bleibt, was er ist", () => assert.equal(falteStrasse("Strohweg"), "strohweg"));
  test("12 A und 12a sind ein Haus, 12 und 12a zwei", () => {
    assert.equal(gleicheAdresse({ strasse, hausnummer: "12 A" }, { strasse, hausnummer: "12a" }), true);
    assert.equal(gleicheAdresse({ strasse, hausnummer: "12" }, { strasse, hausnummer: "12a" }), false);
  });
});

describe("areas", () => {
  const a = { schluessel: "A", name: "Altstadt", abschnitte: [{ strasse, bis: 20 }, { strasse: "Am Markt" }] };
  const b = { schluessel: "B", name: "Bahnhof", abschnitte: [{ strasse, von: 21 }] };
  test("an address lies in one of them, in none, or it is open", () => {
    const wo = (name: string, hausnummer: string) => gebietVon({ strasse: name, hausnummer, plz: "00401" }, [a, b]);
    assert.equal(wo(strasse, "20"), a);
    assert.equal(wo(strasse, "21"), b);
    assert.equal(wo("Waldweg", "1"), "keines");
    assert.equal(wo(strasse, "Hinterhaus"), undefined);
  });
  const falsch = {
    "ein Haus in zweien": [[a, { ...b, abschnitte: [{ strasse, von: 20 }] }], /liegt in „A“ und in „B“/],
    "derselbe Schlüssel": [[a, { ...b, schluessel: "A" }], /denselben Schlüssel/],
    rückwärts: [[{ ...a, abschnitte: [{ strasse, von: 9, bis: 3 }] }], /rückwärts/],
    keines: [[], /./],
  } as const;
  for (const [name, [gebiete, grund]] of Object.entries(falsch))
    test(`${name}: refused`, () => assert.match(Gebiete.safeParse(gebiete).error?.message ?? "", grund));
  test("die zwei Seiten einer Straße sind zwei Gebiete", () =>
    assert.equal(ueberschneiden({ strasse, seite: "gerade" }, { strasse, seite: "ungerade" }), false));

  const abschnitt = fc.record(
    {
      von: fc.integer({ min: 1, max: 12 }),
      laenge: fc.integer({ min: 0, max: 12 }),
      seite: fc.constantFrom("gerade" as const, "ungerade" as const),
    },
    { requiredKeys: [] },
  );
  test("two stretches overlap exactly where some house lies at both", () =>
    fc.assert(
      fc.property(abschnitt, abschnitt, (links, rechts) => {
        const mach = ({ von, laenge, seite }: typeof links): Strassenabschnitt => ({
          strasse,
          ...(von && { von }),
          ...(laenge !== undefined && { bis: (von ?? 1) + laenge }),
          ...(seite && { seite }),
        });
        const haeuser = Array.from({ length: 40 }, (_, nummer) => ({ strasse, hausnummer: String(nummer + 1), plz: "00401" }));
        const gemeinsam = haeuser.some((haus) => liegtAn(haus, mach(links)) && liegtAn(haus, mach(rechts)));
        assert.equal(ueberschneiden(mach(links), mach(rechts)), gemeinsam);
      }),
    ));
});
