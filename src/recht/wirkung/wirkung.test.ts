import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { entscheide, fingerabdruck, type Leistung } from "#baukasten";
import { getLeistung } from "#leistungen";
import {
  type Aenderung,
  berechneNeu,
  type Fallvergleich,
  fasseZusammen,
  leistungWieBekanntAm,
  liesAenderung,
  schreibeFort,
  vergleicheFall,
  wendeAn,
} from "./index.ts";

const uv = getLeistung("unterhaltsvorschuss");
const wohngeld = getLeistung("wohngeld");
const stand = "2026-11-24T08:00:00Z";
const gefunden = (daten: Record<string, unknown>) => ({ art: "gefunden", stand, daten }) as const;

/** Maria, single, for Mia, four years old; the father pays what is given. */
const kontext = (unterhaltCent = 0, eingegangenAm = "2026-07-10") => ({
  eingegangenAm,
  antragsteller: { idnr: "11111111111", vornamen: "Maria", nachname: "Beispiel" },
  antworten: {
    kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2022-03-24", idnr: "33333333333" },
    zuhause: { lebtBeiMir: true, seit: "2022-03-24" },
    familienstand: { stand: "ledig" },
    andererElternteil: { lage: "bekannt" },
    angabenElternteil: { vornamen: "Viktor", nachname: "Anders", zusammen: false },
    unterhalt: { betrag: unterhaltCent },
    kindergeld: { wer: "ich" },
    staatsangehoerigkeit: { deutschOderEu: true },
    rueckwirkend: { vormonat: false, bemueht: false },
    nachricht: {},
  },
  nachweise: {
    geburt: gefunden({
      kind: { vornamen: "Mia", nachname: "Beispiel", geburtsdatum: "2022-03-24" },
      mutter: { idnr: "11111111111", name: "Maria Beispiel" },
      vater: { idnr: "22222222222", name: "Viktor Anders" },
      gestorben: { mutter: false, vater: false },
    }),
    haushalt: gefunden({
      lebtBeiElternteil: true,
      andererElternteilGleicheAnschrift: false,
      auskunftssperre: false,
      seit: "2022-03-24",
    }),
    familienstand: gefunden({
      idnr: "11111111111",
      vornamen: "Maria",
      nachname: "Beispiel",
      geburtsdatum: "1994-05-06",
      familienstand: "ledig",
      anschrift: null,
      auskunftssperre: false,
      kinder: [],
    }),
    andereJugendaemter: { art: "keinEintrag", stand } as const,
  },
});
const gelesen = (leistung: Leistung, text: string, ab = "2026-07-01"): Aenderung => {
  const ergebnis = liesAenderung(leistung, text, ab);
  assert.equal(ergebnis.art, "gelesen", "text" in ergebnis ? ergebnis.text : "");
  return (ergebnis as Extract<typeof ergebnis, { art: "gelesen" }>).aenderung;
};

describe("a change as it is typed", () => {
  const gut: [string, unknown][] = [
    ["mindesteinkommen=650", 65_000],
    ["mindesteinkommen = 650,50 €", 65_050],
    ["mindesteinkommen=1.000", 100_000],
    ["mindesteinkommen=+10%", 66_000],
    ["mindestunterhalt=-3,5 %", [46_899, 53_847, 63_015]],
    ["mindestunterhalt=[50000,56000,66000]", [50_000, 56_000, 66_000]],
  ];
  for (const [text, wert] of gut) test(text, () => assert.deepEqual(gelesen(uv, text).wert, wert));
  test("says what it changes, in words", () => {
    const ergebnis = liesAenderung(uv, "mindesteinkommen=650", "2026-07-01");
    assert.equal(
      ergebnis.art === "gelesen" ? ergebnis.inWorten : "",
      "Mindesteinkommen des Elternteils: ab 01.07.2026 650,00 € statt 600,00 €",
    );
  });
  const schlecht: Record<string, [string, RegExp]> = {
    "no sign of equality": ["mindesteinkommen 650", /ist keine Änderung/],
    "a parameter that is none": ["hebesatz=400", /kein Parameter von Unterhaltsvorschuss\. Vorhanden: .*mindestunterhalt/],
    "one figure for three": ["mindestunterhalt=500", /kein Wert für „Mindestunterhalt“/],
    "two figures for three": ["mindestunterhalt=[50000,56000]", /kein Wert/],
    "a word": ["mindesteinkommen=viel", /kein Wert/],
    "a negative amount": ["mindesteinkommen=-5", /kein Wert/],
    "negative figures": ["mindestunterhalt=[-1,56000,66000]", /kein Wert/],
    "no value at all": ["mindesteinkommen=", /ist keine Änderung/],
  };
  for (const [name, [text, meldung]] of Object.entries(schlecht))
    test(`refused: ${name}`, () => {
      const ergebnis = liesAenderung(uv, text, "2026-07-01");
      assert.match(ergebnis.art === "fehler" ? ergebnis.text : "", meldung);
    });
  test("refused: a day before there was any figure", () => {
    const ergebnis = liesAenderung(uv, "mindestunterhalt=+1%", "2001-01-01");
    assert.match(ergebnis.art === "fehler" ? ergebnis.text : "", /noch keinen Satz/);
  });
  test("limits of age in a table of amounts stay", () =>
    assert.deepEqual(
      (gelesen(getLeistung("kinderzuschlag"), "regelbedarf=+10%").wert as { kinder: { unter: number }[] }).kinder[0]?.unter,
      6,
    ));
});

