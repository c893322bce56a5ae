import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { beginneRegelwerk, defineFormular, ENDE, type Entscheidung, feld, type Leistung } from "#baukasten";
import { bescheidInhalt } from "./bescheidtext.ts";
import type { Briefblock } from "./brief.ts";

const r = beginneRegelwerk("probe", "1");
const tag = r.tag();
const anspruch = r.knoten("Immer", "", { tag }, () => true);
const leistung: Leistung = {
  schluessel: "probe",
  version: "1",
  name: "Probe",
  kuerzel: "P",
  kurzbeschreibung: "",
  suchworte: [],
  lebenslagen: [],
  amt: "amt",
  rechtsgebiet: "AO",
  automatik: { erlaubt: true, norm: "§ 155 Abs. 4 AO" },
  vierAugen: false,
  aufbewahrung: { jahre: 1, norm: "" },
  bearbeitungsdauer: "",
  formular: defineFormular({
    start: "seite",
    seiten: { seite: { titel: "Seite", felder: { name: feld.text({ label: "Name" }) } } },
    uebergaenge: { seite: ENDE },
  }),
  nachweise: {},
  regelwerk: r.schliesse({ anspruch, rechenweg: [] }),
  ergebnis: "einmalig",
  sachverhalt: () => ({ fakten: {}, vonHand: [] }),
  tatsachen: {},
  vorbefuellung: {},
  beteiligte: () => [],
  bescheid: {
    betreff: () => "Probe",
    einleitung: () => "Sie haben etwas beantragt.",
    tenor: () => "So ist es.",
    hinweise: [{ art: "absatz", text: "Bitte melden Sie Änderungen." }],
    grundlage: "Hundesteuersatzung",
  },
};
const mandant = {
  id: 1,
  schluessel: "stadt",
  name: "Stadt",
  land: "NW",
  einstellungen: {
    farbe: "#005a9c",
    kontakt: { telefon: "1", email: "stadt@stadt.example", web: "https://stadt.example" },
    bank: { name: "Kasse", iban: "DE02120300000000202051" },
    anschrift: { strasse: "Weg", hausnummer: "1", plz: "00001", ort: "Stadt" },
    aemter: { amt: { name: "Amt", telefon: "1", email: "amt@stadt.example", anschrift: "Weg 1" } },
    rechtsbehelf: { klageStattWiderspruch: [], gericht: "Gericht", widerspruchsbehoerde: "Behörde" },
    satzungen: {},
    automatik: {},
  },
};
const grund = { text: "Sie halten einen Hund.", norm: "§ 1", schluessel: "a" };
const tatsache = { text: "Name", wert: "Anna", herkunft: { quelle: "Melderegister", stand: "2026-03-01T08:00:00Z" } };
const entscheidung = (mehr: Partial<Entscheidung>): Entscheidung => ({
  art: "bewilligt",
  leistung: "probe",
  version: "1",
  abschnitte: [],
  gruende: [grund],
  tatsachen: [tatsache],
  rechnung: [],
  vonHand: [],
  offen: [],
  spur: [],
  hash: "",
  ...mehr,
});

/** Everything that the body says, in one text. */
const alsText = (bloecke: readonly Briefblock[]) => JSON.stringify(bloecke).replaceAll("\u00a0", " ");
const inhalt = (mehr: Partial<Entscheidung>, andere: Partial<Leistung> = {}, automatisch = true) =>
  bescheidInhalt({
    mandant,
    leistung: { ...leistung, ...andere } as Leistung,
    antworten: {},
    eingegangenAm: "2026-03-10",
    entscheidung: entscheidung(mehr),
    automatisch,
  });

