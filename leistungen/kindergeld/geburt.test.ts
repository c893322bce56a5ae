import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { entscheide, type Nachweisstand } from "#baukasten";
import { type Geburtsmeldung, istVollstaendig, wegNachGeburt } from "./geburt.ts";
import { kindergeld } from "./leistung.ts";
import {
  geburt,
  gefunden,
  gruende,
  haushalt,
  keinEintrag,
  meldung,
  monate,
  mutter,
  ohneAntragFuer,
  schweigt,
  stammdaten,
} from "./musterfall.ts";

const gemeldet = (geboren: string, mehr: Partial<Geburtsmeldung> = {}): Geburtsmeldung => ({
  gemeldetAm: "2027-11-20",
  kind: { idnr: "33333333333", vornamen: "Mia", nachname: "Beispiel", geburtsdatum: geboren },
  elternteil: { idnr: mutter.idnr, vornamen: "Maria", nachname: "Beispiel" },
  anschrift: { strasse: "Lindenweg", hausnummer: "4", plz: "00001", ort: "Musterstadt" },
  andererElternteilImHaushalt: true,
  staatsangehoerigkeit: "deutsch",
  iban: "DE02120300000000202051",
  zahltFuerAelteresKind: false,
  ...mehr,
});

describe("what a birth leads to", () => {
  const zweites = { zahltFuerAelteresKind: true };
  const wege: Record<string, [Geburtsmeldung, "ohneAntrag" | "vorausgefuellt"]> = {
    "before the law": [gemeldet("2026-11-20", { gemeldetAm: "2026-11-24", ...zweites }), "vorausgefuellt"],
    "further child, day before the first stage": [gemeldet("2027-02-28", zweites), "vorausgefuellt"],
    "further child, first day of the first stage": [gemeldet("2027-03-01", zweites), "ohneAntrag"],
    "further child, reported before the first stage": [
      gemeldet("2027-03-01", { gemeldetAm: "2027-02-28", ...zweites }),
      "vorausgefuellt",
    ],
    "first child in the first stage": [gemeldet("2027-10-31"), "vorausgefuellt"],
    "first child, first day of the second stage": [gemeldet("2027-11-01"), "ohneAntrag"],
    "no account known": [gemeldet("2027-11-01", { iban: null }), "vorausgefuellt"],
  };
  for (const [name, [eine, art]] of Object.entries(wege)) test(name, () => assert.equal(wegNachGeburt(eine).art, art));

  test("a message on a day whose law nobody checked stops", () => {
    assert.throws(() => wegNachGeburt(gemeldet("2028-01-05", { gemeldetAm: "2028-01-09" })), /kein Satz/);
  });
  test("the prefilled Antrag needs one click, and without an account one page", () => {
    const heute = "2026-11-24";
    const mitKonto = wegNachGeburt(gemeldet("2026-11-20", { gemeldetAm: heute }));
    assert.equal(istVollstaendig(mitKonto.antworten, heute), true);
    const ohneKonto = wegNachGeburt(
      gemeldet("2026-11-20", { gemeldetAm: heute, iban: null, andererElternteilImHaushalt: false }),
    );
    assert.equal(kindergeld.formular.ersteOffene(ohneKonto.antworten, heute), "konto");
  });
  test("the prefilled Antrag is granted by the registers that confirm it", () => {
    const { antworten } = wegNachGeburt(gemeldet("2026-11-20", { gemeldetAm: "2026-11-24" }));
    const nachweise = { geburt: geburt("2026-11-20"), haushalt: haushalt({ seit: "2026-11-20" }), meldung: meldung() };
    const kontext = { ...ohneAntragFuer("2026-11-20", "2026-11-24"), antworten, nachweise };
    const entscheidung = entscheide(kindergeld, kontext);
    assert.deepEqual([entscheidung.art, monate(entscheidung)], ["bewilligt", "2026-11 bis 2026-12: 259 €"]);
    assert.deepEqual(kindergeld.zahlung?.(antworten), { iban: "DE02120300000000202051", empfaenger: "Maria Beispiel" });
  });
});

