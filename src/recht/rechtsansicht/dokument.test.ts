import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Leistung, mitParametern, mitSatz, parameterVon } from "#baukasten";
import { getLeistung, leistungen } from "#leistungen";
import { beschreibe, gruppiere, type Rechtsdokument, vergleicheDokumente, zeigeWert } from "./index.ts";

const uv = getLeistung("unterhaltsvorschuss");

describe("the lawyer's document", () => {
  const dokument = beschreibe(uv);
  test("has every node once, in the order of the statute, the law of the claim first and facts last", () => {
    assert.equal(dokument.knoten.length, uv.regelwerk.eintraege.length);
    const gruppen = gruppiere(dokument.knoten).map(({ gesetz, stelle }) => `${gesetz} ${stelle}`.trim());
    assert.deepEqual(gruppen.slice(0, 3), ["UhVorschG § 1", "UhVorschG § 2", "UhVorschG § 9"]);
    assert.equal(gruppen.at(-1), "Tatsachen");
    assert.equal(new Set(gruppen).size, gruppen.length, "no heading twice");
  });
  test("names inputs, sentences, what settles a fact, what a person judges, and the end of the way", () => {
    const nach = new Map(dokument.knoten.map((knoten) => [knoten.schluessel, knoten]));
    assert.deepEqual(nach.get("Elternteil verdient genug")?.eingaben, [
      { name: "einkommen", knoten: "einkommenCent" },
      { name: "grenze", knoten: "mindesteinkommen" },
    ]);
    assert.equal(nach.get("Kind unter zwölf Jahren")?.nein, "Das Kind ist zwölf Jahre alt oder älter.");
    assert.deepEqual(nach.get("beziehtSgb2")?.klaertDurch, {
      art: "register",
      name: "jobcenter",
      titel: `${uv.nachweise.jobcenter?.titel} (${uv.nachweise.jobcenter?.registerName})`,
    });
    assert.equal(nach.get("aufenthaltBerechtigt")?.bindung, "beurteilung");
    assert.equal(nach.get("Anspruch auf Unterhaltsvorschuss")?.rolle, "anspruch");
  });
  test("carries every dated figure with its source", () => {
    const mindest = dokument.parameter.find(({ schluessel }) => schluessel === "mindestunterhalt");
    assert.equal(mindest?.saetze.at(-1)?.text, "486,00 €; 558,00 €; 653,00 €");
    assert.match(mindest?.saetze.at(-1)?.quelle ?? "", /BGBl/);
    assert.equal(mindest?.geprueftBis, "2026-12-31");
  });
  for (const leistung of leistungen)
    test(`${leistung.schluessel} is described whole, as data that survives being stored, and equal to itself`, () => {
      const eines = beschreibe(leistung);
      const gelesen = JSON.parse(JSON.stringify(eines)) as Rechtsdokument;
      assert.deepEqual(gelesen, eines);
      assert.deepEqual(vergleicheDokumente(eines, gelesen), []);
      const bekannt = new Set(eines.knoten.map(({ schluessel }) => schluessel));
      for (const { eingaben } of eines.knoten) for (const { knoten } of eingaben) assert.ok(bekannt.has(knoten), knoten);
    });
});

describe("figures as people read them", () => {
  const werte: [Parameters<typeof zeigeWert>[0], string, string][] = [
    [60_000, "Euro im Monat", "600,00 €"],
    [12, "Jahre", "12"],
    [0.65, "Anteil", "0,65"],
    [[100, 200], "Euro", "1,00 €; 2,00 €"],
    [{ paar: 90_000, allein: 60_000 }, "Euro im Monat", "paar: 900,00 €; allein: 600,00 €"],
    [{ 1: { bisFuenf: [100], jedesWeitere: 200 } }, "Euro", "1: (bisFuenf: (1,00 €); jedesWeitere: 2,00 €)"],
    [null, "Euro", "keiner"],
    [{ unter: 6, cent: 35_700 }, "Euro im Monat", "unter: 6; cent: 357,00 €"],
    [true, "", "ja"],
  ];
  for (const [wert, einheit, text] of werte) test(text, () => assert.equal(zeigeWert(wert, einheit), text));
});