describe("the body of a notice says what is paid, and what is owed", () => {
  test("months of the calendar, also in a decision stored before there was another kind", () => {
    const text = alsText(inhalt({ abschnitte: [{ von: "2026-01", bis: "2026-03", betragCent: 22_700 }] }));
    assert.match(text, /So viel zahlen wir.*Betrag im Monat.*Januar 2026 bis März 2026","227,00 €/);
    assert.doesNotMatch(text, /zu zahlen/);
  });
  test("months of life, with their days", () => {
    const zeitraeume = [{ von: "2026-01-31", bis: "2026-02-27", name: "1. Lebensmonat", betragCent: 180_000 }];
    const rechnung = [{ von: "2026-01-31", bis: "2026-02-27", schritte: [{ text: "Netto", norm: "§ 2", betragCent: 1 }] }];
    const text = alsText(inhalt({ ergebnis: "jeLebensmonat", zeitraeume, rechnung }));
    assert.match(text, /So viel zahlen wir.*1\. Lebensmonat \(31\.01\.2026 bis 27\.02\.2026\)","1\.800,00 €/);
    assert.match(text, /So haben wir gerechnet: 31\.01\.2026 bis 27\.02\.2026/);
  });
  test("a tax and a fee, each with its norm; nothing that we pay", () => {
    const forderungen = [
      { art: "jahresbetrag", titel: "2026", norm: "§ 5 Satzung", betragCent: 9_000, von: "2026-04-01", bis: "2026-12-31" },
      { art: "gebuehr", titel: "Hundemarke", norm: "§ 9 Satzung", betragCent: 500 },
    ] as const;
    const text = alsText(inhalt({ ergebnis: "jaehrlich", forderungen: [...forderungen] }));
    assert.match(text, /So viel ist zu zahlen.*2026 \(01\.04\.2026 bis 31\.12\.2026\) \(§ 5 Satzung\)","90,00 €/);
    assert.match(text, /Hundemarke \(§ 9 Satzung\)","5,00 €/);
    assert.doesNotMatch(text, /zahlen wir/);
  });
  test("neither, where a permit costs nothing", () => assert.doesNotMatch(alsText(inhalt({ ergebnis: "einmalig" })), /zahlen/));
  test("no amounts and no duties in a refusal, but remedies", () => {
    const text = alsText(inhalt({ art: "abgelehnt", abschnitte: [{ von: "2026-01", bis: "2026-01", betragCent: 0 }] }));
    assert.doesNotMatch(text, /So viel|Änderungen/);
    assert.match(text, /Rechtsbehelfsbelehrung/);
  });
});

describe("what would have changed the result", () => {
  const umstand = (zeichen: number) => ({ fakt: "f", wert: 1, text: "x".repeat(zeichen) });
  const mit = (umstaende: readonly ReturnType<typeof umstand>[], andere: Partial<Leistung> = {}) =>
    bescheidInhalt({
      mandant,
      leistung: { ...leistung, ...andere } as Leistung,
      antworten: {},
      eingegangenAm: "2026-03-10",
      entscheidung: entscheidung({}),
      umstaende,
      automatisch: true,
    });
  const punkte = (bloecke: readonly Briefblock[]) => {
    const stelle = bloecke.findIndex((block) => block.art === "ueberschrift" && block.text === "Was das Ergebnis ändern würde");
    const liste = bloecke[stelle + 1];
    return stelle >= 0 && liste?.art === "liste" ? liste.punkte.length : 0;
  };
  test("stands in the letter on at most six lines, however much there is to say", () => {
    assert.equal(punkte(mit([umstand(80), umstand(80)])), 2);
    assert.equal(punkte(mit(Array.from({ length: 6 }, () => umstand(80)))), 6);
    assert.equal(punkte(mit(Array.from({ length: 6 }, () => umstand(150)))), 3);
  });
  test("is left out where there is nothing to say, and in a record", () => {
    assert.equal(punkte(mit([])), 0);
    assert.equal(punkte(mit([umstand(80)], { rechtsnatur: "bescheinigung" })), 0);
  });
});

describe("what kind of act it is", () => {
  test("an administrative act gives reasons and remedies, and says that it was made automatically", () =>
    assert.match(
      alsText(inhalt({})),
      /Unsere Entscheidung.*Rechtsgrundlage: Hundesteuersatzung\..*Sie halten einen Hund\. \(§ 1\).*Rechtsbehelfsbelehrung.*§ 155 Abs\. 4 AO/,
    ));
  test("a record says what it records and from where, and has neither reasons nor remedies", () => {
    const text = alsText(inhalt({ rechtsnatur: "bescheinigung" }, { rechtsnatur: "bescheinigung" }));
    assert.match(text, /Bescheinigung.*Angaben.*Name \(Melderegister, 01\.03\.2026\)","Anna/);
    assert.doesNotMatch(text, /Rechtsbehelf|Begründung|Entscheidung|automatisch/);
  });
  test("to refuse a record is an administrative act", () =>
    assert.match(
      alsText(inhalt({ art: "abgelehnt" }, { rechtsnatur: "bescheinigung" }, false)),
      /Begründung.*Rechtsbehelfsbelehrung/,
    ));
  test("the reserve of review stands under an automatic grant, not under a refusal or a person's decision", () => {
    const vorbehalt = { monate: 1, norm: "§ 6g StVG", text: "Wir können diese Entscheidung noch prüfen." };
    const satz = /Vorbehalt der Nachprüfung.*noch prüfen\. Der Vorbehalt gilt einen Monat \(§ 6g StVG\)\./;
    assert.match(alsText(inhalt({}, { vorbehalt })), satz);
    assert.doesNotMatch(alsText(inhalt({}, { vorbehalt }, false)), /Vorbehalt/);
    assert.doesNotMatch(alsText(inhalt({ art: "abgelehnt" }, { vorbehalt })), /Vorbehalt/);
    assert.match(alsText(inhalt({}, { vorbehalt: { ...vorbehalt, monate: 3 } })), /gilt 3 Monate/);
  });
});
