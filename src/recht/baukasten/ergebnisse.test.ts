import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { z } from "zod";
import {
  beginneRegelwerk,
  betragstafeln,
  defineLeistung,
  defineNachweise,
  entscheide,
  ergebniswort,
  istBewilligbar,
  type Leistung,
  ungefragteNachweise,
} from "./index.ts";
import { einfacheRegeln, grundangaben, kontextMit } from "./musterleistung.ts";

const lebensmonate = [
  { von: "2026-01-31", bis: "2026-02-27", name: "1. Lebensmonat" },
  { von: "2026-02-28", bis: "2026-03-30", name: "2. Lebensmonat" },
];
const elterngeld = defineLeistung({
  ...grundangaben,
  regelwerk: einfacheRegeln({ betrag: true }),
  ergebnis: "jeLebensmonat",
  zeitraum: () => lebensmonate,
});
const steuer = defineLeistung({
  ...grundangaben,
  rechtsgebiet: "AO",
  automatik: { erlaubt: true, norm: "§ 155 Abs. 4 AO" },
  regelwerk: einfacheRegeln({ betrag: true }),
  ergebnis: "jaehrlich",
  zeitraum: () => [
    { von: "2026-04-01", bis: "2026-12-31", name: "2026" },
    { von: "2027-01-01", bis: "2027-12-31", name: "2027" },
  ],
});
const einmalig = (mehr: Partial<Leistung> = {}): Leistung =>
  defineLeistung({ ...grundangaben, regelwerk: einfacheRegeln({ gebuehr: true }), ...mehr, ergebnis: "einmalig" } as Leistung);
const erlaubnis = einmalig();
const bescheinigung = einmalig({
  rechtsnatur: "bescheinigung",
  rechtsgebiet: "VwVfG",
  automatik: { erlaubt: true, norm: "§ 18 Abs. 1 BMG" },
});
const ja = kontextMit({ erfuellt: true, satzCent: 1_000, gebuehrCent: 900 });
const nein = kontextMit({ erfuellt: false, satzCent: 1_000, gebuehrCent: 900 });

describe("money for months of life", () => {
  test("each is judged from its first day to its last, and listed by itself", () => {
    const { art, abschnitte, zeitraeume, rechnung } = entscheide(elterngeld, ja);
    assert.equal(art, "bewilligt");
    assert.deepEqual(abschnitte, []);
    assert.deepEqual(zeitraeume, [
      { ...lebensmonate[0], betragCent: 2_000 },
      { ...lebensmonate[1], betragCent: 2_000 },
    ]);
    assert.deepEqual(
      rechnung.map(({ von, bis }) => [von, bis]),
      [["2026-01-31", "2026-03-30"]],
    );
  });
  test("reads with name and days", () =>
    assert.deepEqual(
      betragstafeln(entscheide(elterngeld, ja)).map(({ titel, zeilen }) => [titel, zeilen[0]?.wofuer]),
      [["So viel zahlen wir", "1. Lebensmonat (31.01.2026 bis 27.02.2026)"]],
    ));
  test("nothing to pay is refused, nothing known is open", () => {
    assert.equal(entscheide(elterngeld, nein).art, "abgelehnt");
    assert.equal(entscheide(elterngeld, kontextMit({ erfuellt: true, satzCent: 0 })).art, "abgelehnt");
    const offen = entscheide(elterngeld, kontextMit({ erfuellt: true }));
    assert.deepEqual([offen.art, offen.vorschlag, offen.vonHand], ["vonHand", undefined, ["Nicht geklärt: Satz."]]);
  });
  test("periods that share a day, or end before they begin, are a fault of the service", () => {
    const mit = (zeitraeume: typeof lebensmonate) =>
      entscheide(
        defineLeistung({
          ...grundangaben,
          regelwerk: elterngeld.regelwerk,
          ergebnis: "jeLebensmonat",
          zeitraum: () => zeitraeume,
        }),
        ja,
      );
    const tag = { von: "2026-02-27", bis: "2026-03-30", name: "b" };
    assert.throws(() => mit([...lebensmonate.slice(0, 1), tag]), /„1\. Lebensmonat“ und „b“ überschneiden sich/);
    assert.throws(() => mit([{ ...tag, bis: "2026-02-26" }]), /„b“ endet \(2026-02-26\), bevor er beginnt/);
  });
  test("no period at all goes to a person", () => {
    const leer = defineLeistung({ ...grundangaben, regelwerk: elterngeld.regelwerk, ergebnis: "jaehrlich", zeitraum: () => [] });
    assert.deepEqual(entscheide(leer, ja).vonHand, ["Es gibt keinen Zeitraum, über den zu entscheiden ist."]);
  });
});