describe("one case under both laws", () => {
  const neu = wendeAn(uv, [gelesen(uv, "mindestunterhalt=[50000,56000,66000]")]);
  const fall = (unterhaltCent: number) => ({
    kennung: "mia",
    gruppe: "musterstadt",
    einkommenCent: 0,
    kontext: kontext(unterhaltCent),
  });
  const faelle: [number, string, number, string, number][] = [
    [0, "bewilligt", 22_700, "bewilligt", 24_100],
    [10_000, "bewilligt", 12_700, "bewilligt", 14_100],
    [22_700, "abgelehnt", 0, "bewilligt", 1_400],
    [90_000, "abgelehnt", 0, "abgelehnt", 0],
  ];
  for (const [unterhaltCent, artVorher, vorher, artNachher, nachher] of faelle)
    test(`${unterhaltCent / 100} Euro paid: ${vorher / 100} before, ${nachher / 100} after`, () => {
      const vergleich = vergleicheFall(uv, neu, fall(unterhaltCent), "2026-07");
      assert.deepEqual(vergleich.vorher, { art: artVorher, monatCent: vorher });
      assert.deepEqual(vergleich.nachher, { art: artNachher, monatCent: nachher });
    });
  test("the registered Leistung decides as before", () =>
    assert.equal(entscheide(uv, kontext()).abschnitte[0]?.betragCent, 22_700));
  test("a day nobody has checked: both sides carry the last figures on, and it is said", () => {
    assert.equal(vergleicheFall(uv, uv, { ...fall(0), kontext: kontext(0, "2027-02-01") }, "2027-02").vorher.art, "offen");
    const { leistung, fortgeschrieben } = schreibeFort(uv, "2027-02-01");
    assert.deepEqual(vergleicheFall(leistung, leistung, { ...fall(0), kontext: kontext(0, "2027-02-01") }, "2027-02").vorher, {
      art: "bewilligt",
      monatCent: 22_700,
    });
    assert.ok(fortgeschrieben.includes("Mindestunterhalt"));
    assert.deepEqual(schreibeFort(uv, "2026-07-01").fortgeschrieben, []);
  });
});

describe("summed up", () => {
  const ergebnis = fc
    .record({ art: fc.constantFrom("bewilligt", "abgelehnt", "offen"), monatCent: fc.integer({ min: 0, max: 100_000 }) })
    .map(({ art, monatCent }) => ({ art, monatCent: art === "bewilligt" ? monatCent : 0 }) as Fallvergleich["vorher"]);
  const vergleich: fc.Arbitrary<Fallvergleich> = fc.record({
    kennung: fc.uuid(),
    gruppe: fc.constantFrom("musterstadt", "beispielkreis"),
    einkommenCent: fc.integer({ min: 0, max: 800_000 }),
    vorher: ergebnis,
    nachher: ergebnis,
  });
  test("groups, tenths and amounts hold every case once, and the same money", () =>
    fc.assert(
      fc.property(fc.array(vergleich, { maxLength: 60 }), (faelle) => {
        const wirkung = fasseZusammen(faelle);
        const { gesamt, jeGruppe, jeZehntel, jeBetrag } = wirkung;
        assert.equal(gesamt.mehr + gesamt.weniger + gesamt.gleich + gesamt.offen, faelle.length);
        for (const baender of [jeGruppe, jeZehntel]) {
          assert.equal(
            baender.reduce((summe, band) => summe + band.faelle, 0),
            faelle.length,
          );
          assert.equal(
            baender.reduce((summe, band) => summe + band.differenzJahrCent, 0),
            gesamt.differenzJahrCent,
          );
        }
        assert.equal(
          jeBetrag.reduce((summe, band) => summe + band.faelle, 0),
          faelle.length - gesamt.offen,
        );
        assert.equal(
          jeBetrag.reduce((summe, band) => summe + band.differenzJahrCent, 0),
          gesamt.differenzJahrCent,
        );
        assert.equal(gesamt.differenzJahrCent, 12 * (gesamt.nachherMonatCent - gesamt.vorherMonatCent));
      }),
      { numRuns: 200 },
    ));
  test("the order of the cases does not matter", () =>
    fc.assert(
      fc.property(fc.array(vergleich, { maxLength: 30 }), (faelle) =>
        assert.equal(fingerabdruck(fasseZusammen(faelle)), fingerabdruck(fasseZusammen(faelle.toReversed()))),
      ),
      { numRuns: 100 },
    ));
  test("new claims and lost ones are counted", () => {
    const fall = (vorher: "bewilligt" | "abgelehnt", nachher: "bewilligt" | "abgelehnt", cent: number): Fallvergleich => ({
      kennung: String(cent),
      gruppe: "a",
      einkommenCent: 0,
      vorher: { art: vorher, monatCent: vorher === "bewilligt" ? cent : 0 },
      nachher: { art: nachher, monatCent: nachher === "bewilligt" ? cent : 0 },
    });
    const wirkung = fasseZusammen([
      fall("abgelehnt", "bewilligt", 12_000),
      fall("bewilligt", "abgelehnt", 5_000),
      fall("bewilligt", "bewilligt", 1),
    ]);
    assert.deepEqual([wirkung.neuBewilligt, wirkung.neuAbgelehnt], [1, 1]);
    assert.deepEqual([wirkung.hoechsterGewinnCent, wirkung.hoechsterVerlustCent], [12_000, -5_000]);
    assert.deepEqual(
      wirkung.jeBetrag.filter(({ faelle }) => faelle > 0).map(({ titel }) => titel),
      ["über 20 € bis 50 € weniger", "unverändert", "mehr als 100 € mehr"],
    );
  });
});

