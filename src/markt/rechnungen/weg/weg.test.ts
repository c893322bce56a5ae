import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Land } from "#kalender";
import { kopf } from "../../../../test/helpers/rechnungskopf.ts";
import { type Kopf, normName, normNummer } from "../kopf.ts";
import type { Stand } from "../stand.ts";
import { planeAuftrag } from "../uebergabe/auftrag.ts";
import { type Fruehere, findeAehnliche, nummernmerkmal, sindAehnlich } from "./dubletten.ts";
import { findeKreditor, type Kreditor } from "./kreditor.ts";
import { fristbeginn, liesBedingungen, skontoCent, skontozeilen } from "./skonto.ts";
import { zahlungsziel } from "./zahlungsziel.ts";

describe("Skonto", () => {
  const faelle: Record<string, [string, { tage: number; prozent: number; basisCent: number | null }[], number]> = {
    "eine Zeile": ["#SKONTO#TAGE=14#PROZENT=2.25#", [{ tage: 14, prozent: 225, basisCent: null }], 0],
    "zwei Zeilen, Windows-Zeilenenden": [
      "#SKONTO#TAGE=14#PROZENT=3.00#\r\n#SKONTO#TAGE=30#PROZENT=1.50#\r\n",
      [
        { tage: 14, prozent: 300, basisCent: null },
        { tage: 30, prozent: 150, basisCent: null },
      ],
      0,
    ],
    "mit Basisbetrag": ["#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=252.94#", [{ tage: 7, prozent: 200, basisCent: 25_294 }], 0],
    "Verzug ist kein Skonto": ["#VERZUG#TAGE=30#PROZENT=5.00#", [], 0],
    "Komma statt Punkt ist nicht lesbar": ["#SKONTO#TAGE=14#PROZENT=2,25#", [], 1],
    "eine Stelle ist nicht lesbar": ["#SKONTO#TAGE=14#PROZENT=2.5#", [], 1],
    Freitext: ["Zahlbar innerhalb von 14 Tagen", [], 0],
  };
  for (const [name, [text, bedingungen, unlesbar]] of Object.entries(faelle))
    test(name, () => {
      const befund = liesBedingungen(text);
      assert.deepEqual(befund.bedingungen, bedingungen);
      assert.equal(befund.unlesbar.length, unlesbar);
    });

  test("cents: half a cent goes up", () => {
    assert.equal(skontoCent(11_900, 225), 268);
    assert.equal(skontoCent(10_000, 300), 300);
    assert.equal(skontoCent(50, 100), 1);
    assert.equal(skontoCent(49, 100), 0);
  });

  const zeilen = (
    text: string,
    eingang = "2026-11-20",
    heute = "2026-11-24",
    sonst: "rechnungsdatum" | "eingang" = "rechnungsdatum",
  ) =>
    skontozeilen(kopf({ zahlungsbedingungen: text }), eingang, heute, sonst).zeilen.map(({ bis, ersparnisCent }) => [
      bis,
      ersparnisCent,
    ]);
  test("days count from the day of the invoice, or from its arrival where the terms or the Mandant say so", () => {
    assert.deepEqual(zeilen("#SKONTO#TAGE=14#PROZENT=2.00#"), [["2026-11-24", 238]]);
    assert.deepEqual(zeilen("#SKONTO#TAGE=14#PROZENT=2.00#", "2026-11-20", "2026-11-25"), [], "the last day is over");
    assert.deepEqual(zeilen("#SKONTO#TAGE=14#PROZENT=2.00#", "2026-11-20", "2026-11-24", "eingang"), [["2026-12-04", 238]]);
    assert.deepEqual(zeilen("#SKONTO#TAGE=14#PROZENT=2.00#\nInnerhalb von 14 Tagen nach Erhalt der Rechnung"), [
      ["2026-12-04", 238],
    ]);
    assert.equal(fristbeginn("14 Tage ab Rechnungsdatum", "eingang").beginn, "rechnungsdatum");
    assert.equal(fristbeginn("14 Tage nach Rechnungseingang", "rechnungsdatum").beginn, "eingang");
  });
  test("terms that save no more than later ones are no terms; a basis above what is to pay is cut to it", () => {
    assert.deepEqual(zeilen("#SKONTO#TAGE=14#PROZENT=1.00#\n#SKONTO#TAGE=20#PROZENT=2.00#"), [["2026-11-30", 238]]);
    assert.deepEqual(zeilen("#SKONTO#TAGE=20#PROZENT=2.00#BASISBETRAG=50.00#"), [["2026-11-30", 100]]);
    assert.deepEqual(zeilen("#SKONTO#TAGE=20#PROZENT=2.00#BASISBETRAG=99999.00#"), [["2026-11-30", 238]]);
    assert.deepEqual(zeilen("#SKONTO#TAGE=20#PROZENT=2.00#BASISBETRAG=-50.00#"), []);
  });
});