describe("an amount that the person owes by the year", () => {
  test("a part of a year is owed in part; nothing is paid out", () => {
    const { abschnitte, zeitraeume, forderungen } = entscheide(steuer, ja);
    assert.deepEqual([abschnitte, zeitraeume], [[], undefined]);
    assert.deepEqual(
      forderungen?.map(({ art, titel, norm, betragCent, von, bis }) => [art, titel, norm, betragCent, von, bis]),
      [
        ["jahresbetrag", "2026", "§ 2", 9_000, "2026-04-01", "2026-12-31"],
        ["jahresbetrag", "2027", "§ 2", 12_000, "2027-01-01", "2027-12-31"],
      ],
    );
  });
  test("who owes nothing of it is told so, and owes nothing", () => {
    const { art, forderungen } = entscheide(steuer, nein);
    assert.deepEqual([art, forderungen], ["abgelehnt", undefined]);
    assert.equal(
      ergebniswort({ art }, { bewilligt: "Festgesetzt", abgelehnt: "Nicht steuerpflichtig" }),
      "Nicht steuerpflichtig",
    );
  });
});

describe("one result on one day", () => {
  test("is granted by its conditions alone, with the fee that it costs", () => {
    const { art, abschnitte, forderungen } = entscheide(erlaubnis, ja);
    assert.deepEqual([art, abschnitte], ["bewilligt", []]);
    assert.deepEqual(forderungen, [
      { art: "gebuehr", titel: "Gebühr für die Probe", norm: "§ 3 Gebührensatzung", betragCent: 900 },
    ]);
  });
  test("costs nothing where it is refused, or where the fee is nothing", () => {
    assert.equal(entscheide(erlaubnis, nein).forderungen, undefined);
    assert.equal(entscheide(erlaubnis, kontextMit({ erfuellt: true, gebuehrCent: 0 })).forderungen, undefined);
  });
  test("an unknown fee leaves the grant open, and does not hinder a refusal", () => {
    assert.deepEqual(entscheide(erlaubnis, kontextMit({ erfuellt: true })).vonHand, ["Nicht geklärt: Kosten."]);
    assert.equal(entscheide(erlaubnis, kontextMit({ erfuellt: false })).art, "abgelehnt");
  });
  test("is judged on the day the application came in, or on the day the service names", () => {
    const tage: string[] = [];
    const r = beginneRegelwerk("tag", "1");
    const tag = r.tag();
    const anspruch = r.knoten("Tag", "", { tag }, (f) => {
      tage.push(f.tag);
      return true;
    });
    const regelwerk = r.schliesse({ anspruch, rechenweg: [] });
    entscheide(einmalig({ regelwerk }), ja);
    entscheide(defineLeistung({ ...grundangaben, regelwerk, ergebnis: "einmalig", stichtag: () => "2026-05-01" }), ja);
    assert.deepEqual(tage, ["2026-03-10", "2026-05-01"]);
  });
});

describe("records and hints", () => {
  test("a record is issued automatically without a statute of the VwVfG, and says that it is one", () => {
    const { art, rechtsnatur } = entscheide(bescheinigung, ja);
    assert.deepEqual([art, rechtsnatur], ["bewilligt", "bescheinigung"]);
    assert.equal(ergebniswort({ art, rechtsnatur: "bescheinigung" }, undefined), "Ausgestellt");
  });
  test("its refusal is an administrative act, and for a person", () => {
    const { art, vorschlag, vonHand } = entscheide(bescheinigung, nein);
    assert.deepEqual([art, vorschlag], ["vonHand", "abgelehnt"]);
    assert.match(vonHand.join(), /Verwaltungsakt/);
  });
  test("the same as an administrative act is refused by the gate", () =>
    assert.throws(
      () => einmalig({ rechtsgebiet: "VwVfG", automatik: { erlaubt: true, norm: "§ 35a VwVfG" } }),
      /§ 35a VwVfG erlaubt einen vollautomatischen Bescheid nur/,
    ));
  test("a hint decides nothing, however clear it is, and cannot be declared automatic", () => {
    const hinweis = einmalig({ rechtsnatur: "hinweis", automatik: { erlaubt: false } });
    for (const [kontext, vorschlag] of [
      [ja, "bewilligt"],
      [nein, "abgelehnt"],
    ] as const) {
      const entscheidung = entscheide(hinweis, kontext);
      assert.deepEqual([entscheidung.art, entscheidung.vorschlag, entscheidung.vonHand], ["vonHand", vorschlag, []]);
    }
    assert.throws(() => einmalig({ rechtsnatur: "hinweis" }), /ein Hinweis entscheidet nichts/);
  });
});