describe("a figure that the law changed for days gone by", () => {
  const aenderung = { ...gelesen(uv, "mindestunterhalt=[50000,56000,66000]", "2026-09-01"), bekanntSeit: "2026-10-15" };
  const jetzt = wendeAn(uv, [aenderung]);
  const damals = leistungWieBekanntAm(jetzt, "2026-07-12");
  const gespeichert = entscheide(uv, kontext());

  test("what was decided before can be replayed to the hash", () =>
    assert.equal(entscheide(damals, kontext()).hash, gespeichert.hash));
  test("months from its day on differ, those before do not", () => {
    const neu = berechneNeu(damals, jetzt, kontext(), gespeichert, "bewilligt");
    assert.deepEqual(neu, {
      betroffen: true,
      nachvollzogen: true,
      ergebnisBisher: "bewilligt",
      ergebnisNeu: "bewilligt",
      monate: [{ von: "2026-09", bis: "2026-12", bisherCent: 22_700, neuCent: 24_100 }],
      differenzCent: 4 * 1_400,
    });
  });
  test("a refusal can become a grant", () => {
    const abgelehnt = entscheide(uv, kontext(22_700));
    const neu = berechneNeu(damals, jetzt, kontext(22_700), abgelehnt, "abgelehnt");
    assert.equal(neu.ergebnisNeu, "bewilligt");
    assert.deepEqual(neu.monate, [{ von: "2026-09", bis: "2026-12", bisherCent: 0, neuCent: 1_400 }]);
  });
  test("who was decided after it was known is not struck", () => {
    const danach = leistungWieBekanntAm(jetzt, "2026-10-15");
    assert.equal(danach, jetzt);
    const neu = berechneNeu(danach, jetzt, kontext(), entscheide(jetzt, kontext()), "bewilligt");
    assert.deepEqual([neu.betroffen, neu.monate], [false, []]);
  });
  test("a figure that this case never used strikes nobody", () => {
    const andere = wendeAn(uv, [{ ...gelesen(uv, "kindergeldErstesKind=300", "2030-01-01"), bekanntSeit: "2026-10-15" }]);
    assert.equal(
      berechneNeu(leistungWieBekanntAm(andere, "2026-07-12"), andere, kontext(), gespeichert, "bewilligt").betroffen,
      false,
    );
  });
  test("what a person decided against the rules is left to a person", () => {
    const neu = berechneNeu(damals, jetzt, kontext(), gespeichert, "abgelehnt");
    assert.deepEqual([neu.betroffen, neu.ergebnisNeu, neu.monate], [true, "offen", []]);
  });
  test("a decision of rules that are no more is not replayed, and says so", () => {
    const neu = berechneNeu(damals, jetzt, kontext(), { ...gespeichert, hash: "von früher" }, "bewilligt");
    assert.deepEqual([neu.betroffen, neu.nachvollzogen], [true, false]);
  });
  test("without any later knowledge nothing is replaced", () =>
    assert.equal(leistungWieBekanntAm(wohngeld, "2020-01-01"), wohngeld));
});
