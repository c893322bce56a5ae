import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { euro } from "#geld";
import { formular } from "./formular.ts";
import { elterngeld } from "./leistung.ts";
import {
  type Abweichung,
  anschrift,
  geboren,
  geburt,
  gefunden,
  haushalt,
  keinEintrag,
  kontextFuer,
  lies,
  lohndaten,
  meldung,
  schweigt,
  text,
} from "./musterantrag.ts";
import { monateVor } from "./musterfall.ts";

describe("decided by itself", () => {
  test("an employee, all from registers: twelve Lebensmonate, each from the tenth to the ninth", () => {
    const entscheidung = lies({});
    assert.deepEqual([entscheidung.art, entscheidung.vonHand], ["bewilligt", []]);
    assert.equal(text(entscheidung), "1.274,65 €");
    assert.deepEqual(
      [entscheidung.zeitraeume?.length, entscheidung.zeitraeume?.[0], entscheidung.zeitraeume?.[11]?.bis],
      [12, { von: "2026-03-10", bis: "2026-04-09", name: "1. Lebensmonat", betragCent: 127_465 }, "2027-03-09"],
    );
    assert.equal(
      elterngeld.bescheid.tenor(entscheidung, kontextFuer({}).antworten).replaceAll("\u00a0", " "),
      "Für Ben Beispiel wird Ihnen Elterngeld für 12 Lebensmonate vom 10.03.2026 bis 09.03.2027 gezahlt, 1.274,65 € für jeden dieser Lebensmonate. Die Zahlung steht unter dem Vorbehalt des Widerrufs für den Fall, dass Sie entgegen Ihrer Angabe in dieser Zeit Einkommen aus Erwerbstätigkeit haben (§ 8 Abs. 2 BEEG).",
    );
  });
  test("with work during the months: provisional, not under reserve", () => {
    const { antworten } = kontextFuer({ antworten: { arbeitNachher: { arbeite: true } } });
    const tenor = elterngeld.bescheid.tenor(lies({}), antworten);
    assert.match(tenor, /vorläufig, bis Ihr Einkommen .*§ 8 Abs\. 3 BEEG/);
    assert.doesNotMatch(tenor, /Widerruf/);
  });
  test("the notice names wages, months and maternity benefits it rests on", () => {
    const { tatsachen } = lies({
      antworten: { mutterschaft: { bekomme: true } },
      nachweise: { mutterschaft: gefunden({ lebensmonate: [{ nummer: 1, cent: euro(2000), tage: 31 }] }) },
    });
    const gesagt = (name: string) => {
      const { wert, herkunft } = tatsachen.find(({ text: titel }) => titel === name) ?? assert.fail(name);
      return `${wert} (${herkunft.quelle})`.replaceAll("\u00a0", " ");
    };
    assert.equal(gesagt("Einnahmen im Bemessungszeitraum"), "36.000,00 € brutto, März 2025 bis Februar 2026 (Lohndaten)");
    assert.equal(
      gesagt("Beantragte Lebensmonate"),
      "12 Lebensmonate Basiselterngeld; im 1. Lebensmonat 2.000,00 € Mutterschaftsleistungen für 31 Tage (Ihre Angabe und Krankenkasse)",
    );
  });
  test("Basiselterngeld, a gap, then Plus: the months as named", () => {
    const abschnitte = [
      { art: "basis", von: 1, bis: 2 },
      { art: "plus", von: 7, bis: 8 },
    ];
    const { art, zeitraeume = [] } = lies({ antworten: { monate: { abschnitte } } });
    assert.deepEqual(
      [art, zeitraeume.map(({ name }) => name)],
      ["bewilligt", ["1. Lebensmonat", "2. Lebensmonat", "7. Lebensmonat", "8. Lebensmonat"]],
    );
  });
  test("without income before: the least there is", () =>
    assert.deepEqual(
      [lies({ antworten: { arbeitVorher: { art: "ohne" } }, nachweise: { lohndaten: undefined } })].map((each) => [
        each.art,
        text(each),
      ]),
      [["bewilligt", "300 €"]],
    ));
  test("a brother of two from the register: a tenth more until his birthday", () =>
    assert.equal(
      text(
        lies({
          antworten: { geschwister: { kinder: [{ geburtsdatum: "2023-06-01" }], behinderung: false } },
          nachweise: { wohnsitz: meldung([geboren, "2023-06-01"]) },
        }),
      ),
      "1.402,12 €, 1.274,65 €",
    ));
  test("a brother who lives elsewhere, or whose home is hidden, does not count", () => {
    for (const woanders of [{ ...anschrift, hausnummer: "4" }, null]) {
      const bruder = {
        idnr: "5",
        vornamen: "K",
        nachname: "B",
        geburtsdatum: "2023-06-01",
        anschrift: woanders,
        auskunftssperre: false,
      };
      assert.equal(text(lies({ nachweise: { wohnsitz: meldung([], { kinder: [bruder] }) } })), "1.274,65 €");
    }
  });
  test("maternity benefits from the health insurance: taken off, and the month counts as one of Basiselterngeld", () => {
    const entscheidung = lies({
      antworten: {
        mutterschaft: { bekomme: true },
        monate: { abschnitte: [{ art: "basis", von: 3, bis: 12 }] },
      },
      nachweise: {
        mutterschaft: gefunden({
          lebensmonate: [
            { nummer: 1, cent: euro(2000), tage: 31 },
            { nummer: 2, cent: euro(1800), tage: 26 },
          ],
        }),
      },
    });
    assert.deepEqual(
      [entscheidung.art, entscheidung.zeitraeume?.length, text(entscheidung)],
      ["bewilligt", 12, "0 €, 169,95 €, 1.274,65 €"],
    );
  });
  test("income above the limit, from the tax office: refused", () => {
    const { art, gruende } = lies({
      antworten: { einkommensgrenze: { unterGrenze: false } },
      nachweise: { steuerbescheid: gefunden({ jahr: 2025, zuVersteuerndesEinkommenCent: euro(175_001), beide: true }) },
    });
    assert.deepEqual([art, gruende.map(({ norm }) => norm)], ["abgelehnt", ["§ 1 Abs. 8 BEEG"]]);
  });
  test("the same facts give the same hash", () => assert.equal(lies({}).hash, lies({}).hash));
});