describe("until when is to be paid", () => {
  const faelle: Record<string, [string | null, string, RegExp, number]> = {
    "die Rechnung nennt einen Tag": ["2026-12-10", "2026-12-10", /BT-9/, 0],
    "kein Tag: 30 Tage nach Zugang": [null, "2026-12-20", /§ 286 Abs. 3/, 0],
    "länger als 30 Tage": ["2026-12-25", "2026-12-25", /BT-9/, 1],
    "länger als 60 Tage ist unwirksam": ["2027-02-01", "2026-12-20", /§ 271a Abs. 2 Nr. 2/, 1],
    "schon fällig": ["2026-11-01", "2026-11-01", /BT-9/, 1],
  };
  for (const [name, [faelligAm, soll, quelle, hinweise]] of Object.entries(faelle))
    test(name, () => {
      const ziel = zahlungsziel({ faelligAm }, "2026-11-20");
      assert.equal(ziel.faelligAm, soll);
      assert.match(ziel.quelle, quelle);
      assert.equal(ziel.hinweise.length, hinweise);
    });
});

describe("whom we owe", () => {
  const adler: Kreditor = {
    id: "a",
    nummer: "70001",
    name: "Bürobedarf Adler GmbH",
    ustId: "DE810000016",
    steuernummer: null,
    gesperrt: false,
    ibans: ["DE02120300000000202051"],
  };
  const falk: Kreditor = {
    id: "f",
    nummer: "70002",
    name: "Falk & Söhne",
    ustId: "DE999999999",
    steuernummer: "133081508159",
    gesperrt: false,
    ibans: ["DE89370400440532013000"],
  };
  const l = (mehr: Partial<Kopf["lieferant"]>) => ({ lieferant: { ...kopf().lieferant, ...mehr } });
  const faelle: Record<string, [Partial<Kopf>, Kreditor[], string]> = {
    "USt-IdNr. und IBAN passen": [{}, [adler, falk], "gefunden a"],
    "USt-IdNr. mit Leerzeichen": [l({ ustId: "de 810 000 016" }), [adler], "gefunden a"],
    "nur die Steuernummer, anders geschrieben": [
      { ...l({ ustId: null, steuernummer: "133/0815/08159", name: "X" }), ibans: ["DE89370400440532013000"] },
      [adler, falk],
      "gefunden f",
    ],
    "nur der Name, die IBAN ist neu": [
      { ...l({ ustId: null, name: "BUEROBEDARF ADLER" }), ibans: ["DE89370400440532013000"] },
      [adler],
      "ibanGeaendert a",
    ],
    "neue IBAN bei bekannter USt-IdNr.": [{ ibans: ["DE89370400440532013000"] }, [adler], "ibanGeaendert a"],
    "zwei Konten, eins davon fremd": [
      { ibans: ["DE02120300000000202051", "DE89370400440532013000"] },
      [adler],
      "ibanGeaendert a",
    ],
    "USt-IdNr. des einen, IBAN des anderen": [{ ibans: ["DE89370400440532013000"] }, [adler, falk], "unklar"],
    "bekannte IBAN, fremde USt-IdNr.": [l({ ustId: "DE123456789" }), [adler], "unklar"],
    niemand: [l({ ustId: null, name: "Neu AG" }), [], "unklar"],
    "zwei gleichen Namens": [
      { ...l({ ustId: null }), ibans: [] },
      [adler, { ...adler, id: "b", nummer: "7", ustId: null, ibans: [] }],
      "unklar",
    ],
    gesperrt: [{}, [{ ...adler, gesperrt: true }], "unklar"],
    "Rechnung ohne Konto": [{ ibans: [] }, [adler], "gefunden a"],
    "Gutschrift mit fremdem Konto": [{ art: "gutschrift", ibans: ["DE89370400440532013000"] }, [adler], "gefunden a"],
  };
  for (const [name, [mehr, kandidaten, soll]] of Object.entries(faelle))
    test(name, () => {
      const befund = findeKreditor(kopf(mehr), kandidaten);
      assert.equal(befund.art === "unklar" ? "unklar" : `${befund.art} ${befund.kreditor.id}`, soll);
    });
  test("chosen by hand: the account must be known all the same", () => {
    assert.equal(findeKreditor(kopf({ ibans: ["DE89370400440532013000"] }), [adler], "a").art, "ibanGeaendert");
    assert.equal(findeKreditor(kopf(l({ ustId: "DE1" })), [adler], "a").art, "gefunden");
  });
  test("one spelling", () => {
    assert.equal(normName("Müller & Söhne GmbH & Co. KG"), normName("MUELLER UND SOEHNE"));
    assert.equal(normName("GmbH"), "gmbh");
    assert.equal(normNummer("RE-0012/26"), normNummer("re 12 26"));
  });
});