describe("decided without an Antrag, from registers alone", () => {
  type Fall = [string, Record<string, Nachweisstand>, "bewilligt" | "vonHand", string, RegExp?];
  const aelteres = (empfaengerIdnr: string) => stammdaten({ zahltFuerAelteresKind: true, empfaengerIdnr });
  const ganz = "2027-11 bis 2027-12: 259 €";
  const keiner = "2027-11 bis 2027-12: 0 €";
  const faelle: Record<string, Fall> = {
    "first child, to the mother": ["2027-11-01", {}, "bewilligt", ganz, /ohne Antrag/],
    "first child, born the day before": [
      "2027-10-31",
      {},
      "vonHand",
      "2027-10 bis 2027-12: 0 €",
      /muss Kindergeld beantragt werden/,
    ],
    "further child in the first stage": [
      "2027-03-01",
      { familienkasse: aelteres(mutter.idnr) },
      "bewilligt",
      "2027-05 bis 2027-12: 259 €",
    ],
    "further child, born before the first stage": [
      "2027-02-28",
      { familienkasse: aelteres(mutter.idnr) },
      "vonHand",
      "2027-05 bis 2027-12: 0 €",
      /muss Kindergeld beantragt werden/,
    ],
    "another parent draws it for the older child": [
      "2027-11-05",
      { familienkasse: aelteres("22222222222") },
      "vonHand",
      keiner,
      /andere Person der Familie/,
    ],
    "the child does not live there": [
      "2027-11-05",
      { haushalt: haushalt({ lebtBeiElternteil: false }) },
      "vonHand",
      keiner,
      /lebt nicht bei/,
    ],
    "no account": ["2027-11-05", { familienkasse: stammdaten({ iban: null }) }, "vonHand", keiner, /keine Bankverbindung/],
    "nobody works here": [
      "2027-11-05",
      { familienkasse: stammdaten({ elternteilArbeitetImInland: false }) },
      "vonHand",
      keiner,
      /arbeitet im Inland/,
    ],
    "benefit from abroad": [
      "2027-11-05",
      { familienkasse: stammdaten({ vergleichbareLeistung: true }) },
      "vonHand",
      keiner,
      /vergleichbare/,
    ],
    "already granted": [
      "2027-11-05",
      { familienkasse: stammdaten({ schonFestgesetzt: true }) },
      "vonHand",
      ganz,
      /schon festgesetzt/,
    ],
    "family unknown": ["2027-11-05", { familienkasse: keinEintrag }, "vonHand", keiner, /kennt die Familie nicht/],
    "Familienkasse silent": ["2027-11-05", { familienkasse: schweigt }, "vonHand", keiner, /nicht erhalten/],
    "home abroad": ["2027-11-05", { meldung: meldung({ anschrift: null }) }, "vonHand", keiner, /kein Wohnsitz/],
    "residence title": [
      "2027-11-05",
      { meldung: meldung({ staatsangehoerigkeit: "ukrainisch" }) },
      "vonHand",
      keiner,
      /Aufenthaltstitel/,
    ],
    "answer of another shape": ["2027-11-05", { familienkasse: gefunden({ iban: 7 }) }, "vonHand", keiner, /nicht lesen können/],
  };
  for (const [name, [geboren, nachweise, art, erwartet, grund]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheide(kindergeld, ohneAntragFuer(geboren, "2027-11-20", nachweise));
      const genannte = gruende(entscheidung);
      assert.deepEqual([entscheidung.art, monate(entscheidung)], [art, erwartet], genannte.join(" | "));
      if (grund)
        assert.ok(
          genannte.some((each) => grund.test(each)),
          genannte.join(" | "),
        );
    });
  test("further child, reported in the first month of the first stage", () => {
    const nachweise = { familienkasse: aelteres(mutter.idnr) };
    const entscheidung = entscheide(kindergeld, ohneAntragFuer("2027-03-02", "2027-03-20", nachweise));
    assert.deepEqual([entscheidung.art, monate(entscheidung)], ["bewilligt", "2027-03 bis 2027-12: 259 €"]);
  });
  test("the Familienkasse is asked only where nobody applied", () => {
    const kontext = ohneAntragFuer("2027-11-05", "2027-11-20");
    const { familienkasse } = kindergeld.nachweise;
    assert.equal(familienkasse?.noetig?.(kontext), true);
    assert.equal(familienkasse?.noetig?.({ ...kontext, antworten: { kind: {} } }), false);
  });
});
