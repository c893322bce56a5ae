import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  beginneRegelwerk,
  defineLeistung,
  defineParameter,
  type Entscheidung,
  entscheide,
  type Knoten,
  type Leistung,
  type Sachverhalt,
} from "./index.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";

/** Rules that somebody wrote to break the house, or by mistake: refused when they are defined, or a person looks; never a wrong amount. */
type R = ReturnType<typeof beginneRegelwerk>;
const angaben = { klaertDurch: "seite", quelle: "person" } as const;

function boese(baue: (r: R) => Knoten<boolean>, mehr: Partial<Leistung> = {}): () => Leistung {
  const r = beginneRegelwerk("boese", "1");
  const regelwerk = r.schliesse({ anspruch: baue(r), rechenweg: [] });
  return () => defineLeistung({ ...grundangaben, ergebnis: "einmalig", regelwerk, ...mehr } as Leistung);
}
const wuerdig = (r: R) => r.person("wuerdig", "Der Förderung würdig", "§ 3 Richtlinie", "ermessen");
const alt = (r: R) => r.fakt<number>("alter", { titel: "Alter", ...angaben, proben: [1] });

describe("a service written to break the Gate is refused, with the node and the norm", () => {
  const knoten = /Probe: darf nicht automatisch entscheiden\. Jeder Weg .*„Der Förderung würdig“ \(ermessen, § 3 Richtlinie\)/;
  const versuche: Record<string, [() => Leistung, RegExp]> = {
    "discretion is the whole claim": [boese(wuerdig), knoten],
    "discretion behind a function that ignores it": [
      boese((r) => r.knoten("Immer", "§ 1", { wuerdig: wuerdig(r) }, () => true)),
      knoten,
    ],
    "discretion in the fee": [
      () => {
        const r = beginneRegelwerk("boese", "1");
        const alter = alt(r);
        const gebuehr = r.rechne("Gebühr", "§ 9", { wuerdig: wuerdig(r), alter }, (f) => (f.wuerdig ? 0 : 100));
        const anspruch = r.knoten("Alt genug", "§ 1", { alter }, (f) => f.alter >= 18);
        const regelwerk = r.schliesse({ anspruch, gebuehr, rechenweg: [] });
        return defineLeistung({ ...grundangaben, ergebnis: "einmalig", regelwerk } as Leistung);
      },
      knoten,
    ],
    "under the VwVfG without a statute": [
      boese((r) => r.knoten("Alt genug", "§ 1", { alter: alt(r) }, (f) => f.alter >= 18), {
        rechtsgebiet: "VwVfG",
        automatik: { erlaubt: true, norm: "" },
      }),
      /§ 35a VwVfG erlaubt einen vollautomatischen Bescheid nur, wenn ein Fachgesetz ihn zulässt; keines ist genannt/,
    ],
    "§ 35a VwVfG as its own permission": [
      boese((r) => r.knoten("Alt genug", "§ 1", { alter: alt(r) }, (f) => f.alter >= 18), {
        rechtsgebiet: "VwVfG",
        automatik: { erlaubt: true, norm: "§  35a  VwVfG" },
      }),
      /keines ist genannt/,
    ],
    "a fact that nothing settles": [
      boese((r) => r.fakt<boolean>("x", { titel: "X", klaertDurch: "niemand", quelle: "person", proben: [true] })),
      /„X“ klärt sich durch „niemand“; das ist weder Nachweis noch Seite/,
    ],
  };
  for (const [name, [mach, meldung]] of Object.entries(versuche)) test(name, () => assert.throws(mach, meldung));
});