describe("duplicates", () => {
  const frueher: Fruehere = {
    id: "f",
    eingangsnummer: "RE-2026-000001",
    lieferant: "ust:DE810000016",
    rechnungsnummer: "2026-4711",
    betragCent: 11_900,
    rechnungsdatum: "2026-11-09",
    art: "rechnung",
  };
  const faelle: Record<string, [Partial<Kopf>, boolean]> = {
    "zwei Ziffern vertauscht": [{ rechnungsnummer: "2026-7411" }, true],
    "eine Ziffer fehlt": [{ rechnungsnummer: "2026-411" }, true],
    "ein Zeichen mehr": [{ rechnungsnummer: "2026-4711a" }, true],
    "die nächste Nummer ist keine": [{ rechnungsnummer: "2026-4712" }, false],
    "ganz andere Nummer": [{ rechnungsnummer: "2026-9999" }, false],
    "anderer Betrag": [{ rechnungsnummer: "2026-7411", zahlbarCent: 11_901 }, false],
    "einen Monat später": [{ rechnungsnummer: "2026-7411", rechnungsdatum: "2026-12-10" }, false],
    "anderer Lieferant": [{ rechnungsnummer: "2026-7411", lieferant: { ...kopf().lieferant, ustId: "DE1" } }, false],
    "Gutschrift zu gleicher Summe": [{ rechnungsnummer: "2026-7411", art: "gutschrift" }, false],
  };
  for (const [name, [mehr, soll]] of Object.entries(faelle))
    test(name, () => assert.equal(findeAehnliche(kopf(mehr), [frueher]) !== undefined, soll));
  test("similar is similar both ways, and every number is similar to itself", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 8 }),
        fc.string({ maxLength: 8 }),
        (a, b) => sindAehnlich(a, b) === sindAehnlich(b, a) && sindAehnlich(a, a),
      ),
    );
  });
  test("the key of a number: spelling does not matter, supplier, year and kind do", () => {
    const merkmal = nummernmerkmal(kopf());
    assert.equal(nummernmerkmal(kopf({ rechnungsnummer: "2026 / 04711" })), merkmal);
    assert.notEqual(nummernmerkmal(kopf({ rechnungsdatum: "2027-01-01" })), merkmal);
    assert.notEqual(nummernmerkmal(kopf({ art: "gutschrift" })), merkmal);
  });
});

