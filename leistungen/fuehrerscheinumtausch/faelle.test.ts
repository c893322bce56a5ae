import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Antworten, entscheide, KeinSatz, type Kontext, type Nachweisstand, type Parameter, schlageNach } from "#baukasten";
import { plusTage } from "#kalender";
import { fuehrerscheinumtausch } from "./leistung.ts";
import { gebuehrUmtausch, umtauschfrist } from "./parameter.ts";

const stand = "2026-11-24T08:00:00Z";
const idnr = "11111111111";
const schweigt: Nachweisstand = { art: "nichtErreichbar", grund: "keine Antwort" };
const keinEintrag: Nachweisstand = { art: "keinEintrag", stand };
const wohnung = { strasse: "Lindenweg", hausnummer: "4", plz: "00401", ort: "Musterstadt" };
const meldung = (mehr: Record<string, unknown> = {}): Nachweisstand => ({
  art: "gefunden",
  stand,
  daten: { idnr, geburtsdatum: "1975-06-15", anschrift: wohnung, meldebehoerde: "musterstadt", auskunftssperre: false, ...mehr },
});
const schein = (mehr: Record<string, unknown> = {}): Nachweisstand => ({
  art: "gefunden",
  stand,
  daten: {
    idnr,
    nummer: "J430A0RRI71",
    ausgestelltAm: "2003-05-02",
    behoerde: "Stadt Musterstadt",
    klassen: ["AM", "B", "L"],
    entzogen: false,
    fahrverbotBis: null,
    ...mehr,
  },
});
const bild = [{ name: "bild.jpg", typ: "image/jpeg", groesse: 1, sha256: "0".repeat(64) }];
const antworten = {
  fuehrerschein: { nummer: "J430A0RRI71", ausgestelltAm: "2003-05-02", behoerde: "Stadt Musterstadt" },
  lichtbild: { bild },
  unterschrift: { bild },
  empfang: { weg: "abholung" },
  nachricht: {},
};
const mandant = { schluessel: "musterstadt", name: "Stadt Musterstadt", land: "NW", satzungen: {}, automatik: {} } as const;

type Abweichung = {
  am?: string;
  antworten?: Record<string, Record<string, unknown>>;
  nachweise?: Record<string, Nachweisstand | undefined>;
  mandant?: Kontext["mandant"];
};
const entscheideFall = (abweichung: Abweichung = {}) =>
  entscheide(fuehrerscheinumtausch, {
    eingegangenAm: abweichung.am ?? "2026-11-24",
    antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
    antworten: { ...antworten, ...abweichung.antworten } as Antworten,
    nachweise: { meldung: meldung(), fahrerlaubnis: schein(), ...abweichung.nachweise },
    mandant: abweichung.mandant ?? mandant,
  });