describe("a circular graph cannot be written", () => {
  test("a node takes nodes, not names, and those exist before it: the compiler refuses the use before the definition", () => {
    const r = beginneRegelwerk("kreis", "1");
    assert.throws(() => {
      // @ts-expect-error: used before its declaration
      const a: Knoten<boolean> = r.nicht("A", "§ 1", b);
      const b: Knoten<boolean> = r.nicht("B", "§ 1", a);
    }, ReferenceError);
  });
  test("a node of another graph, or made up, is refused", () => {
    const fremd = beginneRegelwerk("fremd", "1").fakt<boolean>("f", { titel: "F", ...angaben, proben: [true] });
    const meldung = /„A“ greift auf einen Knoten eines anderen Regelwerks zu/;
    assert.throws(() => beginneRegelwerk("kreis", "1").nicht("A", "§ 1", fremd), meldung);
    const erfunden: Knoten<boolean> = { nummer: 0, schluessel: "A", titel: "A", norm: "", art: "nicht" };
    assert.throws(() => beginneRegelwerk("kreis", "1").nicht("A", "§ 1", erfunden), meldung);
  });
  test("an array of parts that is changed afterwards changes nothing", () => {
    const r = beginneRegelwerk("kreis", "1");
    const teile = [r.fakt<boolean>("f", { titel: "F", ...angaben, proben: [true] })];
    const alle = r.alle("Alle", "§ 1", teile);
    teile.push(alle);
    const regelwerk = r.schliesse({ anspruch: alle, rechenweg: [] });
    for (const { knoten, bauplan } of regelwerk.eintraege)
      if ("eingaben" in bauplan) assert.ok(bauplan.eingaben.every((eingabe) => eingabe < knoten.nummer));
  });
});

describe("what comes in is impossible: a person looks, and nothing is refused or paid", () => {
  const satz = defineParameter({
    schluessel: "satz",
    titel: "Satz",
    einheit: "Euro im Monat",
    saetze: [{ gueltigAb: "2026-01-01", wert: 30_000, quelle: "BGBl. I S. 1" }],
    geprueftBis: "2026-12-31",
  });
  function probe(sachverhalt?: () => Sachverhalt, monat = "2026-03"): Leistung {
    const r = beginneRegelwerk("probe", "1");
    const einkommen = r.fakt<number>("einkommenCent", { titel: "Einkommen", ...angaben, proben: [0] });
    const hoehe = r.parameter(satz, "§ 2");
    const betrag = r.rechne("Betrag", "§ 2", { hoehe, einkommen }, (f) => Math.max(0, f.hoehe - f.einkommen));
    const anspruch = r.knoten("Wenig Einkommen", "§ 1", { einkommen, hoehe }, (f) => f.einkommen < f.hoehe);
    const zeitraum = () => ({ von: monat, bis: monat, wechsel: [] });
    const regelwerk = r.schliesse({ anspruch, betrag, rechenweg: [betrag] });
    return defineLeistung({ ...grundangaben, regelwerk, zeitraum, ...(sachverhalt && { sachverhalt }) } as Leistung);
  }
  const vonHand = (entscheidung: Entscheidung, grund: RegExp) => {
    assert.equal(entscheidung.art, "vonHand");
    assert.equal(entscheidung.vorschlag, undefined);
    assert.ok(entscheidung.abschnitte.every(({ betragCent }) => betragCent === 0));
    assert.match(entscheidung.vonHand.join(" "), grund);
  };
  for (const [name, wert] of Object.entries({
    "a negative income": -1,
    "no number": Number.NaN,
    endless: Number.POSITIVE_INFINITY,
    "a part of a cent": 0.5,
    "more than a billion": 1e12,
  }))
    test(name, () =>
      vonHand(
        entscheide(probe(), kontextMit({ einkommenCent: wert })),
        /Ein Betrag kann nicht stimmen \(einkommenCent, Ihre Angabe\)/,
      ),
    );
  test("an income of nothing, and the largest that is taken", () => {
    assert.equal(entscheide(probe(), kontextMit({ einkommenCent: 0 })).art, "bewilligt");
    assert.equal(entscheide(probe(), kontextMit({ einkommenCent: 100_000_000_000 })).art, "abgelehnt");
  });
  for (const monat of ["2025-12", "2027-01"])
    test(`${monat}, for which there is no figure`, () =>
      vonHand(entscheide(probe(undefined, monat), kontextMit({ einkommenCent: 0 })), /ist kein Satz „Satz“ hinterlegt/));
  test("two registers that contradict each other: the reason is told, the proposal stays a proposal", () => {
    const fakt = { wert: 0, herkunft: { quelle: "Finanzamt", stand: "2026-03-01" } };
    const widerspruch = "Finanzamt und Rentenversicherung nennen verschiedene Einkommen.";
    const entscheidung = entscheide(
      probe(() => ({ fakten: { einkommenCent: fakt }, vonHand: [widerspruch] })),
      kontextMit({}),
    );
    assert.deepEqual([entscheidung.art, entscheidung.vorschlag, entscheidung.vonHand], ["vonHand", "bewilligt", [widerspruch]]);
  });
});