describe("the order to pay", () => {
  const stand = (mehr: Partial<Stand> = {}): Stand => ({
    phase: "angeordnet",
    amt: "schulamt",
    kopf: kopf(),
    kreditor: { id: "a", nummer: "70001", name: "Adler", iban: "DE02120300000000202051" },
    feststellung: {
      von: "p",
      betragCent: 11_900,
      gekuerztCent: 0,
      grund: null,
      kontierung: [{ kostenstelle: "1", betragCent: 11_900 }],
    },
    anordnung: { kennung: "o", fuer: null, auftragId: "00000000-0000-8000-a000-000000000000", betragCent: 11_900 },
    zahlung: {
      faelligAm: "2026-12-10",
      quelle: "",
      hinweise: [],
      skonto: [
        { tage: 14, prozent: 200, basisCent: null, bis: "2026-11-26", ersparnisCent: 238 },
        { tage: 21, prozent: 100, basisCent: null, bis: "2026-12-03", ersparnisCent: 119 },
      ],
    },
    ...mehr,
  });
  const plan = (heute: string, mehr: Partial<Stand> = {}, land: Land = "NW") => {
    const { auftrag, skontoBis } = planeAuftrag(stand(mehr), "RE-1", heute, { vorlaufTage: 1, land }) ?? {};
    return [auftrag?.zahlbetragCent, auftrag?.skontoCent, auftrag?.zahlbarAm, skontoBis];
  };
  test("with the best terms that can still be met; the money needs a day", () => {
    assert.deepEqual(plan("2026-11-25"), [11_662, 238, "2026-11-26", "2026-11-26"]);
    assert.deepEqual(plan("2026-11-26"), [11_781, 119, "2026-12-03", "2026-12-03"]);
    assert.deepEqual(plan("2026-12-03"), [11_900, 0, "2026-12-10", null]);
    assert.deepEqual(plan("2026-12-20"), [11_900, 0, "2026-12-21", null]);
  });
  test("on the last bank working day before a weekend or holiday, or the next one where that is over", () => {
    const zum = (faelligAm: string, bis?: string): Partial<Stand> => ({
      zahlung: {
        faelligAm,
        quelle: "",
        hinweise: [],
        skonto: bis ? [{ tage: 14, prozent: 200, basisCent: null, bis, ersparnisCent: 238 }] : [],
      },
    });
    const am = (heute: string, faellig: string, bis?: string, land?: Land) => plan(heute, zum(faellig, bis), land).slice(1, 3);
    const faelle: [string, unknown[], unknown[]][] = [
      ["due on Sunday: Friday", am("2026-11-24", "2026-12-13"), [0, "2026-12-11"]],
      ["Skonto until Saturday: Friday", am("2026-11-24", "2027-01-29", "2026-11-28"), [238, "2026-11-27"]],
      ["Skonto until Saturday, ordered on Friday: lost", am("2026-11-27", "2027-01-29", "2026-11-28"), [0, "2027-01-29"]],
      ["Christmas, Saturday and Sunday: Christmas Eve", am("2026-11-24", "2026-12-27"), [0, "2026-12-24"]],
      ["New Year: New Year's Eve", am("2026-11-24", "2027-01-01"), [0, "2026-12-31"]],
      ["Easter Monday: Thursday before Good Friday", am("2026-11-24", "2027-03-29"), [0, "2027-03-25"]],
      ["Epiphany, where it is a holiday", am("2026-11-24", "2027-01-06", undefined, "BY"), [0, "2027-01-05"]],
      ["Epiphany, where it is none", am("2026-11-24", "2027-01-06"), [0, "2027-01-06"]],
      ["overdue on a Friday: Monday", am("2026-11-27", "2026-11-20"), [0, "2026-11-30"]],
      ["a year no table holds", am("2026-11-24", "2099-12-27"), [0, "2099-12-25"]],
    ];
    for (const [name, ist, soll] of faelle) assert.deepEqual(ist, soll, name);
  });
  test("no order in another currency than euro", () => {
    assert.deepEqual(plan("2026-11-25", { kopf: kopf({ waehrung: "CZK" }) }), [undefined, undefined, undefined, undefined]);
  });
  test("a partial approval takes Skonto of what was approved", () => {
    const teil = {
      anordnung: { kennung: "o", fuer: null, auftragId: "00000000-0000-8000-a000-000000000000", betragCent: 5_000 },
    };
    assert.deepEqual(plan("2026-11-25", teil), [4_900, 100, "2026-11-26", "2026-11-26"]);
  });
});
