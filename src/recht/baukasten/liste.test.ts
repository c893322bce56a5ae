import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type AntwortenVon, anzahlEintraege, defineFormular, ENDE, feld, mitNeuemEintrag, ohneEintrag } from "./index.ts";
import { hatFreieWorte } from "./von-hand.ts";

const personen = feld.liste({
  label: "Wer wohnt bei Ihnen?",
  einzahl: "Person",
  eintrag: {
    name: feld.text({ label: "Name" }),
    geboren: feld.datum({ label: "Geboren am" }),
    einkommen: feld.geld({ label: "Einkommen", optional: true }),
    notiz: feld.freitext({ label: "Notiz" }),
  },
  max: 4,
});
const formular = defineFormular({
  start: "haushalt",
  seiten: {
    haushalt: { titel: "Haushalt", felder: { personen } },
    kind: { titel: "Kind", felder: { name: feld.text({ label: "Name" }) } },
  },
  uebergaenge: {
    haushalt: [
      { wenn: (a) => (a.haushalt?.personen ?? []).some(({ geboren }) => (geboren ?? "") > "2020"), nach: "kind" },
      { nach: ENDE },
    ],
    kind: ENDE,
  },
});
const angaben = personen.liste ?? assert.fail();
const roh = (...zeilen: Record<string, string>[]) => ({
  "personen.anzahl": String(zeilen.length),
  ...Object.fromEntries(
    zeilen.flatMap((zeile, nummer) => Object.entries(zeile).map(([name, text]) => [`personen.${nummer}.${name}`, text])),
  ),
});
const pruefe = (eingaben: Record<string, string | undefined>) => formular.pruefeSeite("haushalt", eingaben, {});
const anna = { name: "Anna", geboren: "4.3.1990", einkommen: "1.200,50" };
const mia = { name: "Mia", geboren: "24.3.2022" };
const annasWerte = { name: "Anna", geboren: "1990-03-04", einkommen: 120_050 };

describe("a list of answers", () => {
  test("is read entry by entry, each field in its own kind", () =>
    assert.deepEqual(pruefe(roh(anna, mia)), {
      ok: true,
      werte: { personen: [annasWerte, { name: "Mia", geboren: "2022-03-24" }] },
    }));
  test("tells what is wrong at the input it stands in, with the entry's number", () => {
    const pruefung = pruefe(roh(anna, { name: "", geboren: "31.2.2022" }));
    assert.ok(!pruefung.ok);
    assert.deepEqual(Object.keys(pruefung.fehler), ["personen.1.name", "personen.1.geboren"]);
    assert.match(pruefung.fehler["personen.1.name"] ?? "", /^Person 2: Bitte füllen Sie „Name“ aus\.$/);
  });
  test("an entry in which nothing was typed counts as none, as long as enough are left", () => {
    assert.deepEqual(pruefe(roh({}, anna, { name: " " })), { ok: true, werte: { personen: [annasWerte] } });
    const leer = pruefe(roh({}));
    assert.deepEqual(leer.ok ? [] : Object.keys(leer.fehler), ["personen.0.name", "personen.0.geboren"]);
  });
  test("takes no more entries than it may have, no other fields, and no made-up number", () => {
    const zuViele = pruefe({
      ...roh(anna, anna, anna, anna),
      "personen.anzahl": "9999999",
      "personen.4.name": "X",
      "personen.0.rolle": "chef",
    });
    assert.deepEqual(zuViele, { ok: true, werte: { personen: [annasWerte, annasWerte, annasWerte, annasWerte] } });
    for (const anzahl of ["-3", "abc", "1e9", ""])
      assert.equal(anzahlEintraege("personen", angaben, { "personen.anzahl": anzahl }, []), 1);
  });
  test("steers the way, reads line by line in the summary, and holds free words", () => {
    const antworten: AntwortenVon<typeof formular.seiten> = {
      haushalt: { personen: [annasWerte, { name: "Mia", geboren: "2022-03-24" }] },
    };
    assert.deepEqual(formular.pfad(antworten, "2026-11-24"), ["haushalt", "kind"]);
    assert.deepEqual(formular.zusammenfassung(antworten, "2026-11-24")[0]?.zeilen, [
      { feld: "personen", label: "Person 1", wert: "Name: Anna, Geboren am: 04.03.1990, Einkommen: 1.200,50\u00a0€" },
      { feld: "personen", label: "Person 2", wert: "Name: Mia, Geboren am: 24.03.2022" },
    ]);
    assert.equal(hatFreieWorte(formular, antworten, "2026-11-24"), false);
    const mitNotiz = { haushalt: { personen: [{ ...annasWerte, notiz: "zieht bald aus" }] } };
    assert.equal(hatFreieWorte(formular, mitNotiz, "2026-11-24"), true);
  });
  test("a stored entry that lacks what it must say leaves the page open", () => {
    assert.equal(formular.ersteOffene({ haushalt: { personen: [annasWerte] } }, "2026-11-24"), undefined);
    for (const wert of [undefined, [], [{ name: "Anna" }], "Anna", [annasWerte, {}]])
      assert.equal(formular.ersteOffene({ haushalt: { personen: wert } }, "2026-11-24"), "haushalt");
  });
  test("that may be empty is complete when it was sent so", () => {
    const kinder = feld.liste({ label: "Kinder", einzahl: "Kind", eintrag: { name: feld.text({ label: "Name" }) }, min: 0 });
    const ohne = defineFormular({ start: "a", seiten: { a: { titel: "A", felder: { kinder } } }, uebergaenge: { a: ENDE } });
    assert.deepEqual(ohne.pruefeSeite("a", { "kinder.anzahl": "0" }, {}), { ok: true, werte: { kinder: [] } });
    assert.equal(ohne.ersteOffene({ a: { kinder: [] } }, "2026-11-24"), undefined);
    assert.equal(ohne.zusammenfassung({ a: { kinder: [] } }, "2026-11-24")[0]?.zeilen[0]?.wert, "Keine Angabe");
  });
});