describe("a person decides", () => {
  const faelle: Record<string, [Abweichung, RegExp]> = {
    "Lohndaten schweigen": [{ nachweise: { lohndaten: schweigt } }, /Lohndaten belegt/],
    "Lohndaten nicht abgefragt": [{ nachweise: { lohndaten: undefined } }, /Nicht abgefragt: Lohndaten/],
    "Lohndaten aus den falschen Monaten": [
      { nachweise: { lohndaten: lohndaten(3000, {}, [...monateVor(geboren).slice(1), "2026-03"]) } },
      /zwölf Monate vor der Geburt/,
    ],
    "Lohndaten aus dreizehn Monaten": [
      { nachweise: { lohndaten: lohndaten(3000, {}, ["2025-02", ...monateVor(geboren)]) } },
      /zwölf Monate vor der Geburt/,
    ],
    "Lohndaten unlesbar": [{ nachweise: { lohndaten: gefunden({ steuerklasse: 7 }) } }, /nicht lesen/],
    "Minijob laut Antrag, Lohn laut Daten": [{ antworten: { arbeitVorher: { art: "minijob" } } }, /weitere Beschäftigung/],
    selbstständig: [{ antworten: { arbeitVorher: { art: "selbstaendig" }, gewinn: { belege: [] } } }, /Gewinn vor der Geburt/],
    "arbeitet danach": [
      {
        antworten: {
          arbeitNachher: { arbeite: true },
          arbeitgeberbescheinigung: { stunden: 20, brutto: euro(500), minijob: true },
        },
      },
      /Arbeitszeit und Einkommen/,
    ],
    Partnerschaftsbonus: [
      {
        antworten: {
          monate: {
            abschnitte: [
              { art: "basis", von: 1, bis: 10 },
              { art: "bonus", von: 11, bis: 12 },
            ],
          },
        },
      },
      /Arbeitszeit beider Eltern/,
    ],
    "Monate überschneiden sich": [
      {
        antworten: {
          monate: {
            abschnitte: [
              { art: "basis", von: 1, bis: 6 },
              { art: "plus", von: 6, bis: 9 },
            ],
          },
        },
      },
      /überschneiden sich/,
    ],
    "Monate laufen rückwärts": [
      { antworten: { monateAnderer: { abschnitte: [{ art: "basis", von: 4, bis: 2 }] } } },
      /des anderen Elternteils überschneiden/,
    ],
    Zwillinge: [
      { antworten: { kind: { vornamen: "Ben", nachname: "B", geburtsdatum: geboren, idnr: "33333333333", geboren: "zwei" } } },
      /Mehrlinge/,
    ],
    "anderes Geburtsdatum": [
      { nachweise: { geburt: geburt({ kind: { vornamen: "Ben", nachname: "B", geburtsdatum: "2026-03-11" } }) } },
      /weicht vom Geburtseintrag ab \(11\.03\.2026\)/,
    ],
    "nicht im Geburtseintrag": [{ nachweise: { geburt: geburt({ mutter: { idnr: "9", name: "X" } }) } }, /nicht als Elternteil/],
    "Kind unbekannt": [{ nachweise: { geburt: keinEintrag } }, /kennt das Kind nicht/],
    "Kind lebt woanders": [{ nachweise: { haushalt: haushalt({ lebtBeiElternteil: false }) } }, /lebt das Kind nicht/],
    "Kind lebt laut Antrag woanders": [
      { antworten: { betreuung: { lebtBeiMir: false, betreueSelbst: true } } },
      /laut Antrag nicht/,
    ],
    "allein laut Antrag, nicht laut Register": [{ antworten: { familie: { allein: true } } }, /erzieht eine Person allein/],
    "Geschwister verschwiegen": [{ nachweise: { wohnsitz: meldung([geboren, "2023-06-01"]) } }, /älteren Kinder/],
    "Geschwister unbekannt": [
      { antworten: { geschwister: { kinder: [{ geburtsdatum: "2023-06-01" }], behinderung: false } } },
      /älteren Kinder/,
    ],
    "ohne Anschrift": [{ nachweise: { wohnsitz: meldung([], { anschrift: null }) } }, /keine Anschrift/],
    "Meldung einer anderen Person": [{ nachweise: { wohnsitz: meldung([], { idnr: "44444444444" }) } }, /anderen Person/],
    "nicht gemeldet": [{ nachweise: { wohnsitz: keinEintrag } }, /kennt die antragstellende Person nicht/],
    "Behinderung eines Kindes": [{ antworten: { geschwister: { kinder: [], behinderung: true } } }, /nachzuweisen/],
    "Einkommen vielleicht zu hoch": [{ antworten: { einkommensgrenze: { unterGrenze: false } } }, /nicht belegt/],
    "Steuerbescheid eines Elternteils": [
      {
        antworten: { einkommensgrenze: { unterGrenze: false } },
        nachweise: { steuerbescheid: gefunden({ jahr: 2025, zuVersteuerndesEinkommenCent: 1, beide: false }) },
      },
      /nur das Einkommen eines Elternteils/,
    ],
    "Steuerbescheid eines anderen Jahres": [
      {
        antworten: { einkommensgrenze: { unterGrenze: false } },
        nachweise: { steuerbescheid: gefunden({ jahr: 2024, zuVersteuerndesEinkommenCent: 1, beide: true }) },
      },
      /für das Jahr 2024/,
    ],
    "Mutterschaftsgeld ohne Beleg": [
      { antworten: { mutterschaft: { bekomme: true } }, nachweise: { mutterschaft: schweigt } },
      /Mutterschaftsleistungen sind nicht belegt/,
    ],
    "zu früh geboren": [
      { antworten: { fruehgeburt: { sechsWochen: true }, termin: { errechnet: "2026-05-01", bescheinigung: [] } } },
      /errechneten Termin/,
    ],
    "Bürgergeld für das Kind": [{ nachweise: { jobcenter: gefunden({ bezieht: true }) } }, /Erstattung/],
    Aufenthaltstitel: [{ antworten: { staatsangehoerigkeit: { deutschOderEu: false } } }, /Aufenthaltstitel/],
    Nachricht: [{ antworten: { nachricht: { text: "Bitte rufen Sie an." } } }, /Nachricht/],
  };
  for (const [name, [abweichung, grund]] of Object.entries(faelle))
    test(name, () => {
      const { art, vonHand } = lies(abweichung);
      assert.equal(art, "vonHand");
      assert.match(vonHand.join(" "), grund);
    });
  test("an unasked birth of a later year than the figures: no guess", () => {
    const { art, vorschlag } = lies({
      antworten: { kind: { vornamen: "Ben", nachname: "B", geburtsdatum: "2027-01-05", idnr: "33333333333", geboren: "eines" } },
      nachweise: { geburt: geburt({ kind: { vornamen: "Ben", nachname: "B", geburtsdatum: "2027-01-05" } }) },
      eingegangenAm: "2027-02-01",
    });
    assert.deepEqual([art, vorschlag], ["vonHand", undefined]);
  });
  test("a title of residence that a person approves: then nothing else is open", () => {
    const { vorschlag, offen } = lies({
      antworten: { staatsangehoerigkeit: { deutschOderEu: false } },
      urteile: { aufenthaltBerechtigt: true },
    });
    assert.deepEqual([vorschlag, offen], ["bewilligt", []]);
  });
});

