import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Antworten, type Entscheidung, entscheide, KeinSatz, type Parameter } from "#baukasten";
import { plusTage } from "#kalender";
import { gewerbe, klingtNach, pflichten } from "./erlaubnisse.ts";
import { gewerbeanmeldung } from "./leistung.ts";
import { gebuehrAnmeldung } from "./parameter.ts";

const idnr = "11111111111";
const mandant = { schluessel: "musterstadt", name: "Stadt Musterstadt", land: "NW", satzungen: {}, automatik: {} } as const;
const hier = { strasse: "Lindenweg", hausnummer: "4", plz: "00401", ort: "Musterstadt" };
type Seiten = Record<string, Record<string, unknown>>;
const einzeln: Seiten = {
  rechtsform: { form: "natuerlich" },
  person: { geburtsdatum: "1990-05-05", geburtsort: "Musterstadt, Deutschland", geschlecht: "w", staat: "deutsch" },
  wohnung: hier,
  betrieb: hier,
  niederlassung: { art: "haupt", grund: "neugruendung" },
  taetigkeit: {
    beschreibung: "Einzelhandel mit Fahrrädern und Zubehör",
    art: "handel",
    beginn: "2026-12-01",
    nebenerwerb: false,
  },
  keinGewerbe: { trifftZu: false },
  personal: { vollzeit: 0, teilzeit: 2 },
  erlaubnis: { gewerbe: "keines" },
};
const gmbh: Seiten = {
  ...einzeln,
  rechtsform: { form: "gmbh" },
  gesellschaft: { firma: "Muster Handel GmbH", stand: "eingetragen" },
  registereintrag: { gericht: "Amtsgericht Musterstadt", nummer: "HRB 12345" },
  vertreter: { personen: [{ vornamen: "Maria", nachname: "Beispiel", geburtsdatum: "1990-05-05" }] },
  anzeigende: { vertritt: true },
};
const mit = (seite: string, werte: Record<string, unknown>, von = einzeln): Seiten => ({
  ...von,
  [seite]: { ...von[seite], ...werte },
});
const erlaubnispflichtig = (name: string, liegtVor: boolean, von = einzeln): Seiten => ({
  ...mit("erlaubnis", { gewerbe: name }, von),
  erlaubnisstand: { liegtVor },
});
const entscheideFall = (antworten: Seiten, am = "2026-11-24"): Entscheidung =>
  entscheide(gewerbeanmeldung, {
    eingegangenAm: am,
    antragsteller: { idnr, vornamen: "Maria", nachname: "Beispiel" },
    antworten: antworten as Antworten,
    nachweise: {},
    mandant,
  });
const wert = ({ tatsachen }: Entscheidung, titel: string) => tatsachen.find(({ text }) => text === titel)?.wert;

