import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  beginneRegelwerk,
  defineLeistung,
  type Entscheidung,
  entscheide,
  type Knoten,
  type Leistung,
  type Regelwerk,
} from "./index.ts";
import { grundangaben, kontextMit } from "./musterleistung.ts";

/** A graph of any shape: each step takes two of the nodes before it. */
type Schritt = { art: "alle" | "eine" | "nicht"; links: number; rechts: number };
const schritt: fc.Arbitrary<Schritt> = fc.record({
  art: fc.constantFrom("alle", "eine", "nicht"),
  links: fc.nat({ max: 100 }),
  rechts: fc.nat({ max: 100 }),
});
const arten = ["monatlich", "jeLebensmonat", "jaehrlich", "einmalig"] as const;
const angaben = { klaertDurch: "seite", quelle: "person", proben: [0, 500, 1_000] } as const;
const fakten = ["a", "b", "c", "d", "e"] as const;

function regelwerkAus(schritte: readonly Schritt[], mitBetrag: boolean, mitGebuehr: boolean): Regelwerk {
  const r = beginneRegelwerk("zufall", "1");
  const werte = fakten.map((name) => r.fakt<number>(name, { titel: name, ...angaben }));
  const gesetze: Knoten<boolean>[] = werte.map((wert, nummer) =>
    r.knoten(`Grenze ${nummer}`, `§ ${nummer}`, { wert }, (f) => f.wert >= nummer * 200, {
      ja: `ja ${nummer}`,
      nein: `nein ${nummer}`,
    }),
  );
  const waehle = (stelle: number) => gesetze[stelle % gesetze.length] as Knoten<boolean>;
  for (const [nummer, { art, links, rechts }] of schritte.entries()) {
    const titel = `Schritt ${nummer}`;
    gesetze.push(art === "nicht" ? r.nicht(titel, "", waehle(links)) : r[art](titel, "", [waehle(links), waehle(rechts)]));
  }
  const [erster, zweiter] = werte as [Knoten<number>, Knoten<number>];
  const betrag = r.rechne("Betrag", "§ 7", { erster, zweiter }, (f) => Math.max(0, f.erster - f.zweiter));
  const gebuehr = r.rechne("Gebühr", "§ 8", { zweiter }, (f) => f.zweiter);
  return r.schliesse({
    anspruch: gesetze.at(-1) as Knoten<boolean>,
    ...(mitBetrag && { betrag }),
    ...(mitGebuehr && { gebuehr }),
    rechenweg: mitBetrag ? [betrag] : [],
  });
}

const leistung: fc.Arbitrary<Leistung> = fc
  .record({ art: fc.constantFrom(...arten), schritte: fc.array(schritt, { maxLength: 12 }), gebuehr: fc.boolean() })
  .map(({ art, schritte, gebuehr }): Leistung => {
    const basis = { ...grundangaben, regelwerk: regelwerkAus(schritte, art !== "einmalig", gebuehr) };
    if (art === "einmalig") return defineLeistung({ ...basis, ergebnis: art });
    if (art === "monatlich")
      return defineLeistung({ ...basis, zeitraum: () => ({ von: "2026-01", bis: "2026-03", wechsel: ["2026-02-11"] }) });
    const zeitraeume = [
      { von: "2026-01-15", bis: "2026-02-14", name: "1" },
      { von: "2026-02-15", bis: "2026-03-14", name: "2" },
    ];
    return defineLeistung({ ...basis, ergebnis: art, zeitraum: () => zeitraeume });
  });
const wert = fc.constantFrom(0, 199, 200, 400, 600, 799, 800, 1_000);
const alles = fc.record({ a: wert, b: wert, c: wert, d: wert, e: wert });
const teil = fc.subarray([...fakten]);
const nur = (werte: Readonly<Record<string, number>>, namen: readonly string[]) =>
  Object.fromEntries(Object.entries(werte).filter(([name]) => namen.includes(name)));
const inhalt = ({ art, vorschlag, abschnitte, zeitraeume, forderungen }: Entscheidung) => ({
  art,
  vorschlag,
  abschnitte,
  zeitraeume,
  forderungen,
});
const laeufe = { numRuns: 2_000 };

describe("for any rules of any kind, and any facts", () => {
  test("what is decided on a part of the facts stays decided, the same way, whatever else comes to be known", () => {
    let entschieden = 0;
    fc.assert(
      fc.property(leistung, alles, teil, (irgendeine, werte, namen) => {
        const weniger = entscheide(irgendeine, kontextMit(nur(werte, namen)));
        if (weniger.art === "vonHand") return;
        entschieden += namen.length < fakten.length ? 1 : 0;
        assert.deepEqual(inhalt(entscheide(irgendeine, kontextMit(werte))), inhalt(weniger));
      }),
      laeufe,
    );
    assert.ok(entschieden > 100, `only ${entschieden} cases were decided early`);
  });
  test("unknown never becomes a refusal: what is left open names a question, and nothing known refuses nobody", () => {
    fc.assert(
      fc.property(leistung, alles, teil, (irgendeine, werte, namen) => {
        const { art, offen, vorschlag } = entscheide(irgendeine, kontextMit(nur(werte, namen)));
        assert.equal(art === "vonHand", offen.length > 0);
        assert.equal(vorschlag === undefined, offen.length > 0);
        for (const { schluessel } of offen) assert.ok(!namen.some((name) => name === schluessel), `${schluessel} is known`);
        assert.equal(entscheide(irgendeine, kontextMit({})).vorschlag, undefined);
      }),
      laeufe,
    );
  });
  test("the questions that are open suffice: answered one after the other, they lead to a decision", () => {
    fc.assert(
      fc.property(leistung, alles, teil, (irgendeine, werte, namen) => {
        const bekannt = new Set<string>(namen);
        for (;;) {
          const [frage] = entscheide(irgendeine, kontextMit(nur(werte, [...bekannt]))).offen;
          if (!frage) return;
          assert.ok(!bekannt.has(frage.schluessel));
          bekannt.add(frage.schluessel);
        }
      }),
      { numRuns: 500 },
    );
  });
  test("the same inputs give the same hash, in any order; another fact gives another", () => {
    fc.assert(
      fc.property(leistung, alles, (irgendeine, werte) => {
        const { hash } = entscheide(irgendeine, kontextMit(werte));
        const umgekehrt = Object.fromEntries(Object.entries(werte).reverse());
        assert.equal(entscheide(irgendeine, kontextMit(umgekehrt)).hash, hash);
        assert.notEqual(entscheide(irgendeine, kontextMit({ ...werte, c: werte.c + 1 })).hash, hash);
      }),
      { numRuns: 500 },
    );
  });
  test("nothing is owed of what is not granted, and nothing is paid where something is owed by the year", () => {
    fc.assert(
      fc.property(leistung, alles, teil, (irgendeine, werte, namen) => {
        const { vorschlag, abschnitte, zeitraeume, forderungen } = entscheide(irgendeine, kontextMit(nur(werte, namen)));
        if (forderungen) assert.equal(vorschlag, "bewilligt");
        assert.ok((forderungen ?? []).every(({ betragCent }) => betragCent > 0));
        assert.equal(abschnitte.length > 0, (irgendeine.ergebnis ?? "monatlich") === "monatlich");
        assert.equal(zeitraeume !== undefined, irgendeine.ergebnis === "jeLebensmonat");
      }),
      laeufe,
    );
  });
});
