import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { pruefeIban } from "#geld";
import { alterAm } from "#kalender";
import { leistungen } from "#leistungen";
import {
  antragFuer,
  createBevoelkerung,
  ERFUNDENE_BANKLEITZAHL,
  feststellungFuer,
  gleicheAnschrift,
  haushaltslage,
  ibanFuer,
  listeAntragslagen,
  mandantschluessel,
  pruefzifferIdnr,
  STICHTAG,
  wirtschaftslage,
} from "./index.ts";

const bevoelkerung = createBevoelkerung();
const anteil = (zahl: number, von: number) => zahl / von;

describe("the same people everywhere", () => {
  const digest = (saat?: number) =>
    createHash("sha512")
      .update(JSON.stringify(createBevoelkerung(saat).personen))
      .digest("hex");

  test("one seed gives the same bytes, another seed other people", () => {
    assert.equal(digest(), digest());
    assert.notEqual(digest(7), digest());
  });

  test("the numbers of the Personas stay", () => {
    const nummern = bevoelkerung.personas.map(({ schluessel, person }) => `${schluessel} ${person.idnr}`);
    assert.deepEqual(nummern, [
      "anna 02582793418",
      "tobias 06239473585",
      "berta 02527189346",
      "carla 01825443979",
      "kai 02142839566",
      "dieter 05984174267",
      "eva 07356218469",
      "fatma 02196538793",
      "gerda 03192598760",
      "ilona 04272596131",
      "jana 03571864957",
      "lea 04073921856",
      "maria 02478869317",
      "olena 09158726383",
      "paula 05872309167",
      "lena 04243816591",
      "wanda 07525194833",
      "hilde 02639831458",
      "zeynep 04157289314",
      "viktor 02758849165",
      "nele 05924138866",
      "jakob 06374983257",
      "svenja 00157984632",
      "ricarda 02889517469",
      "bruno 03649862751",
      "ute 02980476531",
    ]);
  });
});

describe("numbers", () => {
  for (const muster of ["86095742719", "12345678995"])
    test(`the check digit of ${muster}, an example found elsewhere`, () =>
      assert.equal(String(pruefzifferIdnr(muster.slice(0, 10))), muster.at(-1)));

  test("every Identifikationsnummer is in the test form, valid for our own form, and nobody else's", () => {
    const feld = leistungen[0]?.formular.seiten.kind?.felder.idnr;
    for (const { idnr } of bevoelkerung.personen) {
      assert.match(idnr, /^0\d{10}$/);
      assert.ok(feld?.lies(idnr).ok, idnr);
      const haeufigkeiten = Object.values(Object.groupBy(idnr.slice(0, 10), (ziffer) => ziffer)).map(
        (gleiche) => gleiche?.length,
      );
      assert.deepEqual(haeufigkeiten.sort(), [1, 1, 1, 1, 1, 1, 1, 1, 2], idnr);
    }
    assert.equal(new Set(bevoelkerung.personen.map(({ idnr }) => idnr)).size, bevoelkerung.personen.length);
  });

  test("every IBAN is valid, at a bank that does not exist, and nobody else's", () => {
    for (const { iban } of bevoelkerung.personen) {
      assert.equal(pruefeIban(iban).art, "gueltig", iban);
      assert.equal(iban.slice(4, 12), ERFUNDENE_BANKLEITZAHL);
    }
    assert.equal(new Set(bevoelkerung.personen.map(({ iban }) => iban)).size, bevoelkerung.personen.length);
    assert.equal(pruefeIban(ibanFuer(0)).art, "gueltig");
  });
});

describe("plausible towns", () => {
  for (const mandant of mandantschluessel)
    test(mandant, () => {
      const leute = bevoelkerung.von(mandant);
      assert.equal(leute.length, 5000);
      const alter = leute.map(({ geburtsdatum }) => alterAm(geburtsdatum, STICHTAG));
      const zwischen = (wert: number, von: number, bis: number, was: string) =>
        assert.ok(wert >= von && wert <= bis, `${was}: ${wert}`);
      zwischen(Math.min(...alter), 0, 0, "youngest");
      zwischen(Math.max(...alter), 88, 105, "oldest");
      zwischen(anteil(alter.filter((jahre) => jahre < 18).length, 5000), 0.14, 0.21, "minors");
      zwischen(anteil(alter.filter((jahre) => jahre >= 65).length, 5000), 0.18, 0.27, "from 65 on");
      zwischen(anteil(leute.filter(({ geschlecht }) => geschlecht === "w").length, 5000), 0.48, 0.54, "women");
      zwischen(anteil(leute.filter((each) => each.staatsangehoerigkeit !== "deutsch").length, 5000), 0.05, 0.2, "foreigners");
      zwischen(leute.filter(({ auskunftssperre }) => auskunftssperre).length, 5, 60, "Auskunftssperren");
      zwischen(leute.filter(({ sgb2 }) => sgb2).length, 60, 250, "children with SGB II");
      zwischen(leute.filter(({ uvAnderswo }) => uvAnderswo).length, 4, 60, "UV elsewhere");
      zwischen(leute.filter(({ einzugsdatum }) => einzugsdatum > "2026-06-01").length, 150, 600, "moved in lately");
      zwischen(listeAntragslagen(bevoelkerung, STICHTAG, [mandant]).length, 200, 600, "children of single parents");
    });

  test("families agree with themselves", () => {
    for (const person of bevoelkerung.personen) {
      if (person.ehegatte) assert.equal(bevoelkerung.getPerson(person.ehegatte).ehegatte, person.idnr);
      for (const kind of person.kinder.map(bevoelkerung.getPerson)) {
        assert.ok([kind.mutter, kind.vater].includes(person.idnr));
        assert.ok(
          alterAm(person.geburtsdatum, kind.geburtsdatum) >= 14,
          `${person.idnr} is ${person.geburtsdatum}, ${kind.geburtsdatum}`,
        );
      }
      if (!person.lebtBei) continue;
      const elternteil = bevoelkerung.getPerson(person.lebtBei);
      assert.ok(gleicheAnschrift(elternteil.anschrift, person.anschrift));
      assert.equal(elternteil.auskunftssperre, person.auskunftssperre);
    }
  });

  test("other parents are near, in the other Mandant, far, unknown, dead, or at the same address", () => {
    const lagen = listeAntragslagen(bevoelkerung, STICHTAG);
    const orte = Object.groupBy(lagen, ({ antragsteller, andererElternteil: { lage, person } }) =>
      !person || lage !== "bekannt"
        ? lage
        : gleicheAnschrift(person.anschrift, antragsteller.anschrift)
          ? "gleicheAnschrift"
          : (person.mandant ?? "auswaerts"),
    );
    for (const ort of ["unbekannt", "verstorben", "gleicheAnschrift", "auswaerts", "musterstadt", "beispielkreis"] as const)
      assert.ok((orte[ort]?.length ?? 0) >= 8, `${ort}: ${orte[ort]?.length}`);
  });
});