describe("two versions in words", () => {
  const alt = beschreibe(uv, { "leistungen/unterhaltsvorschuss/hoehe.ts": "a" });
  const texte = (neu: Rechtsdokument) =>
    vergleicheDokumente(alt, neu).map(({ bereich, gewicht, text }) => `${bereich} (${gewicht}): ${text}`);
  const geaendert = (aendere: (dokument: Rechtsdokument) => void): Rechtsdokument => {
    const neu = structuredClone(alt) as Rechtsdokument;
    aendere(neu);
    return neu;
  };
  const knoten = (dokument: Rechtsdokument, schluessel: string) => {
    const gefunden = dokument.knoten.find((each) => each.schluessel === schluessel);
    assert.ok(gefunden);
    return gefunden;
  };
  const faelle: Record<string, [(dokument: Rechtsdokument) => void, string[]]> = {
    "a value whose names stand in another order, as the database gives it back": [
      (dokument) => {
        const satz = dokument.parameter.find(({ schluessel }) => schluessel === "altersgrenzen")?.saetze[0] ?? assert.fail();
        satz.wert = { hoechstens: 18, ohneWeiteres: 12 };
      },
      [],
    ],
    nothing: [() => {}, []],
    "a new node": [
      (neu) =>
        neu.knoten.push({
          schluessel: "Neu",
          titel: "Kind besucht eine Schule",
          norm: "§ 2 Abs. 4 UhVorschG",
          art: "bedingung",
          bindung: "gebunden",
          eingaben: [{ name: "geburtsdatum", knoten: "geburtsdatum" }],
        }),
      ["Regeln (entscheidung): Neu: Kind besucht eine Schule (§ 2 Abs. 4 UhVorschG), aus: Geburtsdatum des Kindes."],
    ],
    "a node gone": [
      (neu) => {
        neu.knoten = neu.knoten.filter(({ schluessel }) => schluessel !== "Mindestens fünf Euro");
      },
      ["Regeln (entscheidung): Entfallen: Mindestens fünf Euro (§ 9 Abs. 3 Satz 3 UhVorschG)."],
    ],
    "another norm": [
      (neu) => {
        knoten(neu, "Mindestens fünf Euro").norm = "§ 9 Abs. 4 UhVorschG";
      },
      [
        "Regeln (entscheidung): Mindestens fünf Euro (§ 9 Abs. 4 UhVorschG): Norm „§ 9 Abs. 3 Satz 3 UhVorschG“ wird „§ 9 Abs. 4 UhVorschG“.",
      ],
    ],
    "other inputs": [
      (neu) => {
        knoten(neu, "Kind unter zwölf Jahren").eingaben = [];
      },
      [
        "Regeln (entscheidung): Kind unter zwölf Jahren (§ 1 Abs. 1 Nr. 1 UhVorschG): Eingaben „Geburtsdatum des Kindes, Altersgrenzen“ wird nichts.",
      ],
    ],
    "another sentence: text only": [
      (neu) => {
        knoten(neu, "Lebt beim Elternteil").ja = "Ihr Kind lebt bei Ihnen.";
      },
      [
        "Regeln (text): Lebt beim Elternteil (§ 1 Abs. 1 Nr. 2 UhVorschG): Satz, wenn ja „Das Kind lebt bei Ihnen.“ wird „Ihr Kind lebt bei Ihnen.“.",
      ],
    ],
    "a source file": [
      (neu) => {
        neu.quellen = { "leistungen/unterhaltsvorschuss/hoehe.ts": "b" };
      },
      ["Quelltext (entscheidung): leistungen/unterhaltsvorschuss/hoehe.ts hat sich geändert."],
    ],
    "Nachweis, page and notice": [
      (neu) => {
        neu.nachweise = neu.nachweise.slice(1);
        neu.texte = ["Neu.", ...neu.texte];
        const [seite] = neu.seiten;
        assert.ok(seite);
        seite.felder = [...seite.felder, { name: "zwilling", label: "Zwilling", art: "jaNein" }];
      },
      [
        `Nachweise (entscheidung): Entfallen: ${alt.nachweise[0]?.titel} (${alt.nachweise[0]?.registerName}).`,
        `Formular (entscheidung): Neu: Zwilling auf „${alt.seiten[0]?.titel}“.`,
        "Texte (text): Neuer Hinweis im Bescheid: „Neu.“.",
      ],
    ],
  };
  for (const [name, [aendere, erwartet]] of Object.entries(faelle))
    test(name, () => assert.deepEqual(texte(geaendert(aendere)), erwartet));

  const mitNeuem = (leistung: Leistung, satz: { gueltigAb: string; wert: number; bekanntSeit?: string }) => {
    const parameter = parameterVon(leistung).find(({ schluessel }) => schluessel === "mindesteinkommen");
    assert.ok(parameter);
    return beschreibe(
      mitParametern(leistung, { mindesteinkommen: mitSatz(parameter, { quelle: "BGBl. 2026 I Nr. 1", ...satz }, "2027-12-31") }),
      alt.quellen,
    );
  };
  test("a new figure, with its day and source", () =>
    assert.deepEqual(texte(mitNeuem(uv, { gueltigAb: "2027-01-01", wert: 65_000 })), [
      "Parameter (entscheidung): Mindesteinkommen des Elternteils: neu ab 01.01.2027 650,00 € (BGBl. 2026 I Nr. 1).",
      "Parameter (entscheidung): Mindesteinkommen des Elternteils: geprüft bis 31.12.2026 wird 31.12.2027.",
    ]));
  test("a figure changed for days gone by says since when it is known", () =>
    assert.match(
      texte(mitNeuem(uv, { gueltigAb: "2017-07-01", wert: 65_000, bekanntSeit: "2026-05-12" }))[0] ?? "",
      /neu ab 01\.07\.2017 650,00 € \(BGBl\. 2026 I Nr\. 1, bekannt seit 12\.05\.2026\)/,
    ));
  test("a figure overwritten", () =>
    assert.match(
      texte(mitNeuem(uv, { gueltigAb: "2017-07-01", wert: 65_000 }))[0] ?? "",
      /ab 01\.07\.2017 600,00 € wird 650,00 €/,
    ));
});