describe("what a person may grant", () => {
  test("is what the rules have worked out to its end, of every kind", () => {
    const anhalten = { automatik: { erlaubt: false } } as const;
    for (const leistung of [elterngeld, steuer, erlaubnis, bescheinigung]) {
      const vonHand = defineLeistung({ ...leistung, ...anhalten });
      assert.equal(entscheide(vonHand, ja).art, "vonHand");
      assert.equal(istBewilligbar(entscheide(vonHand, ja)), true);
      assert.equal(istBewilligbar(entscheide(vonHand, nein)), false);
      assert.equal(istBewilligbar(entscheide(vonHand, kontextMit({}))), false);
    }
  });
});

describe("what makes no sense is refused when it is written down", () => {
  test("a single result with an amount, a monthly one without", () => {
    assert.throws(() => einmalig({ regelwerk: einfacheRegeln({ betrag: true }) }), /hat keinen Betrag/);
    assert.throws(
      () => defineLeistung({ ...grundangaben, regelwerk: einfacheRegeln(), ergebnis: "jeLebensmonat", zeitraum: () => [] }),
      /dem Regelwerk fehlt der Betrag/,
    );
  });
  test("a fee that only a person can set, in a service that decides by itself", () => {
    const r = beginneRegelwerk("ermessen", "1");
    const erlassen = r.person("erlassen", "Gebühr erlassen", "§ 4", "ermessen");
    const gebuehr = r.rechne("Gebühr", "§ 3", { erlassen }, (f) => (f.erlassen ? 0 : 100));
    const tag = r.tag();
    const anspruch = r.knoten("Immer", "", { tag }, () => true);
    const regelwerk = r.schliesse({ anspruch, gebuehr, rechenweg: [] });
    assert.throws(() => einmalig({ regelwerk }), /„Gebühr erlassen“ \(ermessen, § 4\)/);
  });
});

describe("what always takes a case to a person", () => {
  const nachricht = { ...ja, antworten: { ...ja.antworten, seite: { sonst: true }, worte: { text: "Bitte bald" } } };
  test("free words on the way through the form", () =>
    assert.deepEqual(entscheide(erlaubnis, nachricht).vonHand, [
      "Dem Antrag liegt eine Nachricht bei, die ein Mensch lesen muss.",
    ]));
  test("not those on a page that was left behind, nor blanks", () => {
    assert.equal(
      entscheide(erlaubnis, { ...nachricht, antworten: { ...nachricht.antworten, seite: { sonst: false } } }).art,
      "bewilligt",
    );
    assert.equal(
      entscheide(erlaubnis, { ...nachricht, antworten: { ...nachricht.antworten, worte: { text: " " } } }).art,
      "bewilligt",
    );
  });
  test("those in a form that is not filled in to its end", () => {
    const { seite: _, ...antworten } = nachricht.antworten;
    assert.equal(entscheide(erlaubnis, { ...nachricht, antworten }).art, "vonHand");
  });

  const nachweise = defineNachweise({
    meldung: {
      titel: "Ihre Wohnung",
      register: "melderegister",
      registerName: "Melderegister",
      auskunft: "person",
      betroffen: "antragsteller",
      zweck: "",
      norm: "",
      anlass: "antrag",
      antwort: z.object({}),
      anfrage: ({ antragsteller }) => (antragsteller.idnr ? { idnr: antragsteller.idnr, anfrage: {} } : undefined),
      noetig: ({ antworten }) => antworten.fakten?.erfuellt !== false,
    },
  });
  const mitNachweis = einmalig({ nachweise });
  test("evidence that is needed and was never asked for", () => {
    assert.deepEqual(entscheide(mitNachweis, ja).vonHand, ["Nicht abgefragt: Ihre Wohnung (Melderegister)."]);
    const ohneIdnr = { ...ja, antragsteller: { ...ja.antragsteller, idnr: null } };
    assert.deepEqual(ungefragteNachweise(mitNachweis, ohneIdnr), [
      "Nicht abgefragt: Ihre Wohnung (Melderegister), weil Angaben zur Person fehlen.",
    ]);
  });
  test("not evidence that was asked for, whatever came of it, nor any that cannot matter", () => {
    const gefragt = { ...ja, nachweise: { meldung: { art: "keinEintrag", stand: "2026-03-10T00:00:00Z" } as const } };
    assert.deepEqual([ungefragteNachweise(mitNachweis, gefragt), ungefragteNachweise(mitNachweis, nein)], [[], []]);
    assert.equal(entscheide(mitNachweis, nein).art, "abgelehnt");
  });
});