describe("what people live on", () => {
  const alle = mandantschluessel.flatMap((mandant) => [...bevoelkerung.von(mandant)]);

  test("belongs to the person: another population knows the same", () => {
    const andere = createBevoelkerung();
    for (const { idnr } of alle.slice(0, 500)) {
      assert.deepEqual(wirtschaftslage(andere.getPerson(idnr)), wirtschaftslage(bevoelkerung.getPerson(idnr)));
      assert.deepEqual(
        haushaltslage(andere, andere.getPerson(idnr)).wohnung,
        haushaltslage(bevoelkerung, bevoelkerung.getPerson(idnr)).wohnung,
      );
    }
  });

  test("everybody in a household is told the same of it, and nobody lives in two", () => {
    const gesehen = new Set<string>();
    for (const person of alle) {
      const haushalt = haushaltslage(bevoelkerung, person);
      assert.ok(haushalt.personen.includes(person));
      if (gesehen.has(person.idnr)) continue;
      for (const each of haushalt.personen) {
        assert.ok(!gesehen.has(each.idnr));
        gesehen.add(each.idnr);
        assert.deepEqual(haushaltslage(bevoelkerung, each), haushalt);
      }
    }
    assert.equal(gesehen.size, alle.length);
  });

  test("is plausible", () => {
    const lagen = alle.map((person) => ({ ...wirtschaftslage(person), ...haushaltslage(bevoelkerung, person), person }));
    const anteilMit = (bedingung: (lage: (typeof lagen)[number]) => boolean) =>
      anteil(lagen.filter(bedingung).length, lagen.length);
    for (const [was, von, bis, wert] of [
      ["employed", 0.4, 0.65, anteilMit(({ taetigkeit }) => taetigkeit === "angestellt")],
      ["self-employed", 0.02, 0.08, anteilMit(({ taetigkeit }) => taetigkeit === "selbstaendig")],
      ["pensioners", 0.15, 0.28, anteilMit(({ taetigkeit }) => taetigkeit === "rente")],
      ["tenants", 0.45, 0.8, anteilMit(({ wohnung }) => wohnung.art === "miete")],
      ["Buergergeld", 0.02, 0.1, anteilMit(({ buergergeld }) => buergergeld)],
      ["mark Bl", 0.0003, 0.003, anteilMit(({ person }) => feststellungFuer(person)?.merkzeichen.includes("Bl") === true)],
    ] as const)
      assert.ok(wert >= von && wert <= bis, `${was}: ${wert}`);
    for (const { lohnCent, verfuegbarCent, wohnung } of lagen)
      assert.ok([lohnCent, verfuegbarCent, wohnung.bruttokaltmieteCent].every((cent) => Number.isSafeInteger(cent) && cent >= 0));
  });
});

describe("looking people up", () => {
  const anna = bevoelkerung.getPersona("anna");

  test("by parts of the name in any order, and by number", () => {
    assert.equal(bevoelkerung.suche("beispiel ANNA", 5)[0], anna);
    assert.deepEqual(bevoelkerung.suche(anna.idnr, 5), [anna]);
    assert.equal(bevoelkerung.suche("a", 7).length, 7);
    assert.deepEqual(bevoelkerung.suche("  ", 5), []);
  });

  test("the facts of an Antrag are the same each time, and only for one's own child", () => {
    const [mia] = anna.kinder.map(bevoelkerung.getPerson);
    assert.ok(mia);
    const lage = antragFuer(bevoelkerung, anna, mia);
    assert.deepEqual(lage, antragFuer(bevoelkerung, anna, mia));
    assert.equal(lage.andererElternteil.person, bevoelkerung.getPersona("tobias"));
    assert.throws(() => antragFuer(bevoelkerung, bevoelkerung.getPersona("eva"), mia), /kein Kind/);
  });
});