describe("Frist nach Anlage 8e FeV", () => {
  const frist = (ausgestelltAm: string, geburtsjahr: number) =>
    schlageNach(umtauschfrist, "2026-11-24", { ausgestelltAm, geburtsjahr });
  const faelle: Record<string, [string, number, string]> = {
    "Papier, geboren 1952": ["1998-12-31", 1952, "2033-01-19"],
    "Papier, geboren 1953": ["1998-12-31", 1953, "2022-07-19"],
    "Papier, geboren 1958": ["1976-01-01", 1958, "2022-07-19"],
    "Papier, geboren 1959": ["1980-01-01", 1959, "2023-01-19"],
    "Papier, geboren 1964": ["1998-12-31", 1964, "2023-01-19"],
    "Papier, geboren 1965": ["1998-12-31", 1965, "2024-01-19"],
    "Papier, geboren 1970": ["1998-12-31", 1970, "2024-01-19"],
    "Papier, geboren 1971": ["1998-12-31", 1971, "2025-01-19"],
    "erster Tag der Karten": ["1999-01-01", 1971, "2026-01-19"],
    "Karte, geboren 1952": ["1999-01-01", 1952, "2033-01-19"],
    "Karte von Ende 2001": ["2001-12-31", 1953, "2026-01-19"],
    "Karte von Anfang 2002": ["2002-01-01", 1953, "2027-01-19"],
    "Karte von Ende 2004": ["2004-12-31", 1980, "2027-01-19"],
    "Karte von Anfang 2005": ["2005-01-01", 1980, "2028-01-19"],
    "Karte von Ende 2007": ["2007-12-31", 1980, "2028-01-19"],
    "Karte von 2008": ["2008-01-01", 1980, "2029-01-19"],
    "Karte von Ende 2008": ["2008-12-31", 1980, "2029-01-19"],
    "Karte von 2009": ["2009-01-01", 1980, "2030-01-19"],
    "Karte von Ende 2009": ["2009-12-31", 1980, "2030-01-19"],
    "Karte von Ende 2010": ["2010-12-31", 1980, "2031-01-19"],
    "Karte von Ende 2011": ["2011-12-31", 1980, "2032-01-19"],
    "Karte von 2010": ["2010-01-01", 1980, "2031-01-19"],
    "Karte von 2011": ["2011-01-01", 1980, "2032-01-19"],
    "Karte von Anfang 2012": ["2012-01-01", 1980, "2033-01-19"],
    "letzter Tag der alten Karten": ["2013-01-18", 1980, "2033-01-19"],
    "letzter Tag, geboren 1940": ["2013-01-18", 1940, "2033-01-19"],
    "erster Tag der neuen Karten": ["2013-01-19", 1980, "keine"],
    "neue Karte, geboren 1940": ["2020-02-01", 1940, "keine"],
  };
  for (const [name, [ausgestellt, jahr, erwartet]] of Object.entries(faelle))
    test(name, () => assert.equal(frist(ausgestellt, jahr), erwartet));
  test("wer eine spätere Karte hat, muss nie früher umtauschen", () => {
    const tag = fc.integer({ min: 0, max: 14 * 365 }).map((zahl) => plusTage("1999-01-01", zahl));
    fc.assert(
      fc.property(tag, tag, fc.integer({ min: 1900, max: 1995 }), (a, b, jahr) => {
        const [frueher, spaeter] = a < b ? [a, b] : [b, a];
        assert.ok(frist(frueher, jahr) <= frist(spaeter, jahr));
      }),
    );
  });
});

describe("Vorbereitet: ein Mensch gibt frei", () => {
  const faelle: Record<string, Abweichung> = {
    "Karte von 2003": {},
    "Nummer mit Leerzeichen und klein geschrieben": {
      antworten: { fuehrerschein: { ...antworten.fuehrerschein, nummer: "j430 a0rri 71" } },
    },
    "Frist schon vorbei: der Umtausch bleibt möglich": {
      antworten: { fuehrerschein: { ...antworten.fuehrerschein, ausgestelltAm: "1999-03-01" } },
      nachweise: { fahrerlaubnis: schein({ ausgestelltAm: "1999-03-01" }) },
    },
    "ohne Mandant": { mandant: undefined },
  };
  for (const [name, abweichung] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      assert.deepEqual(
        [entscheidung.art, entscheidung.vorschlag, entscheidung.vorbereitet, entscheidung.vonHand],
        ["vonHand", "bewilligt", true, ["Diese Leistung entscheidet immer ein Mensch."]],
      );
      assert.deepEqual(
        entscheidung.forderungen?.map(({ betragCent }) => betragCent),
        [2500],
      );
    });
  test("die abgelaufene Frist steht da", () => {
    const alt = { ausgestelltAm: "1999-03-01" };
    const { tatsachen } = entscheideFall({ nachweise: { fahrerlaubnis: schein(alt) } });
    assert.equal(tatsachen.find(({ text }) => text === "Umzutauschen bis")?.wert, "19.01.2026, abgelaufen");
  });
});