describe("Die Bescheinigung kommt sofort (§ 15 Abs. 1 GewO)", () => {
  const faelle: Record<string, [Seiten, RegExp | null]> = {
    Fahrradladen: [einzeln, null],
    "GmbH, eingetragen": [gmbh, null],
    "Nebenerwerb von zu Hause": [mit("taetigkeit", { nebenerwerb: true }), null],
    "EU-Bürgerin": [mit("person", { staat: "eu" }), null],
    "Bewachung ohne Erlaubnis": [erlaubnispflichtig("bewachung", false), /§ 34a GewO\) fehlt/],
    "Bewachung mit Erlaubnis": [erlaubnispflichtig("bewachung", true), /§ 34a GewO\) liegt nach eigener Angabe vor/],
    "Kneipe mit Alkohol": [erlaubnispflichtig("gaststaette", false), /§ 2 GastG/],
    "Friseurin ohne Handwerksrolle": [erlaubnispflichtig("handwerk", false), /Handwerksrolle \(§ 1 HwO\) fehlt/],
    Gebrauchtwagenhandel: [erlaubnispflichtig("ueberwacht", false), /Zuverlässigkeit unverzüglich prüfen \(§ 38 GewO\)/],
    "Security, nichts angekreuzt": [
      mit("taetigkeit", { beschreibung: "Security bei Veranstaltungen" }),
      /klingt nach „Bewachung“/,
    ],
    "Handwerk, nichts angekreuzt": [
      mit("taetigkeit", { art: "handwerk", beschreibung: "Montage von Möbeln" }),
      /Anlage A zur HwO/,
    ],
    "Nicht-EU mit Titel": [
      { ...mit("person", { staat: "andere" }), aufenthalt: { erlaubt: true, behoerde: "Ausländerbehörde" } },
      /Aufenthaltstitel prüfen/,
    ],
    "Nicht-EU ohne Titel": [
      { ...mit("person", { staat: "andere" }), aufenthalt: { erlaubt: false, behoerde: "Ausländerbehörde" } },
      /erlaubt nach eigener Angabe keine/,
    ],
    "Beginn vor zwei Monaten": [mit("taetigkeit", { beginn: "2026-09-20" }), /Verspätet angezeigt/],
    "Beginn vor drei Wochen": [mit("taetigkeit", { beginn: "2026-11-03" }), null],
    "Beginn in einem Jahr": [mit("taetigkeit", { beginn: "2027-11-24" }), /weit voraus/],
    "GmbH in Gründung": [mit("gesellschaft", { stand: "gruendung" }, gmbh), /Gründungsvertrag/],
  };
  for (const [name, [antworten, nachsehen]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(antworten);
      assert.equal(entscheidung.art, "bewilligt", entscheidung.vonHand.join(" | "));
      assert.deepEqual(
        entscheidung.forderungen?.map(({ betragCent }) => betragCent),
        [2600],
      );
      if (nachsehen) assert.match(entscheidung.nachsehen?.join(" | ") ?? "", nachsehen);
      else assert.equal(entscheidung.nachsehen, undefined);
    });
  for (const name of Object.keys(gewerbe).filter((each) => each !== "keines"))
    test(`${name}: die Bescheinigung nennt, was außerdem nötig ist, und ein Mensch sieht nach`, () => {
      const entscheidung = entscheideFall(erlaubnispflichtig(name, false));
      assert.equal(entscheidung.art, "bewilligt");
      assert.match(wert(entscheidung, "Außerdem nötig") ?? "", /§/);
      assert.ok((entscheidung.nachsehen?.length ?? 0) > 0);
    });
  test("was darin steht: Einzelunternehmen", () => {
    const entscheidung = entscheideFall(einzeln);
    assert.equal(wert(entscheidung, "Betriebsinhaber"), "Maria Beispiel");
    assert.equal(wert(entscheidung, "Angemeldete Tätigkeit"), "Einzelhandel mit Fahrrädern und Zubehör");
    assert.equal(wert(entscheidung, "Beginn"), "01.12.2026");
    assert.equal(wert(entscheidung, "Tätige Personen"), "0 in Vollzeit, 2 in Teilzeit");
    assert.equal(wert(entscheidung, "Außerdem nötig"), undefined);
  });
  test("was darin steht: GmbH", () => {
    const entscheidung = entscheideFall(gmbh);
    assert.equal(wert(entscheidung, "Betriebsinhaber"), "Muster Handel GmbH");
    assert.equal(wert(entscheidung, "Eintrag im Handelsregister"), "Amtsgericht Musterstadt, HRB 12345");
    assert.equal(wert(entscheidung, "Vertretung"), "Maria Beispiel");
  });
});

describe("Ob eine Anzeige vorliegt, prüft ein Mensch", () => {
  const faelle: Record<string, [Seiten, RegExp]> = {
    "andere Gesellschaft": [{ ...gmbh, rechtsform: { form: "andere" } }, /Andere Rechtsform/],
    "jemand ohne Vertretung": [{ ...gmbh, anzeigende: { vertritt: false } }, /Verwaltungsakt, den ein Mensch prüft/],
    "freier Beruf": [mit("keinGewerbe", { trifftZu: true }), /Verwaltungsakt, den ein Mensch prüft/],
    "Betrieb in einem anderen Ort": [mit("betrieb", { ort: "Fernhausen" }), /andere Behörde zuständig/],
    unvollständig: [mit("taetigkeit", { beschreibung: undefined }), /Verwaltungsakt, den ein Mensch prüft/],
  };
  for (const [name, [antworten, erwartet]] of Object.entries(faelle))
    test(name, () => {
      const entscheidung = entscheideFall(antworten);
      assert.equal(entscheidung.art, "vonHand");
      assert.match(entscheidung.vonHand.join(" | "), erwartet);
    });
  test("2027: keine Gebühr hinterlegt", () => assert.equal(entscheideFall(einzeln, "2027-01-04").art, "vonHand"));
});

test("Beschreibungen, die nach etwas klingen, und solche, die es nicht tun", () => {
  assert.equal(klingtNach("Betrieb eines Friseursalons"), "handwerk");
  assert.equal(klingtNach("Cocktailbar"), "gaststaette");
  assert.equal(klingtNach("Handel mit Gebrauchtwagen"), "ueberwacht");
  for (const harmlos of ["Barrierefreie Webseiten", "Verkauf von Taxonomie-Büchern", "Nachhilfe", "Einzelhandel mit Malbüchern"])
    assert.equal(klingtNach(harmlos), undefined, harmlos);
});

describe("Beträge und Tafeln gelten vom ersten bis zum letzten geprüften Tag, davor und danach gibt es keine", () => {
  const geltung: readonly (readonly [Parameter<unknown>, string, string])[] = [
    [pflichten, "2023-01-01", "2026-12-31"],
    [gebuehrAnmeldung, "2023-01-01", "2026-12-31"],
  ];
  for (const [parameter, erster, letzter] of geltung)
    test(parameter.titel, () => {
      for (const tag of [erster, letzter]) assert.doesNotThrow(() => parameter.am(tag), tag);
      for (const tag of [plusTage(erster, -1), plusTage(letzter, 1)]) assert.throws(() => parameter.am(tag), KeinSatz, tag);
    });
});
