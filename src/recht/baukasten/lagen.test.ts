import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { letzterTag, plusMonateMonat } from "#kalender";
import { anhoerungspflicht, wirktAb } from "./dauer.ts";
import { entscheide } from "./entscheide.ts";
import { entscheideLagen, parameterstand, saetzeBekanntBis } from "./lagen.ts";
import { defineLeistung, type Kontext } from "./leistung.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";
import { defineParameter } from "./parameter.ts";
import { beginneRegelwerk } from "./regelwerk.ts";

const satz = defineParameter<number>({
  schluessel: "satz",
  titel: "Satz",
  einheit: "Cent",
  saetze: [{ gueltigAb: "2026-01-01", wert: 30_000, quelle: "Demowert, keine Satzung" }],
  geprueftBis: "2027-06-15",
});
const r = beginneRegelwerk("probe", "1");
const allein = r.fakt<boolean>("allein", { titel: "Allein", klaertDurch: "seite", quelle: "person", proben: [true, false] });
const betrag = r.rechne(
  "Betrag",
  "§ 2",
  { satz: r.parameter(satz, "§ 2"), tage: r.tage() },
  (f): number => (f.satz * f.tage) / 30,
);
const anspruch = r.knoten("Allein", "§ 1", { allein }, (f) => f.allein, {
  ja: "Sie leben allein.",
  nein: "Sie leben nicht allein.",
});
const regelwerk = r.schliesse({ anspruch, betrag, rechenweg: [betrag] });
const leistung = defineLeistung({
  ...grundangaben,
  regelwerk,
  zeitraum: (_fakten, am) => ({ von: am.slice(0, 7), bis: `${am.slice(0, 4)}-12`, wechsel: [] }),
});
const lage = (istAllein: boolean): Kontext => kontextMit({ allein: istAllein });

describe("days on which different things were the case", () => {
  test("a month that two of them share is paid by its days: fourteen of thirty until the partner moved in", () => {
    const { abschnitte, vorschlag, gruende } = entscheideLagen(leistung, [
      { von: "2026-03-01", bis: "2026-03-14", kontext: lage(true) },
      { von: "2026-03-15", bis: "2026-05-31", kontext: lage(false) },
    ]);
    assert.deepEqual(abschnitte, [
      { von: "2026-03", bis: "2026-03", betragCent: 14_000 },
      { von: "2026-04", bis: "2026-05", betragCent: 0 },
    ]);
    assert.equal(vorschlag, "bewilligt");
    assert.deepEqual(
      gruende.map(({ text }) => text),
      ["Sie leben nicht allein."],
      "the notice explains how it is now",
    );
  });

  test("judging whole months from a day on is the same as judging them with the application, whatever the months", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 11 }), (istAllein, abMonat) => {
        const von = plusMonateMonat("2026-01", abMonat);
        const ganz = entscheide(leistung, { ...lage(istAllein), eingegangenAm: `${von}-01` });
        const neu = entscheideLagen(leistung, [{ von: `${von}-01`, bis: "2026-12-31", kontext: lage(istAllein) }]);
        assert.deepEqual(neu.abschnitte, ganz.abschnitte);
        assert.equal(neu.art, ganz.art);
      }),
    );
  });

  test("cutting days anywhere without a change comes to the same as not cutting", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), (tag) => {
        const schnitt = `2026-03-${String(tag).padStart(2, "0")}`;
        const davor = `2026-03-${String(tag - 1).padStart(2, "0")}`;
        const { abschnitte } = entscheideLagen(leistung, [
          { von: "2026-03-01", bis: davor, kontext: lage(true) },
          { von: schnitt, bis: letzterTag("2026-04"), kontext: lage(true) },
        ]);
        assert.deepEqual(abschnitte, [{ von: "2026-03", bis: "2026-04", betragCent: 30_000 }]);
      }),
    );
  });

  test("figures are known to the last month that is checked whole; the print of the figures moves with a figure, not with the check", () => {
    assert.equal(saetzeBekanntBis(leistung), "2027-05");
    const mit = (mehr: Partial<typeof satz>) => {
      const neu = beginneRegelwerk("probe", "1");
      const knoten = neu.parameter(defineParameter({ ...satz, ...mehr }), "§ 2");
      return { regelwerk: neu.schliesse({ anspruch: neu.knoten("A", "", { knoten }, () => true), rechenweg: [] }) };
    };
    assert.equal(parameterstand(mit({})), parameterstand(mit({ geprueftBis: "2028-12-31" })));
    const erhoeht = { saetze: [...satz.saetze, { gueltigAb: "2027-01-01", wert: 31_000, quelle: "Demowert, keine Satzung" }] };
    assert.notEqual(parameterstand(mit({})), parameterstand(mit(erhoeht)));
  });
});

describe("hearing, by law and by what happened", () => {
  const faelle = {
    "own report, only months to come": ["SGB X", "meldung", false, false, "§ 24 Abs. 2 Nr. 3 SGB X"],
    "own report, money paid already": ["SGB X", "meldung", true, true, "§ 24 Abs. 1 SGB X"],
    "a register reports": ["SGB X", "register", false, true, "§ 24 Abs. 1 SGB X"],
    "new rates for all": ["SGB X", "saetze", false, false, "§ 24 Abs. 2 Nr. 4 SGB X"],
    "death: the act is spent by itself": ["SGB X", "ende", false, false, "§ 39 Abs. 2 SGB X"],
    "a register reports, under the VwVfG": ["VwVfG", "register", false, true, "§ 28 Abs. 1 VwVfG"],
    "own report, under the AO": ["AO", "meldung", false, false, "§ 91 Abs. 2 Nr. 3 AO"],
  } as const;
  for (const [name, [rechtsgebiet, anlass, bezahlt, noetig, norm]] of Object.entries(faelle))
    test(`${name}: ${noetig ? "heard" : "not heard"} (${norm})`, () =>
      assert.deepEqual(anhoerungspflicht({ rechtsgebiet }, anlass, bezahlt), { noetig, norm }));

  test("income is fitted without hearing only where the Leistung depends on it, and only under the SGB X", () => {
    const dauer = { einkommensabhaengig: true } as never;
    assert.equal(anhoerungspflicht({ rechtsgebiet: "SGB X", dauer }, "register", false).norm, "§ 24 Abs. 2 Nr. 5 SGB X");
    assert.equal(anhoerungspflicht({ rechtsgebiet: "VwVfG", dauer }, "register", false).noetig, true);
  });
});

test("a change counts from its day, its month, or the next", () => {
  assert.equal(wirktAb("tag", "2026-03-15"), "2026-03-15");
  assert.equal(wirktAb("monat", "2026-03-15"), "2026-03-01");
  assert.equal(wirktAb("folgemonat", "2026-12-15"), "2027-01-01");
});