describe("Nicht vorbereitet: ein Mensch sieht den einzelnen Fall an", () => {
  const faelle: Record<string, [Abweichung, RegExp]> = {
    "Fahrerlaubnisregister schweigt": [{ nachweise: { fahrerlaubnis: schweigt } }, /keine Antwort/],
    "Melderegister schweigt": [{ nachweise: { meldung: schweigt } }, /keine Antwort/],
    "nur auf einer Karteikarte": [{ nachweise: { fahrerlaubnis: keinEintrag } }, /Karteikartenabschrift/],
    "nicht gemeldet": [{ nachweise: { meldung: keinEintrag } }, /kennt die Person nicht/],
    "ohne Anschrift": [{ nachweise: { meldung: meldung({ anschrift: null }) } }, /keine derzeitige Anschrift/],
    "bei einer anderen Behörde gemeldet": [
      { nachweise: { meldung: meldung({ meldebehoerde: "beispielkreis" }) } },
      /anderen Behörde/,
    ],
    "Nummer weicht ab": [{ nachweise: { fahrerlaubnis: schein({ nummer: "K111A0RRI71" }) } }, /Nummer im Antrag/],
    "Tag weicht ab": [{ nachweise: { fahrerlaubnis: schein({ ausgestelltAm: "2003-05-03" }) } }, /laut Antrag/],
    "Angaben zu einer anderen Person": [{ nachweise: { fahrerlaubnis: schein({ idnr: "22222222222" }) } }, /anderen Person/],
    "unlesbare Antwort": [{ nachweise: { fahrerlaubnis: schein({ klassen: "B" }) } }, /nicht lesen/],
    "Fahrerlaubnis entzogen": [{ nachweise: { fahrerlaubnis: schein({ entzogen: true }) } }, /entzogen/],
    Fahrverbot: [{ nachweise: { fahrerlaubnis: schein({ fahrverbotBis: "2026-12-31" }) } }, /Fahrverbot bis 31\.12\.2026/],
    Lastwagenklassen: [{ nachweise: { fahrerlaubnis: schein({ klassen: ["B", "CE"] }) } }, /Lkw- oder Busklassen/],
    Nachricht: [{ antworten: { nachricht: { text: "Bitte eilig." } } }, /Nachricht/],
    "neue Karte": [
      {
        antworten: { fuehrerschein: { ...antworten.fuehrerschein, ausgestelltAm: "2019-01-01" } },
        nachweise: { fahrerlaubnis: schein({ ausgestelltAm: "2019-01-01" }) },
      },
      /immer ein Mensch/,
    ],
    "2027: keine Gebühr hinterlegt": [{ am: "2027-01-04" }, /kein Satz/],
  };
  for (const [name, [abweichung, erwartet]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(abweichung);
      assert.equal(entscheidung.art, "vonHand");
      assert.equal(entscheidung.vorbereitet, undefined);
      assert.match(entscheidung.vonHand.join(" | "), erwartet);
    });
  test("nie abgelehnt, was auch immer die Register sagen", () => {
    const stand = fc.constantFrom(
      schweigt,
      keinEintrag,
      schein(),
      schein({ entzogen: true }),
      schein({ ausgestelltAm: "2019-01-01" }),
    );
    fc.assert(
      fc.property(stand, fc.constantFrom(schweigt, keinEintrag, meldung()), (fahrerlaubnis, gemeldet) => {
        assert.equal(entscheideFall({ nachweise: { fahrerlaubnis, meldung: gemeldet } }).art, "vonHand");
      }),
    );
  });
});

describe("Beträge und Tafeln gelten vom ersten bis zum letzten geprüften Tag, davor und danach gibt es keine", () => {
  const geltung: readonly (readonly [Parameter<unknown>, string, string])[] = [
    [umtauschfrist, "2023-01-01", "2026-12-31"],
    [gebuehrUmtausch, "2023-01-01", "2026-12-31"],
  ];
  for (const [parameter, erster, letzter] of geltung)
    test(parameter.titel, () => {
      for (const tag of [erster, letzter]) assert.doesNotThrow(() => parameter.am(tag), tag);
      for (const tag of [plusTage(erster, -1), plusTage(letzter, 1)]) assert.throws(() => parameter.am(tag), KeinSatz, tag);
    });
});