describe("the seventeen pieces of evidence", () => {
  test("are seventeen, and most of them nobody has to bring", () => {
    const alle = Object.values(elterngeld.belege ?? {});
    assert.equal(alle.length, 17);
    const bringt = alle.filter(({ wege }) => wege.every((weg) => weg.art === "hochladen" || weg.art === "kuenftig"));
    assert.deepEqual(
      bringt.map(({ titel }) => titel),
      [
        "Bescheinigung des errechneten Termins",
        "Steuerbescheid oder Gewinnermittlung",
        "Bescheinigung über Arbeitszeit und Elternzeit",
      ],
    );
  });
  test("every Nachweis that is asked after submission stands among them", () => {
    const genannt = new Set(
      Object.values(elterngeld.belege ?? {}).flatMap(({ wege }) =>
        wege.flatMap((weg) => ("nachweis" in weg ? [weg.nachweis] : [])),
      ),
    );
    for (const [name, { anlass }] of Object.entries(elterngeld.nachweise))
      if (anlass === "antrag") assert.ok(genannt.has(name), name);
  });
});

describe("the form", () => {
  test("leads an employee from the child to the message, without pages for others", () => {
    const { antworten } = kontextFuer({});
    assert.equal(formular.ersteOffene(antworten, "2026-04-01"), undefined);
    assert.deepEqual(
      ["termin", "gewinn", "arbeitgeberbescheinigung"].filter((seite) => formular.pfad(antworten, "2026-04-01").includes(seite)),
      [],
    );
  });
  test("asks nobody who is alone for the other parent's months", () => {
    const { antworten } = kontextFuer({ antworten: { familie: { allein: true } } });
    assert.ok(!formular.pfad(antworten, "2026-04-01").includes("andererElternteil"));
  });
});