describe("adding and removing an entry", () => {
  test("one more until there may be no more; one less, and those behind move up", () => {
    const vier = [1, 2, 3, 4].reduce<Record<string, string | undefined>>(
      (each) => mitNeuemEintrag("personen", angaben, each),
      roh(anna),
    );
    assert.equal(vier["personen.anzahl"], "4");
    const gelesen = pruefe(ohneEintrag("personen", angaben, roh(anna, mia, { ...mia, name: "Ben" }), 0));
    assert.deepEqual(gelesen.ok && gelesen.werte.personen, [
      { name: "Mia", geboren: "2022-03-24" },
      { name: "Ben", geboren: "2022-03-24" },
    ]);
  });
  test("for any entries: what was removed is gone, the others stand as they stood, in their order", () => {
    const namen = fc.array(fc.constantFrom("A", "B", "C"), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(namen, fc.integer({ min: -1, max: 5 }), (liste, stelle) => {
        const danach = ohneEintrag("personen", angaben, roh(...liste.map((name) => ({ ...mia, name }))), stelle);
        const uebrig = liste.filter((_, nummer) => nummer !== stelle);
        const gelesen = pruefe(danach);
        if (uebrig.length === 0) return assert.equal(gelesen.ok, false);
        assert.ok(gelesen.ok);
        assert.deepEqual(
          (gelesen.werte.personen as { name: string }[]).map(({ name }) => name),
          uebrig,
        );
      }),
    );
  });
});

describe("refused when it is written down", () => {
  const eintrag = { name: feld.text({ label: "Name" }) };
  const text = feld.text({ label: "Text" });
  test("documents or a list within an entry, numbers that make no sense", () => {
    const mit = (mehr: object) => () => feld.liste({ label: "L", einzahl: "E", eintrag, ...mehr });
    assert.throws(mit({ eintrag: { a: feld.anlage({ label: "A" }) } }), /weder Anlagen noch eine Liste/);
    assert.throws(mit({ eintrag: { a: personen } }), /weder Anlagen noch eine Liste/);
    assert.throws(mit({ min: 5, max: 2 }), /von 5 bis 2 Einträgen geht nicht/);
  });
  test("a list beside documents, and fields named like a button or with a dot", () => {
    const mit = (felder: Record<string, ReturnType<typeof feld.text>>) => () =>
      defineFormular({ start: "a", seiten: { a: { titel: "A", felder } }, uebergaenge: { a: ENDE } });
    assert.throws(mit({ mehr: text }), /kann nicht „mehr“ heißen/);
    assert.throws(mit({ "a.b": text }), /kann nicht „a\.b“ heißen/);
    const beide = { personen, belege: feld.anlage({ label: "Belege" }) };
    assert.throws(
      () => defineFormular({ start: "a", seiten: { a: { titel: "A", felder: beide } }, uebergaenge: { a: ENDE } }),
      /„a“ hat Liste und Anlage/,
    );
  });
});

describe("a whole number", () => {
  const stunden = feld.zahl({ label: "Stunden", min: 1, max: 60, einheit: "Stunden" });
  test("within its limits is read, with its unit shown", () => {
    assert.deepEqual(stunden.lies(" 40 "), { ok: true, wert: 40 });
    assert.equal(stunden.zeige(40), "40 Stunden");
  });
  test("else it says what is wrong", () => {
    for (const text of ["", "0", "61", "-1", "4,5", "4.0", "1e2", "vier", "9".repeat(30)]) {
      const gelesen = stunden.lies(text);
      assert.ok(!gelesen.ok, text);
      assert.match(gelesen.fehler, /ganze Zahl von 1 bis 60/);
    }
  });
});
