import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Automatik, pruefeGate, type Rechtsgebiet } from "./gate.ts";
import { beginneRegelwerk, type Knoten } from "./index.ts";

type R = ReturnType<typeof beginneRegelwerk>;
type Teile = { fakt: Knoten<boolean>; urteil: Knoten<boolean>; ermessen: Knoten<boolean> };

function gate(
  baue: (r: R, teile: Teile) => Knoten<boolean>,
  { gebiet = "SGB X", automatik = { erlaubt: true, norm: "§ 31a SGB X" } }: { gebiet?: Rechtsgebiet; automatik?: Automatik } = {},
  betragAus?: (r: R, teile: Teile) => Knoten<number>,
) {
  const r = beginneRegelwerk("probe", "1");
  const teile = {
    fakt: r.fakt<boolean>("fakt", { titel: "Fakt", klaertDurch: "x", quelle: "person", proben: [true, false] }),
    urteil: r.person("urteil", "Einkommen glaubhaft", "§ 20 SGB X", "beurteilung"),
    ermessen: r.person("ermessen", "Nach Ermessen", "§ 39 SGB I", "ermessen"),
  };
  const anspruch = baue(r, teile);
  const regelwerk = r.schliesse({ anspruch, betrag: betragAus?.(r, teile) ?? r.tage(), rechenweg: [] });
  return () => pruefeGate("Probe", gebiet, automatik, regelwerk);
}
const jederWeg = /Probe: darf nicht automatisch entscheiden.*„Einkommen glaubhaft“ \(beurteilung, § 20 SGB X\).*ein Mensch/;

describe("what may decide by itself", () => {
  test("no judgement anywhere", () => assert.doesNotThrow(gate((_, { fakt }) => fakt)));
  test("a judgement that a fact can spare", () =>
    assert.doesNotThrow(gate((r, { fakt, urteil }) => r.eine("Eins", "§ 1", [fakt, urteil]))));
  test("a judgement as the whole claim, when a person decides anyway", () =>
    assert.doesNotThrow(gate((_, { urteil }) => urteil, { automatik: { erlaubt: false } })));
  test("under the VwVfG, where a statute of the field permits it", () =>
    assert.doesNotThrow(gate((_, { fakt }) => fakt, { gebiet: "VwVfG", automatik: { erlaubt: true, norm: "§ 6a StVG" } })));
  test("under the AO", () =>
    assert.doesNotThrow(gate((_, { fakt }) => fakt, { gebiet: "AO", automatik: { erlaubt: true, norm: "§ 155 Abs. 4 AO" } })));
});

describe("what may not, and the message says which node and norm", () => {
  const baeume: Record<string, (r: R, teile: Teile) => Knoten<boolean>> = {
    "the claim is a judgement": (_, { urteil }) => urteil,
    "one of all conditions is a judgement": (r, { fakt, urteil }) => r.alle("Beides", "§ 1", [fakt, urteil]),
    "every alternative is a judgement": (r, { urteil, ermessen }) => r.eine("Eins", "§ 1", [urteil, ermessen]),
    "a comparison takes a judgement in": (r, { urteil }) => r.knoten("Vergleich", "§ 1", { urteil }, (f) => f.urteil),
    "not, of one of several": (r, { fakt, urteil }) => r.nicht("Nicht", "§ 1", r.eine("Eins", "§ 1", [fakt, urteil])),
    "deep below": (r, { fakt, urteil }) =>
      r.alle("Außen", "§ 1", [r.eine("Innen", "§ 1", [r.alle("Kern", "§ 1", [fakt, urteil]), urteil])]),
  };
  for (const [name, baue] of Object.entries(baeume)) test(name, () => assert.throws(gate(baue), jederWeg));

  test("not, of all, is a way around the judgement", () =>
    assert.doesNotThrow(gate((r, { fakt, urteil }) => r.nicht("Nicht", "§ 1", r.alle("Beides", "§ 1", [fakt, urteil])))));
  test("discretion in the amount", () =>
    assert.throws(
      gate(
        (_, { fakt }) => fakt,
        {},
        (r, { ermessen }) => r.rechne("Betrag", "§ 2", { ermessen }, (f): number => (f.ermessen ? 1 : 2)),
      ),
      /„Nach Ermessen“ \(ermessen, § 39 SGB I\)/,
    ));
  test("a function of what is settled without the judgement in one of its ways is no bar", () =>
    assert.doesNotThrow(
      gate(
        (_, { fakt }) => fakt,
        {},
        (r, { fakt, urteil }) => {
          const ermaessigt = r.alle("Ermäßigt", "§ 2", [fakt, urteil]);
          return r.rechne("Betrag", "§ 2", { ermaessigt }, (f): number => (f.ermaessigt ? 1 : 2));
        },
      ),
    ));
  test("a function of a judgement that both ways need is", () =>
    assert.throws(
      gate(
        (_, { fakt }) => fakt,
        {},
        (r, { urteil }) => {
          const nicht = r.nicht("Nicht", "§ 2", urteil);
          return r.rechne("Betrag", "§ 2", { nicht }, (f): number => (f.nicht ? 1 : 2));
        },
      ),
      /darf nicht automatisch entscheiden/,
    ));
  for (const norm of ["", "  ", "§ 35a VwVfG", "§ 35a  VwVfG NRW"])
    test(`VwVfG with „${norm}“ as its statute`, () =>
      assert.throws(
        gate((_, { fakt }) => fakt, { gebiet: "VwVfG", automatik: { erlaubt: true, norm } }),
        /§ 35a VwVfG erlaubt/,
      ));
  test("SGB X without any norm named", () =>
    assert.throws(
      gate((_, { fakt }) => fakt, { automatik: { erlaubt: true, norm: "" } }),
      /nennt keine Norm/,
    ));
});
